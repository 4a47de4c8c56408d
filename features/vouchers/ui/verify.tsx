import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { DateTime, Until } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { TextField } from '@/components/ui/fields';
import { GetForm } from '@/components/ui/get-form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Seal } from '@/components/ui/seal';
import { PauseNotice } from '@/features/pauses/ui/notice';
import { Worth } from '@/features/rules/ui/worth';
import { say } from '@/lib/bilingual';
import { chineseAmount } from '@/lib/chinese-amount';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { verifyMessages } from '../messages';
import type { VerifiedVoucher } from '../queries';

/** Shows the form for a code. After a wrong code it shows the fault and the typed text. */
export function VerifyForm(props: {
  locale: Locale;
  code: string | undefined;
  /** How to verify without the portal. */
  offline: ReactNode;
}) {
  const { locale, code, offline } = props;
  const t = verifyMessages(locale);
  return (
    <PageBody narrow>
      <PageHeader title={t.title} lead={t.lead} />
      <GetForm
        locale={locale}
        action={localePath(locale, paths.verify())}
        search={t.title}
        errors={code === undefined ? {} : { code: t.wrong }}
        values={code === undefined ? {} : { code }}
        className="max-w-xl space-y-4"
      >
        <TextField name="code" label={t.code} hint={t.codeHint} maxLength={40} autoComplete="off" />
        <Button type="submit">{t.verify}</Button>
      </GetForm>
      {offline}
    </PageBody>
  );
}

const tones = { active: 'success', frozen: 'warn', expired: 'neutral', revoked: 'danger' } as const;

function Verdict({ state, locale }: { state: VerifiedVoucher['state']; locale: Locale }) {
  const t = verifyMessages(locale);
  return <Callout tone={tones[state]} title={state === 'active' ? t.genuine : t[state]} />;
}

function Facts({ voucher, locale }: { voucher: VerifiedVoucher; locale: Locale }) {
  const t = verifyMessages(locale);
  return (
    <div className="relative">
      <Seal
        text={voucher.city['zh-CN']}
        className="absolute top-0 right-0 hidden size-28 -rotate-6 sm:block"
      />
      <div className="sm:pr-36">
        <DescriptionList
          items={[
            { term: t.city, value: say(voucher.city, locale) },
            { term: t.programme, value: say(voucher.programme, locale) },
            { term: t.holder, value: voucher.holder },
            {
              term: t.faceValue,
              value: (
                <strong>
                  <Worth fen={voucher.faceValueFen} price={voucher.price} locale={locale} />
                </strong>
              ),
            },
            {
              term: t.inWords,
              value: <span lang="zh-CN">{chineseAmount(voucher.faceValueFen)}</span>,
            },
            { term: t.issuedAt, value: <DateTime at={voucher.issuedAt} locale={locale} /> },
            { term: t.validTo, value: <Until at={voucher.validTo} locale={locale} /> },
          ]}
        />
      </div>
    </div>
  );
}

/** Shows the result for a code: a genuine voucher with its facts, or none. */
export function VerifyAnswer(props: {
  locale: Locale;
  code: string;
  answer: { checkedAt: Date; voucher: VerifiedVoucher | undefined };
  /** How to verify without the portal. */
  offline: ReactNode;
}) {
  const { locale, code, answer, offline } = props;
  const t = verifyMessages(locale);
  const { voucher, checkedAt } = answer;
  return (
    <PageBody narrow>
      <PageHeader
        eyebrow={t.title}
        title={<span className="code">{formatVoucherCode(code)}</span>}
        back={{ href: localePath(locale, paths.verify()), label: t.again }}
      />
      {voucher ? (
        <>
          <Verdict state={voucher.state} locale={locale} />
          <PauseNotice pause={voucher.pause} locale={locale} />
          <Facts voucher={voucher} locale={locale} />
          <p className="text-muted measure">{t.notTransferable}</p>
        </>
      ) : (
        <Callout tone="danger" title={t.unknown}>
          {t.unknownBody}
        </Callout>
      )}
      <p className="text-muted text-sm">
        {t.checkedAt} <DateTime at={checkedAt} locale={locale} />
      </p>
      <ButtonLink href={localePath(locale, paths.verify())} variant="secondary">
        {t.again}
      </ButtonLink>
      {voucher && offline}
    </PageBody>
  );
}
