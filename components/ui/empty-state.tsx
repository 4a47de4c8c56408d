import type { ReactNode } from 'react';
import { words } from './words';

/** Shows why there is nothing here, and what to do about it. */
export function EmptyState(props: { title: ReactNode; body?: ReactNode; action?: ReactNode }) {
  return (
    <div className="border-edge/60 rounded border border-dashed px-6 py-10 text-center">
      <p className="font-semibold">{words(props.title)}</p>
      {props.body && <p className="text-muted measure mx-auto mt-1">{words(props.body)}</p>}
      {props.action && <div className="mt-4 flex justify-center">{props.action}</div>}
    </div>
  );
}
