'use client';

import { lazy, Suspense, type ComponentProps } from 'react';

const Place = lazy(() =>
  import('./uploader-place').then(({ UploaderPlace }) => ({ default: UploaderPlace })),
);

/** The place for files, whose script is loaded only by pages that show one. It does nothing without. */
export function Uploader(props: ComponentProps<typeof Place>) {
  return (
    <Suspense>
      <Place {...props} />
    </Suspense>
  );
}
