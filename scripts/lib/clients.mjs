/**
 * Clients that generators make of the interface's document: what to install, what to run, and a program that uses the client.
 * Each program lists programmes, reads one, assesses an award, sends an incomplete situation, and prints the results as `{
 * listed, read, amount, missing }`.
 */

const start = `
const { PORTAL = '', SLUG: slug = '', FACTS = '{}' } = process.env;
function print(found: {
  listed: number;
  read: string;
  amount: string | null;
  missing: readonly string[] | undefined;
}) {
  process.stdout.write(JSON.stringify(found));
}
`;

const openapiTypescript = `
import createClient from 'openapi-fetch';
import type { components, paths } from './made/schema';
${start}
const client = createClient<paths>({ baseUrl: PORTAL });
const facts = JSON.parse(FACTS) as components['schemas']['Facts'];
const list = await client.GET('/api/v1/programmes', { params: { query: { limit: 2 } } });
const one = await client.GET('/api/v1/programmes/{slug}', { params: { path: { slug } } });
const assess = (body: components['schemas']['Facts']) =>
  client.POST('/api/v1/programmes/{slug}/assess', { params: { path: { slug } }, body });
const { data } = await assess(facts);
const { error } = await assess({});
if (!list.data || !one.data || !data) throw new Error('A call was refused.');
const { programmes } = list.data;
print({ listed: programmes.length, read: one.data.slug, amount: data.amount, missing: error?.missing });
`;

const heyApi = `
import { assess, getProgramme, listProgrammes } from './made';
import { client } from './made/client.gen';
import type { Facts } from './made/types.gen';
${start}
client.setConfig({ baseUrl: PORTAL });
const body = JSON.parse(FACTS) as Facts;
const list = await listProgrammes({ query: { limit: 2 } });
const one = await getProgramme({ path: { slug } });
const { data } = await assess({ path: { slug }, body });
const { error } = await assess({ path: { slug }, body: {} });
if (!list.data || !one.data || !data) throw new Error('A call was refused.');
const { programmes } = list.data;
print({ listed: programmes.length, read: one.data.slug, amount: data.amount, missing: error?.missing });
`;

const orval = `
import { assess, getProgramme, listProgrammes, type Facts } from './made/api';
${start}
const list = await listProgrammes({ limit: 2 });
const one = await getProgramme(slug);
const award = await assess(slug, JSON.parse(FACTS) as Facts);
const lacking = await assess(slug, {});
if (list.status !== 200 || one.status !== 200 || award.status !== 200 || lacking.status !== 422) {
  throw new Error('A call was refused, or one was not.');
}
print({
  listed: list.data.programmes.length,
  read: one.data.slug,
  amount: award.data.amount,
  missing: lacking.data.missing,
});
`;

const swaggerTypescriptApi = `
import { Api, type Facts, type HttpResponse, type Problem } from './made/api';
${start}
const { api } = new Api({ baseUrl: PORTAL });
const list = await api.listProgrammes({ limit: 2 });
const one = await api.getProgramme(slug);
const award = await api.assess(slug, JSON.parse(FACTS) as Facts);
const lacking = await api.assess(slug, {}).then(
  () => undefined,
  (refused: HttpResponse<unknown, Problem>) => refused.error,
);
const { programmes } = list.data;
print({ listed: programmes.length, read: one.data.slug, amount: award.data.amount, missing: lacking?.missing });
`;

/**
 * Returns each generator with its package, the arguments that make the client, and the compiler checks that its own code does not
 * pass.
 */
export const clients = (document, portal) => [
  {
    name: 'openapi-typescript 7.13.0 with openapi-fetch 0.17.0',
    packages: ['openapi-typescript@7.13.0', 'openapi-fetch@0.17.0'],
    generator: 'openapi-typescript',
    args: [document, '-o', 'made/schema.d.ts'],
    program: openapiTypescript,
  },
  {
    name: '@hey-api/openapi-ts 0.99.0',
    packages: ['@hey-api/openapi-ts@0.99.0'],
    generator: '@hey-api/openapi-ts',
    args: ['-i', document, '-o', 'made', '-c', '@hey-api/client-fetch', '--no-log-file'],
    program: heyApi,
    compilerOptions: { exactOptionalPropertyTypes: false },
  },
  {
    name: 'orval 8.38.0',
    packages: ['orval@8.38.0'],
    generator: 'orval',
    args: ['--config', 'orval.config.mjs'],
    files: {
      'orval.config.mjs': `export default ${JSON.stringify({
        api: {
          input: document,
          output: { target: 'made/api.ts', client: 'fetch', baseUrl: portal },
        },
      })};\n`,
    },
    program: orval,
  },
  {
    name: 'swagger-typescript-api 13.13.0',
    packages: ['swagger-typescript-api@13.13.0'],
    generator: 'swagger-typescript-api',
    args: ['generate', '-p', document, '-o', 'made', '-n', 'api.ts'],
    program: swaggerTypescriptApi,
  },
];
