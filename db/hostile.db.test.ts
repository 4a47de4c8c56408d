import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as applicationActions from '@/features/applications/actions';
import * as appealActions from '@/features/appeals/actions';
import * as notificationActions from '@/features/notifications/centre/actions';
import * as organisationActions from '@/features/organisations/actions';
import * as peopleActions from '@/features/people/actions';
import type { FormAction } from '@/lib/form-state';
import { csrfToken } from '@/server/csrf';
import { log } from '@/server/log';
import { POST } from '@/app/api/documents/route';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from './testing/database';
import { hostileText, mixed } from './testing/hostile';
import { request } from './testing/request';
import { sessionOf } from './testing/sign-in';

vi.mock('next/headers', async () => (await import('./testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('./testing/request')).envelope);

/**
 * Hundreds of hostile forms, to every endpoint that a start-up applies through. The answer must
 * always be a text for people and never an error of the portal, and what was not meant to change
 * must not change.
 */
const cases = 300;

let database: TestDatabase;
let life: Life;
const ids = { draft: '', foreign: '', document: '', city: '' };
const faults = new Set<string>();
let csrf = '';

/** Returns what the portal wrote into its log: the error with its cause, each once. */
const faultOf = (entry: unknown): string => {
  const { err } = entry as { err?: Error };
  return [err, err?.cause].map((error) => (error instanceof Error ? error.message : '')).join(' ');
};

async function signIn(email: string): Promise<void> {
  request.sid = null;
  request.sid = await sessionOf(email);
}

beforeAll(async () => {
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.7', 'user-agent': 'a browser' });
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  const [own, other] = life.world.startups;
  if (!own || !other) throw new Error('The base has too few start-ups.');
  const draft = (owner: typeof own.owner, slug: string, citySlug: string) =>
    life.draft(owner, slug, 100_000, { citySlug, day: 0 });
  ids.draft = (await draft(own.owner, 'qingyang-compute-2024', 'qingyang')).id;
  ids.foreign = (await draft(other.owner, 'qingyang-compute-2024', 'qingyang')).id;
  const [document] = await database.superuser<{ id: string }[]>`
    select id from documents where application_id = ${ids.draft} limit 1`;
  ids.document = document?.id ?? '';
  const [city] = await database.superuser<{ id: string }[]>`
    select id from cities where slug = 'qingyang'`;
  ids.city = city?.id ?? '';
  const [person] = await database.superuser<{ email: string }[]>`
    select email from users where id = ${own.owner.userId}`;
  await signIn(person?.email ?? '');
  csrf = await csrfToken();
  vi.spyOn(log(), 'error').mockImplementation((fault: unknown) => void faults.add(faultOf(fault)));
});

afterAll(() => database.close());

/** Picks one of the existing things; their ids are known only once they exist. */
const uuid = () =>
  mixed(fc.constantFrom('@draft', '@foreign', '@document', '@city', crypto.randomUUID()));
const real = (value: string): string => {
  const found = new Map(Object.entries(ids)).get(value.slice(1));
  return value.startsWith('@') ? (found ?? value) : value;
};
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
  contractAmount: text,
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

const ofCase: Shape = { applicationId: fc.constant('') };
const registration: Shape = {
  name: text,
  nameEn: text,
  applicantType: mixed(fc.constantFrom('enterprise', 'institute')),
  region: text,
  address: text,
  registeredOn: mixed(fc.constantFrom('2024-01-05', '2031-01-01')),
  legalRepresentative: text,
  size: mixed(fc.constantFrom('', 'micro')),
  sector: text,
  onePerson: mixed(fc.constantFrom('', 'yes', 'no')),
  base: mixed(fc.constantFrom('{}', '[]', '{"name":"a"}')),
};
const entry: Shape = { entryId: mixed(fc.constantFrom('', crypto.randomUUID())) };
const party: Shape = {
  ...entry,
  kind: mixed(fc.constantFrom('shareholder', 'related')),
  name: text,
  creditCode: text,
  relation: mixed(fc.constantFrom('control', 'shareholding')),
  share: text,
  base: text,
};

/**
 * What each endpoint expects; the fields come damaged, doubled, missing and with additional ones.
 */
const endpoints: Readonly<Record<string, { run: FormAction; shape: Shape }>> = {
  start: {
    run: applicationActions.startApplicationAction,
    shape: {
      programme: mixed(fc.constantFrom('qingyang-compute-2024', 'nanning-compute-2025')),
      earlier: uuid(),
      ...answers,
    },
  },
  copy: { run: applicationActions.copyAnswersAction, shape: { ...ofCase, earlier: uuid() } },
  save: { run: applicationActions.saveSectionAction, shape: saving },
  autosave: { run: applicationActions.autosaveSectionAction, shape: saving },
  attach: {
    run: applicationActions.attachDocumentAction,
    shape: {
      ...ofCase,
      requirement: mixed(fc.constantFrom('licenceFile', 'contractFile', '__proto__')),
      licenceFile: file,
      contractFile: file,
      'replace-licenceFile': text,
    },
  },
  remove: {
    run: applicationActions.removeDocumentAction,
    shape: { ...ofCase, documentId: uuid() },
  },
  restore: {
    run: applicationActions.restoreDocumentAction,
    shape: { ...ofCase, documentId: uuid() },
  },
  'request of sign-off': {
    run: applicationActions.requestSignOffAction,
    shape: { ...ofCase, note: text },
  },
  'return of sign-off': {
    run: applicationActions.returnSignOffAction,
    shape: { ...ofCase, reason: text },
  },
  submit: { run: applicationActions.submitApplicationAction, shape: { ...ofCase, declared: text } },
  resubmit: {
    run: applicationActions.resubmitApplicationAction,
    shape: { ...ofCase, declared: text },
  },
  appeal: {
    run: appealActions.fileAppealAction,
    shape: { ...ofCase, grounds: text, evidence: file },
  },
  registration: { run: organisationActions.saveRegistrationAction, shape: registration },
  contact: {
    run: organisationActions.saveContactAction,
    shape: { ...entry, name: text, post: text, phone: text, email: text, isMain: text, base: text },
  },
  'removal of a contact': { run: organisationActions.removeContactAction, shape: entry },
  party: { run: organisationActions.savePartyAction, shape: party },
  'removal of a party': { run: organisationActions.removePartyAction, shape: entry },
  bank: {
    run: organisationActions.saveBankAccountAction,
    shape: {
      accountName: text,
      accountNumber: mixed(fc.constant('6222000000000000000')),
      bankName: text,
      cnapsCode: mixed(fc.constant('102100099996')),
      base: text,
    },
  },
  verification: {
    run: organisationActions.requestVerificationAction,
    shape: { cityId: uuid(), licence: file, authorisation: file },
  },
  invitation: {
    run: peopleActions.inviteColleagueAction,
    shape: {
      email: text,
      role: mixed(fc.constantFrom('member', 'viewer', 'owner', 'auditor')),
      endsOn: mixed(fc.constantFrom('', '2027-01-01', '2001-01-01')),
    },
  },
  'change of a role': {
    run: peopleActions.changeRoleAction,
    shape: { membershipId: uuid(), role: text, endsOn: text },
  },
  'hand-over': { run: peopleActions.handOverAction, shape: { membershipId: uuid(), then: text } },
  language: { run: peopleActions.changeLocaleAction, shape: { locale: text } },
  'wishes for mails': {
    run: notificationActions.saveWishesAction,
    shape: { applications: text, reviews: text, vouchers: text },
  },
  'reading of a notification': {
    run: notificationActions.openNotificationAction,
    shape: { notificationId: uuid() },
  },
  // This is last, because a withdrawn case cannot be filled in any more.
  withdrawal: {
    run: applicationActions.withdrawApplicationAction,
    shape: { ...ofCase, reason: text },
  },
};

/** Generates a form with some of the fields, some of them twice, and with unknown fields. */
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
    // Half of the cases are about an existing draft, because the others fail much earlier.
    const isCase = name === 'applicationId' && value === '';
    form.append(name, isCase ? ids.draft : typeof value === 'string' ? real(value) : value);
  }
  form.append('csrf', csrf);
  try {
    await run({ status: 'idle' }, form);
  } catch (error) {
    // An action makes Next lead to another page by throwing.
    if (!(error instanceof Error) || !error.message.startsWith('NEXT_REDIRECT')) throw error;
  }
}

const stateOf = async (id: string) =>
  JSON.stringify(
    await database.superuser`select state, answers, revision from applications where id = ${id}`,
  );

/** A file to hand in, with a hostile name and address. */
const uploads = fc.record({
  query: fc.dictionary(
    fc.oneof(fc.constantFrom('applicationId', 'requirement', 'name', 'locale'), text),
    fc.oneof(uuid(), text, fc.constantFrom('licenceFile', 'contractFile')),
  ),
  length: fc.option(mixed(fc.nat(30_000_000).map(String))),
  bytes: fc.tuple(
    fc.constantFrom('', '%PDF-1.4\n', '\u0089PNG'),
    fc.uint8Array({ maxLength: 200 }),
  ),
});

async function sendFile({
  query,
  length,
  bytes,
}: typeof uploads extends fc.Arbitrary<infer T> ? T : never) {
  // Headers are always Latin-1 without line ends; others never arrive.
  const size = /^[\x20-\x7e]*$/.test(length ?? '') ? length : null;
  const address = new URL('http://localhost/api/documents');
  for (const [name, value] of Object.entries(query)) {
    address.searchParams.set(
      name,
      name === 'applicationId' && value === '' ? ids.draft : real(value),
    );
  }
  const headers = { 'x-csrf': csrf, ...(size !== null && { 'content-length': size }) };
  const body = new Blob([bytes[0], new Uint8Array(bytes[1])]).stream();
  return POST(
    new Request(address, { method: 'POST', headers, body, duplex: 'half' } as RequestInit),
  );
}

describe('a file nobody should send', () => {
  it('is answered', async () => {
    const before = await stateOf(ids.foreign);
    for (const sent of fc.sample(uploads, { numRuns: cases, seed: 20_261_124 })) {
      const { status } = await sendFile(sent);
      expect(status === 503 || status === 507 || status < 500, JSON.stringify(sent)).toBe(true);
    }
    expect([...faults]).toEqual([]);
    expect(await stateOf(ids.foreign)).toBe(before);
  });
});

describe('a form nobody should send', () => {
  for (const [name, { run, shape }] of Object.entries(endpoints)) {
    it(`to ${name} is answered`, async () => {
      const before = await stateOf(ids.foreign);
      const forms = fc.sample(formOf(shape), { numRuns: cases, seed: 20_261_124 });
      for (const pairs of forms) await send(run, pairs);
      expect([...faults]).toEqual([]);
      expect(await stateOf(ids.foreign)).toBe(before);
      expect(await database.superuser`select * from ledger.breaks`).toHaveLength(0);
    });
  }
});
