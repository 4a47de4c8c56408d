import { hanNumber } from '@/lib/han-number';
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
