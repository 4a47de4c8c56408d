'use client';

import { usePathname } from 'next/navigation';
import { ErrorPage } from '@/components/shell/error-page';
import { splitLocale } from '@/lib/locale';

/** Shows an error. A retry fetches the page again, because most likely the server caused the fault. */
export default function Failure(props: { error: Error & { digest?: string }; retry: () => void }) {
  const { locale } = splitLocale(usePathname());
  return <ErrorPage locale={locale} reference={props.error.digest} retry={props.retry} />;
}
