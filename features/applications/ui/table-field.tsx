'use client';

import dynamic from 'next/dynamic';

/** A table of rows, whose script is loaded only by pages that ask for one. */
export const TableField = dynamic(() =>
  import('./table-editor').then(({ TableEditor }) => TableEditor),
);
