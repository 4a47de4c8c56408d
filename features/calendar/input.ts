import { z } from 'zod';
import { id, optionalText, optionalUpload, text } from '@/lib/input/fields';

const longest = 6_000;

/**
 * Reads a year that an arrangement may be for: from the first that the portal has data for, to the last for
 * which the festivals are known.
 */
const year = () =>
  z.coerce
    .number({ error: 'year_invalid' })
    .refine((value) => Number.isInteger(value) && value >= 2024 && value <= 2100, {
      error: 'year_invalid',
    });

/** The lines of an arrangement, typed or in a file. Where there is a file, only the file counts. */
export const proposeYearInput = z
  .object({
    year: year(),
    source: text(200),
    lines: optionalText(longest),
    file: optionalUpload(),
  })
  .transform(async ({ file, ...typed }, context) => {
    if (!file) return typed;
    if (file.size > 4 * longest) {
      context.addIssue({ code: 'custom', message: 'file_long', path: ['file'] });
      return z.NEVER;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    try {
      return { ...typed, lines: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      context.addIssue({ code: 'custom', message: 'file_not_text', path: ['file'] });
      return z.NEVER;
    }
  });

export const releaseYearInput = z.object({ id: id() });
export const declineYearInput = z.object({ id: id(), answer: text(500) });
