import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/locale';
import { cn } from './cn';
import { uiMessages } from './messages';

export type Step = {
  key: string;
  label: ReactNode;
  state: 'done' | 'current' | 'ahead';
  note?: ReactNode;
};

const rings: Record<Step['state'], string> = {
  done: 'border-primary bg-surface text-primary',
  current: 'border-primary bg-primary text-on-primary',
  ahead: 'border-edge bg-surface text-muted',
};

/** How far a case is: in a row on wide screens, one below the other on a phone. */
export function Steps(props: { locale: Locale; label: string; steps: readonly Step[] }) {
  const t = uiMessages(props.locale);
  const said = { done: t.stepDone, current: t.stepCurrent, ahead: t.stepAhead };
  return (
    <ol aria-label={props.label} className="flex flex-col sm:flex-row">
      {props.steps.map((step, at) => (
        <li
          key={step.key}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className="group flex min-w-0 grow basis-0 gap-3 sm:flex-col sm:gap-2"
        >
          <div className="flex flex-col items-center sm:flex-row">
            <span
              aria-hidden
              className={cn(
                'tabular flex size-7 shrink-0 items-center justify-center rounded-full border text-sm leading-none font-semibold',
                rings[step.state],
              )}
            >
              {step.state === 'done' ? <Check className="size-4" strokeWidth={2.25} /> : at + 1}
            </span>
            <span
              aria-hidden
              className={cn(
                'w-px grow group-last:hidden sm:h-px sm:w-auto',
                step.state === 'done' ? 'bg-primary' : 'bg-line',
              )}
            />
          </div>
          <div className="pb-4 sm:pr-4 sm:pb-0">
            <p
              className={cn(
                step.state === 'current' && 'font-semibold',
                step.state === 'ahead' && 'text-muted',
              )}
            >
              {step.label}
              <span className="sr-only"> {said[step.state]}</span>
            </p>
            {step.note && <p className="text-muted text-sm">{step.note}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
