/**
 * What a QR code carries: the signed text and its signature, as decimal digits. A QR code packs digits ten bits for three, so that
 * this takes less room than any other text that an address may contain.
 */
export type Carried = { readonly statement: string; readonly signature: Uint8Array };

/** The first byte: the format. As it is not zero, no digit is lost at the beginning. */
const format = 1;
/** A statement with the longest names has about 1,000 bytes. Longer addresses are not read. */
const mostDigits = 6_000;

/** Returns the digits for an address. The bytes: the format, the length of the signature, the signature, the text in UTF-8. */
export function carry({ statement, signature }: Carried): string {
  const text = new TextEncoder().encode(statement);
  const bytes = [format, signature.length, ...signature, ...text];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return BigInt(`0x${hex}`).toString();
}

/** Reads the digits of an address; nothing where they carry no signed text. */
export function readCarried(digits: string): Carried | undefined {
  if (digits.length > mostDigits || !/^[1-9]\d*$/.test(digits)) return undefined;
  const plain = BigInt(digits).toString(16);
  const hex = plain.length % 2 === 0 ? plain : `0${plain}`;
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const [first, length = 0] = bytes;
  if (first !== format || length === 0 || bytes.length <= 2 + length) return undefined;
  const text = decode(bytes.subarray(2 + length));
  return text === undefined
    ? undefined
    : { statement: text, signature: bytes.subarray(2, 2 + length) };
}

/** Decodes UTF-8 without repairing it, because a repaired text is not the one that was signed. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
