import type { ReactNode } from 'react';
import { formatVoucherCode } from '@/lib/identifiers';
import type { Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { cn } from './cn';
import { Until } from './date-time';
import { Ribbon, Rosette } from './guilloche';
import { voucherMessages } from './voucher-messages';
import { BalanceBar } from './meter';
import { Amount } from './money';
import { Seal } from './seal';
import { StatusTag, type Tone } from './status-tag';
import { words } from './words';

export type VoucherCardProps = {
  locale: Locale;
  /** The programme's id, from which its engraving is drawn. */
  seed: string;
  cityName: string;
  programmeTitle: string;
  holderName: string;
  code: string;
  /** The face value in the unit that the voucher counts, where that is not yuan. */
  quantity?: string | undefined;
  faceValueFen: Fen;
  availableFen: Fen;
  heldFen: Fen;
  usedFen: Fen;
  validTo: Date;
  /** Where the voucher can be spent. */
  scope?: ReactNode;
  status: { label: string; tone: Tone };
  qr: ReactNode;
  /** What can be done with the code. */
  codeAction?: ReactNode;
};

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{term}</dt>
      <dd className="font-semibold break-words">{words(children)}</dd>
    </div>
  );
}

/** Shows the seal on the programme's own rosette. */
function Marks({ seed, cityName }: { seed: string; cityName: string }) {
  return (
    <div className="pointer-events-none absolute top-4 right-4 size-20 @min-[36rem]:top-6 @min-[36rem]:right-6 @min-[36rem]:size-24">
      <Rosette
        seed={seed}
        className="absolute top-1/2 left-1/2 size-64 -translate-1/2 opacity-25 @min-[36rem]:size-80"
      />
      <Seal text={cityName} className="relative size-full -rotate-6" />
    </div>
  );
}

/** Shows the part with the value: the holder, how much is left, until when. */
function Face(props: VoucherCardProps) {
  const { locale } = props;
  const t = voucherMessages(locale);
  return (
    <div className="relative flex min-w-0 flex-col gap-4 overflow-clip p-5 @min-[36rem]:px-7 @min-[36rem]:py-6">
      <Marks seed={props.seed} cityName={props.cityName} />
      <div className="relative pr-24 @min-[36rem]:pr-28">
        <p className="text-muted text-sm leading-5">
          {words(props.cityName)} · {t.voucher}
        </p>
        <p className="mt-0.5 text-lg leading-snug font-semibold">{words(props.programmeTitle)}</p>
      </div>
      <div className="relative">
        <p className="text-muted text-sm leading-5">{t.faceValue}</p>
        <p className="text-3xl leading-tight font-semibold @min-[36rem]:text-4xl @min-[36rem]:leading-tight">
          {props.quantity ?? <Amount fen={props.faceValueFen} locale={locale} />}
        </p>
        {props.quantity && (
          <p className="text-lg leading-snug">
            <Amount fen={props.faceValueFen} locale={locale} />
          </p>
        )}
      </div>
      <div className="relative">
        <BalanceBar
          locale={locale}
          faceValueFen={props.faceValueFen}
          availableFen={props.availableFen}
          heldFen={props.heldFen}
          usedFen={props.usedFen}
        />
      </div>
      <dl className="relative mt-auto grid gap-x-6 gap-y-2 text-sm leading-5 @min-[26rem]:grid-cols-[1.6fr_1fr]">
        <Fact term={t.holder}>{props.holderName}</Fact>
        <Fact term={t.validTo}>
          <Until at={props.validTo} locale={locale} />
        </Fact>
        {props.scope && <Fact term={t.scope}>{props.scope}</Fact>}
      </dl>
    </div>
  );
}

/** Shows the code in its groups; a line never breaks within one. */
export function CodeGroups({ code, className }: { code: string; className?: string }) {
  return (
    <p className={className}>
      {formatVoucherCode(code)
        .split(/(?<=-)/)
        .map((group, at) => (
          <span key={at} className="inline-block">
            {group}
          </span>
        ))}
    </p>
  );
}

/** Shows the part for others: the code, for scanning and for reading out. */
function Stub(props: VoucherCardProps) {
  const t = voucherMessages(props.locale);
  return (
    <div className="voucher-stub relative flex flex-wrap items-center gap-x-5 gap-y-3 p-5 @min-[36rem]:flex-col @min-[36rem]:flex-nowrap @min-[36rem]:justify-between @min-[36rem]:py-6 @min-[36rem]:text-center">
      <StatusTag tone={props.status.tone}>{props.status.label}</StatusTag>
      <div className="voucher-qr shrink-0">{props.qr}</div>
      <div className="min-w-0 flex-1 basis-32 text-sm leading-5 @min-[36rem]:flex-none @min-[36rem]:basis-auto">
        <p className="text-muted">{t.scanToVerify}</p>
        <CodeGroups code={props.code} className="code font-semibold" />
        {props.codeAction && <div className="no-print mt-1.5">{props.codeAction}</div>}
        <p className="text-muted mt-2">{t.nonTransferable}</p>
      </div>
    </div>
  );
}

/** Shows a voucher like one on paper: engraved, sealed, perforated at its stub; black in print. */
export function VoucherCard(props: VoucherCardProps) {
  const spent = props.status.tone === 'neutral' || props.status.tone === 'danger';
  return (
    <div className="@container max-w-[44rem]">
      <article className={cn('voucher', spent && 'grayscale')}>
        <Ribbon
          seed={props.seed}
          className="pointer-events-none absolute bottom-0 left-0 h-28 w-full opacity-20"
        />
        <Face {...props} />
        <Stub {...props} />
      </article>
    </div>
  );
}
