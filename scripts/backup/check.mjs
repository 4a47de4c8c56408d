/** Checks a restored portal: its money adds up, and every file that the database names is there, unchanged. */
import { join } from 'node:path';
import { describeFile, withEach } from './manifest.mjs';

/** Lists every file that the database names, with its hash when it was handed in. */
const namedFiles = (sql) => sql`
  select storage_key as key, sha256 from documents
  union all select storage_key, file_sha256 from award_imports`;

/** Lists the faults in the ledger of one city; each city sees only its own. */
const breaksOf = (sql, city) =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.city', ${city.id}, true)`;
    return tx`select thing, id from ledger.breaks`;
  });

/**
 * Checks a restored portal through a login that sees everything.
 * @param folder the folder of its files; nothing where they are in a bucket, which is not checked
 * @returns how much was checked, and a sentence for each fault
 */
export async function checkRestored(sql, folder) {
  const cities = await sql`select id, slug from cities order by slug`;
  const faults = [];
  for (const city of cities) {
    for (const { thing, id } of await breaksOf(sql, city)) {
      faults.push(`The ledger of ${city.slug} does not add up at ${thing} ${id}.`);
    }
  }
  const files = folder === undefined ? [] : await namedFiles(sql);
  await withEach(files, async ({ key, sha256 }) => {
    const found = await describeFile(join(folder, key));
    if (found === undefined) faults.push(`The file ${key} is missing.`);
    else if (found.sha256 !== sha256) faults.push(`The file ${key} is not what was handed in.`);
  });
  return { cities: cities.length, files: files.length, faults };
}
