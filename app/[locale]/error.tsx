'use client';

import { usePathname } from 'next/navigation';
import { ErrorPage } from '@/components/shell/error-page';
import { splitLocale } from '@/lib/locale';

export default function Failure(props: { error: Error & { digest?: string }; reset: () => void }) {
  const { locale } = splitLocale(usePathname());
  return <ErrorPage locale={locale} reference={props.error.digest} retry={props.reset} />;
}
