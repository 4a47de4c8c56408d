import { putValue, readValues } from '@/components/ui/form-values';

/** What a save stands on: which answers the form showed when typing began. */
export type Footing = { revision: string; base: string };

export function readBase(json: string): Record<string, string> {
  try {
    return JSON.parse(json) as Record<string, string>;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Whether `one` stands on newer answers than `other`. */
export const isNewer = (one: Footing, other: Footing): boolean =>
  Number(one.revision) > Number(other.revision);

/**
 * Shows what a colleague saved meanwhile, in those fields that nobody touched here: they still
 * stand as the form showed them.
 */
export function adopt(form: HTMLFormElement, before: Footing, now: Footing): void {
  const shown = readBase(before.base);
  const typed = readValues(form);
  for (const [name, value] of Object.entries(readBase(now.base))) {
    const untouched = (typed[name] ?? '') === (shown[name] ?? '');
    if (untouched && value !== (shown[name] ?? '')) putValue(form, name, value);
  }
}
