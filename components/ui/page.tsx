import { Link } from './link';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { words } from './words';

export function PageHeader(props: {
  title: ReactNode;
  lead?: ReactNode;
  eyebrow?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
}) {
  const { title, lead, eyebrow, actions, back } = props;
  return (
    <header>
      {back && (
        <Link
          href={back.href}
          className="link no-print mb-3 -ml-0.5 inline-flex min-h-6 items-center gap-0.5 text-sm"
        >
          <ChevronLeft aria-hidden className="size-4" strokeWidth={1.75} />
          <span>{words(back.label)}</span>
        </Link>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          {eyebrow && <div className="text-muted mb-1 text-sm">{words(eyebrow)}</div>}
          <h1 className="text-2xl break-words sm:text-3xl">{words(title)}</h1>
        </div>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
      {lead && <div className="text-muted measure mt-2 text-lg">{words(lead)}</div>}
    </header>
  );
}

/** Shows the body of a page: its parts below each other, evenly spaced. */
export function PageBody({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return <div className={cn('space-y-10', narrow && 'max-w-2xl')}>{children}</div>;
}

export function Section(props: {
  title: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
  lead?: ReactNode;
  id?: string;
}) {
  const { title, children, actions, lead, id } = props;
  return (
    <section id={id}>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h2 className="min-w-0 text-xl">{words(title)}</h2>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
      {lead && <div className="text-muted measure mt-1">{words(lead)}</div>}
      <div className="mt-4 space-y-4">{children}</div>
    </section>
  );
}

export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cn('border-line bg-surface rounded border p-4 sm:p-5', className)}>
      {children}
    </div>
  );
}

/**
 * Shows two columns on wide screens: the work, and what the user consults beside it. Where there is room for only one column, the
 * second comes after the work, or before it where the work ends in a decision about it.
 */
export function Columns(props: { children: ReactNode; aside?: ReactNode; asideFirst?: boolean }) {
  const { children, aside, asideFirst = false } = props;
  if (!aside) return <div className="space-y-10">{children}</div>;
  const beside = (
    <aside className={cn('min-w-0 space-y-10', asideFirst && 'lg:order-last')}>{aside}</aside>
  );
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
      {asideFirst && beside}
      <div className="min-w-0 space-y-10">{children}</div>
      {!asideFirst && beside}
    </div>
  );
}

export function Grid({ children }: { children: ReactNode }) {
  return <div className="tiles">{children}</div>;
}

/** Shows one figure with its label, for the first row of an overview. */
export function Figure(props: { label: ReactNode; value: ReactNode; note?: ReactNode }) {
  return (
    <Card className="flex flex-col">
      <p className="text-muted text-sm">{words(props.label)}</p>
      <p className="tabular mt-1 text-2xl font-semibold">{words(props.value)}</p>
      {props.note && <p className="text-muted mt-auto pt-1 text-sm">{words(props.note)}</p>}
    </Card>
  );
}
