import type { IsoDate } from '../../../lib/dates';
import type { Bilingual } from '../../../lib/bilingual';
import type { Payout } from '../../rules/domain/payout';
import type { OtherUnit } from '../../rules/domain/unit-price';

/** The kinds of letters about a case: receipt, requests and decisions. */
export const letterKinds = [
  'receipt',
  'resubmission',
  'correction',
  'approval',
  'refusal',
  'withdrawal',
  'appeal_receipt',
  'appeal_decision',
] as const;
export type LetterKind = (typeof letterKinds)[number];

export const isLetterKind = (text: string): text is LetterKind =>
  letterKinds.some((kind) => kind === text);

/** Sender, recipient and subject: the same facts in every letter. */
export type Letterhead = {
  readonly reference: string;
  readonly city: Bilingual;
  readonly bureau: Bilingual;
  readonly phone: string;
  readonly address: string;
  readonly organisation: string;
  readonly organisationEn: string;
  readonly creditCode: string;
  readonly programme: Bilingual;
  readonly version: number;
  /** The agency that acted for the bureau under a mandate, where one did. */
  readonly agency?: Bilingual;
  /** The instant of the event that the letter is about. */
  readonly at: string;
  /** The programme's unit and the approved price of one in fen, where amounts count another unit than yuan. */
  readonly unitPrice?: { readonly unit: OtherUnit; readonly priceFen: string };
};

/**
 * The facts of each kind of letter in addition to the letterhead. Amounts in fen as text; instants as ISO text. The person
 * who decided is not named, because the bureau is the sender.
 */
export type LetterFacts =
  | {
      readonly kind: 'receipt' | 'resubmission';
      readonly amountFen: string;
      readonly by: string;
      readonly workingDays: number;
      readonly dueOn: IsoDate;
    }
  | {
      readonly kind: 'correction';
      readonly faults: readonly { readonly label: Bilingual; readonly fault: string }[];
      readonly message: string;
      readonly correctBy: string;
    }
  | {
      readonly kind: 'approval';
      readonly amountFen: string;
      /** How the award becomes money; letters that were written before do not say it. */
      readonly payout?: Payout;
      /** The higher cap that the city decided for this case, and what that rests on. */
      readonly capFen?: string;
      readonly capBasis?: string;
      /** The programme asks for no public notice. */
      readonly withoutNotice?: true;
    }
  | {
      readonly kind: 'refusal';
      readonly reason: string;
      readonly appealBy: string;
      readonly appealWorkingDays: number;
    }
  | { readonly kind: 'withdrawal'; readonly reason: string; readonly by: string }
  | {
      readonly kind: 'appeal_receipt';
      readonly appeal: string;
      readonly grounds: string;
      readonly by: string;
      readonly refusedOn: IsoDate;
      readonly workingDays: number;
      readonly dueOn: IsoDate;
    }
  | {
      readonly kind: 'appeal_decision';
      readonly appeal: string;
      readonly outcome: 'dismissed' | 'granted';
      readonly decision: string;
      readonly refusedOn: IsoDate;
    };

export type LetterContent = Letterhead & LetterFacts;

/** Returns the content as one text that is independent of the order of its parts. The hash is calculated from it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`);
  return `{${parts.join(',')}}`;
}
