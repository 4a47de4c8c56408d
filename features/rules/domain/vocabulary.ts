/** The values that rules can choose from. */

export const applicantTypes = ['enterprise', 'institute', 'university', 'maker'] as const;
/** maker: a person or team that is not a legal person (创客). */
export type ApplicantType = (typeof applicantTypes)[number];
export const firmSizes = ['micro', 'small', 'medium', 'large'] as const;
export type FirmSize = (typeof firmSizes)[number];
export const sectors = ['software', 'manufacturing', 'science_services', 'other'] as const;
export type Sector = (typeof sectors)[number];
export const chipOrigins = ['domestic', 'foreign'] as const;
export type ChipOrigin = (typeof chipOrigins)[number];
export const purposes = ['training', 'tuning', 'inference'] as const;
export type Purpose = (typeof purposes)[number];
/** registered: a model on the regulator's list (备案); multimodal: a multimodal base model on it. */
export const modelStatuses = ['none', 'registered', 'multimodal'] as const;
export type ModelStatus = (typeof modelStatuses)[number];
/** The highest rank of a public project that the applicant has won. */
export const projectRanks = ['none', 'provincial', 'national'] as const;
export type ProjectRank = (typeof projectRanks)[number];
export const sides = ['demand', 'supply'] as const;
/** The side that claims: the user or the supplier of the compute. */
export type Side = (typeof sides)[number];
export const voucherKinds = [
  'compute',
  'training',
  'model',
  'corpus',
  'token',
  'data',
  'annotation',
] as const;
export type VoucherKind = (typeof voucherKinds)[number];
/** The units of a programme's amounts, counted in hundredths: the hundredth of a yuan is the fen. */
export const units = ['yuan', 'gpuHour', 'cardHour', 'millionTokens'] as const;
export type Unit = (typeof units)[number];
export const costItems = [
  'compute',
  'modelApi',
  'dataService',
  'annotation',
  'adaptation',
  'storage',
  'network',
  'security',
] as const;
export type CostItem = (typeof costItems)[number];
export const modes = ['deduct', 'deferred', 'automatic'] as const;
/**
 * deduct: the vendor takes the voucher's part off the bill and the city pays the vendor; deferred: the start-up pays first
 * and the city pays it back; automatic: awards come without an application.
 */
export type Mode = (typeof modes)[number];
export const bases = ['contract', 'paid', 'settled', 'metered', 'quota'] as const;
/** The amount that the subsidy is calculated from; quota: what is requested before anything is spent. */
export type BaseOf = (typeof bases)[number];

/** Documents that a programme may require; each is handed in under `${code}File`. */
export const evidenceCodes = [
  'licence',
  'contract',
  'plan',
  'invoice',
  'payment',
  'usage',
  'delivery',
  'registration',
  'report',
  'power',
  'pledge',
] as const;
export type EvidenceCode = (typeof evidenceCodes)[number];

/**
 * Who is first in line for money: who submitted first; who has the support of a higher level, then who submitted first; who
 * asks for the least, then who submitted first.
 */
export const queueOrders = ['submitted', 'upper_tier_first', 'small_first'] as const;
export type QueueOrder = (typeof queueOrders)[number];

export const capPeriods = ['contract', 'year', 'life', 'direction', 'period'] as const;
