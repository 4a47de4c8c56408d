const longest = 150;

/**
 * A file's name as its sender wrote it, without what could make it a path, hide its ending or
 * break a header: the last characters, so that the ending stays.
 */
export function plainName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}/\\\ufffd]/gu, '')
    .trim();
  return [...plain].slice(-longest).join('') || 'document';
}

/** The name for `Content-Disposition`, with every character outside RFC 5987's set encoded. */
export const encodedName = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** `2.4 MB`, never `0.0 MB`. */
export const megabytes = (bytes: number): string =>
  `${Math.max(0.1, bytes / 1024 / 1024).toFixed(1)} MB`;
