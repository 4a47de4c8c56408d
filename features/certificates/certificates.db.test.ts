import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { Cases } from '@/db/testing/cases';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { freezeVoucher } from '@/features/vouchers/commands';
import { issueCertificate } from './commands';
import { carry } from './domain/carried';
import { writeStatement } from './domain/statement';
import { rotateKey } from './key-commands';
import { checkCertificate, findCertificate, getCityKeys, getOwnCertificate } from './queries';
import { makeKey, signText } from './signer';

/** Tests the certificates of vouchers of Qingyang. Each test has a voucher of its own, and keys as the tests before left them. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let state: CaseState;
let voucherId = '';

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
});
afterAll(() => database.close());
beforeEach(async () => {
  ({ state, voucherId } = await cases.issued());
});

const admin = (): Person => life.official('admin', 'qingyang');
const issue = (owner = state.owner) => perform(owner, issueCertificate, { voucherId });
const certificate = async (owner = state.owner) => {
  const found = await getOwnCertificate(actorOf(owner), voucherId);
  if (!found) throw new Error('The voucher has no certificate.');
  return found;
};
const keys = async () => (await getCityKeys(actorOf(null), 'qingyang'))?.keys ?? [];
const present = async () => (await keys()).find(({ retiredAt }) => retiredAt === null)?.keyId ?? '';
const rotate = async (algorithm: 'ed25519' | 'sm2') =>
  as(admin(), rotateKey, { seen: await present(), algorithm, confirmed: 'on' });
const check = (digits: string) => checkCertificate(actorOf(null), digits);
const events = async (action: string): Promise<number> => {
  const [row] = await database.superuser<{ n: number }[]>`
    select count(*)::int as n from audit_events where action = ${action}`;
  return row?.n ?? 0;
};

describe('the first certificates of a city', () => {
  it('make one key between them, however many are asked for at once', async () => {
    const first = { owner: state.owner, voucherId };
    const second = await cases.issued();
    expect(await keys()).toEqual([]);
    const outcomes = await Promise.all([
      perform(first.owner, issueCertificate, { voucherId: first.voucherId }),
      perform(second.state.owner, issueCertificate, { voucherId: second.voucherId }),
      perform(first.owner, issueCertificate, { voucherId: first.voucherId }),
    ]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await keys()).toHaveLength(1);
    expect(await events('key.made')).toBe(1);
    expect(await events('certificate.issued')).toBe(2);
  });
});

describe('a certificate', () => {
  it('says what the voucher is, and holds nothing with which it could be spent', async () => {
    await issue();
    const { statement, carried } = await certificate();
    const [row] = await database.superuser<
      { code: string; name: string; credit_code: string; yuan: string }[]
    >`select v.code, o.name, o.credit_code, to_char(v.face_value_fen / 100.0, 'FM9999990.00') as yuan
      from vouchers v join organisations o on o.id = v.organisation_id where v.id = ${voucherId}`;
    expect(statement).toMatchObject({
      holder: row?.name,
      creditCode: row?.credit_code,
      amount: row?.yuan,
      city: 'qingyang',
      vendors: 'listed',
      keyId: await present(),
    });
    const body = row?.code.slice(2) ?? 'none';
    expect(carried.statement).not.toContain(body);
    expect(carried.statement).not.toContain(voucherId);
    expect(
      JSON.stringify(await check(carry(carried)), (_, value: unknown) =>
        typeof value === 'bigint' ? value.toString() : value,
      ),
    ).not.toContain(body);
  });

  it('stays as it was signed, although the key, the name and the voucher change', async () => {
    await issue();
    const before = await certificate();
    await rotate('ed25519');
    await database.superuser`update organisations set name = name || '改' where id = ${state.owner.organisationId}`;
    expect(await issue()).toMatchObject({ ok: true, repeated: true });
    expect(await certificate()).toEqual(before);
    await database.superuser`update organisations set name = left(name, -1) where id = ${state.owner.organisationId}`;
  });

  it('is not issued to others, and not for a voucher that is frozen or over', async () => {
    const stranger = (await cases.issued()).state.owner;
    expect(await issue(stranger)).toMatchObject({ ok: false, code: 'voucher_unknown' });
    await perform(life.official('finance1', 'qingyang'), freezeVoucher, {
      voucherId,
      reason: '核查。',
    });
    expect(await issue()).toMatchObject({ ok: false, code: 'voucher_frozen' });
    ({ state, voucherId } = await cases.issued());
    const later = new Date(testStart.getTime() + (life.day + 500) * 86_400_000);
    await setClock(database.superuser, later);
    expect(await issue()).toMatchObject({ ok: false, code: 'voucher_expired' });
    await life.setDay(life.day);
  });

  it('is read by its holder and by nobody else', async () => {
    await issue();
    const stranger = (await cases.issued()).state.owner;
    expect(await getOwnCertificate(actorOf(stranger), voucherId)).toBeUndefined();
    expect(await getOwnCertificate(actorOf(state.owner), 'no id')).toBeUndefined();
  });
});

describe('whoever scans a certificate', () => {
  it.each(['ed25519', 'sm2'] as const)(
    'learns that it is genuine and what the voucher is now (%s)',
    async (algorithm) => {
      await rotate(algorithm);
      await issue();
      const { carried, number } = await certificate();
      const digits = carry(carried);
      expect(await check(digits)).toMatchObject({ verdict: 'good', voucher: { state: 'active' } });
      await perform(life.official('finance1', 'qingyang'), freezeVoucher, {
        voucherId,
        reason: '核查。',
      });
      expect(await check(digits)).toMatchObject({ verdict: 'good', voucher: { state: 'frozen' } });
      const later = new Date(testStart.getTime() + (life.day + 500) * 86_400_000);
      await setClock(database.superuser, later);
      expect((await findCertificate(actorOf(null), number)).voucher?.state).toBe('frozen');
      await life.setDay(life.day);
    },
  );

  it('learns that the key was retired since, and that the certificate stands', async () => {
    await issue();
    const { carried, statement } = await certificate();
    const signer = statement.keyId;
    await rotate('sm2');
    const checked = await check(carry(carried));
    expect(checked).toMatchObject({ verdict: 'retired', key: { keyId: signer } });
    expect(checked?.key?.retiredAt).toBeInstanceOf(Date);
    expect(await present()).not.toBe(signer);
  });

  it('is told of every field that was changed', async () => {
    await issue();
    const { carried, statement } = await certificate();
    for (const change of [
      { amount: '999999.00' },
      { holder: '另一家公司' },
      { creditCode: '91350200MA31K0Y43X' },
      { validUntil: '2099-12-31' },
      { vendors: 'any' },
      { programme: '另一项政策' },
      { signed: '2026-01-01T00:00:00Z' },
    ] as const) {
      const text = writeStatement({ ...statement, ...change });
      expect(text).not.toBe(carried.statement);
      const checked = await check(carry({ ...carried, statement: text }));
      expect(checked, JSON.stringify(change)).toMatchObject({ verdict: 'forged' });
      expect(checked?.voucher).toBeUndefined();
    }
  });

  it('is told of a key that the city never had, and of another city’s', async () => {
    await issue();
    const { statement } = await certificate();
    const own = makeKey('ed25519');
    const text = writeStatement({ ...statement, keyId: own.fingerprint.slice(0, 16) });
    const forged = carry({ statement: text, signature: signText(own, text) });
    expect(await check(forged)).toMatchObject({ verdict: 'key_unknown' });
    const moved = writeStatement({ ...statement, city: 'shenzhen' });
    const { carried } = await certificate();
    expect(await check(carry({ ...carried, statement: moved }))).toMatchObject({
      verdict: 'key_unknown',
    });
    expect(await check('123')).toBeUndefined();
  });

  it('is told where a good signature is on nothing that the portal has issued', async () => {
    await issue();
    const { carried } = await certificate();
    await database.superuser`delete from certificates where voucher_id = ${voucherId}`;
    const checked = await check(carry(carried));
    expect(checked).toMatchObject({ verdict: 'good', voucher: undefined });
  });
});

describe('the signing key', () => {
  it('is replaced once, also when two administrators do it at once', async () => {
    await issue();
    const seen = await present();
    const count = (await keys()).length;
    const change = () => perform(admin(), rotateKey, { seen, algorithm: 'sm2', confirmed: 'on' });
    const outcomes = await Promise.all([change(), change()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'key_changed' });
    expect(await keys()).toHaveLength(count + 1);
    expect((await keys()).filter(({ retiredAt }) => retiredAt === null)).toHaveLength(1);
  });

  it('is made by the administrator where the city has none, and once', async () => {
    const other = life.official('admin', 'shenzhen');
    const make = () => perform(other, rotateKey, { seen: '', algorithm: 'sm2', confirmed: 'on' });
    const outcomes = await Promise.all([make(), make()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const found = await getCityKeys(actorOf(null), 'shenzhen');
    expect(found?.keys).toHaveLength(1);
  });

  it('signs nothing after its replacement, although both happen at once', async () => {
    const seen = await present();
    const [issued] = await Promise.all([
      issue(),
      perform(admin(), rotateKey, { seen, algorithm: 'ed25519', confirmed: 'on' }),
    ]);
    expect(issued).toMatchObject({ ok: true });
    const { carried } = await certificate();
    expect(['good', 'retired']).toContain((await check(carry(carried)))?.verdict);
  });

  it('is not said to have signed after its end, although its replacement began before and waited', async () => {
    await rotate('ed25519');
    const seen = await present();
    const next = makeKey('ed25519');
    await database.app.begin(async (tx) => {
      // The time of the replacement is when its transaction began.
      await tx`select set_config('app.city', ${life.world.cities.get('qingyang') ?? ''}, true)`;
      expect(await issue()).toMatchObject({ ok: true });
      const [row] = await tx<{ made: boolean }[]>`select app.rotate_signing_key(${seen}, uuidv7(),
        ${next.algorithm}, ${next.publicKey}, ${next.fingerprint}, 'sealed') as made`;
      expect(row?.made).toBe(true);
    });
    expect(await check(carry((await certificate()).carried))).toMatchObject({ verdict: 'retired' });
    await rotate('ed25519');
  });

  it('has signed nothing before it was there, although the signing began before and waited', async () => {
    await rotate('ed25519');
    const seen = await present();
    await database.superuser`update signing_keys set valid_from = valid_from + interval '5 minutes'
      where key_id = ${seen}`;
    expect(await issue()).toMatchObject({ ok: true });
    expect(await check(carry((await certificate()).carried))).toMatchObject({ verdict: 'good' });
  });

  it('is kept sealed, and reaches nobody but the function that signs', async () => {
    await issue();
    const [row] = await database.superuser<{ sealed: string }[]>`
      select sealed from signing_key_secrets s join signing_keys k on k.id = s.signing_key_id
      where k.retired_at is null and k.city_id = ${life.world.cities.get('qingyang') ?? ''}`;
    expect(row?.sealed).toMatch(/^[\w-]{60,}$/);
    expect(Buffer.from(row?.sealed ?? '', 'base64url').toString('latin1')).not.toContain('PRIVATE');
    const table = database.app`select * from signing_key_secrets`.catch((error: unknown) => error);
    expect(await table).toMatchObject({ code: '42501' });
    const ask = (scope: Record<string, string>) =>
      database.app.begin(async (tx) => {
        for (const [name, value] of Object.entries(scope))
          await tx`select set_config(${name}, ${value}, true)`;
        return tx`select sealed from app.signing_secret(${voucherId}::uuid)`;
      });
    const cityId = life.world.cities.get('qingyang') ?? '';
    const vendor = life.world.vendors[0]?.id ?? '';
    for (const scope of [{}, { 'app.city': cityId }, { 'app.organisation': vendor }] as Record<
      string,
      string
    >[]) {
      expect(await ask(scope), JSON.stringify(scope)).toHaveLength(0);
    }
    expect(await ask({ 'app.organisation': state.owner.organisationId ?? '' })).toHaveLength(1);
    const published = JSON.stringify(
      [await keys(), await check(carry((await certificate()).carried))],
      (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    );
    expect(published).not.toContain(row?.sealed);
    expect(published).not.toMatch(/PRIVATE|privateKey|sealed/);
  });

  it('that cannot be opened signs nothing, and the holder is told what to do', async () => {
    await issue();
    await database.superuser`update signing_key_secrets set sealed = reverse(sealed)`;
    ({ state, voucherId } = await cases.issued());
    expect(await issue()).toMatchObject({ ok: false, code: 'key_unreadable' });
    await rotate('ed25519');
    expect(await issue()).toMatchObject({ ok: true });
  });
});

it('the portal’s login can change neither certificates nor keys', async () => {
  for (const table of ['certificates', 'signing_keys', 'signing_key_secrets']) {
    for (const verb of ['update', 'delete', 'truncate']) {
      const [row] = await database.superuser<{ may: boolean }[]>`
        select has_table_privilege('suanquan_app', ${table}, ${verb}) as may`;
      expect(row?.may, `${verb} ${table}`).toBe(false);
    }
  }
});
