'use client';

import dynamic from 'next/dynamic';

/** The place for files, whose script is loaded only by pages that show one. */
export const Uploader = dynamic(() =>
  import('./uploader-place').then(({ UploaderPlace }) => UploaderPlace),
);
