import { notFound } from 'next/navigation';

/** Any address that is no page gets our own page about that, in the reader's language. */
export default function Page() {
  notFound();
}
