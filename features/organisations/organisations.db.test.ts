import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person, type World } from '@/demo/base';
import { testDay } from '@/db/testing/clock';
import { addDays } from '@/lib/dates';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { getDocument } from '@/features/documents/queries';
import { getVerification, listVerifications, verificationFilter } from './city-queries';
import { saveBankAccount } from './bank-commands';
import { saveRegistration } from './commands';
import { divisionOf } from './domain/profile';
import { removeContact, removeParty, saveContact, saveParty } from './entry-commands';
import { contactInput, partyInput, registrationInput } from './input';
import { getOwnOrganisation, listAskableCities } from './queries';
import {
  refuseVerification,
  requestVerification,
  verifyOrganisation,
} from './verification-commands';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
});
afterAll(() => database.close());

function known(email: string): Person {
  const found = world.people.get(email);
  if (!found) throw new Error(`Nobody is called ${email}.`);
  return found;
}

let startups = 1;
/** Returns the owner of a start-up that no other test has used. */
const anOwner = () => known(`owner@startup${(startups += 1)}.demo`);
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);
const qingyang = () => world.cities.get('qingyang') ?? '';
const manager = () => known('manager@qingyang.demo');

type Texts = Record<string, string>;

async function shown(owner: Person): Promise<Texts> {
  const own = await getOwnOrganisation(actorOf(owner));
  const { name, applicantType, region, address, registeredOn, legalRepresentative } = own;
  const { size, sector, nameEn } = own;
  return {
    name,
    applicantType,
    region,
    address,
    legalRepresentative,
    registeredOn: registeredOn ?? '',
    nameEn: nameEn ?? '',
    size: size ?? '',
    sector: sector ?? '',
    onePerson: '',
  };
}

/** Saves as a form would that was opened when the values were those of `before`. */
const save = async (owner: Person, changes: Texts, before?: Texts) => {
  const base = before ?? (await shown(owner));
  const typed = { ...base, ...changes, base: JSON.stringify(base) };
  return perform(owner, saveRegistration, registrationInput.parse(typed));
};

const pdf = (name = 'licence.pdf', text = name) =>
  new File([`%PDF-1.4\n${text}\n%%EOF\n`], name, { type: 'application/pdf' });

const ask = (owner: Person, cityId = qingyang(), licence = pdf()) =>
  perform(owner, requestVerification, { cityId, licence, authorisation: undefined });

async function openRequest(owner: Person): Promise<{ id: string; revision: number }> {
  const [row] = await database.superuser<{ id: string; revision: number }[]>`
    select v.id, o.revision from verifications v join organisations o on o.id = v.organisation_id
    where v.organisation_id = ${owner.organisationId} order by v.id desc limit 1`;
  if (!row) throw new Error('Nothing was asked for.');
  return row;
}

async function verified(owner: Person): Promise<string> {
  await ask(owner);
  const { id, revision } = await openRequest(owner);
  await as(manager(), verifyOrganisation, { verificationId: id, revision });
  return id;
}

const statesOf = async (owner: Person) =>
  (await getOwnOrganisation(actorOf(owner))).verifications.map(({ state }) => state);

const mailsTo = async (email: string) => {
  const rows = await database.superuser<{ template: string }[]>`
    select template from mails where recipient = ${email} order by id`;
  return rows.map(({ template }) => template);
};

