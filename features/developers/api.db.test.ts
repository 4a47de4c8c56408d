import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBase } from '@/demo/base';
import { nanning2025 } from '@/demo/programmes/nanning-2025';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { shenzhenTraining2026 } from '@/demo/programmes/shenzhen-training-2026';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import type { OpenApiDocument } from './document';
import { openApiDocument } from './openapi';
import { programmeAnswers } from '@/features/programmes/api/schemas';
import { assess } from '@/features/rules/domain/assess';
import { ruleFen } from '@/features/rules/domain/sheet';
import { readFacts } from '@/features/rules/domain/read-facts';
import { factsSchema, type FactsInput } from '@/features/rules/facts-schema';
import { runSweeps } from '@/features/jobs/sweeps';
import { formatYuanPlain } from '@/lib/money';
import * as anywhere from '@/app/api/v1/[[...rest]]/route';
import * as openapi from '@/app/api/v1/openapi.json/route';
import * as assessing from '@/app/api/v1/programmes/[slug]/assess/route';
import * as programme from '@/app/api/v1/programmes/[slug]/route';
import * as programmes from '@/app/api/v1/programmes/route';
import * as heads from '@/app/api/v1/proof/heads/route';

/** Tests the route functions, called as Next calls them, on a database with the shipped programmes. */
let database: TestDatabase;
let document: OpenApiDocument;
const validators = new Map<string, ValidateFunction>();

beforeAll(async () => {
  database = await freshDatabase();
  await buildBase(database.owner, testDay);
  document = openApiDocument('en');
  const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
  ajv.addSchema({ $id: 'api', components: document.components });
  for (const name of Object.keys(document.components.schemas)) {
    const validate = ajv.getSchema(`api#/components/schemas/${name}`);
    if (validate) validators.set(name, validate);
  }
});
afterAll(() => database.close());

let callers = 0;
/** Returns an address that no test called from before, so that no test uses up another's quota. */
const newcomer = () => {
  callers += 1;
  return `10.${callers >> 16}.${(callers >> 8) & 255}.${callers & 255}`;
};

type Options = { method?: string; headers?: Record<string, string>; body?: BodyInit };
const requestTo = (path: string, { headers, ...rest }: Options = {}) =>
  new Request(`http://localhost:3000${path}`, {
    ...rest,
    headers: { 'x-forwarded-for': newcomer(), ...headers },
  });
const none = { params: Promise.resolve(undefined) };
const at = (slug: string) => ({ params: Promise.resolve({ slug }) });

