import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { Callout } from '@/components/ui/callout';
import { DescriptionList } from '@/components/ui/description-list';
import { EmailField, HiddenField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { Award } from '@/features/rules/ui/worth';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import {
  correctRowAction,
  resendInvitationAction,
  setAsideRowAction,
  takeBackRowAction,
} from '../actions';
import { awardImportLifecycle, awardRowLifecycle } from '../domain/lifecycle';
import { awardMessages, rowStates } from '../messages';
import { rowTones } from './tones';
import type { RowDetail } from '../row-queries';
import { InvitationTag, ProblemList } from './row-table';

type Props = { locale: Locale; row: RowDetail; role: Authority; now: Date };

type PageProps = Props & {
  /** The form by which the row is taken off its list on notice. */
  takeOff: ReactNode;
};

function Correct({ locale, row }: Props) {
  const t = awardMessages(locale);
  return (
    <Section title={t.correctTitle} lead={t.correctLead}>
      <ActionForm action={correctRowAction} locale={locale}>
        <HiddenField name="rowId" value={row.id} />
        {row.values.map(({ field, header, value }) => (
          <TextField
            key={field}
            name={`cell_${field}`}
            label={t[field]}
            hint={t.column({ header })}
            defaultValue={value}
            maxLength={500}
            optional={['reference', 'email', 'otherSupport', 'stated'].includes(field)}
          />
        ))}
        <SubmitButton>{t.save}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function SetAside({ locale, row }: Props) {
  const t = awardMessages(locale);
  return (
    <Section title={t.setAsideTitle} lead={t.setAsideLead}>
      <ActionForm action={setAsideRowAction} locale={locale} scope="aside">
        <HiddenField name="rowId" value={row.id} />
        <TextField name="reason" label={t.reason} maxLength={200} />
        <SubmitButton variant="danger">{t.setAsideButton}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function TakeBack({ locale, row, open }: Props & { open: boolean }) {
  const t = awardMessages(locale);
  return (
    <Callout tone="neutral" title={t.wasSetAside}>
      {words(row.setAsideReason)}
      {open && (
        <ActionForm action={takeBackRowAction} locale={locale} className="mt-3">
          <HiddenField name="rowId" value={row.id} />
          <SubmitButton size="sm" variant="secondary">
            {t.takeBack}
          </SubmitButton>
        </ActionForm>
      )}
    </Callout>
  );
}

function Invite({ locale, row }: Props) {
  const t = awardMessages(locale);
  return (
    <Section title={t.resendTitle} lead={t.resendLead}>
      <ActionForm action={resendInvitationAction} locale={locale}>
        <HiddenField name="rowId" value={row.id} />
        <EmailField
          name="email"
          label={t.email}
          autoComplete="off"
          defaultValue={row.invitation?.email ?? ''}
        />
        <SubmitButton variant="secondary">{t.resend}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** Shows what was read from the row, and what became of it. */
function Facts({ locale, row, now, role }: Props) {
  const t = awardMessages(locale);
  return (
    <DescriptionList
      items={[
        ...(row.creditCode
          ? [{ term: t.creditCode, value: <span className="code">{row.creditCode}</span> }]
          : []),
        ...(row.contractReference ? [{ term: t.reference, value: row.contractReference }] : []),
        ...(row.baseFen === null
          ? []
          : [
              {
                term: t.baseAmount,
                value: <Award amount={row.baseFen} rules={{ unit: row.unit }} locale={locale} />,
              },
            ]),
        ...(row.amountFen === null
          ? []
          : [{ term: t.amount, value: <Amount fen={row.amountFen} locale={locale} /> }]),
        ...(row.voucherId && may('voucher.oversee', role)
          ? [
              {
                term: t.voucher,
                value: (
                  <Link
                    className="link"
                    href={localePath(locale, paths.city.voucher(row.voucherId))}
                  >
                    {t.seeVoucher}
                  </Link>
                ),
              },
            ]
          : []),
        ...(row.invitation
          ? [
              {
                term: t.invitation,
                value: <InvitationTag invitation={row.invitation} now={now} locale={locale} />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** Shows one row of a list: what is wrong with it, and how to correct it. */
export function AwardRowPageView({ takeOff, ...props }: PageProps) {
  const { locale, row, role } = props;
  const t = awardMessages(locale);
  const open = may('award.import', role) && awardImportLifecycle.can(row.importState, 'check');
  const uninvited = row.state === 'issued' && row.invitation?.hasOwner === false;
  return (
    <PageBody narrow>
      <PageHeader
        eyebrow={
          <>
            {row.reference} · {t.rowTitle({ line: row.line })}{' '}
            <StatusTag tone={rowTones[row.state]}>{rowStates(locale)[row.state]}</StatusTag>
          </>
        }
        title={row.name ?? t.rowTitle({ line: row.line })}
        back={{
          href: localePath(locale, paths.city.awardList(row.importId)),
          label: row.reference,
        }}
      />
      {row.state === 'problem' && (
        <Callout tone="danger" title={t.whatIsWrong}>
          <ProblemList problems={row.problems} locale={locale} />
        </Callout>
      )}
      {row.state === 'set_aside' && <TakeBack {...props} open={open} />}
      <Facts {...props} />
      {open && awardRowLifecycle.can(row.state, 'pass') && <Correct {...props} />}
      {open && awardRowLifecycle.can(row.state, 'setAside') && <SetAside {...props} />}
      {row.state === 'publicised' && may('award.release', role) && !row.mine && takeOff}
      {uninvited && may('award.import', role) && <Invite {...props} />}
      <Section title={t.original}>
        <DescriptionList
          items={row.headers.map((header, at) => ({ term: header, value: row.cells[at] ?? '' }))}
        />
      </Section>
    </PageBody>
  );
}
