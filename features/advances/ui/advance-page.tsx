import { Flash } from '@/components/ui/callout';
import { Decline } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { DateField, HiddenField, MoneyField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { EventTimeline } from '@/features/audit/ui/event-timeline';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import { endAdvanceAction, proposeReturnAction } from '../actions';
import { advanceDoneText, advanceMessages } from '../messages';
import type { AdvanceDetail } from '../queries';
import { AccountTag } from './accounts';
import { Movements } from './movements';
import { Requests } from './requests';

type Props = {
  locale: Locale;
  advance: AdvanceDetail;
  cursor: string | undefined;
  role: Authority;
  done: string | undefined;
};

function Facts({ locale, advance }: Pick<Props, 'locale' | 'advance'>) {
  const t = advanceMessages(locale);
  return (
    <DescriptionList
      items={[
        { term: t.programme, value: say(advance.programme, locale) },
        { term: t.level, value: <Amount fen={advance.levelFen} locale={locale} /> },
        { term: t.balance, value: <Amount fen={advance.balanceFen} locale={locale} /> },
        ...(advance.onTheWayFen > 0n
          ? [{ term: t.onTheWay, value: <Amount fen={advance.onTheWayFen} locale={locale} /> }]
          : []),
        { term: t.drawn, value: <Amount fen={advance.drawnFen} locale={locale} /> },
      ]}
    />
  );
}

/** Shows the form for what the vendor has paid back, as the bank shows it. */
function Return({ locale, advance }: Pick<Props, 'locale' | 'advance'>) {
  const t = advanceMessages(locale);
  return (
    <Card className="no-print space-y-4">
      <h3 className="text-lg">{t.enterReturn}</h3>
      <ActionForm action={proposeReturnAction} locale={locale} scope="return">
        <p className="text-muted measure">{t.returnLead}</p>
        <HiddenField name="advanceId" value={advance.id} />
        <MoneyField name="amountFen" label={t.amount} />
        <DateField name="paidOn" label={t.paidOn} />
        <TextField name="bankReference" label={t.bankReference} />
        <SubmitButton>{t.enterReturn}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

/** Shows one advance: its level and balance, every movement, what was proposed about it, and its history. */
export function AdvancePage({ locale, advance, cursor, role, done }: Props) {
  const t = advanceMessages(locale);
  const mayPropose = may('advance.propose', role);
  const mayReadBatches = may('settlement.read', role);
  return (
    <PageBody>
      <PageHeader
        eyebrow={<AccountTag running={advance.running} locale={locale} />}
        title={words(organisationName(advance.payee, locale))}
        lead={t.notCost}
        back={{ href: localePath(locale, paths.city.advances()), label: t.title }}
      />
      <Flash text={advanceDoneText(locale, done)} />
      <Facts locale={locale} advance={advance} />
      <Movements
        locale={locale}
        movements={advance.movements}
        cursor={cursor}
        path={localePath(locale, paths.city.advance(advance.id))}
        {...(mayReadBatches && {
          hrefOf: (batchId: string) => localePath(locale, paths.city.settlement(batchId)),
        })}
      />
      {mayPropose && !advance.running && advance.balanceFen > 0n && (
        <Return locale={locale} advance={advance} />
      )}
      <Section title={t.requests}>
        <Requests locale={locale} caption={t.requests} requests={advance.requests} empty={null} />
      </Section>
      {mayPropose && advance.running && (
        <Decline
          action={endAdvanceAction}
          locale={locale}
          scope="end"
          subject={{ name: 'advanceId', id: advance.id }}
          reason={{ name: 'reason', label: t.endReason, hint: t.endLead }}
          label={t.end}
        />
      )}
      <Section title={t.history}>
        <EventTimeline events={advance.events} locale={locale} />
      </Section>
    </PageBody>
  );
}