const post = (slug: string, body: BodyInit, headers: Record<string, string> = {}, query = '') =>
  assessing.POST(
    requestTo(`/api/v1/programmes/${slug}/assess${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    }),
    at(slug),
  );
const ask = (slug: string, facts: unknown, headers?: Record<string, string>, query?: string) =>
  post(slug, JSON.stringify(facts), headers, query);

type Problem = {
  type: string;
  title: string;
  status: number;
  missing?: string[];
  errors?: { pointer?: string; parameter?: string; code: string; detail: string }[];
};

/** Returns the JSON of the answer after checking it against its schema in the document. */
async function bodyOf<T>(response: Response, schema: string): Promise<T> {
  const body: unknown = await response.json();
  const validate = validators.get(schema);
  expect(validate?.(body), JSON.stringify(validate?.errors)).toBe(true);
  return body as T;
}

async function problemOf(response: Response, status: number, code: string): Promise<Problem> {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const problem = await bodyOf<Problem>(response, 'Problem');
  expect(problem.type).toBe(`http://localhost:3000/developers#problem-${code}`);
  expect(problem.status).toBe(status);
  return problem;
}

const bureau: FactsInput = {
  applicantType: 'enterprise',
  settledAmount: '200000.00',
  startsOn: '2025-01-01',
  endsOn: '2026-12-31',
  vendorListed: true,
  affiliated: false,
};
type Assessment = {
  eligible: boolean;
  amount: string | null;
  on: string;
  poolLeft: string;
  steps: { code: string; label: string; before: string; after: string }[];
  refusals: { code: string; reason: string; remedy: string; values: Record<string, unknown> }[];
  programme: { slug: string; version: { id: string; number: number } };
};

describe('assessments', () => {
  it('answers the bureau’s own example to the yuan, with every step', async () => {
    const response = await ask('nanning-compute-2025', bureau);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const answer = await bodyOf<Assessment>(response, 'Assessment');
    expect(answer).toMatchObject({ eligible: true, amount: '25102.00', refusals: [] });
    expect(answer.steps.map(({ code, after }) => [code, after])).toEqual([
      ['base', '200000.00'],
      ['proration', '83676.00'],
      ['rate', '25102.00'],
    ]);
    expect(answer.programme).toMatchObject({ slug: 'nanning-compute-2025' });
  });

  it.each([nanning2025, qingyang2024, shenzhenTraining2026])(
    'of $slug are the same as the domain’s, for every worked example',
    async ({ slug, rules, examples }) => {
      const complete: FactsInput = {
        ...bureau,
        registeredOn: '2020-01-01',
        size: 'small',
        sector: 'software',
        chipOrigin: 'domestic',
        purpose: 'training',
        contractAmount: '200000',
        otherSupport: false,
        signedOn: '2026-03-02',
        contractClaimed: false,
        yearsBefore: 0,
        model: 'none',
        project: 'none',
        region: '621000',
      };
      for (const { facts } of examples) {
        const sent = { ...complete, ...facts };
        const answer = await bodyOf<Assessment>(await ask(slug, sent), 'Assessment');
        programmeAnswers.Assessment.parse(answer);
        const left = ruleFen(answer.poolLeft);
        const on = answer.on;
        const expected = assess(rules, readFacts(factsSchema.parse(sent), { on, poolFen: left }));
        expect(answer.eligible).toBe(expected.eligible);
        if (expected.eligible) expect(answer.amount).toBe(formatYuanPlain(expected.amountFen));
        else {
          expect(answer.amount).toBeNull();
          const codes = expected.refusals.map(({ code }) => code);
          expect(answer.refusals.map(({ code }) => code)).toEqual(codes);
        }
      }
    },
  );

  it('names every reason with its article, remedy and plain values, in the language asked for', async () => {
    const facts = { ...bureau, affiliated: true, startsOn: '2024-01-01', endsOn: '2024-12-31' };
    const english = await bodyOf<Assessment>(
      await ask('nanning-compute-2025', facts, { 'accept-language': 'en' }),
      'Assessment',
    );
    expect(english.eligible).toBe(false);
    const outside = english.refusals.find(({ code }) => code === 'outside_period');
    expect(outside?.reason).toMatch(/No day of the contract/);
    expect(outside?.values.inside).toBe(0);
    const response = await ask(
      'nanning-compute-2025',
      facts,
      { 'accept-language': 'en' },
      '?lang=zh-CN',
    );
    expect(response.headers.get('content-language')).toBe('zh-CN');
    const chinese = await bodyOf<Assessment>(response, 'Assessment');
    expect(chinese.refusals[0]?.remedy).toMatch(/\p{Script=Han}/u);
  });

  it('says what is missing, and guesses nothing', async () => {
    const { settledAmount: _, affiliated: __, ...rest } = bureau;
    const problem = await problemOf(
      await ask('nanning-compute-2025', rest, { 'accept-language': 'en' }),
      422,
      'facts-missing',
    );
    expect(problem.missing).toEqual(['affiliated', 'settledAmount']);
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual([
      '#/affiliated',
      '#/settledAmount',
    ]);
  });

  it.each([
    ['30%', 'money_invalid'],
    ['-1', 'money_negative'],
    ['1e9', 'money_invalid'],
    ['0.001', 'money_too_precise'],
    ['999999999999999', 'money_too_large'],
    ['', 'money_invalid'],
    ['٣٠٠', 'money_invalid'],
    [1e9, 'text_not_number'],
    [-1, 'text_not_number'],
    [true, 'type_wrong'],
    [null, 'type_wrong'],
    [['1'], 'type_wrong'],
    [{ $gt: '' }, 'type_wrong'],
  ])('refuses %j as an amount: %s', async (settledAmount, code) => {
    const facts = { ...bureau, settledAmount };
    const problem = await problemOf(await ask('nanning-compute-2025', facts), 422, 'body-invalid');
    expect(problem.errors).toMatchObject([{ pointer: '#/settledAmount', code }]);
    expect(problem.errors?.[0]?.detail).toMatch(/\p{Script=Han}/u);
  });

  it.each(['２０００００', '200,000.00', '¥200000', ' 200000 '])(
    'takes %s, as people write it',
    async (settledAmount) => {
      const response = await ask('nanning-compute-2025', { ...bureau, settledAmount });
      expect(await bodyOf<Assessment>(response, 'Assessment')).toMatchObject({
        amount: '25102.00',
      });
    },
  );
});

describe('bodies', () => {
  const slug = 'nanning-compute-2025';
  it('that are no JSON, no UTF-8 or nothing at all', async () => {
    const deep = '['.repeat(30_000) + ']'.repeat(30_000);
    for (const body of ['', '{', "{'a': 1}", 'NaN', new Uint8Array([0x22, 0xff, 0x22])]) {
      await problemOf(await post(slug, body), 400, 'body-unreadable');
    }
    for (const body of ['null', '[]', '1', '"x"', deep]) {
      const problem = await problemOf(await post(slug, body), 422, 'body-invalid');
      expect(problem.errors).toMatchObject([{ pointer: '#', code: 'type_wrong' }]);
    }
  });

  it('of another type, compressed or in another encoding', async () => {
    const wrong: Record<string, string>[] = [
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'application/json; charset=gbk' },
      { 'content-encoding': 'gzip' },
    ];
    for (const headers of wrong) {
      const response = await post(slug, JSON.stringify(bureau), headers);
      await problemOf(response, 415, 'type-unsupported');
    }
    const types = ['application/json; charset=UTF-8', 'application/vnd.api+json'];
    for (const type of types) {
      expect((await post(slug, JSON.stringify(bureau), { 'content-type': type })).status).toBe(200);
    }
  });

  it('that are too large, announced or not', async () => {
    const large = JSON.stringify({ ...bureau, vendorItems: ['x'.repeat(1_000_000)] });
    await problemOf(await post(slug, large), 413, 'body-too-large');
    await problemOf(await post(slug, large, { 'content-length': '10' }), 413, 'body-too-large');
    await problemOf(await post(slug, '{}', { 'content-length': '9999999' }), 413, 'body-too-large');
  });

  it('with names that no fact has, each reported at its own place', async () => {
    const body = `{"__proto__":{"eligible":true},"constructor":{},"a/b~c":1,"flags":{"__proto__":true,"A":true}}`;
    const problem = await problemOf(await post(slug, body), 422, 'body-invalid');
    const places = problem.errors?.map(({ pointer, code }) => `${pointer ?? ''} ${code}`).sort();
    expect(places).toEqual(
      expect.arrayContaining([
        '#/__proto__ field_unknown',
        '#/a~1b~0c field_unknown',
        '#/constructor field_unknown',
        '#/flags/A key_invalid',
      ]),
    );
    expect(({} as Record<string, unknown>).eligible).toBeUndefined();
  });

  it('with NUL, half characters and bidi controls do no harm', async () => {
    for (const text of ['\0', '\ud800', '\u202e', "'; drop table programmes; --"]) {
      const facts = { ...bureau, direction: text, vendorItems: [text] };
      expect((await ask(slug, facts)).status).toBe(422);
      expect((await ask(slug, { ...bureau, vendorItems: [text] })).status).toBe(200);
    }
  });

  it('a thousand at random are answered, and never with an error of the server', async () => {
    const names = Object.keys(factsSchema.shape);
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom('2025-01-01', '0001-01-01', '9999-12-31', '200000.00', '99999999999.99', '0'),
      fc.constantFrom('enterprise', 'small', 'none', 'domestic', 'training', true, false, 0, 1e308),
    );
    const likely = fc.record({
      startsOn: fc.constantFrom('2025-01-01', '0001-01-01', '9999-12-31', '2025-12-31'),
      endsOn: fc.constantFrom('2025-01-01', '0001-01-01', '9999-12-31', '2026-12-31'),
      settledAmount: fc.constantFrom('0', '0.01', '200000', '100000000000'),
      on: fc.constantFrom('0001-01-01', '2025-06-01', '9999-12-31'),
    });
    const facts = fc.oneof(
      fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), value),
      fc.tuple(fc.dictionary(fc.constantFrom(...names), value), likely).map(([some, sure]) => ({
        ...some,
        ...bureau,
        ...sure,
      })),
      likely.map((sure) => ({ ...bureau, ...sure })),
      fc.jsonValue(),
    );
    const slugs = fc.constantFrom('nanning-compute-2025', 'qingyang-compute-2024');
    const seen = new Set<number>();
    const call = async (body: unknown, to: string) => {
      const response = await ask(to, body);
      seen.add(response.status);
      expect([200, 422]).toContain(response.status);
      await bodyOf(response, response.status === 200 ? 'Assessment' : 'Problem');
    };
    // Ten at once, as many as the pool has connections.
    const ten = fc.array(fc.tuple(facts, slugs), { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(ten, async (calls) => {
        await Promise.all(calls.map(([body, to]) => call(body, to)));
      }),
      { numRuns: 100 },
    );
    expect(seen).toEqual(new Set([200, 422]));
  }, 300_000);

  it('and texts at random, too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array()), async (body) => {
        expect((await post(slug, body as BodyInit)).status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });
});

