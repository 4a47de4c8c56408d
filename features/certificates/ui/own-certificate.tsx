import { buttonClass } from '@/components/ui/button-class';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Link } from '@/components/ui/link';
import { Section } from '@/components/ui/page';
import { Qr } from '@/components/ui/qr';
import { SubmitButton } from '@/components/ui/submit-button';
import { publicAddress } from '@/server/env';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { issueCertificateAction } from '../actions';
import { scanAddress } from '../certificate-sheet';
import { carry } from '../domain/carried';
import { algorithmNames, certificateMessages } from '../messages';
import type { Certificate } from '../queries';

type Props = { locale: Locale; voucherId: string; certificate: Certificate | undefined };

function Issued({ locale, voucherId, certificate }: Props & { certificate: Certificate }) {
  const t = certificateMessages(locale);
  const { number, statement, algorithm, signedAt, carried } = certificate;
  const file = (part: 'pdf' | 'statement' | 'signature') =>
    paths.api.ownCertificate(voucherId, { part, lang: locale });
  return (
    <>
      <DescriptionList
        items={[
          { term: t.number, value: <span className="code">{formatVoucherCode(number)}</span> },
          { term: t.signedAt, value: <DateTime at={signedAt} locale={locale} /> },
          {
            term: t.key,
            value: (
              <Link className="link" href={localePath(locale, paths.signingKeys(statement.city))}>
                {t.keyAndWay({
                  key: statement.keyId,
                  algorithm: algorithmNames(locale)[algorithm],
                })}
              </Link>
            ),
          },
        ]}
      />
      <div className="w-64 max-w-full">
        <Qr
          text={scanAddress(certificate, locale, publicAddress())}
          label={t.scan({ number: formatVoucherCode(number) })}
        />
      </div>
      <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-3">
        <a className={buttonClass()} href={file('pdf')} download>
          {t.pdf}
        </a>
        <a className="link" href={file('statement')} download>
          {t.statement}
        </a>
        <a className="link" href={file('signature')} download>
          {t.signature}
        </a>
        <Link className="link" href={localePath(locale, paths.certificate(carry(carried)))}>
          {t.open}
        </Link>
      </div>
    </>
  );
}

/** Shows the holder the certificate of a voucher, or offers to issue it; nothing where there is none and none can be issued. */
export function OwnCertificate(props: Props & { mayIssue: boolean }) {
  const { locale, voucherId, certificate, mayIssue } = props;
  const t = certificateMessages(locale);
  if (!certificate && !mayIssue) return null;
  return (
    <Section id="certificate" title={t.title} lead={t.lead}>
      {certificate ? (
        <Issued locale={locale} voucherId={voucherId} certificate={certificate} />
      ) : (
        <ActionForm action={issueCertificateAction} locale={locale}>
          <p className="measure">{t.issueLead}</p>
          <HiddenField name="voucherId" value={voucherId} />
          <SubmitButton variant="secondary">{t.issue}</SubmitButton>
        </ActionForm>
      )}
    </Section>
  );
}
