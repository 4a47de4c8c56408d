import type { ReactNode } from 'react';
import type { Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { uiMessages } from './messages';
import { Amount } from './money';

export type ExplainedStep = {
  key: string;
  label: ReactNode;
  clause?: ReactNode;
  detail?: ReactNode;
  afterFen?: Fen;
};

/** A calculation, told step by step. */
export function StepsTable({ steps, locale }: { steps: readonly ExplainedStep[]; locale: Locale }) {
  const t = uiMessages(locale);
  return (
    <ol className="divide-line border-line divide-y border-y">
      {steps.map((step, at) => (
        <li key={step.key} className="grid grid-cols-[2rem_1fr_auto] items-baseline gap-x-3 py-2.5">
          <span aria-hidden className="text-muted tabular text-right">
            {at + 1}
          </span>
          <span>
            <span className="font-semibold">{step.label}</span>
            {step.detail && <span className="text-muted block text-sm">{step.detail}</span>}
            {step.clause && (
              <span className="text-muted block text-sm">
                {t.clause} {step.clause}
              </span>
            )}
          </span>
          <span className="text-right font-semibold">
            {step.afterFen !== undefined && <Amount fen={step.afterFen} locale={locale} />}
          </span>
        </li>
      ))}
    </ol>
  );
}
