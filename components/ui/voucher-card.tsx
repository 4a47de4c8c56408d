import type { ReactNode } from 'react';
import { formatVoucherCode } from '@/lib/identifiers';
import type { Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { DateOnly } from './date-time';
import { Guilloche } from './guilloche';
import { uiMessages } from './messages';
import { Amount } from './money';
import { MoneyBar } from './meter';
import { Seal } from './seal';
import { StatusTag, type Tone } from './status-tag';

/** The voucher as a thing one can hold: engraved, sealed, perforated at its stub. */
export function VoucherCard(props: {
  locale: Locale;
  seed: string;
  cityName: string;
  programmeTitle: string;
  holderName: string;
  code: string;
  faceValueFen: Fen;
  availableFen: Fen;
  heldFen: Fen;
  usedFen: Fen;
  validTo: Date;
  status: { label: string; tone: Tone };
  qr: ReactNode;
}) {
  const { locale } = props;
  const t = uiMessages(locale);
  return (
    <article className="border-edge bg-surface relative grid max-w-3xl overflow-hidden rounded-lg border sm:grid-cols-[1fr_11rem]">
      <div className="relative space-y-5 p-5 sm:p-7">
        <Guilloche
          seed={props.seed}
          className="pointer-events-none absolute inset-0 h-full w-full"
        />
        <div className="relative flex items-start justify-between gap-4">
          <div>
            <p className="text-muted text-sm">
              {props.cityName} · {t.voucher}
            </p>
            <p className="text-lg font-semibold">{props.programmeTitle}</p>
          </div>
          <Seal text={props.cityName} className="size-20 shrink-0 -rotate-6 sm:size-24" />
        </div>
        <div className="relative">
          <p className="text-muted text-sm">{t.faceValue}</p>
          <p className="text-3xl font-semibold">
            <Amount fen={props.faceValueFen} locale={locale} />
          </p>
        </div>
        <div className="relative">
          <MoneyBar
            locale={locale}
            totalFen={props.faceValueFen}
            segments={[
              { key: 'available', label: t.available, fen: props.availableFen },
              { key: 'held', label: t.held, fen: props.heldFen },
              { key: 'used', label: t.used, fen: props.usedFen },
            ]}
          />
        </div>
        <dl className="relative grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
          <div>
            <dt className="text-muted">{t.holder}</dt>
            <dd className="font-semibold">{props.holderName}</dd>
          </div>
          <div>
            <dt className="text-muted">{t.validTo}</dt>
            <dd className="font-semibold">
              <DateOnly on={props.validTo} locale={locale} />
            </dd>
          </div>
        </dl>
        <p className="text-muted relative text-sm">{t.nonTransferable}</p>
      </div>
      <div className="border-edge flex flex-row items-center gap-4 border-t-2 border-dashed p-5 sm:flex-col sm:justify-center sm:border-t-0 sm:border-l-2">
        <div className="w-28 shrink-0">{props.qr}</div>
        <div className="min-w-0 space-y-2 sm:text-center">
          <p className="text-muted text-sm">{t.scanToVerify}</p>
          <p className="tabular font-semibold break-words">{formatVoucherCode(props.code)}</p>
          <StatusTag tone={props.status.tone}>{props.status.label}</StatusTag>
        </div>
      </div>
    </article>
  );
}
