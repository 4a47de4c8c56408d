import { notFound } from 'next/navigation';

/** Shows the portal's own "not found" page, in the user's language, for every address without a page. */
export default function Page() {
  notFound();
}
