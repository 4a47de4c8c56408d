/** A letter ready for typesetting: texts in one language, in their order on the page. */
export type LetterSheet = {
  readonly locale: 'zh-CN' | 'en';
  /** The sender. */
  readonly head: string;
  readonly title: string;
  readonly number: string;
  /** A notice above everything else, which the reader must see first. */
  readonly notice?: string;
  readonly to: string;
  readonly blocks: readonly LetterBlock[];
  /** The signature and the date. */
  readonly closing: readonly [string, string];
  readonly seal: LetterSeal;
  readonly verify: {
    readonly url: string;
    readonly lead: string;
    readonly code: string;
    readonly alt: string;
    /** What the QR code contains, where it is not the printed address. */
    readonly scan?: string;
    /** A text in small print beside the QR code, line by line. */
    readonly fine?: string;
  };
  /** The seal is beside the facts, and there is no signature below them, so that everything fits on one page. */
  readonly onePage?: true;
  /** Files in the PDF, for programs. */
  readonly attachments?: readonly LetterAttachment[];
  /** Returns the line at the foot of every page. */
  readonly footer: (page: number, pages: number) => string;
  /** The time of the event. The same letter always gives the same bytes. */
  readonly at: Date;
};

export type LetterAttachment = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};

/** The seal beside the signature. Its characters are Chinese in every language. */
export type LetterSeal = {
  readonly name: string;
  /** The kind of document that has the seal. */
  readonly of: string;
  /** The character in its middle. */
  readonly mark: string;
  readonly alt: string;
  /** Explains that the seal is no signature, and how to verify the letter. */
  readonly note: string;
};

export type LetterBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [term: string, value: string])[] }
  | { readonly kind: 'quote'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly items: readonly { readonly title: string; readonly text: string }[];
    };
