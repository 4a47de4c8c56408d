import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { DateTime, Until } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Link } from '@/components/ui/link';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { PauseNotice } from '@/features/pauses/ui/notice';
import { say } from '@/lib/bilingual';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { statementRows } from '../certificate-sheet';
import { carry } from '../domain/carried';
import { isGenuine } from '../domain/verdict';
import { algorithmNames, certificateMessages, checkMessages, verdictTexts } from '../messages';
import type { CertifiedVoucher, CheckedCertificate } from '../queries';
import { OfflineOf } from './offline';

const tones = { active: 'success', frozen: 'warn', expired: 'neutral', revoked: 'danger' } as const;

/** Shows when it was verified, and the way to another one. */
function End({ locale, checkedAt }: { locale: Locale; checkedAt: Date | undefined }) {
  const t = checkMessages(locale);
  return (
    <>
      {checkedAt && (
        <p className="text-muted text-sm">
          {t.checkedAt} <DateTime at={checkedAt} locale={locale} />
        </p>
      )}
      <ButtonLink href={localePath(locale, paths.verify())} variant="secondary">
        {t.again}
      </ButtonLink>
    </>
  );
}

/** Shows the portal's present record of a voucher that has a certificate. */
function Now({ locale, voucher }: { locale: Locale; voucher: CertifiedVoucher }) {
  const t = checkMessages(locale);
  const c = certificateMessages(locale);
  return (
    <Section title={t.now}>
      <Callout tone={tones[voucher.state]} title={t[voucher.state]} />
      <PauseNotice pause={voucher.pause} locale={locale} />
      <DescriptionList
        items={[
          { term: t.city, value: say(voucher.city, locale) },
          { term: c.programme, value: say(voucher.programme, locale) },
          { term: c.holder, value: voucher.holder },
          { term: c.amount, value: <Amount fen={voucher.faceValueFen} locale={locale} /> },
          { term: c.validUntil, value: <Until at={voucher.validTo} locale={locale} /> },
          { term: c.signedAt, value: <DateTime at={voucher.signedAt} locale={locale} /> },
        ]}
      />
      <p className="text-muted measure">{t.balance}</p>
    </Section>
  );
}

function Head({ locale, number }: { locale: Locale; number: string }) {
  const t = checkMessages(locale);
  return (
    <PageHeader
      eyebrow={t.title}
      title={<span className="code">{formatVoucherCode(number)}</span>}
      back={{ href: localePath(locale, paths.verify()), label: t.verify }}
    />
  );
}

/** Shows the files and the command with which this certificate is verified without the portal. */
function Files({ locale, checked }: { locale: Locale; checked: CheckedCertificate }) {
  const t = certificateMessages(locale);
  const { statement, key, carried } = checked;
  if (!key) return null;
  const { number, keyId, city } = statement;
  const c = carry(carried);
  return (
    <OfflineOf locale={locale} algorithm={key.algorithm} number={number} keyId={keyId}>
      <div className="no-print flex flex-wrap gap-x-6 gap-y-2">
        <a className="link" href={paths.api.certificate({ part: 'statement', c })} download>
          {t.statement}
        </a>
        <a className="link" href={paths.api.certificate({ part: 'signature', c })} download>
          {t.signature}
        </a>
        <a className="link" href={paths.api.signingKey(city, `${keyId}.pem`)} download>
          {t.publicKey}
        </a>
      </div>
    </OfflineOf>
  );
}

function Signature({ locale, checked }: { locale: Locale; checked: CheckedCertificate }) {
  const t = checkMessages(locale);
  const { verdict, voucher } = checked;
  const genuine = isGenuine(verdict);
  if (genuine && !voucher) {
    return (
      <Callout tone="danger" title={t.offRecord}>
        {t.offRecordBody}
      </Callout>
    );
  }
  return (
    <Callout tone={genuine ? 'success' : 'danger'} title={verdictTexts(locale)[verdict]}>
      {!genuine && t.doNotAccept}
    </Callout>
  );
}

/** Shows what a scanned certificate proves, what the portal says now, and what was signed. */
export function CheckedCertificatePage(props: {
  locale: Locale;
  checked: CheckedCertificate | undefined;
}) {
  const { locale, checked } = props;
  const t = checkMessages(locale);
  const c = certificateMessages(locale);
  if (!checked) {
    return (
      <PageBody narrow>
        <PageHeader
          title={t.title}
          back={{ href: localePath(locale, paths.verify()), label: t.verify }}
        />
        <Callout tone="danger" title={t.damaged}>
          {t.damagedBody}
        </Callout>
        <End locale={locale} checkedAt={undefined} />
      </PageBody>
    );
  }
  const { statement, key } = checked;
  const accepted = isGenuine(checked.verdict) ? checked.voucher : undefined;
  const way = key
    ? c.keyAndWay({ key: key.keyId, algorithm: algorithmNames(locale)[key.algorithm] })
    : statement.keyId;
  const signed = [
    ...statementRows(statement, locale).map(([term, value]) => ({ term, value })),
    { term: c.signedAt, value: <DateTime at={new Date(statement.signed)} locale={locale} /> },
    {
      term: c.key,
      value: key ? (
        <Link className="link" href={localePath(locale, paths.signingKeys(statement.city))}>
          {way}
        </Link>
      ) : (
        way
      ),
    },
  ];
  return (
    <PageBody narrow>
      <Head locale={locale} number={statement.number} />
      <Signature locale={locale} checked={checked} />
      {accepted && <Now locale={locale} voucher={accepted} />}
      <Section title={t.signed}>
        <DescriptionList items={signed} />
      </Section>
      {accepted && <Files locale={locale} checked={checked} />}
      <End locale={locale} checkedAt={checked.checkedAt} />
    </PageBody>
  );
}

/** Shows what the portal has on record under the number of a certificate. */
export function FoundCertificatePage(props: {
  locale: Locale;
  number: string;
  answer: { checkedAt: Date; voucher: CertifiedVoucher | undefined };
}) {
  const { locale, number, answer } = props;
  const t = checkMessages(locale);
  return (
    <PageBody narrow>
      <Head locale={locale} number={number} />
      {answer.voucher ? (
        <>
          <Now locale={locale} voucher={answer.voucher} />
          <p className="text-muted measure">{t.numberOnly}</p>
        </>
      ) : (
        <Callout tone="danger" title={t.unknown}>
          {t.unknownBody}
        </Callout>
      )}
      <End locale={locale} checkedAt={answer.checkedAt} />
    </PageBody>
  );
}
