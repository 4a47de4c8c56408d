import { evidenceCodes, type EvidenceCode } from '@/features/rules/domain/rules';

const isCode = (code: string): code is EvidenceCode =>
  (evidenceCodes as readonly string[]).includes(code);

/** The sample of a code in an address. */
export const knownSample = (code: string): EvidenceCode | undefined =>
  isCode(code) ? code : undefined;

/** The sample for a requirement of a case: `contractFile` asks for a contract. */
export const sampleCode = (requirement: string): EvidenceCode | undefined =>
  requirement.endsWith('File') ? knownSample(requirement.slice(0, -'File'.length)) : undefined;
