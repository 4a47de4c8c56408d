import { messages } from '@/lib/messages';

/** Texts that name the articles of a source. */
export const clauseMessages = messages({
  article: {
    'zh-CN': ({ number }: { number: number }) => `第${hanNumber(number)}条`,
    en: ({ number }: { number: number }) => `Article ${number}`,
  },
  paragraph: {
    'zh-CN': ({ number }: { number: number }) => `第${hanNumber(number)}款`,
    en: ({ number }: { number: number }) => `(${number})`,
  },
});

/** Writes 1 to 99 in the Chinese numerals that articles use: 五, 十二, 三十. */
function hanNumber(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(number / 10);
  const ones = digits[number % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens > 1 ? (digits[tens] ?? '') : ''}十${ones}`;
}
