import type { ReadFacts } from '../facts-schema';
import type { Frozen } from './rules';

/** Renames `contractAmount`, as it is sent, to `contractFen`: the name shows whether a value is text or fen. */
type NameInFen<Name extends string> = Name extends `${infer What}Amount` | `${infer What}Amounts`
  ? `${What}Fen`
  : Name;
type InFen = { [Name in keyof ReadFacts as NameInFen<Name>]: ReadFacts[Name] };

/** The facts without which nothing can be calculated. */
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
 * A start-up's situation, as `assess` needs it. Dates in China, amounts in fen (hundredths of the programme's unit). A
 * missing fact is unknown, which is neither yes nor zero: a rule that needs it refuses and names what is missing.
 */
export type Facts = Frozen<Required<Pick<InFen, Needed>> & Omit<InFen, Needed>>;

/** What was awarded (claimed) and paid out (redeemed) before, by the scope of the cap. In fen. */
export type UsedAmounts = NonNullable<Facts['used']>;
