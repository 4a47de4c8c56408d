import type { ReactNode } from 'react';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { fileTypes, type FieldOf, type FormField } from '../domain/form';
import { fieldMessages } from '../field-messages';

const endings = { pdf: '.pdf', png: '.png', jpeg: '.jpg,.jpeg', ofd: '.ofd' } as const;

/** For the browser's own choice of files. */
export const acceptedEndings = (field: FieldOf<'file'>): string =>
  (field.accept ?? fileTypes).map((type) => endings[type]).join(',');

/** What a file has to be, where the programme is stricter than the portal. */
function fileTexts(field: FieldOf<'file'>, locale: Locale): string[] {
  const t = fieldMessages(locale);
  const { accept, maxFiles, sample } = field;
  const kinds = accept?.map((type) => type.toUpperCase()).join(locale === 'en' ? ', ' : '、');
  return [
    ...(kinds === undefined ? [] : [t.fileKinds({ kinds })]),
    ...(maxFiles === undefined ? [] : [t.atMostFiles({ count: maxFiles })]),
    ...(sample ? [`${t.sample}${t.colon}${say(sample, locale)}`] : []),
  ];
}

/** What helps to answer: of the rules, of the programme's manager, and of a file what it must be. */
export function fieldHint(field: FormField, locale: Locale): ReactNode {
  const texts = [field.hint, field.help].flatMap((text) => (text ? [say(text, locale)] : []));
  const all = field.kind === 'file' ? [...texts, ...fileTexts(field, locale)] : texts;
  if (all.length === 0) return undefined;
  return all.map((text) => (
    <span key={text} className="block whitespace-pre-line">
      {words(text)}
    </span>
  ));
}
