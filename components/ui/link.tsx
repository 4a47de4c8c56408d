import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * Shows a link to a page of the portal. It fetches nothing before it is followed: every page is made for its reader at that
 * moment, so fetching ahead would bring only the address, and would send some twenty requests for each page that is read.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
