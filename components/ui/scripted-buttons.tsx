'use client';

import { Check, Copy, Printer } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { buttonClass } from './button-class';

/** Subscribes to nothing, because what a browser can do stays the same while a page is open. */
const never = () => () => undefined;

/** Returns what a browser with a script can do; false on the server, and so in a browser without one. */
const useAble = (able: () => boolean) => useSyncExternalStore(never, able, () => false);

const hasClipboard = () => 'clipboard' in navigator;
const hasScript = () => true;

/** Copies a text. The button is there only where the browser lets a page copy. */
export function CopyButton(props: { text: string; label: string; done: string; failed: string }) {
  const { text, label, done, failed } = props;
  const [answer, setAnswer] = useState('');
  const able = useAble(hasClipboard);
  if (!able) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setAnswer(done),
      () => setAnswer(failed),
    );
  const Icon = answer === done ? Check : Copy;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <button type="button" className={buttonClass('secondary', 'sm')} onClick={() => void copy()}>
        <Icon aria-hidden className="size-4" strokeWidth={1.75} />
        {label}
      </button>
      <span role="status" className="text-muted text-sm">
        {answer}
      </span>
    </span>
  );
}

/** Prints the page. Without a script the browser's own menu does. */
export function PrintButton({ label }: { label: string }) {
  const able = useAble(hasScript);
  if (!able) return null;
  return (
    <button type="button" className={buttonClass('secondary', 'sm')} onClick={() => window.print()}>
      <Printer aria-hidden className="size-4" strokeWidth={1.75} />
      {label}
    </button>
  );
}
