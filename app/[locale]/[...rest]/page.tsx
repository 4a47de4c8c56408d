import { notFound } from 'next/navigation';

/** Shows our own "not found" page, in the reader's language, for every address that is no page. */
export default function Page() {
  notFound();
}
