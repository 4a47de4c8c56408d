import type { Bilingual } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import type { SubjectKind } from '@/lib/subject-messages';
import { subjectText } from '@/lib/subject-text';
import { Link } from './link';
import { words } from './words';

/** Shows what something is about by its kind and number, as a link where the reader may open its page. */
export function SubjectLink(props: {
  locale: Locale;
  subject: { kind: SubjectKind; label: string | Bilingual | null; path: string | null };
}) {
  const { locale, subject } = props;
  const text = words(subjectText(subject, locale), locale);
  if (subject.path === null) return <>{text}</>;
  return (
    <Link href={localePath(locale, subject.path)} className="link">
      {text}
    </Link>
  );
}
