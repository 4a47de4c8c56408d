import type { FormDefinition } from '@/features/forms/domain/form';
import type { Rules } from '@/features/rules/domain/rules';
import type { ProgrammeExample } from '@/features/rules/examples';
import type { Guide } from '@/features/rules/schema';
import type { IsoDate } from '@/lib/dates';

/** A programme as a data file. */
export type ProgrammeData = {
  slug: string;
  citySlug: string;
  publishedOn: IsoDate;
  budgetYuan: string;
  rounds: { number: number; opensOn: IsoDate; closesOn: IsoDate; closesAt: string }[];
  rules: Rules;
  guide: Guide;
  form: FormDefinition;
  /** Calculated by hand from the source: an ordinary case, at the cap, at the threshold, and refused. */
  examples: readonly ProgrammeExample[];
};
