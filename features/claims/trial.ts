import { explainFaults } from '@/server/field-errors';
import type { Locale } from '@/lib/locale';
import { formatFen, parseYuan, zeroFen, type Fen, type MoneyFault } from '@/lib/money';
import { claimRefusals } from './messages';

/** The costs that an official thinks of accepting, as typed into the address, and what they are in fen. */
export type Trial = {
  typed: string | undefined;
  acceptedFen: Fen | undefined;
  fault: MoneyFault | undefined;
};

/** Reads the costs that the address names. */
export function readTrial(typed: string | undefined): Trial {
  if (!typed) return { typed: undefined, acceptedFen: undefined, fault: undefined };
  const read = parseYuan(typed);
  return read.ok
    ? { typed, acceptedFen: read.value, fault: undefined }
    : { typed, acceptedFen: undefined, fault: read.code };
}

/** Returns the text of what is wrong with the typed costs; undefined if nothing is. */
export function trialError(
  { acceptedFen, fault }: Trial,
  claimedCostsFen: Fen | null,
  locale: Locale,
): string | undefined {
  if (fault) return explainFaults({ accepted: { code: fault } }, locale).accepted;
  const most = claimedCostsFen ?? zeroFen;
  if (acceptedFen === undefined || acceptedFen <= most) return undefined;
  return claimRefusals(locale).accepted_above({ most: formatFen(most) });
}
