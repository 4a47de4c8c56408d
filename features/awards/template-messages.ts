import { messages } from '@/lib/messages';

/** Explains the template of a list beside its headings. The import must not take any of these texts for a firm. */
export const templateMessages = messages({
  exampleCode: { 'zh-CN': '示例行，请删除', en: 'Example: delete this row' },
  exampleName: { 'zh-CN': '示例企业（虚构）', en: 'Example firm (invented)' },
  yuan: { 'zh-CN': '（元）', en: ' (yuan)' },
  unit: {
    'zh-CN': ({ unit }: { unit: string }) => `（${unit}）`,
    en: ({ unit }: { unit: string }) => ` (${unit})`,
  },
  mayBeEmpty: { 'zh-CN': '（可不填）', en: ' (may be empty)' },
});
