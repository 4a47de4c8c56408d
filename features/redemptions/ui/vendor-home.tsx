import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { Until } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/fields';
import { GetForm } from '@/components/ui/get-form';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { PauseNotice } from '@/features/pauses/ui/notice';
import { Worth } from '@/features/rules/ui/worth';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { CheckedVoucher, HoldPage } from '../hold-queries';
import { redemptionMessages, vendorHomeMessages } from '../messages';
import type { RedemptionPage } from '../queries';
import { HoldTable } from './hold-table';
import { RedemptionTable } from './redemption-table';

function CheckForm(props: { locale: Locale; code?: string | undefined; wrong?: boolean }) {
  const { locale, code, wrong = false } = props;
  const t = vendorHomeMessages(locale);
  return (
    <GetForm
      locale={locale}
      action={localePath(locale, paths.vendor.check())}
      search={t.check}
      errors={wrong ? { code: t.codeWrong } : {}}
      values={code === undefined ? {} : { code }}
      className="max-w-xl space-y-4"
    >
      <TextField name="code" label={t.code} hint={t.codeHint} maxLength={40} autoComplete="off" />
      <Button type="submit">{t.checkNow}</Button>
    </GetForm>
  );
}

/** Shows the vendor's first page: check a voucher, redeem holds, and see the latest redemptions. */
export function VendorHome(props: {
  locale: Locale;
  holds: HoldPage;
  recent: RedemptionPage;
  operator: boolean;
  cursor: string | undefined;
}) {
  const { locale, holds, recent, operator, cursor } = props;
  const t = vendorHomeMessages(locale);
  const path = localePath(locale, paths.vendor.home());
  return (
    <PageBody>
      <PageHeader title={t.title} />
      <Card>
        <h2 className="mb-4 text-xl">{t.check}</h2>
        <CheckForm locale={locale} />
      </Card>
      <Section title={t.openHolds}>
        <HoldTable
          locale={locale}
          rows={holds.rows}
          parties={['holder']}
          {...(operator && { offer: 'redeem' as const })}
          empty={<EmptyState title={t.noHolds} body={t.noHoldsBody} />}
        />
        <Pager locale={locale} path={path} cursor={cursor} nextCursor={holds.nextCursor} />
      </Section>
      <Section
        title={t.recent}
        actions={
          <ButtonLink
            href={localePath(locale, paths.vendor.redemptions())}
            variant="secondary"
            size="sm"
          >
            {t.seeAll}
          </ButtonLink>
        }
      >
        <RedemptionTable
          locale={locale}
          rows={recent.rows.slice(0, 8)}
          path={paths.vendor.redemption}
          parties={['holder']}
          empty={
            <EmptyState
              title={redemptionMessages(locale).none}
              body={redemptionMessages(locale).noneVendor}
            />
          }
        />
      </Section>
    </PageBody>
  );
}

export type CheckAnswer =
  | { kind: 'noCode' }
  | { kind: 'wrong' }
  | { kind: 'unknown' }
  | { kind: 'known'; voucher: CheckedVoucher };

function Verdict({ voucher, locale }: { voucher: CheckedVoucher; locale: Locale }) {
  const t = vendorHomeMessages(locale);
  if (voucher.state === 'expired') return <Callout tone="danger" title={t.expired} live />;
  if (voucher.state === 'revoked') return <Callout tone="danger" title={t.revoked} live />;
  if (voucher.state === 'frozen') return <Callout tone="warn" title={t.frozen} live />;
  if (!voucher.spentAtVendors) {
    return (
      <Callout tone="warn" title={t.notSpent} live>
        {t.notSpentBody}
      </Callout>
    );
  }
  if (!voucher.listed) {
    return (
      <Callout tone="warn" title={t.notListed} live>
        {t.notListedBody}
      </Callout>
    );
  }
  return <Callout tone="success" title={t.good} live />;
}

function Known(props: { voucher: CheckedVoucher; locale: Locale; operator: boolean }) {
  const { voucher, locale, operator } = props;
  const t = vendorHomeMessages(locale);
  const usable = voucher.state === 'active' && voucher.spentAtVendors && voucher.listed;
  return (
    <>
      <Verdict voucher={voucher} locale={locale} />
      <PauseNotice pause={voucher.pause} locale={locale} />
      <DescriptionList
        items={[
          { term: t.holder, value: voucher.holderName },
          { term: t.city, value: say(voucher.city, locale) },
          { term: t.programme, value: say(voucher.programme, locale) },
          {
            term: t.available,
            value: (
              <strong>
                <Worth fen={voucher.availableFen} price={voucher.price} locale={locale} />
              </strong>
            ),
          },
          { term: t.validTo, value: <Until at={voucher.validTo} locale={locale} /> },
        ]}
      />
      {usable && (
        <Section title={t.holdsHere}>
          <HoldTable
            locale={locale}
            rows={voucher.holds}
            parties={[]}
            {...(operator && { offer: 'redeem' as const })}
            empty={<EmptyState title={t.noHolds} body={t.askHold} />}
          />
        </Section>
      )}
    </>
  );
}

/** Shows the result for a voucher code: usable, not usable and why, or not a valid code. */
export function CheckPage(props: {
  locale: Locale;
  code: string | undefined;
  answer: CheckAnswer;
  operator: boolean;
}) {
  const { locale, code, answer, operator } = props;
  const t = vendorHomeMessages(locale);
  return (
    <PageBody narrow>
      <PageHeader
        title={t.check}
        back={{ href: localePath(locale, paths.vendor.home()), label: t.title }}
      />
      <CheckForm locale={locale} code={code} wrong={answer.kind === 'wrong'} />
      {answer.kind === 'unknown' && <Callout tone="danger" title={t.unknown} live />}
      {answer.kind === 'known' && (
        <Known voucher={answer.voucher} locale={locale} operator={operator} />
      )}
    </PageBody>
  );
}
