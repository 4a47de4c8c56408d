import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Card, PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { enterMandateAction } from '../actions';
import { mandateMessages, rightNames } from '../messages';
import type { MandateSummary } from '../queries';
import { StandingTag, termItems } from './mandate-parts';

function Entry({ mandate, locale }: { mandate: MandateSummary; locale: Locale }) {
  const t = mandateMessages(locale);
  const rights = mandate.rights.map((right) => rightNames(locale)[right]).join(' · ');
  return (
    <Card className="space-y-4">
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        {say(mandate.bureau, locale)}
        <StandingTag standing={mandate.standing} locale={locale} />
      </h2>
      <DescriptionList items={[...termItems(locale, mandate), { term: t.rights, value: rights }]} />
      {mandate.standing === 'in_force' && (
        <ActionForm action={enterMandateAction} locale={locale} scope={mandate.id.slice(-8)}>
          <HiddenField name="mandateId" value={mandate.id} />
          <SubmitButton>{t.act({ city: say(mandate.city, locale) })}</SubmitButton>
        </ActionForm>
      )}
    </Card>
  );
}

/** Shows the cities that the agency acts for, each with its mandate, and lets the user choose one to act for. */
export function OperatorHome(props: { locale: Locale; mandates: readonly MandateSummary[] }) {
  const { locale, mandates } = props;
  const t = mandateMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.homeTitle} lead={t.homeLead} />
      {mandates.map((mandate) => (
        <Entry key={mandate.id} mandate={mandate} locale={locale} />
      ))}
      {mandates.length === 0 && <EmptyState title={t.homeNone} body={t.homeNoneText} />}
    </PageBody>
  );
}
