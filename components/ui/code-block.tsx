import { words } from './words';

/** Shows whole lines of code. They can be scrolled sideways, with the keyboard too. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <pre
      role="region"
      aria-label={label}
      tabIndex={0}
      className="bg-neutral-bg border-line overflow-x-auto rounded border px-4 py-3 text-sm leading-6 print:whitespace-pre-wrap"
    >
      <code lang="en" className="font-mono">
        {words(children, 'en')}
      </code>
    </pre>
  );
}