describe('programmes', () => {
  type List = { programmes: { slug: string; open: boolean }[]; nextCursor: string | null };
  const list = async (query = '') => {
    const response = await programmes.GET(requestTo(`/api/v1/programmes${query}`), none);
    expect(response.status, query).toBe(200);
    return { response, list: await bodyOf<List>(response, 'ProgrammeList') };
  };
  const slugsOf = ({ programmes: all }: List) => all.map(({ slug }) => slug);

  it('are listed page by page, each once', async () => {
    const whole = slugsOf((await list('?limit=100')).list);
    expect(whole).toEqual([...whole].sort());
    expect(whole.length).toBeGreaterThanOrEqual(3);
    const found: string[] = [];
    let query = '?limit=7';
    for (;;) {
      const { response, list: page } = await list(query);
      found.push(...slugsOf(page));
      if (page.nextCursor === null) break;
      const link = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1] ?? '';
      const next = new URL(link);
      expect(next.searchParams.get('cursor')).toBe(page.nextCursor);
      query = next.search;
    }
    expect(found).toEqual(whole);
  });

  it('are found by city, kind, mode, and whether they are open', async () => {
    const all = (await list('?limit=100')).list.programmes;
    expect(slugsOf((await list('?city=nanning&mode=deferred')).list)).toEqual([
      'nanning-compute-2025',
    ]);
    expect(slugsOf((await list('?city=nowhere')).list)).toEqual([]);
    expect(slugsOf((await list('?kind=training')).list)).toContain('shenzhen-training-2026');
    for (const open of [true, false]) {
      const expected = all.filter((one) => one.open === open).map(({ slug }) => slug);
      expect(slugsOf((await list(`?limit=100&open=${String(open)}`)).list)).toEqual(expected);
    }
  });

  it.each([
    ['?kind=gold', 'kind', 'choice_unknown'],
    ['?limit=0', 'limit', 'number_too_small'],
    ['?limit=1000', 'limit', 'number_too_large'],
    ['?limit=ten', 'limit', 'type_wrong'],
    ['?open=perhaps', 'open', 'choice_unknown'],
    ['?citi=nanning', 'citi', 'parameter_unknown'],
    ['?city=a&city=b', 'city', 'parameter_repeated'],
    ['?city=%00', 'city', 'format_invalid'],
    ['?cursor=nonsense!', 'cursor', 'cursor_invalid'],
    [`?cursor=${btoa('["\\u0000"]')}`, 'cursor', 'cursor_invalid'],
    ['?lang=fr', 'lang', 'choice_unknown'],
  ])('%s is reported as wrong', async (query, parameter, code) => {
    const response = await programmes.GET(requestTo(`/api/v1/programmes${query}`), none);
    const problem = await problemOf(response, 400, 'parameters-invalid');
    expect(problem.errors).toMatchObject([{ parameter, code }]);
  });

  it('are returned whole, with the same rules that the calculation uses', async () => {
    const response = await programme.GET(
      requestTo('/api/v1/programmes/nanning-compute-2025'),
      at('nanning-compute-2025'),
    );
    const answer = await bodyOf<{ rules: unknown; facts: string[] }>(response, 'Programme');
    expect(programmeAnswers.Programme.parse(answer)).toBeTruthy();
    expect(answer.rules).toEqual(JSON.parse(JSON.stringify(nanning2025.rules)));
    expect(Object.keys(bureau).sort()).toEqual([...answer.facts].sort());
  });

  it('may be cached, and requested again with their ETag', async () => {
    const path = '/api/v1/programmes/nanning-compute-2025';
    const first = await programme.GET(requestTo(path), at('nanning-compute-2025'));
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    expect(first.headers.get('set-cookie')).toBeNull();
    const again = requestTo(path, { headers: { 'if-none-match': `"other", W/${etag}` } });
    const second = await programme.GET(again, at('nanning-compute-2025'));
    expect([second.status, await second.text()]).toEqual([304, '']);
    expect(second.headers.get('etag')).toBe(etag);
  });

  it.each([
    ['zh-CN', '没有这项政策'],
    ['en', 'There is no such programme'],
  ])('that do not exist are reported in %s', async (language, title) => {
    const headers = { 'accept-language': language };
    const get = await programme.GET(requestTo('/api/v1/programmes/none', { headers }), at('none'));
    expect((await problemOf(get, 404, 'programme-unknown')).title).toBe(title);
    expect(get.headers.get('content-language')).toBe(language);
    const response = await ask('none', bureau, headers);
    expect((await problemOf(response, 404, 'programme-unknown')).title).toBe(title);
    const odd = await programme.GET(requestTo('/api/v1/programmes/x', { headers }), at('\0'));
    await problemOf(odd, 404, 'address-unknown');
  });
});

