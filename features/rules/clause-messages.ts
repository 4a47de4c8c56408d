import type { Locale } from '@/lib/locale';
import { messages } from '@/lib/messages';

/** Texts that name the articles of a source. */
const clauseMessages = messages({
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

/** Names an article of the source: `5.2` is 第五条第二款, Article 5(2). */
export function clauseText(locale: Locale, clause: string): string {
  const t = clauseMessages(locale);
  const [article, paragraph] = clause.split('.').map(Number);
  const first = t.article({ number: article ?? 0 });
  return paragraph ? first + t.paragraph({ number: paragraph }) : first;
}
