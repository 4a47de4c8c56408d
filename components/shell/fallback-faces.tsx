'use client';

import { useEffect } from 'react';

/**
 * Loads the last of the faces that Chinese may be set in, for systems that have none of their own, once the
 * page stands. The style sheet says which file has which characters: a browser that finds a face of the
 * system before it (globals.css) asks for none of them.
 */
export function FallbackFaces() {
  useEffect(() => {
    void import('./chinese-faces');
  }, []);
  return null;
}
