/** The harmless text that every scanner must know; refused even where no scanner is set up. */
const signature = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

/** Looks for the test text in bytes that come in pieces, cut anywhere. */
export class EicarWatch {
  found = false;
  #carry = '';

  /** @param piece bytes as Latin-1 */
  push(piece: string): void {
    const text = this.#carry + piece.slice(0, signature.length);
    this.found ||= text.includes(signature) || piece.includes(signature);
    this.#carry = (this.#carry + piece.slice(-signature.length)).slice(1 - signature.length);
  }
}
