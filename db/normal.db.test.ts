import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { identityKey, normalText, searchText } from '@/lib/normal';
import { freshDatabase, type TestDatabase } from './testing/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const forms = {
  normal_text: normalText,
  identity_key: identityKey,
  search_text: searchText,
} as const;

/** Returns the texts that the portal and the database normalise differently. */
async function different(texts: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, form] of Object.entries(forms)) {
    const rows = await database.app.unsafe<{ text: string; made: string }[]>(
      `select text, app.${name}(text) as made from unnest($1::text[]) as text`,
      [texts as string[]],
    );
    for (const { text, made } of rows) {
      if (made !== form(text))
        wrong.push(`${name} ${JSON.stringify(text)} ${JSON.stringify(made)}`);
    }
  }
  return wrong;
}

it('brings every character to the same form as the database', async () => {
  const wrong: string[] = [];
  for (let start = 1; start < 0x110000; start += 0x8000) {
    const codes = Array.from({ length: 0x8000 }, (_, at) => start + at).filter(
      (code) => code < 0x110000 && !(code >= 0xd800 && code <= 0xdfff),
    );
    // Characters that are newer than the database have no form there yet.
    const known = await database.app<{ text: string }[]>`
      select chr(code) as text from unnest(${codes}::int[]) as code where unicode_assigned(chr(code))`;
    wrong.push(...(await different(known.map(({ text }) => `7${text}a`))));
  }
  expect(wrong).toEqual([]);
});

it('brings texts of any kind to the same form as the database', async () => {
  const unit = fc.oneof(
    fc.constantFrom(
      ...'aZ09ＡＺ０９ßſİıςΣ庆阳()（）〔〕[]·•・.。．… \u3000\t-–—─ー\u0301\u0308\u00a8\u0345',
    ),
    fc.constantFrom(
      '\u200b',
      '\ufeff',
      '\u00ad',
      '\u202e',
      '\ufe0f',
      '\u1160',
      'ﬁ',
      '㎏',
      '①',
      '가',
      'ᆨ',
    ),
    fc.integer({ min: 1, max: 0xffff }).map((code) => String.fromCodePoint(code)),
  );
  const texts = fc
    .sample(fc.string({ unit, maxLength: 14 }), 6000)
    .map((text) => text.toWellFormed())
    .filter((text) => !text.includes('\0'));
  const assigned = await database.app<{ text: string }[]>`
    select text from unnest(${texts}::text[]) as text where unicode_assigned(text)`;
  expect(assigned.length).toBeGreaterThan(1000);
  expect(await different(assigned.map(({ text }) => text))).toEqual([]);
});
