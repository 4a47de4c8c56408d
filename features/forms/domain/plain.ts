/** Normalises a text for storing: composed characters (NFC), `\n` at line ends, no surrounding blanks. */
export const plain = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/**
 * Control characters and characters that change the direction of text. No user types them, and they can deceive
 * readers.
 */
const unusable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
export const isUnusable = (text: string): boolean => unusable.test(text.replace(/[\n\t]/g, ''));
