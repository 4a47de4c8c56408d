import { fen, maxFen, minFen, zeroFen, type Fen } from '../../../lib/money';

/** An advance of one payee in one programme, in fen. */
export type Standing = {
  readonly id: string;
  readonly programmeId: string;
  readonly levelFen: Fen;
  readonly balanceFen: Fen;
  /** What of the balance is in payments that the bank has not made yet, so that the payee does not hold it. */
  readonly onTheWayFen: Fen;
  /** Whether a settlement pays it up to its level; one that has ended is only drawn down. */
  readonly running: boolean;
};

/** How one settlement moves one advance, in fen. */
export type Move = {
  readonly advanceId: string;
  /** What of the settled sum the advance covers. */
  readonly drawFen: Fen;
  /** What is paid to replace it. */
  readonly refillFen: Fen;
  /** What is paid beyond that, up to a new level. */
  readonly advanceFen: Fen;
};

export type Cover = { readonly moves: readonly Move[]; readonly payFen: Fen };

/**
 * Returns how a settlement with a payee moves the payee's advances and what is then paid, in fen: what is settled, less what is drawn,
 * with what is paid in. An advance covers only what is settled of its own programme, and all of them together no more than the
 * whole. A payee that owes more than it gets is paid nothing in advance.
 * @param settledFen what is settled in all, less the debts that are netted
 * @param byProgramme the same by programme
 */
export function coverByAdvances(
  settledFen: Fen,
  byProgramme: ReadonlyMap<string, Fen>,
  advances: readonly Standing[],
): Cover {
  if (settledFen < 0n) return { moves: [], payFen: zeroFen };
  let left = settledFen;
  let paid = zeroFen;
  const moves: Move[] = [];
  for (const advance of advances) {
    const { id, programmeId, levelFen, balanceFen, onTheWayFen, running } = advance;
    const own = byProgramme.get(programmeId) ?? zeroFen;
    const held = fen(balanceFen - onTheWayFen);
    const drawFen = maxFen(minFen(left, own, held), zeroFen);
    const refillFen = running ? drawFen : zeroFen;
    const advanceFen = running && levelFen > balanceFen ? fen(levelFen - balanceFen) : zeroFen;
    if (drawFen + refillFen + advanceFen === 0n) continue;
    moves.push({ advanceId: id, drawFen, refillFen, advanceFen });
    left = fen(left - drawFen);
    paid = fen(paid + refillFen + advanceFen);
  }
  return { moves, payFen: fen(left + paid) };
}

/** Adds up what moves draw and what they pay in, in fen. */
export const sumMoves = (moves: readonly Move[]): { drawnFen: Fen; paidInFen: Fen } => ({
  drawnFen: moves.reduce((sum, { drawFen }) => fen(sum + drawFen), zeroFen),
  paidInFen: moves.reduce(
    (sum, { refillFen, advanceFen }) => fen(sum + refillFen + advanceFen),
    zeroFen,
  ),
});
