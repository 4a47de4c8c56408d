import 'server-only';
import type { z } from 'zod';
import { paymentTemplates } from '@/db/schema/settlements';
import { done, refused, type Fault, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { currentTemplate } from './batch-file';
import { templateFaults, type FileTemplate } from './domain/payment-file';
import { templateFrom } from './domain/template-form';
import type * as inputs from './input';
import { unfit } from './write-file';

/** Lists the texts of the template that its own encoding cannot write, by the form's field. */
function unwritableTexts(
  template: FileTemplate,
  columns: ReturnType<typeof templateFrom>['columns'],
): Record<string, Fault> {
  const faults: Record<string, Fault> = {};
  for (const { at, heading, text } of columns) {
    for (const [name, value] of [
      [`heading_${at}`, heading],
      [`text_${at}`, text],
    ] as const) {
      const character = unfit(value, template);
      if (character !== undefined) faults[name] = { code: 'unwritable', values: { character } };
    }
  }
  return faults;
}

/**
 * Saves a new version of the city's payment file. It moves no money: whoever releases a batch sees the files first, and is
 * bound to them.
 */
export async function saveTemplate(
  grant: Grant<'payment_file.edit'>,
  input: z.output<typeof inputs.templateInput>,
): Promise<Outcome<null, 'template_wrong' | 'template_changed'>> {
  const { tx, actor } = grant;
  const cityId = cityOf(actor);
  const { template, columns } = templateFrom(input);
  const faults: Record<string, Fault> = unwritableTexts(template, columns);
  for (const [field, code] of Object.entries(templateFaults(columns, template.headings))) {
    faults[field] = { code };
  }
  if (Object.keys(faults).length > 0) return { ...refused('template_wrong'), fields: faults };
  const before = await currentTemplate(tx, cityId);
  if (before.version !== input.baseVersion) return refused('template_changed');
  const version = before.version + 1;
  const [saved] = await tx
    .insert(paymentTemplates)
    .values({ cityId, version, template, createdBy: userOf(actor), createdAt: grant.now })
    .returning({ id: paymentTemplates.id });
  if (!saved) throw new Error('The template was not written.');
  await grant.record({
    action: 'payment_template.saved',
    subject: { kind: 'payment_template', id: saved.id },
    data: { name: template.name, version },
  });
  return done(null);
}
