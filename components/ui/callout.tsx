import type { ReactNode } from 'react';
import { cn } from './cn';
import { FlashPlace } from './flash-place';
import { toneIcons, type Tone } from './status-tag';
import { words } from './words';

const looks: Record<Tone, { frame: string; ink: string }> = {
  neutral: { frame: 'border-line bg-neutral-bg', ink: 'text-neutral' },
  info: { frame: 'border-info/35 bg-info-bg', ink: 'text-info' },
  warn: { frame: 'border-warn/35 bg-warn-bg', ink: 'text-warn' },
  success: { frame: 'border-success/35 bg-success-bg', ink: 'text-success' },
  danger: { frame: 'border-danger/35 bg-danger-bg', ink: 'text-danger' },
  final: { frame: 'border-final/35 bg-final-bg', ink: 'text-final' },
};

/** Shows something the reader must not miss. `live` announces it, for what has just happened. */
export function Callout(props: {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  live?: boolean;
}) {
  const { tone, title, children, live } = props;
  const Icon = toneIcons[tone];
  const { frame, ink } = looks[tone];
  return (
    <div
      role={live ? 'status' : undefined}
      className={cn('flex gap-3 rounded border px-4 py-3', frame)}
    >
      <Icon
        aria-hidden
        className={cn('mt-[calc(var(--reading)*0.5rem-0.625rem)] size-5 shrink-0', ink)}
        strokeWidth={1.75}
      />
      <div className="min-w-0 grow">
        {title && <p className={cn('font-semibold', ink)}>{words(title)}</p>}
        {children && <div className="measure">{words(children)}</div>}
      </div>
    </div>
  );
}

/** Shows what the last action did, on the page it led to, until there is an error there. */
export function Flash({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <FlashPlace key={text}>
      <Callout tone="success" title={text} live />
    </FlashPlace>
  );
}
