import { say, type Bilingual } from './bilingual';
import type { Locale } from './locale';
import { subjectKinds, type SubjectKind } from './subject-messages';

type Shown = { kind: SubjectKind; label: string | Bilingual | null };

/** Returns the number or name of a subject; an empty text where it has none. */
export const subjectLabel = ({ label }: Pick<Shown, 'label'>, locale: Locale): string =>
  label === null || typeof label === 'string' ? (label ?? '') : say(label, locale);

/** Returns what a subject is, followed by its number or name. */
export const subjectText = (subject: Shown, locale: Locale): string =>
  [subjectKinds(locale)[subject.kind], subjectLabel(subject, locale)].filter(Boolean).join(' ');
