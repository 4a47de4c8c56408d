import { Callout } from '@/components/ui/callout';
import { SelectField, TextArea, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Notice } from '@/features/notices/queries';
import type { Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { fileObjectionAction } from '../actions';
import { objectionMessages } from '../messages';

/** Lets anybody object to a line of a notice, by name, while it runs. */
export function ObjectionForm({ notice, locale }: { notice: Notice; locale: Locale }) {
  const t = objectionMessages(locale);
  const open = notice.items.filter(
    ({ outcome }) => outcome === 'pending' || outcome === 'objected',
  );
  if (!notice.running) return <Callout tone="neutral" title={t.objectEnded} />;
  if (open.length === 0) return <Callout tone="neutral" title={t.objectNone} />;
  return (
    <ActionForm action={fileObjectionAction} locale={locale} clears className="max-w-xl">
      <SelectField
        name="itemId"
        label={t.against}
        hint={notice.items.length < notice.awards ? t.longList : undefined}
        defaultValue={open.length === 1 ? (open[0]?.id ?? '') : ''}
        options={open.map((item) => ({
          value: item.id,
          label: `${item.organisationName} ${formatFen(item.amountFen)}`,
        }))}
      />
      <TextField name="objectorName" label={t.objectorName} autoComplete="name" maxLength={60} />
      <TextField name="objectorContact" label={t.objectorContact} maxLength={120} />
      <TextArea name="grounds" label={t.grounds} hint={t.groundsHint} rows={6} maxLength={4000} />
      <SubmitButton>{t.send}</SubmitButton>
    </ActionForm>
  );
}
