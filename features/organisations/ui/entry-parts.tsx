import { ButtonLink } from '@/components/ui/button-link';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import type { FormAction } from '@/lib/form-state';
import type { Locale } from '@/lib/locale';
import { organisationMessages } from '../messages';

/** Shows the actions for one entry of a list: change it in the form beside, or remove it. */
export function EntryActions(props: {
  locale: Locale;
  id: string;
  name: string;
  editHref: string;
  remove: FormAction;
}) {
  const { locale, id, name, editHref, remove } = props;
  const t = organisationMessages(locale);
  return (
    <div className="flex flex-wrap gap-1">
      <ButtonLink href={editHref} variant="quiet" size="sm">
        {t.change}
        <span className="sr-only"> {words(name)}</span>
      </ButtonLink>
      <ActionForm action={remove} locale={locale} scope={id}>
        <HiddenField name="entryId" value={id} />
        <SubmitButton variant="quiet" size="sm">
          {t.remove}
          <span className="sr-only"> {words(name)}</span>
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

/** Shows the buttons of an entry's form. */
export function EntryButtons(props: { locale: Locale; isNew: boolean; cancelHref: string }) {
  const { locale, isNew, cancelHref } = props;
  const t = organisationMessages(locale);
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton variant={isNew ? 'secondary' : 'primary'}>
        {isNew ? t.add : t.save}
      </SubmitButton>
      {!isNew && (
        <ButtonLink href={cancelHref} variant="secondary" scroll={false}>
          {t.cancel}
        </ButtonLink>
      )}
    </div>
  );
}
