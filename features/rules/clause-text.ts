import type { Locale } from '@/lib/locale';
import { clauseMessages } from './clause-messages';

/** Returns the name of an article of the source: `5.2` is 第五条第二款, Article 5(2). */
export function clauseText(locale: Locale, clause: string): string {
  const t = clauseMessages(locale);
  const [article, paragraph] = clause.split('.').map(Number);
  const first = t.article({ number: article ?? 0 });
  return paragraph ? first + t.paragraph({ number: paragraph }) : first;
}
