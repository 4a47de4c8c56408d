import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatUntil } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { startClaimAction } from '../actions';
import { claimMessages } from '../messages';
import type { ClaimPage } from '../queries';
import { ClaimTable } from './claim-table';

/** Shows the holder the claims on a voucher, and begins a new one or continues the draft. */
export function OwnClaims(props: {
  locale: Locale;
  voucherId: string;
  page: ClaimPage;
  validTo: Date;
  /** Whether something can be claimed now, by this user. */
  mayClaim: boolean;
  partialUse: boolean;
}) {
  const { locale, voucherId, page, validTo, mayClaim, partialUse } = props;
  const t = claimMessages(locale);
  const draft = page.rows.find(({ state }) => state === 'draft');
  return (
    <Section
      id="claims"
      title={t.claims}
      lead={mayClaim && (partialUse ? t.startLead : t.startLeadOnce)}
      actions={
        mayClaim &&
        (draft ? (
          <ButtonLink href={localePath(locale, paths.startup.claim(draft.id))}>{t.goOn}</ButtonLink>
        ) : (
          <ActionForm action={startClaimAction} locale={locale} scope="claim">
            <HiddenField name="voucherId" value={voucherId} />
            <SubmitButton>{t.start}</SubmitButton>
          </ActionForm>
        ))
      }
    >
      <ClaimTable
        locale={locale}
        rows={page.rows}
        path={paths.startup.claim}
        empty={
          <EmptyState title={t.none} body={t.noneBody({ on: formatUntil(validTo, locale) })} />
        }
      />
    </Section>
  );
}

/** Shows the city the claims on a voucher. */
export function CityClaims({ locale, page }: { locale: Locale; page: ClaimPage }) {
  const t = claimMessages(locale);
  return (
    <Section id="claims" title={t.claims}>
      <ClaimTable
        locale={locale}
        rows={page.rows}
        path={paths.city.claim}
        empty={<EmptyState title={t.none} />}
      />
    </Section>
  );
}
