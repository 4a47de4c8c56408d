import { Checkbox } from '@/components/ui/fields';
import { FileField } from '@/components/ui/file-field';
import { comma, say } from '@/lib/bilingual';
import { fileTypes, type FieldOf } from '../../domain/form';
import { fieldMessages } from '../../field-messages';
import type { KindUi } from './kind-ui';

const endings = { pdf: '.pdf', png: '.png', jpeg: '.jpg,.jpeg', ofd: '.ofd' } as const;

/** Formats the accepted file types for the browser's file dialog. */
export const acceptedEndings = (field: FieldOf<'file'>): string =>
  (field.accept ?? fileTypes).map((type) => endings[type]).join(',');

export const file: KindUi<'file'> = {
  control: ({ field }, common) => <FileField {...common} accept={acceptedEndings(field)} />,
  /** Lists what a file must be, if the programme is stricter than the portal. */
  hints({ accept, maxFiles, sample }, locale) {
    const t = fieldMessages(locale);
    const kinds = accept?.map((type) => type.toUpperCase()).join(say(comma, locale));
    return [
      ...(kinds === undefined ? [] : [t.fileKinds({ kinds })]),
      ...(maxFiles === undefined ? [] : [t.atMostFiles({ count: maxFiles })]),
      ...(sample ? [`${t.sample}${t.colon}${say(sample, locale)}`] : []),
    ];
  },
};
export const declaration: KindUi<'declaration'> = {
  control: (_, { name, label }) => <Checkbox name={name} label={label} />,
};
