/** What the parts of `npm run bench` share that act as officials: who acts, and how time and memory are taken. */
import type { Sql } from 'postgres';
import type { Person } from '@/demo/base';

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

/** Measures the seconds that work takes, and by how many megabytes the process grew at most. */
export async function measure(work: () => Promise<unknown>) {
  global.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 100);
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  clearInterval(sampling);
  return { seconds, megabytes: megabytes(peak - before) };
}

/** Finds the officials of a city of the demonstration, by the first part of their addresses. */
export async function officialsOf(sql: Sql, citySlug: string) {
  type Row = Pick<Person, 'userId' | 'name' | 'role'> & { email: string; cityId: string };
  const found = await sql.begin(async (tx) => {
    await tx`set local role suanquan_engine`;
    return tx<Row[]>`
      select u.email, u.id as "userId", u.name, m.role, m.city_id as "cityId"
      from users u join memberships m on m.user_id = u.id join cities c on c.id = m.city_id
      where c.slug = ${citySlug}`;
  });
  const people = new Map(
    found.map(({ email, ...rest }): [string, Person] => [email, { ...rest, organisationId: null }]),
  );
  const person = (local: string): Person => {
    const one = people.get(`${local}@${citySlug}.demo`);
    if (!one) throw new Error(`${citySlug} has no ${local}.`);
    return one;
  };
  return { people, cityId: found[0]?.cityId ?? '', person };
}