describe('methods', () => {
  it('that do not exist are answered with those that exist', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST'] as const) {
      const response = await programmes[method](requestTo('/api/v1/programmes', { method }), none);
      await problemOf(response, 405, 'method-not-allowed');
      expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    }
    const read = await assessing.GET(requestTo('/api/v1/programmes/x/assess'), at('x'));
    await problemOf(read, 405, 'method-not-allowed');
    expect(read.headers.get('allow')).toBe('POST, OPTIONS');
  });

  it('HEAD has everything but the body', async () => {
    const get = await programmes.GET(requestTo('/api/v1/programmes'), none);
    const head = await programmes.HEAD(requestTo('/api/v1/programmes', { method: 'HEAD' }), none);
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
  });

  it('OPTIONS allows requests from any page, without cookies', async () => {
    const request = requestTo('/api/v1/programmes/x/assess', { method: 'OPTIONS' });
    const response = await assessing.OPTIONS(request, at('x'));
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
    expect(response.headers.get('access-control-allow-headers')).toContain('Content-Type');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('anything else below the address is a problem and no page', async () => {
    for (const method of ['GET', 'POST'] as const) {
      const response = await anywhere[method](requestTo('/api/v1/nothing', { method }), none);
      await problemOf(response, 404, 'address-unknown');
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    }
  });
});

