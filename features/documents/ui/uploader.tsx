'use client';

import { lazy, Suspense, type ComponentProps } from 'react';

const Place = lazy(() =>
  import('./uploader-place').then(({ UploaderPlace }) => ({ default: UploaderPlace })),
);

/** Shows the upload area. Its script is loaded only by pages that show one. Without the script it does nothing. */
export function Uploader(props: ComponentProps<typeof Place>) {
  return (
    <Suspense>
      <Place {...props} />
    </Suspense>
  );
}
