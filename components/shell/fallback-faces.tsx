'use client';

import { useEffect } from 'react';

/**
 * Loads the last of the faces for Chinese, for systems that have none of their own, once the page is there. The style sheet lists
 * which file has which characters: a browser that finds a face of the system first (globals.css) loads none of them.
 */
export function FallbackFaces() {
  useEffect(() => {
    void import('./chinese-faces');
  }, []);
  return null;
}
