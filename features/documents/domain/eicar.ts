/** The harmless test text that every scanner detects. It is refused even where no scanner is set up. */
const signature = [...'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'].map((sign) => sign.charCodeAt(0));
const [first = 0] = signature;

function holds(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (signature.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

/** Looks for the test text in bytes that come in pieces, cut anywhere. */
export class EicarWatch {
  found = false;
  /** The last bytes before this piece, one fewer than the text has. */
  #carry = new Uint8Array();

  push(piece: Uint8Array): void {
    const most = signature.length - 1;
    const seam = Uint8Array.from([...this.#carry, ...piece.subarray(0, most)]);
    this.found ||= holds(seam) || holds(piece);
    this.#carry = Uint8Array.from([...this.#carry, ...piece.subarray(-most)]).slice(-most);
  }
}
