import { describe, expect, it } from 'vitest';
import { shippedProgrammes } from '@/demo/programmes/all';
import { locales } from '@/lib/locale';
import { fieldsFor } from './domain/fields';
import { suggestColumns } from '@/features/tables/domain/columns';
import { mappingFaults } from './domain/mapping';
import { readRow } from './domain/read-row';
import { chipWords, headerSynonyms, purposeWords } from './header-messages';
import { kindOf, readTable } from '@/features/tables/table-file';
import { awardTemplate } from './template';

const programmes = shippedProgrammes.map(({ slug, rules }) => ({ slug, rules }));
const words = { chipOrigin: chipWords, purpose: purposeWords };

/** Reads the template as the import reads a list. */
async function readBack(text: string) {
  const bytes = new TextEncoder().encode(text);
  expect(kindOf(bytes)).toMatchObject({ ok: true, value: 'csv' });
  const pieces = [];
  for await (const piece of readTable(bytes, 'csv', 10)) pieces.push(piece);
  return { headers: pieces[0]?.headers ?? [], rows: pieces.flatMap(({ rows }) => rows) };
}

describe.each(locales)('the template of a list, %s', (locale) => {
  it.each(programmes)('has every column of $slug under a heading the import finds', async (one) => {
    const needs = fieldsFor(one.rules);
    const { headers } = await readBack(awardTemplate(one.rules, locale));
    const columns = suggestColumns(
      headers,
      needs.map(({ field }) => field),
      headerSynonyms,
    );
    expect(columns).toEqual(Object.fromEntries(needs.map(({ field }, at) => [field, at])));
    expect(mappingFaults({ columns, period: '' }, headers, needs)).toEqual({});
  });

  it.each(programmes)('has a readable example for $slug with no valid firm', async (one) => {
    const needs = fieldsFor(one.rules);
    const { headers, rows } = await readBack(awardTemplate(one.rules, locale));
    expect(rows).toHaveLength(1);
    const columns = suggestColumns(
      headers,
      needs.map(({ field }) => field),
      headerSynonyms,
    );
    const plan = { mapping: { columns, period: '' }, needs, words, width: headers.length };
    const { read, problems } = readRow(rows[0]?.cells ?? [], plan);
    expect(Object.keys(problems)).toEqual(['creditCode']);
    expect(read).not.toHaveProperty('creditCode');
    expect(read).toMatchObject({ reference: 'HT-001', registeredOn: '2020-05-20' });
  });
});
