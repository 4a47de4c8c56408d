const longest = 150;

/**
 * Returns a file's name as its sender wrote it, without what could make it a path, hide its ending or break a
 * header. Keeps the last characters, so that the ending stays.
 */
export function plainName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}/\\\ufffd]/gu, '')
    .trim();
  return [...plain].slice(-longest).join('') || 'document';
}

/** Each unit is this many of the smaller one. */
const step = 1024;

/** Returns the size of a file as people read it: `0 B`, `512 B`, `3.4 KB`, `2.4 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < step) return `${bytes} B`;
  const kilobytes = (bytes / step).toFixed(1);
  return Number(kilobytes) < step ? `${kilobytes} KB` : `${(bytes / step / step).toFixed(1)} MB`;
}
