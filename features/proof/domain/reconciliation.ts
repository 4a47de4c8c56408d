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
  'drawn',
  'advanced',
  'paidBack',
  'inAdvance',
] as const;
export type FigureName = (typeof figureNames)[number];

/** Figures that days before advances do not have. Nothing was paid in advance then. */
const laterNames: ReadonlySet<FigureName> = new Set(['drawn', 'advanced', 'paidBack', 'inAdvance']);
export type Figures = Readonly<Record<FigureName, bigint>>;

/**
 * What must be equal at the end of a day. The two sides come from different places wherever there are two: the budget from its
 * released changes, what is committed and issued from the journal, what is promised from the cases, what is left, held, spent and
 * redeemed from the counters, what is settled from the lines, and what is paid from the payments. What was paid in advance, drawn and
 * paid back comes from the movements of advances, and what payees hold in advance from their balances. A part after a minus is
 * subtracted: what is paid in advance is in the payments and is not settled.
 */
const equations = {
  budget: { whole: 'budget', parts: ['left', 'committed', 'promised'] },
  issued: { whole: 'issued', parts: ['held', 'spent', 'returned', 'available'] },
  redeemed: { whole: 'redeemed', parts: ['settled', 'due'] },
  settled: {
    whole: 'settled',
    parts: ['paid', 'failed', 'open', 'clawedBack', 'drawn', '-advanced'],
  },
  advanced: { whole: 'advanced', parts: ['drawn', 'paidBack', 'inAdvance'] },
} as const satisfies Record<
  string,
  { whole: FigureName; parts: readonly (FigureName | `-${FigureName}`)[] }
>;

const isName = (name: string): name is FigureName => figureNames.some((figure) => figure === name);

/** Returns a part with its sign. */
function partOf(figures: Figures, part: string): { name: FigureName; fen: bigint } {
  const name = part.replace('-', '');
  if (!isName(name)) throw new Error(`There is no figure ${name}.`);
  return { name, fen: part === name ? figures[name] : -figures[name] };
}

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
    const named = parts.map((part) => partOf(figures, part));
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
      const text = stored[name] ?? (laterNames.has(name) ? '0' : undefined);
      if (text === undefined) throw new Error(`The figures have no ${name}.`);
      return [name, BigInt(text)];
    }),
  ) as Figures;
