import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * Leads to a page of the portal. Nothing is fetched before it is followed: every page is made for its reader at the moment, so
 * fetching ahead brings no more than its address, and asks the server some twenty times for each page that is read.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