describe('the registration', () => {
  it('is changed by its owner, on record, and its account takes the new name', async () => {
    const owner = anOwner();
    expect(codeOf(await save(owner, { name: '改名后的公司', size: 'small' }))).toBe('done');
    const own = await getOwnOrganisation(actorOf(owner));
    expect(own).toMatchObject({ name: '改名后的公司', size: 'small' });
    expect(own.bank?.accountName).toBe('改名后的公司');
    const [event] = await database.superuser`select data from audit_events
      where action = 'organisation.edited' and organisation_id = ${owner.organisationId}`;
    expect(event?.data).toMatchObject({ size: '— → small' });
  });

  it('keeps the credit code, whatever is sent', async () => {
    const owner = anOwner();
    const before = (await getOwnOrganisation(actorOf(owner))).creditCode;
    await save(owner, { creditCode: '91350100M000100Y43', address: '新址 1 号' });
    expect((await getOwnOrganisation(actorOf(owner))).creditCode).toBe(before);
    expect(divisionOf(before)).toBe('621000');
  });

  it('has no day of registration in the future or before there were firms', async () => {
    const owner = anOwner();
    expect(await save(owner, { registeredOn: addDays(testDay, 1) })).toMatchObject({
      code: 'registered_in_future',
      field: 'registeredOn',
    });
    await expect(save(owner, { registeredOn: '0202-05-06' })).rejects.toThrow('date_too_early');
    await expect(save(owner, { registeredOn: '2999-01-01' })).rejects.toThrow('date_too_late');
  });

  it('by two owners at once keeps both changes, and reports conflicts field by field', async () => {
    const owner = anOwner();
    const before = await shown(owner);
    await save(owner, { address: '甲写的地址', sector: 'software' }, before);
    expect(codeOf(await save(owner, { region: '乙写的注册地' }, before))).toBe('done');
    expect(await shown(owner)).toMatchObject({ address: '甲写的地址', region: '乙写的注册地' });
    const clash = await save(owner, { address: '乙写的地址', sector: 'other' }, before);
    expect(clash).toMatchObject({
      code: 'edit_stale',
      fields: {
        address: { code: 'detail_conflict', values: { now: '甲写的地址' } },
        sector: { code: 'detail_conflict', values: { now: '软件和信息服务' } },
      },
    });
    const { base = '' } = (clash as { fresh: Texts }).fresh;
    expect(codeOf(await save(owner, { address: '乙写的地址' }, JSON.parse(base) as Texts))).toBe(
      'done',
    );
  });

  it.each(['\u0000', '\u202eevil', 'a'.repeat(121)])('takes no name such as %j', (name) => {
    const sent = { applicantType: 'enterprise', region: '一', address: '二' };
    const rest = { registeredOn: '2020-01-01', legalRepresentative: '三' };
    expect(registrationInput.safeParse({ ...sent, ...rest, name: `甲${name}` }).success).toBe(
      false,
    );
  });
});

describe('the bank account', () => {
  const account = { accountNumber: '6222 0000 1000 0000 001', bankName: '演示银行' };
  const cnapsCode = '102-821-000-016';

  it('is in the registered name, and only its owners see the whole number', async () => {
    const owner = anOwner();
    const own = await getOwnOrganisation(actorOf(owner));
    const input = { ...account, cnapsCode, base: { ...own.bank } };
    expect(
      await perform(owner, saveBankAccount, { ...input, accountName: '别家公司' }),
    ).toMatchObject({ code: 'account_name_differs', field: 'accountName' });
    expect(codeOf(await perform(owner, saveBankAccount, { ...input, accountName: own.name }))).toBe(
      'done',
    );
    const [stored] = await database.superuser`select next_account_number, next_cnaps_code
      from bank_accounts where organisation_id = ${owner.organisationId}`;
    expect(stored).toEqual({
      next_account_number: '6222000010000000001',
      next_cnaps_code: '102821000016',
    });
    const member = { ...owner, role: 'member' as const };
    expect((await getOwnOrganisation(actorOf(member))).bank?.accountNumber).toMatch(
      /^\*{4} \*{4} \d{4}$/,
    );
  });

  it('changed by two at once is not overwritten unseen', async () => {
    const owner = anOwner();
    const own = await getOwnOrganisation(actorOf(owner));
    const opened = { ...account, cnapsCode, accountName: own.name, base: { ...own.bank } };
    await as(owner, saveBankAccount, opened);
    expect(
      await perform(owner, saveBankAccount, { ...opened, accountNumber: '6222000099999999' }),
    ).toMatchObject({ code: 'edit_stale', fields: { accountNumber: { code: 'detail_conflict' } } });
  });
});

