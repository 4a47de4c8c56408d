import type { ReactNode } from 'react';
import { words } from './words';

/** Shows names and their values, in two columns that stack where there is no room for them. */
export function DescriptionList({
  items,
}: {
  items: readonly { term: ReactNode; value: ReactNode }[];
}) {
  return (
    <dl className="@container divide-line border-line divide-y border-y">
      {items.map((item, at) => (
        <div
          key={at}
          className="grid gap-x-6 py-2 @md:grid-cols-[minmax(7rem,12rem)_minmax(0,1fr)] @md:items-baseline"
        >
          <dt className="text-muted">{words(item.term)}</dt>
          <dd className="min-w-0 break-words">{words(item.value)}</dd>
        </div>
      ))}
    </dl>
  );
}
