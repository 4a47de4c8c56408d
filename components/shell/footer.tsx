import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { shellMessages } from './messages';

export function Footer({ locale }: { locale: Locale }) {
  const t = shellMessages(locale);
  return (
    <footer className="site border-line text-muted mt-16 border-t text-sm">
      <div className="mx-auto flex max-w-7xl flex-wrap justify-between gap-4 px-4 py-6 sm:px-6">
        <p>{t.footerAbout}</p>
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          <a className="link" href={localePath(locale, paths.developers())}>
            {t.footerDevelopers}
          </a>
          <a className="link" href={localePath(locale, paths.proof())}>
            {t.footerProof}
          </a>
          <a className="link" href={paths.api.health()}>
            {t.footerApi}
          </a>
        </p>
      </div>
    </footer>
  );
}
