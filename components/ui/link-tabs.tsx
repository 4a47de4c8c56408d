import { Link } from './link';
import { cn } from './cn';
import { words } from './words';

/** Shows tabs that are links: each opens its own part of the page, with or without a script. */
export function LinkTabs(props: {
  label: string;
  tabs: readonly { href: string; label: string; current: boolean }[];
}) {
  return (
    <nav aria-label={props.label}>
      <ul className="border-line -mt-1 flex flex-wrap gap-x-6 border-b">
        {props.tabs.map(({ href, label, current }) => (
          <li key={href}>
            <Link
              href={href}
              scroll={false}
              aria-current={current ? 'true' : undefined}
              className={cn(
                'hover:text-fg -mb-px inline-flex min-h-11 items-center border-b-2',
                current
                  ? 'border-primary text-primary font-semibold'
                  : 'text-muted border-transparent forced-colors:border-[Canvas]',
              )}
            >
              <span>{words(label)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
