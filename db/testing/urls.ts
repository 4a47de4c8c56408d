/** The three logins of the test cluster, set by `npm test`. */
const names = {
  superuser: 'TEST_SUPERUSER_DATABASE_URL',
  owner: 'TEST_MIGRATION_DATABASE_URL',
  app: 'TEST_DATABASE_URL',
} as const;

/**
 * Returns the address of `database` for one of the logins.
 * @throws Error naming the missing setting
 */
export function testUrl(login: keyof typeof names, database: string): string {
  const value = process.env[names[login]];
  if (!value) throw new Error(`${names[login]} is not set: run the tests with "npm test".`);
  const url = new URL(value);
  url.pathname = `/${database}`;
  return url.toString();
}

export const templateDatabase = 'suanquan_template';
