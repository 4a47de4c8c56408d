import type { ReactNode } from 'react';

export function DescriptionList({
  items,
}: {
  items: readonly { term: ReactNode; value: ReactNode }[];
}) {
  return (
    <dl className="divide-line border-line divide-y border-y">
      {items.map((item, at) => (
        <div key={at} className="grid gap-1 py-2.5 sm:grid-cols-[minmax(8rem,14rem)_1fr] sm:gap-6">
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
