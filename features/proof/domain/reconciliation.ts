/** The sums of a city's money from the pool to the bank, all of one moment, in fen. */
export const figureNames = [
  'budget',
  'left',
  'committed',
  'promised',
  'issued',
  'held',
  'spent',
  'returned',
  'available',
  'redeemed',
  'settled',
  'due',
  'paid',
  'failed',
  'open',
  'clawedBack',
] as const;
export type FigureName = (typeof figureNames)[number];
export type Figures = Readonly<Record<FigureName, bigint>>;

/**
 * What must be equal at the end of a day. The two sides come from different places wherever there are two: the budget from its
 * released changes, what is committed and issued from the journal, what is promised from the cases, what is left, held, spent and
 * redeemed from the counters, what is settled from the lines, and what is paid from the payments.
 */
const equations = {
  budget: { whole: 'budget', parts: ['left', 'committed', 'promised'] },
  issued: { whole: 'issued', parts: ['held', 'spent', 'returned', 'available'] },
  redeemed: { whole: 'redeemed', parts: ['settled', 'due'] },
  settled: { whole: 'settled', parts: ['paid', 'failed', 'open', 'clawedBack'] },
} as const satisfies Record<string, { whole: FigureName; parts: readonly FigureName[] }>;

export type IdentityName = keyof typeof equations;
export const identityNames = Object.keys(equations) as IdentityName[];

export type Identity = {
  name: IdentityName;
  whole: { name: FigureName; fen: bigint };
  parts: readonly { name: FigureName; fen: bigint }[];
  sumFen: bigint;
  /** The whole less its parts: zero where the books are right. */
  differenceFen: bigint;
};

/** Returns the identities with both sides and their difference, from the pool to the bank. */
export const reconcile = (figures: Figures): Identity[] =>
  identityNames.map((name) => {
    const { whole, parts } = equations[name];
    const named = parts.map((part) => ({ name: part, fen: figures[part] }));
    const sumFen = named.reduce((sum, part) => sum + part.fen, 0n);
    return {
      name,
      whole: { name: whole, fen: figures[whole] },
      parts: named,
      sumFen,
      differenceFen: figures[whole] - sumFen,
    };
  });

/** Returns the figures as they are stored and exported: amounts in fen as text. */
export const storedFigures = (figures: Figures): Record<FigureName, string> =>
  Object.fromEntries(figureNames.map((name) => [name, figures[name].toString()])) as Record<
    FigureName,
    string
  >;

/**
 * Reads stored figures.
 * @throws Error where one is missing or is no amount
 */
export const readFigures = (stored: Readonly<Record<string, string>>): Figures =>
  Object.fromEntries(
    figureNames.map((name) => {
      const text = stored[name];
      if (text === undefined) throw new Error(`The figures have no ${name}.`);
      return [name, BigInt(text)];
    }),
  ) as Figures;
