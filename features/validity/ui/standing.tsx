import { DescriptionList } from '@/components/ui/description-list';
import { Until } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import { Amount } from '@/components/ui/money';
import { Section } from '@/components/ui/page';
import { say } from '@/lib/bilingual';
import { formatUntil } from '@/lib/dates';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { fen, formatFen } from '@/lib/money';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { effectTexts, validityMessages } from '../messages';
import type { VoucherStanding } from '../queries';

type Props = { standing: VoucherStanding; locale: Locale };

/** Shows whose voucher it is, and what is left, held and used on it now. */
export function StandingFacts({ standing, locale }: Props) {
  const t = validityMessages(locale);
  const amount = (value: VoucherStanding['faceValueFen']) => <Amount fen={value} locale={locale} />;
  return (
    <Section title={t.facts}>
      <DescriptionList
        items={[
          {
            term: t.voucher,
            value: (
              <Link
                className="link code"
                href={localePath(locale, paths.city.voucher(standing.voucherId))}
              >
                {formatVoucherCode(standing.code)}
              </Link>
            ),
          },
          { term: t.holder, value: organisationName(standing.holder, locale) },
          { term: t.programme, value: say(standing.programme, locale) },
          { term: t.validTo, value: <Until at={standing.validTo} locale={locale} /> },
          { term: t.faceValue, value: amount(standing.faceValueFen) },
          { term: t.available, value: amount(standing.availableFen) },
          { term: t.held, value: amount(standing.heldFen) },
          { term: t.used, value: amount(standing.usedFen) },
        ]}
      />
    </Section>
  );
}

/** Returns what a revocation does, sentence by sentence. */
function revocationEffects({ standing, locale }: Props): string[] {
  const t = effectTexts(locale);
  const { availableFen, heldFen, openFen, usedFen, waiting } = standing;
  return [
    ...(waiting > 0 ? [t.waits({ n: waiting, amount: formatFen(fen(heldFen - openFen)) })] : []),
    t.returned({ amount: formatFen(fen(availableFen + openFen)) }),
    ...(openFen > 0n ? [t.holdsEnd({ amount: formatFen(openFen) })] : []),
    ...(usedFen > 0n ? [t.usedStays({ amount: formatFen(usedFen) })] : []),
    t.forGood,
    t.told,
    ...(standing.state === 'active' ? [t.meanwhile] : []),
  ];
}

/** Returns what an extension does, sentence by sentence. @param to the new last day, once one is proposed */
function extensionEffects({ standing, locale }: Props, to: Date | null): string[] {
  const t = effectTexts(locale);
  return [
    ...(to
      ? [t.longer({ from: formatUntil(standing.validTo, locale), to: formatUntil(to, locale) })]
      : []),
    t.once,
    t.holdsStay,
    t.told,
  ];
}

/** Shows what happens when a proposal is released. */
export function Effects(props: Props & { kind: 'revocation' | 'extension'; to: Date | null }) {
  const { locale, kind, to } = props;
  const texts = kind === 'revocation' ? revocationEffects(props) : extensionEffects(props, to);
  return (
    <Section title={validityMessages(locale).effects}>
      <ul className="measure list-disc space-y-1 pl-5">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Section>
  );
}
