import { evidenceCodes, type EvidenceCode } from '@/features/rules/domain/rules';

const isCode = (code: string): code is EvidenceCode =>
  (evidenceCodes as readonly string[]).includes(code);

/** Returns the sample for a code in an address. */
export const knownSample = (code: string): EvidenceCode | undefined =>
  isCode(code) ? code : undefined;

/** Returns the sample for a requirement of a case: a contract for `contractFile`. */
export const sampleCode = (requirement: string): EvidenceCode | undefined =>
  requirement.endsWith('File') ? knownSample(requirement.slice(0, -'File'.length)) : undefined;
