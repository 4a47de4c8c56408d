import type { DimensionValue } from '@/features/rules/domain/coverage';
import type { CodeValues, ValuesFor } from '@/lib/messages';

/** The contradictions between two parts of a document; each has a text of its own. */
export type ContradictionCode =
  | 'minimum_above_cap'
  | 'threshold_gives_nothing'
  | 'threshold_at_cap'
  | 'cap_order'
  | 'award_above_cap'
  | 'auto_above_cap'
  | 'rate_zero'
  | 'rate_hole'
  | 'rate_unreachable'
  | 'order_share_zero'
  | 'exhaustion_missing'
  | 'line_without_queue'
  | 'line_without_support'
  | 'sub_pools_above_budget'
  | 'sub_pools_no_rest'
  | 'funding_one'
  | 'funding_odd'
  | 'places_missing'
  | 'period_missing'
  | 'listed_any'
  | 'cost_twice'
  | 'id_twice'
  | 'flag_unknown'
  | 'direction_unknown'
  | 'when_ages'
  | 'when_amounts'
  | 'when_flags'
  | 'signed_reversed'
  | 'effective_reversed'
  | 'proration_reversed'
  | 'proration_outside'
  | 'term_reversed'
  | 'term_suspension'
  | 'term_clause'
  | 'unproved'
  | 'claims_no_money'
  | 'unit_price_missing'
  | 'unit_price_no_unit'
  | 'unit_price_zero'
  | 'unit_price_inexact'
  | 'correction_longer'
  | 'stages_longer'
  | 'round_reversed'
  | 'rounds_overlap'
  | 'round_twice'
  | 'round_outside'
  | 'expected_one';

export type Contradiction = {
  readonly code: ContradictionCode;
  /** The field that should change. */
  readonly field: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Set where no city can mean it: a section that contains it is not saved. */
  readonly stopsSaving?: true;
  /** The situation that has no rate. */
  readonly situation?: readonly DimensionValue[];
};

/** The values that a report must contain for its text; a situation becomes text only when it is shown. */
type Reported<Code extends ContradictionCode> = [
  Exclude<Code, 'rate_hole'> & keyof CodeValues,
] extends [never]
  ? object
  : { readonly values: ValuesFor<Code> };

export type Report = <const Code extends ContradictionCode>(
  contradiction: Contradiction & { readonly code: Code } & Reported<Code>,
) => void;
