import type { ReadFacts } from '../facts-schema';
import type { Frozen } from './rules';

/** `contractAmount` as it is sent is `contractFen` here: the names say which of the two one holds. */
type NameInFen<Name extends string> = Name extends `${infer What}Amount` | `${infer What}Amounts`
  ? `${What}Fen`
  : Name;
type InFen = { [Name in keyof ReadFacts as NameInFen<Name>]: ReadFacts[Name] };

/** The facts without which nothing can be worked out. */
type Needed =
  | 'on'
  | 'applicantType'
  | 'registeredOn'
  | 'contractFen'
  | 'signedOn'
  | 'startsOn'
  | 'endsOn'
  | 'affiliated'
  | 'otherSupport'
  | 'vendorListed'
  | 'chipOrigin'
  | 'purpose'
  | 'usedFen'
  | 'poolFen';

/**
 * A start-up's situation, as `assess` needs it. Dates in China, amounts in fen (hundredths of the
 * programme's unit). What is left out is not known, which is neither yes nor zero: a rule that
 * needs it refuses and says what is missing.
 */
export type Facts = Frozen<Required<Pick<InFen, Needed>> & Omit<InFen, Needed>>;

/** What was awarded (claimed) and paid out (redeemed) before, by what a cap counts. In fen. */
export type UsedAmounts = NonNullable<Facts['used']>;