describe('contacts', () => {
  const contact = (changes: Texts = {}) =>
    contactInput.parse({ name: '新联系人', phone: '13900139000', ...changes });
  const contactsOf = async (owner: Person) =>
    (await getOwnOrganisation(actorOf(owner))).contacts.map(({ name, isMain }) => [name, isMain]);

  it('are several, and one of them is the main one', async () => {
    const owner = anOwner();
    await as(owner, saveContact, contact());
    expect(await contactsOf(owner)).toEqual([
      ['刘洋', true],
      ['新联系人', false],
    ]);
    await as(owner, saveContact, contact({ name: '第三人', isMain: 'yes', email: 'c@example.cn' }));
    expect(await contactsOf(owner)).toEqual([
      ['第三人', true],
      ['刘洋', false],
      ['新联系人', false],
    ]);
  });

  it('cannot all be removed: another becomes the main one, and the last one stays', async () => {
    const owner = anOwner();
    await as(owner, saveContact, contact());
    const [main, other] = (await getOwnOrganisation(actorOf(owner))).contacts;
    await as(owner, removeContact, { entryId: main?.id ?? '' });
    expect(await contactsOf(owner)).toEqual([['新联系人', true]]);
    expect(codeOf(await perform(owner, removeContact, { entryId: other?.id ?? '' }))).toBe(
      'contact_last',
    );
  });

  it('of another organisation are not there', async () => {
    const [owner, stranger] = [anOwner(), anOwner()];
    const [theirs] = (await getOwnOrganisation(actorOf(owner))).contacts;
    const entryId = theirs?.id ?? '';
    expect(codeOf(await perform(stranger, saveContact, contact({ entryId })))).toBe(
      'entry_unknown',
    );
    expect(codeOf(await perform(stranger, removeContact, { entryId }))).toBe('entry_unknown');
    expect(await contactsOf(owner)).toEqual([['刘洋', true]]);
  });

  it('are twenty at most', async () => {
    const owner = anOwner();
    for (let n = 0; n < 19; n += 1) await as(owner, saveContact, contact());
    expect(codeOf(await perform(owner, saveContact, contact()))).toBe('too_many_entries');
  });
});

