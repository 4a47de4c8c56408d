import { messages } from '@/lib/messages';

export const explanationMessages = messages({
  calculation: { 'zh-CN': '计算过程', en: 'Calculation' },
  after: { 'zh-CN': '计算后', en: 'After this step' },
  step: { 'zh-CN': '步骤', en: 'Step' },
  clause: { 'zh-CN': '依据', en: 'Under' },
});
