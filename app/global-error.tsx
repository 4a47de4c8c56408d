'use client';

import './globals.css';
import { usePathname } from 'next/navigation';
import { errorMessages } from '@/lib/error-messages';
import { ErrorPage } from '@/components/shell/error-page';
import { splitLocale } from '@/lib/locale';

/** Shows an error when even the layout of a page cannot be made, for example without the database. */
export default function Failure(props: { error: Error & { digest?: string } }) {
  const { locale } = splitLocale(usePathname());
  return (
    <html lang={locale}>
      <body>
        <title>{errorMessages(locale).errorTitle}</title>
        <main className="mx-auto w-full max-w-7xl px-4 pt-8 sm:px-6">
          <ErrorPage
            locale={locale}
            reference={props.error.digest}
            retry={() => {
              window.location.reload();
            }}
          />
        </main>
      </body>
    </html>
  );
}
