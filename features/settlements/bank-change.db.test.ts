import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life } from '@/demo/life';
import { Cases, codesOf } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import {
  cancelBankChange,
  confirmBankAccount,
  saveBankAccount,
} from '@/features/organisations/bank-commands';
import { getOwnOrganisation } from '@/features/organisations/queries';
import { fen } from '@/lib/money';

/** Tests that money goes to another account only after 72 hours and a second person, whoever asks for it in whatever way. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let finance: Person;
let operator: Person;

const details = (digits: string) => ({
  accountNumber: `62220000${digits}`,
  bankName: '示例银行兰州分行',
  cnapsCode: '102821000016',
});

/** Requests another account of the vendor, as its form does. */
async function request(digits: string, person = finance) {
  const own = await getOwnOrganisation(actorOf(person));
  const base = {
    ...own.bank,
    ...(own.bankChange && details(own.bankChange.accountNumber.slice(8))),
  };
  return perform(person, saveBankAccount, { ...details(digits), accountName: own.name, base });
}
const confirm = (digits: string, person: Person) =>
  perform(person, confirmBankAccount, details(digits));

/** Settles what is owed to the vendor, and returns the account that its payment goes to. */
async function pay(): Promise<string> {
  const batchId = await life.batch('qingyang');
  await life.releaseBatch('qingyang', batchId);
  const [row] = await database.superuser<{ account: string }[]>`
    select bank ->> 'accountNumber' as account from payments
    where batch_id = ${batchId} and payee_id = ${finance.organisationId}`;
  await life.payAll('qingyang', batchId, life.day);
  return row?.account ?? '';
}
/** Lets the vendor earn something, which takes weeks, and settles it. */
async function paidTo(): Promise<string> {
  await cases.verified(fen(500_000n));
  return pay();
}
const inForce = async () => (await getOwnOrganisation(actorOf(finance))).bank?.accountNumber;
const direct = (set: string) =>
  database.superuser.unsafe(`update bank_accounts set ${set} where organisation_id = $1`, [
    finance.organisationId,
  ]);

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
  await cases.verified(fen(100_000n));
  const [vendor] = await database.superuser<{ email: string }[]>`
    select u.email from redemptions r join memberships m on m.organisation_id = r.vendor_id
    join users u on u.id = m.user_id where m.role = 'vendor_finance' limit 1`;
  const email = vendor?.email ?? '';
  const found = life.world.people.get(email);
  const other = life.world.people.get(email.replace('finance@', 'operator@'));
  if (!found || !other) throw new Error('The vendor has nobody.');
  finance = found;
  operator = other;
});

beforeEach(async () => {
  const { bankChange } = await getOwnOrganisation(actorOf(finance));
  if (bankChange) await as(finance, cancelBankChange, bankChange);
});

afterAll(() => database.close());

describe('another bank account', () => {
  it('is paid only when a second person has confirmed it and its 72 hours are over', async () => {
    const before = await paidTo();
    await cases.verified(fen(400_000n));
    const requestedOn = life.day;
    expect(await request('11112222')).toMatchObject({ ok: true });
    expect(await confirm('11112222', finance)).toMatchObject({ code: 'bank_same_person' });
    const both = await Promise.all([confirm('11112222', operator), confirm('11112222', operator)]);
    expect(codesOf(both)).toEqual(['bank_change_none', 'done']);
    // A batch that is released meanwhile pays the old account.
    expect(await pay()).toBe(before);
    await life.setDay(requestedOn + 2);
    expect(await inForce()).toBe(before);
    await life.setDay(requestedOn + 4);
    expect(await inForce()).toBe('6222000011112222');
    expect(await paidTo()).toBe('6222000011112222');
    expect((await getOwnOrganisation(actorOf(finance))).bankChange).toBeNull();
    // The next change replaces this account, again after its own time.
    await cases.verified(fen(300_000n));
    expect(await request('33334444')).toMatchObject({ ok: true });
    expect(await pay()).toBe('6222000011112222');
  });

  it('is never paid without a second person, however long it waits', async () => {
    const before = await paidTo();
    await request('55556666');
    await life.setDay(life.day + 30);
    expect(await paidTo()).toBe(before);
    // Confirmed late it counts at once, because its time is over.
    expect(await confirm('55556666', operator)).toMatchObject({ ok: true });
    expect(await paidTo()).toBe('6222000055556666');
  });

  it('is confirmed as it was shown: a change that was replaced meanwhile is refused', async () => {
    await request('77778888');
    await request('99990000');
    expect(await confirm('77778888', operator)).toMatchObject({ code: 'bank_change_none' });
    expect(await confirm('99990000', operator)).toMatchObject({ ok: true });
    // A new request needs a new confirmation and begins its 72 hours anew.
    await request('12121212');
    const { bankChange } = await getOwnOrganisation(actorOf(operator));
    expect(bankChange).toMatchObject({ accountNumber: '6222000012121212', effectiveAt: null });
  });

  it('is given up where the account in force is entered again', async () => {
    const { bank, ...own } = await getOwnOrganisation(actorOf(finance));
    if (!bank) throw new Error('The vendor has no account.');
    await request('45454545');
    expect(await confirm('45454545', operator)).toMatchObject({ ok: true });
    const base = { ...bank, ...details('45454545') };
    const back = {
      accountName: own.name,
      accountNumber: bank.accountNumber,
      bankName: bank.bankName,
      cnapsCode: bank.cnapsCode,
      base,
    };
    expect(await perform(finance, saveBankAccount, back)).toMatchObject({ ok: true });
    expect((await getOwnOrganisation(actorOf(finance))).bankChange).toBeNull();
    await life.setDay(life.day + 5);
    expect(await inForce()).toBe(bank.accountNumber);
  });

  it('cannot be written past the rule, whatever code does it', async () => {
    const waits = 'waits and needs a second person';
    await expect(direct(`account_number = '6222000066660000'`)).rejects.toThrow(waits);
    await request('12345678');
    await expect(direct('account_number = next_account_number')).rejects.toThrow();
    await expect(
      direct(
        "next_confirmed_by = next_requested_by, next_effective_at = next_requested_at + interval '72 hours'",
      ),
    ).rejects.toThrow('bank_accounts_next_four_eyes');
    const someone = `(select id from users where id <> next_requested_by limit 1)`;
    await expect(
      direct(`next_confirmed_by = ${someone}, next_effective_at = next_requested_at`),
    ).rejects.toThrow('bank_accounts_next_waits');
    await expect(
      direct(
        `next_account_number = '6222000066660000', next_confirmed_by = ${someone}, next_effective_at = next_requested_at + interval '72 hours'`,
      ),
    ).rejects.toThrow('only the change that was requested');
    await expect(
      database.owner.begin(async (tx) => {
        await tx`set local role suanquan_app`;
        await tx`delete from bank_accounts`;
      }),
    ).rejects.toThrow('permission denied');
  });
});
