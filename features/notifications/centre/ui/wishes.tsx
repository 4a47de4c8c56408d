import { SelectField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { Role } from '@/lib/roles';
import { saveWishesAction } from '../actions';
import { categoryHints, categoryNames, centreMessages, wishNames } from '../messages';
import {
  categoriesOf,
  mailWishes,
  type Category,
  type MailWish,
} from '@/features/notifications/domain/categories';

/** Shows the form for the choices about mails. It contains only categories that the user's roles can receive. */
export function Wishes(props: {
  locale: Locale;
  roles: readonly Role[];
  wishes: Partial<Record<Category, MailWish>>;
}) {
  const { locale, roles, wishes } = props;
  const t = centreMessages(locale);
  const shown = categoriesOf(roles);
  const names = wishNames(locale);
  return (
    <PageBody narrow>
      <PageHeader
        title={t.wishesTitle}
        lead={t.wishesLead}
        back={{ href: localePath(locale, paths.notifications()), label: t.title }}
      />
      {shown.length === 0 ? (
        <p>{t.noWishes}</p>
      ) : (
        <ActionForm action={saveWishesAction} locale={locale}>
          {shown.map((category) => (
            <SelectField
              key={category}
              name={category}
              label={categoryNames(locale)[category]}
              hint={categoryHints(locale)[category]}
              defaultValue={wishes[category] ?? 'at_once'}
              options={mailWishes.map((value) => ({ value, label: names[value] }))}
            />
          ))}
          <p className="text-muted">{t.dailyHint}</p>
          <SubmitButton>{t.save}</SubmitButton>
        </ActionForm>
      )}
      <Section title={t.mandatoryTitle}>
        <p className="measure">{t.mandatoryBody}</p>
      </Section>
    </PageBody>
  );
}
