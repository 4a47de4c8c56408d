import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as applicationActions from '@/features/applications/actions';
import { openSession } from '@/features/people/session-commands';
import * as organisationActions from '@/features/organisations/actions';
import * as peopleActions from '@/features/people/actions';
import type { FormAction } from '@/lib/form-state';
import { csrfToken } from '@/lib/server/csrf';
import { log } from '@/lib/server/log';
import { perform } from './seed/act';
import { buildBase, demoPassword } from './seed/base';
import { Life } from './seed/life';
import { freshDatabase, type TestDatabase } from './testing/database';
import { hostileText, mixed } from './testing/hostile';
import { request } from './testing/request';

vi.mock('next/headers', async () => (await import('./testing/request')).nextHeaders);
vi.mock('@/lib/server/auth', async () => (await import('./testing/request')).envelope);

/**
 * A thousand forms nobody should send, to every endpoint that a start-up applies through: whatever
 * comes, the answer is a text for people, never a fault of the portal, and what was not meant to
 * change has not.
 */
const cases = 1_000;

let database: TestDatabase;
let life: Life;
const ids = { draft: '', submitted: '', foreign: '', document: '' };
const faults = new Set<string>();
let csrf = '';

/** What the portal wrote into its log: the fault with its cause, each once. */
const faultOf = (entry: unknown): string => {
  const { err } = entry as { err?: Error };
  return [err, err?.cause].map((error) => (error instanceof Error ? error.message : '')).join(' ');
};

async function signIn(email: string): Promise<void> {
  request.sid = null;
  const opened = await perform(null, openSession, { email, password: demoPassword, next: '' });
  if (!opened.ok) throw new Error(`${email}: ${opened.code}`);
  request.sid = opened.value.sid;
}

beforeAll(async () => {
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.7', 'user-agent': 'a browser' });
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner), database.owner);
  const [own, other] = life.world.startups;
  if (!own || !other) throw new Error('The base has too few start-ups.');
  const draft = (owner: typeof own.owner, slug: string, citySlug: string) =>
    life.draft(owner, slug, 100_000, { citySlug, day: 0 });
  ids.draft = (await draft(own.owner, 'qingyang-compute-2024', 'qingyang')).id;
  ids.foreign = (await draft(other.owner, 'qingyang-compute-2024', 'qingyang')).id;
  const [document] = await database.superuser<{ id: string }[]>`
    select id from documents where application_id = ${ids.draft} limit 1`;
  ids.document = document?.id ?? '';
  const [person] = await database.superuser<{ email: string }[]>`
    select email from users where id = ${own.owner.userId}`;
  await signIn(person?.email ?? '');
  csrf = await csrfToken();
  vi.spyOn(log(), 'error').mockImplementation((fault: unknown) => void faults.add(faultOf(fault)));
});

afterAll(() => database.close());

const uuid = () =>
  mixed(fc.constantFrom(ids.draft, ids.foreign, ids.document, crypto.randomUUID()));
const text = hostileText;
const answers = {
  contactName: text,
  contactPhone: text,
  contactEmail: text,
  projectName: text,
  projectSummary: text,
  purpose: mixed(fc.constantFrom('training', 'inference')),
  chipOrigin: mixed(fc.constantFrom('domestic', 'foreign')),
  cardHours: text,
  vendorId: uuid(),
  contractNumber: text,
  contractFen: text,
  signedOn: text,
  startsOn: text,
  endsOn: text,
  otherSupport: mixed(fc.constantFrom('yes', 'no')),
};
const section = mixed(fc.constantFrom('contact', 'project', 'contract', 'files', 'declaration'));
const file = fc
  .tuple(
    fc.uint8Array({ maxLength: 64 }),
    text,
    fc.constantFrom('', '%PDF-1.4\n', 'PK\u0003\u0004'),
  )
  .map(([bytes, name, head]) => new File([head, bytes], name));

type Shape = Record<string, fc.Arbitrary<string | File>>;
const saving: Shape = {
  applicationId: fc.constant(''),
  section,
  revision: text,
  base: mixed(fc.constantFrom('{}', '[]', 'null', '{"__proto__":{"a":"b"}}', '{"contactName":1}')),
  onward: text,
  ...answers,
};

/** What each endpoint expects; the fields come damaged, doubled, missing and with others beside. */
const endpoints: Readonly<Record<string, { run: FormAction; shape: Shape }>> = {
  start: { run: applicationActions.startApplicationAction, shape: { programme: text, ...answers } },
  save: { run: applicationActions.saveSectionAction, shape: saving },
  autosave: { run: applicationActions.autosaveSectionAction, shape: saving },
  attach: {
    run: applicationActions.attachDocumentAction,
    shape: {
      applicationId: fc.constant(''),
      requirement: mixed(fc.constantFrom('licenceFile', 'contractFile', '__proto__')),
      licenceFile: file,
      contractFile: file,
      'replace-licenceFile': text,
    },
  },
  remove: {
    run: applicationActions.removeDocumentAction,
    shape: { applicationId: fc.constant(''), documentId: text },
  },
  submit: {
    run: applicationActions.submitApplicationAction,
    shape: { applicationId: fc.constant(''), declared: text },
  },
  resubmit: {
    run: applicationActions.resubmitApplicationAction,
    shape: { applicationId: fc.constant(''), declared: text },
  },
  invite: { run: peopleActions.inviteColleagueAction, shape: { email: text, role: text } },
  bank: {
    run: organisationActions.saveBankAccountAction,
    shape: { accountName: text, accountNumber: text, bankName: text, cnapsCode: text },
  },
  locale: { run: peopleActions.changeLocaleAction, shape: { locale: text } },
};

/** A form with some of the fields, now and then twice, and fields that nobody asked for. */
const formOf = (shape: Shape) =>
  fc
    .record({
      fields: fc.record(shape, { requiredKeys: [] }),
      stray: fc.array(fc.tuple(text, text), { maxLength: 2 }),
      doubled: fc.boolean(),
    })
    .map(({ fields, stray, doubled }) => {
      const pairs = Object.entries(fields) as [string, string | File][];
      return [...pairs, ...stray, ...(doubled ? pairs.slice(0, 1) : [])] as [
        string,
        string | File,
      ][];
    });

async function send(run: FormAction, pairs: [string, string | File][]): Promise<void> {
  const form = new FormData();
  for (const [name, value] of pairs) {
    // Half of the cases are about a draft that is there: the others never get that far.
    const isCase = name === 'applicationId' && value === '';
    form.append(name, isCase ? ids.draft : value);
  }
  form.append('csrf', csrf);
  try {
    await run({ status: 'idle' }, form);
  } catch (error) {
    // Going on to another page is how Next is told to.
    if (!(error instanceof Error) || !error.message.startsWith('NEXT_REDIRECT')) throw error;
  }
}

const standing = async (id: string) =>
  JSON.stringify(
    await database.superuser`select state, answers, revision from applications where id = ${id}`,
  );

describe('a form nobody should send', () => {
  for (const [name, { run, shape }] of Object.entries(endpoints)) {
    it(`to ${name} is answered`, async () => {
      const before = await standing(ids.foreign);
      const forms = fc.sample(formOf(shape), { numRuns: cases, seed: 20_261_124 });
      for (const pairs of forms) await send(run, pairs);
      expect([...faults]).toEqual([]);
      expect(await standing(ids.foreign)).toBe(before);
      expect(await database.superuser`select * from ledger.breaks`).toHaveLength(0);
    });
  }
});
