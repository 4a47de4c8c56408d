import type { ReactNode } from 'react';
import type { Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { cn } from './cn';
import { explanationMessages } from './explanation-messages';
import { Amount } from './money';
import { words } from './words';

export type ExplainedStep = {
  key: string;
  label: ReactNode;
  clause?: ReactNode;
  detail?: ReactNode;
  beforeFen?: Fen;
  afterFen?: Fen;
  /** The amount as a text, where it is not money. */
  after?: ReactNode;
};

function StepRow(props: { step: ExplainedStep; number: number; last: boolean; locale: Locale }) {
  const { step, number, last, locale } = props;
  const changed = step.beforeFen !== undefined && step.beforeFen !== step.afterFen;
  return (
    <tr className={cn('align-baseline', last ? 'border-fg border-t-2' : 'border-line border-t')}>
      <td aria-hidden className="text-muted tabular w-8 py-2.5 text-sm">
        {number}
      </td>
      <th scope="row" className="py-2.5 pr-4 text-left font-normal">
        <span className="font-semibold">{words(step.label)}</span>
        {step.detail && <span className="text-muted block text-sm">{words(step.detail)}</span>}
        {step.clause && (
          <span className="text-muted block text-sm">
            {explanationMessages(locale).clause} {words(step.clause)}
          </span>
        )}
      </th>
      <td className="tabular py-2.5 text-right">
        {changed && step.beforeFen !== undefined && (
          <del className="text-muted block text-sm">
            <Amount fen={step.beforeFen} locale={locale} />
          </del>
        )}
        {step.after && (
          <span className={cn('font-semibold', last && 'text-lg')}>{words(step.after)}</span>
        )}
        {!step.after && step.afterFen !== undefined && (
          <Amount
            fen={step.afterFen}
            locale={locale}
            className={cn('font-semibold', last && 'text-lg')}
          />
        )}
      </td>
    </tr>
  );
}

/** Shows a calculation step by step; the last row is the result. */
export function StepsTable({ steps, locale }: { steps: readonly ExplainedStep[]; locale: Locale }) {
  const t = explanationMessages(locale);
  return (
    <table className="border-line w-full border-b">
      <caption className="sr-only">{t.calculation}</caption>
      <thead className="text-muted text-sm">
        <tr>
          <th scope="col" colSpan={2} className="py-1.5 text-left font-normal">
            {t.step}
          </th>
          <th scope="col" className="py-1.5 text-right font-normal">
            {t.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, at) => (
          <StepRow
            key={step.key}
            step={step}
            number={at + 1}
            last={at === steps.length - 1}
            locale={locale}
          />
        ))}
      </tbody>
    </table>
  );
}
