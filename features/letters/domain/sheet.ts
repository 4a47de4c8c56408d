/** A letter ready to be set: texts in one language, in the order in which they stand. */
export type LetterSheet = {
  readonly locale: 'zh-CN' | 'en';
  /** Who writes. */
  readonly head: string;
  readonly title: string;
  readonly number: string;
  /** Said above everything else, where the reader must know it first. */
  readonly notice?: string;
  readonly to: string;
  readonly blocks: readonly LetterBlock[];
  /** Who signs, and when. */
  readonly closing: readonly [string, string];
  readonly seal: LetterSeal;
  readonly verify: {
    readonly url: string;
    readonly lead: string;
    readonly code: string;
    readonly alt: string;
  };
  /** At the foot of every page. */
  readonly footer: (page: number, pages: number) => string;
  /** The time of the event; the same letter is the same bytes whenever it is made. */
  readonly at: Date;
};

/** The seal beside the signature; its characters are Chinese in every language. */
export type LetterSeal = {
  readonly name: string;
  /** Names the kind of document that bears it. */
  readonly of: string;
  /** The one character in its middle. */
  readonly mark: string;
  readonly alt: string;
  /** Says what the seal is not, and how a reader tells that the letter is genuine. */
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