describe('shareholders and related parties', () => {
  const shareholder = (name: string, share: string, changes: Texts = {}) =>
    partyInput.parse({ kind: 'shareholder', name, share, ...changes });

  it('hold the whole together at most, also where two are added at the same moment', async () => {
    const owner = anOwner();
    await as(owner, saveParty, shareholder('甲', '60.5'));
    expect(await perform(owner, saveParty, shareholder('乙', '39.51%'))).toMatchObject({
      code: 'shares_exceed',
      values: { left: 39.5 },
      field: 'share',
    });
    const both = await Promise.all([
      perform(owner, saveParty, shareholder('乙', '39.5')),
      perform(owner, saveParty, shareholder('丙', '39.5')),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['done', 'shares_exceed']);
  });

  it.each(['0', '100.01', '-5', '1e1', 'NaN', '12.345', '二十'])(
    'takes no share of %s',
    (share) => {
      const sent = { kind: 'shareholder', name: '甲', share };
      expect(partyInput.safeParse(sent).error?.issues[0]).toMatchObject({
        path: ['share'],
        message: 'share_invalid',
      });
    },
  );

  it('are neither the organisation itself nor twice the same', async () => {
    const owner = anOwner();
    const { creditCode } = await getOwnOrganisation(actorOf(owner));
    expect(codeOf(await perform(owner, saveParty, shareholder('自己', '1', { creditCode })))).toBe(
      'party_self',
    );
    const other = { creditCode: '91350100M000100Y43' };
    await as(owner, saveParty, shareholder('乙公司', '1', other));
    expect(codeOf(await perform(owner, saveParty, shareholder('乙公司', '1', other)))).toBe(
      'party_twice',
    );
    const related = partyInput.parse({
      kind: 'related',
      name: '乙公司',
      relation: 'invested',
      ...other,
    });
    expect(codeOf(await perform(owner, saveParty, related))).toBe('done');
  });

  it('need what their kind is about', () => {
    expect(
      partyInput.safeParse({ kind: 'shareholder', name: '甲' }).error?.issues[0]?.path,
    ).toEqual(['share']);
    expect(partyInput.safeParse({ kind: 'related', name: '甲' }).error?.issues[0]?.path).toEqual([
      'relation',
    ]);
  });

  it('of another organisation are not there', async () => {
    const [owner, stranger] = [anOwner(), anOwner()];
    await as(owner, saveParty, shareholder('甲', '10'));
    const [party] = (await getOwnOrganisation(actorOf(owner))).parties;
    const entryId = party?.id ?? '';
    expect(codeOf(await perform(stranger, saveParty, shareholder('乙', '10', { entryId })))).toBe(
      'entry_unknown',
    );
    expect(codeOf(await perform(stranger, removeParty, { entryId }))).toBe('entry_unknown');
    expect(codeOf(await perform(owner, removeParty, { entryId }))).toBe('done');
  });
});

describe('verification', () => {
  it('goes from the request, with evidence, to the city’s decision, with mails to both', async () => {
    const owner = anOwner();
    const email = `owner@startup${startups}.demo`;
    const authorisation = pdf('authorisation.pdf');
    await as(owner, requestVerification, { cityId: qingyang(), licence: pdf(), authorisation });
    const { id, revision } = await openRequest(owner);
    expect(await mailsTo('reviewer@qingyang.demo')).toContain('verification_requested');
    const view = await getVerification(actorOf(manager()), id);
    expect(view?.documents.map(({ requirement }) => requirement)).toEqual([
      'licence',
      'authorisation',
    ]);
    expect(view?.profile.bank).toBeNull();
    expect(view?.profile.contacts).toHaveLength(1);
    const document = view?.documents[0]?.id ?? '';
    expect(await getDocument(actorOf(manager()), document)).toBeDefined();
    await as(manager(), verifyOrganisation, { verificationId: id, revision });
    expect(await mailsTo(email)).toContain('organisation_verified');
    expect(await statesOf(owner)).toEqual(['verified']);
    expect(
      codeOf(await perform(manager(), verifyOrganisation, { verificationId: id, revision })),
    ).toBe('state_changed');
    expect(codeOf(await ask(owner))).toBe('verification_open');
    const cities = await listAskableCities(actorOf(owner));
    expect(cities.map((city) => city.id)).not.toContain(qingyang());
    expect(cities.length).toBeGreaterThan(10);
  });

  it('refused says why, and may be asked for again', async () => {
    const owner = anOwner();
    await ask(owner);
    const { id } = await openRequest(owner);
    await as(manager(), refuseVerification, { verificationId: id, reason: '执照已过期。' });
    const own = await getOwnOrganisation(actorOf(owner));
    expect(own.verifications[0]).toMatchObject({ state: 'refused', reason: '执照已过期。' });
    expect(codeOf(await ask(owner))).toBe('done');
    const again = await getVerification(actorOf(manager()), (await openRequest(owner)).id);
    expect(again?.history.map(({ state }) => state)).toEqual(['requested', 'refused']);
  });

  it('lapses only when a field of the licence changes', async () => {
    const owner = anOwner();
    const id = await verified(owner);
    await save(owner, { nameEn: 'A name', size: 'large' });
    expect(await statesOf(owner)).toEqual(['verified']);
    await save(owner, { legalRepresentative: '新法人' });
    expect(await statesOf(owner)).toEqual(['lapsed']);
    expect(await getVerification(actorOf(manager()), id)).toMatchObject({
      changed: ['legalRepresentative'],
      registration: { legalRepresentative: '王建国' },
    });
    expect(await mailsTo('manager@qingyang.demo')).toContain('verification_lapsed');
    expect(codeOf(await ask(owner))).toBe('done');
  });

  it('confirms what the official saw: after a change meanwhile the official must look again', async () => {
    const owner = anOwner();
    await ask(owner);
    const { id, revision } = await openRequest(owner);
    await save(owner, { address: '搬家了' });
    expect(
      codeOf(await perform(manager(), verifyOrganisation, { verificationId: id, revision })),
    ).toBe('registration_changed');
  });

  it('is never in force for a registration that changed at the same moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      const owner = anOwner();
      await ask(owner);
      const { id, revision } = await openRequest(owner);
      const before = await shown(owner);
      const [said] = await Promise.all([
        perform(manager(), verifyOrganisation, { verificationId: id, revision }),
        save(owner, { address: '同一时刻' }, before),
      ]);
      expect(await statesOf(owner)).toEqual([said.ok ? 'lapsed' : 'requested']);
    }
  });

  it('is one request in a city, also where two owners send it at the same moment', async () => {
    const owner = anOwner();
    const answers = await Promise.all([ask(owner), ask(owner, qingyang(), pdf('b.pdf'))]);
    expect(answers.map(codeOf).sort()).toEqual(['done', 'verification_open']);
  });

  it('is requested from cities with a programme, with a file of the declared type', async () => {
    const owner = anOwner();
    expect(codeOf(await ask(owner, crypto.randomUUID()))).toBe('city_unknown');
    const script = new File(['<script>'], 'licence.pdf', { type: 'application/pdf' });
    expect(await ask(owner, qingyang(), script)).toMatchObject({
      code: 'file_type',
      field: 'licence',
    });
    expect(await statesOf(owner)).toEqual([]);
  });

  it('of another city, or another organisation, is not there', async () => {
    const owner = anOwner();
    await ask(owner);
    const { id, revision } = await openRequest(owner);
    const elsewhere = known('manager@shenzhen.demo');
    const input = { verificationId: id, revision };
    expect(codeOf(await perform(elsewhere, verifyOrganisation, input))).toBe(
      'verification_unknown',
    );
    expect(
      codeOf(await perform(elsewhere, refuseVerification, { verificationId: id, reason: '无' })),
    ).toBe('verification_unknown');
    expect(await getVerification(actorOf(elsewhere), id)).toBeUndefined();
    expect(await getVerification(actorOf(manager()), 'nonsense')).toBeUndefined();
    const page = await listVerifications(
      actorOf(elsewhere),
      verificationFilter.parse({ state: 'all' }),
    );
    expect(page.rows).toEqual([]);
    const [file] = await database.superuser<{ id: string }[]>`select id from documents
      where verification_id = ${id}`;
    for (const stranger of [
      elsewhere,
      known('owner@startup.demo'),
      known('operator@vendor.demo'),
    ]) {
      expect(await getDocument(actorOf(stranger), file?.id ?? '')).toBeUndefined();
    }
  });

  it('cannot be written by the organisation itself, which may only let it lapse', async () => {
    const owner = anOwner();
    await ask(owner);
    const write = (state: string) =>
      database.app.begin(async (tx) => {
        await tx`select set_config('app.user', ${owner.userId}, true),
          set_config('app.organisation', ${owner.organisationId ?? ''}, true)`;
        await tx`update verifications set state = ${state}, decided_by = ${owner.userId},
          decided_at = app.now() where organisation_id = ${owner.organisationId}`;
      });
    await expect(write('verified')).rejects.toMatchObject({ code: '42501' });
    expect(await statesOf(owner)).toEqual(['requested']);
  });

  it('is listed for the city page by page', async () => {
    const all = verificationFilter.parse({ state: 'all' });
    const first = await listVerifications(actorOf(manager()), all);
    expect(first.rows.length).toBeGreaterThan(8);
    expect(new Set(first.rows.map(({ id }) => id)).size).toBe(first.rows.length);
    const waiting = await listVerifications(actorOf(manager()), verificationFilter.parse({}));
    expect(waiting.rows.every(({ state }) => state === 'requested')).toBe(true);
  });
});
