import type { ReactNode } from 'react';
import { cn } from './cn';
import type { Tone } from './status-tag';

const tones: Record<Tone, string> = {
  neutral: 'border-edge bg-neutral-bg',
  info: 'border-info bg-info-bg',
  warn: 'border-warn bg-warn-bg',
  success: 'border-success bg-success-bg',
  danger: 'border-danger bg-danger-bg',
  settled: 'border-settled bg-settled-bg',
};

/** Something the reader must not miss. `live` announces it, for what just happened. */
export function Callout(props: {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  live?: boolean;
}) {
  const { tone, title, children, live } = props;
  return (
    <div
      role={live ? 'status' : undefined}
      className={cn('rounded border-l-4 px-4 py-3', tones[tone])}
    >
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className={cn('measure', title && 'mt-1')}>{children}</div>}
    </div>
  );
}

/** What the last action did, told on the page it led to. */
export function Flash({ text }: { text: string | undefined }) {
  return text ? <Callout tone="success" title={text} live /> : null;
}
