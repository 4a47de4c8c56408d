import { indiaAi } from './india-ai';
import type { ProgrammeData } from './types';
import { ukAirrSme } from './uk-airr-sme';

/** Programmes of other countries. They test units other than money and are never published. */
export const abroad: readonly ProgrammeData[] = [indiaAi, ukAirrSme];
