import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { DateField, HiddenField, TextArea, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { formatDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { declineBanAction, liftBanAction, proposeBanAction, releaseBanAction } from '../actions';
import { banDoneText, banMessages, banStates } from '../messages';
import type { BanEntry, ShownState } from '../queries';

type Localised = { locale: Locale };

const tones: Record<ShownState, Tone> = {
  proposed: 'warn',
  in_force: 'danger',
  ended: 'neutral',
  declined: 'neutral',
  lifted: 'neutral',
};

function Propose({ locale }: Localised) {
  const t = banMessages(locale);
  return (
    <Section title={t.propose}>
      <ActionForm action={proposeBanAction} locale={locale}>
        <TextField name="creditCode" label={t.creditCode} maxLength={30} />
        <DateField name="untilOn" label={t.until} />
        <TextField name="ground" label={t.ground} hint={t.groundHint} maxLength={200} />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} maxLength={1000} />
        <SubmitButton>{t.propose}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** Shows what the reader can do about an entry: decide on a proposal, or lift a ban that somebody else released. */
function Acts({ ban, locale }: Localised & { ban: BanEntry }) {
  const t = banMessages(locale);
  const scope = ban.id.slice(-8);
  const which = <span className="sr-only"> {organisationName(ban.firm, locale)}</span>;
  if (ban.state === 'proposed') {
    if (ban.mine) return <Callout tone="info" title={t.own} />;
    return (
      <TwoAnswers>
        <ActionForm action={releaseBanAction} locale={locale} scope={scope}>
          <HiddenField name="banId" value={ban.id} />
          <SubmitButton>
            {t.release}
            {which}
          </SubmitButton>
        </ActionForm>
        <Decline
          action={declineBanAction}
          locale={locale}
          scope={`decline-${scope}`}
          subject={{ name: 'banId', id: ban.id }}
          reason={{ name: 'answer', label: t.answer }}
          label={t.decline}
          which={which}
        />
      </TwoAnswers>
    );
  }
  if (ban.state !== 'in_force') return null;
  if (ban.mine) return <p className="text-muted">{t.releasedByYou}</p>;
  return (
    <Decline
      action={liftBanAction}
      locale={locale}
      scope={`lift-${scope}`}
      subject={{ name: 'banId', id: ban.id }}
      reason={{ name: 'liftReason', label: t.liftReason }}
      label={t.lift}
      which={which}
    />
  );
}

function Entry({ ban, locale, mayDecide }: Localised & { ban: BanEntry; mayDecide: boolean }) {
  const t = banMessages(locale);
  const step = (term: string, one: BanEntry['decided']) =>
    one
      ? [
          {
            term,
            value: (
              <>
                {words(one.name)} · <DateTime at={one.at} locale={locale} />
              </>
            ),
          },
        ]
      : [];
  const text = (term: string, value: string | null) =>
    value ? [{ term, value: words(value) }] : [];
  return (
    <Card className="space-y-4">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        {organisationName(ban.firm, locale)}
        <StatusTag tone={tones[ban.state]}>{banStates(locale)[ban.state]}</StatusTag>
      </h3>
      <DescriptionList
        items={[
          { term: t.creditCode, value: <span className="code">{ban.creditCode}</span> },
          { term: t.until, value: formatDate(ban.untilOn, locale) },
          { term: t.ground, value: words(ban.ground) },
          { term: t.reason, value: words(ban.reason) },
          ...step(t.proposedBy, ban.proposed),
          ...step(t.decidedBy, ban.decided),
          ...text(t.answer, ban.answer),
          ...step(t.liftedBy, ban.lifted),
          ...text(t.liftReason, ban.liftReason),
        ]}
      />
      {mayDecide && <Acts ban={ban} locale={locale} />}
    </Card>
  );
}

/** Shows the city's register of bans, and the form for a new one where the reader may propose it. */
export function BanRegister(
  props: Localised & {
    page: { rows: BanEntry[]; nextCursor: string | null };
    cursor: string | undefined;
    mayPropose: boolean;
    mayDecide: boolean;
    done: string | undefined;
  },
) {
  const { locale, page, cursor, mayPropose, mayDecide, done } = props;
  const t = banMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <Flash text={banDoneText(locale, done)} />
      <Section id="register" title={t.register}>
        {page.rows.map((ban) => (
          <Entry key={ban.id} ban={ban} locale={locale} mayDecide={mayDecide} />
        ))}
        {page.rows.length === 0 && <EmptyState title={t.none} />}
        <Pager
          locale={locale}
          path={localePath(locale, paths.city.bans())}
          cursor={cursor}
          nextCursor={page.nextCursor}
          anchor="register"
        />
      </Section>
      {mayPropose && <Propose locale={locale} />}
    </PageBody>
  );
}
