import { Link } from '@/components/ui/link';
import { Menu as MenuIcon, SunMoon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Menu } from '@/components/ui/menu';
import { localePath, locales, type Locale } from '@/lib/locale';
import { shellMessages } from './messages';
import { LanguageLink } from './language-link';
import { NavigationLinks } from './navigation-links';
import { PreferenceLink } from './preference-link';
import type { NavigationItem } from './navigation-items';

/** Shows the portal's mark: a chip with a corner torn off like a voucher's. */
function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className="size-8 shrink-0">
      <path
        d="M4 5h24v8a3 3 0 0 0 0 6v8H4v-8a3 3 0 0 0 0-6z"
        fill="none"
        stroke="var(--primary)"
        strokeWidth="2"
      />
      <path d="M11 11h10v10H11z" fill="var(--primary)" />
      <path d="M14 8v3M18 8v3M14 21v3M18 21v3" stroke="var(--primary)" strokeWidth="1.6" />
    </svg>
  );
}

function Appearance({ locale, path }: { locale: Locale; path: string }) {
  const t = shellMessages(locale);
  const choices = [
    ['theme=system', t.themeSystem],
    ['theme=light', t.themeLight],
    ['theme=dark', t.themeDark],
    ['text=normal', t.textNormal],
    ['text=large', t.textLarge],
  ] as const;
  return (
    <Menu
      summary={
        <>
          <SunMoon aria-hidden className="size-5" strokeWidth={1.75} />
          <span className="sr-only">{t.appearance}</span>
        </>
      }
    >
      <ul>
        {choices.map(([query, label]) => (
          <li key={query}>
            <PreferenceLink query={query} path={localePath(locale, path)}>
              {label}
            </PreferenceLink>
          </li>
        ))}
      </ul>
    </Menu>
  );
}

/** Shows the head of every page: mark, navigation, language, display, and the signed-in user. */
export function Header(props: {
  locale: Locale;
  path: string;
  work: readonly NavigationItem[];
  open: readonly NavigationItem[];
  /** The user's notifications; nothing for a user who is signed out. */
  bell?: ReactNode;
  account: ReactNode;
}) {
  const { locale, path, work, open, bell, account } = props;
  const t = shellMessages(locale);
  const other = locales.find((candidate) => candidate !== locale) ?? locale;
  return (
    <header className="site border-line bg-surface border-b">
      <div className="relative mx-auto flex max-w-7xl flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2 sm:gap-x-6 sm:px-6">
        <Link href={localePath(locale, '/')} className="flex items-center gap-2.5 no-underline">
          <Mark />
          <span className="text-lg font-semibold">{t.brand}</span>
          {/* Users who work here know the portal, and need the space. */}
          <span
            className={cn('text-muted hidden text-sm sm:inline', work.length > 0 && 'lg:hidden')}
          >
            {t.tagline}
          </span>
        </Link>
        <nav aria-label={t.programmes} className="ml-auto hidden lg:block">
          <NavigationLinks locale={locale} items={open} />
        </nav>
        <div className="ml-auto flex items-center sm:gap-1 lg:ml-0">
          <LanguageLink to={other} path={path}>
            {t.otherLanguage}
          </LanguageLink>
          <Appearance locale={locale} path={path} />
          {bell}
          {account}
          <Menu
            className="lg:hidden"
            panelClassName="w-56"
            summary={
              <>
                <MenuIcon aria-hidden className="size-5" />
                <span className="sr-only">{t.menu}</span>
              </>
            }
          >
            <NavigationLinks locale={locale} items={[...work, ...open]} stacked />
          </Menu>
        </div>
      </div>
      {work.length > 0 && (
        <nav aria-label={t.mainNavigation} className="border-line hidden border-t lg:block">
          <div className="mx-auto max-w-7xl px-4 sm:px-6">
            <NavigationLinks locale={locale} items={work} />
          </div>
        </nav>
      )}
    </header>
  );
}