describe('rates', () => {
  const call = (headers: Record<string, string>) => ask('nanning-compute-2025', bureau, headers);

  it('let sixty assessments through, then one more for every second waited', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    const started = performance.now();
    const answers = await Promise.all(Array.from({ length: 80 }, () => call(headers)));
    const passed = answers.filter(({ status }) => status === 200).length;
    const earned = Math.ceil((performance.now() - started) / 1000);
    expect(passed).toBeGreaterThanOrEqual(60);
    expect(passed).toBeLessThanOrEqual(60 + earned);
    // The quota that was regained meanwhile is used up, so that the next call is certainly refused.
    let refused = await call(headers);
    while (refused.status === 200) refused = await call(headers);
    await problemOf(refused, 429, 'too-many-requests');
    expect(refused.headers.get('retry-after')).toMatch(/^[12]$/);
    expect(refused.headers.get('ratelimit')).toMatch(/^"assessments";r=0;t=\d+$/);
    expect(refused.headers.get('ratelimit-policy')).toBe('"assessments";q=60;w=60');
    const elsewhere = await call({ 'x-forwarded-for': '203.0.113.10' });
    expect(elsewhere.status).toBe(200);
    const reading = await programmes.GET(requestTo('/api/v1/programmes', { headers }), none);
    expect(reading.status).toBe(200);
    const wait = Number(refused.headers.get('retry-after'));
    await new Promise((resolve) => setTimeout(resolve, wait * 1000 + 50));
    expect((await call(headers)).status).toBe(200);
  });

  it('count a whole IPv6 network as one, and only the last address of the list', async () => {
    const left = async (address: string) => {
      const response = await call({ 'x-forwarded-for': address });
      return Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]);
    };
    expect(await left('2001:db8:7:7::1')).toBe(59);
    expect(await left('9.9.9.9, 2001:db8:7:7:ffff::2')).toBe(58);
  });

  it('are deleted once the whole quota is available again, and not before', async () => {
    await database.superuser`insert into app.rates values ('reads:old', now() - interval '1 second')`;
    await database.superuser`insert into app.rates values ('reads:new', now() + interval '1 minute')`;
    await runSweeps();
    const rows =
      await database.superuser`select key from app.rates where key in ('reads:old', 'reads:new')`;
    expect(rows.map(({ key }) => String(key))).toEqual(['reads:new']);
  });

  it('cannot be read or changed by the portal except through the two functions', async () => {
    await expect(database.app`select * from app.rates`).rejects.toMatchObject({ code: '42501' });
    await expect(database.app`delete from app.rates`).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the published heads', () => {
  type List = {
    heads: { chain: string; city: string | null; day: string }[];
    nextCursor: string | null;
  };
  const list = async (query: string) => {
    const response = await heads.GET(requestTo(`/api/v1/proof/heads${query}`), none);
    expect(response.status).toBe(200);
    return bodyOf<List>(response, 'PublishedHeads');
  };

  it('are listed page by page, the newest day first, of all cities or of one', async () => {
    const hash = 'a'.repeat(64);
    await database.superuser`insert into seals (city_id, number, kind, rows, total, previous_hash, hash, sealed_at)
      select id, 1, 'event', 1, 1, ${'0'.repeat(64)}, ${hash}, app.now() from cities
      where slug in ('qingyang', 'shenzhen')
      union all select '00000000-0000-0000-0000-000000000000', 1, 'event', 1, 1, ${'0'.repeat(64)}, ${hash}, app.now()`;
    await database.superuser`insert into published_heads (city_id, day, seal, hash, total, published_at)
      select s.city_id, date '2026-05-01' + n, 1, s.hash, 1, app.now() from seals s, generate_series(0, 9) n`;
    const all = (await list('?limit=100')).heads;
    expect(all).toHaveLength(30);
    expect(all.map(({ day }) => day)).toEqual(
      all
        .map(({ day }) => day)
        .sort()
        .reverse(),
    );
    expect(new Set(all.slice(0, 3).map(({ city }) => city))).toEqual(
      new Set(['qingyang', 'shenzhen', null]),
    );
    const found: List['heads'] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: List = await list(`?limit=4${cursor && `&cursor=${cursor}`}`);
      found.push(...page.heads);
      cursor = page.nextCursor;
    }
    expect(found).toEqual(all);
    const own = (await list('?limit=100&city=qingyang')).heads;
    expect(own).toHaveLength(10);
    expect(new Set(own.map(({ city }) => city))).toEqual(new Set(['qingyang']));
    const wrong = btoa('["2026-13-01","x"]').replace(/=+$/, '');
    const response = await heads.GET(requestTo(`/api/v1/proof/heads?cursor=${wrong}`), none);
    const problem = await problemOf(response, 400, 'parameters-invalid');
    expect(problem.errors).toMatchObject([{ parameter: 'cursor', code: 'cursor_invalid' }]);
  });
});

describe('the document', () => {
  it('is served in both languages, and each of its examples works unchanged', async () => {
    const response = await openapi.GET(requestTo('/api/v1/openapi.json?lang=zh-CN'), none);
    const served = await bodyOf<OpenApiDocument>(response, 'OpenApi');
    expect(served.info.title).toBe('算券开放接口');
    const handlers: Record<string, Record<string, (typeof programmes)['GET']>> = {
      '/api/v1/openapi.json': { get: openapi.GET },
      '/api/v1/programmes': { get: programmes.GET },
      '/api/v1/programmes/{slug}': { get: programme.GET },
      '/api/v1/programmes/{slug}/assess': { post: assessing.POST },
      '/api/v1/proof/heads': { get: heads.GET },
    };
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(served.paths).sort());
    for (const [path, methods] of Object.entries(served.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const command = operation['x-codeSamples'][0]?.source ?? '';
        const address = /'(http[^']+)'/.exec(command)?.[1] ?? '';
        const body = /-d '([^']+)'/.exec(command)?.[1];
        const { pathname, search } = new URL(address);
        const run = handlers[path]?.[method];
        const slug = path.includes('{slug}') ? pathname.split('/')[4] : undefined;
        const answer = await run?.(
          requestTo(pathname + search, {
            method: method.toUpperCase(),
            headers: { 'content-type': 'application/json', 'accept-language': 'zh-CN' },
            ...(body && { body }),
          }),
          slug === undefined ? none : at(slug),
        );
        expect(answer?.status, command).toBe(200);
        if (!path.endsWith('/assess')) continue;
        const example = operation.responses['200']?.content?.['application/json']?.example;
        const { amount, steps } = example as Assessment;
        expect(await answer?.json()).toMatchObject({ amount, steps });
      }
    }
  });
});
