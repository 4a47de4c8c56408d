import type { Sql, TransactionSql } from 'postgres';
import { listedCode } from './automatic-programme';

type Row = { id: string };

/** Copies a row as often as a query asks, with other values in some columns; what the database makes itself is left out. */
async function copyRow(
  tx: TransactionSql,
  table: string,
  { from, where, set }: { from: string; where: string; set: Record<string, string> },
): Promise<void> {
  const [schema = '', name = ''] = table.includes('.') ? table.split('.') : ['public', table];
  const columns = await tx<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_schema = ${schema} and table_name = ${name} and is_generated = 'NEVER'`;
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  const values = columns.map((column) => set[column.name] ?? `one."${column.name}"`).join(', ');
  await tx.unsafe(`insert into ${table} (${names})
    select ${values} from ${from} cross join (select * from ${table} where ${where} limit 1) one`);
}

/** Returns the one row that a query finds. */
async function only<R extends object>(rows: PromiseLike<readonly R[]>): Promise<R> {
  const [row] = await rows;
  if (!row) throw new Error('There is no verified redemption to copy.');
  return row;
}

/**
 * Copies a verified redemption that no payment includes `count` times, over `payees` new vendors with a bank account and a
 * voucher each: as many holds, entries of the journal and redemptions as those would leave that were entered one by one, with
 * counters that agree. Needs the superuser, because triggers and foreign keys are left out meanwhile.
 */
export async function copyRedemptions(
  superuser: Sql,
  { citySlug, count, payees }: { citySlug: string; count: number; payees: number },
): Promise<void> {
  await superuser.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    const one = await only(tx<{ id: string; hold: string; voucher: string; vendor: string }[]>`
      select r.id, r.hold_id as hold, r.voucher_id as voucher, r.vendor_id as vendor
      from redemptions r join cities c on c.id = r.city_id and c.slug = ${citySlug}
      where r.state = 'verified' order by r.id limit 1`);
    const account = await only(tx<{ amount: string; pool: string }[]>`
      select e.amount_fen::text as amount, a.pool_id as pool from ledger.entries e
      join ledger.accounts a on a.id = e.account_id
      where e.hold_id = ${one.hold} and e.kind = 'capture'`);
    const codes = Array.from({ length: payees }, (_, at) => listedCode(5_000_000 + at));
    await tx`create temp table payees on commit drop as
      select n as p, code, uuidv7() as vendor, uuidv7() as voucher, uuidv7() as issue,
        (${count}::int - n::int) / ${payees}::int + 1 as lines
      from unnest(${codes}::text[]) with ordinality as x(code, n)`;
    await tx`create temp table copies on commit drop as
      select n, p.vendor, p.voucher, uuidv7() as hold, uuidv7() as redemption, uuidv7() as e_hold,
        uuidv7() as e_claim, uuidv7() as e_capture
      from generate_series(1, ${count}::int) n join payees p on p.p = 1 + (n - 1) % ${payees}::int`;
    await copyPayees(tx, one, account.amount);
    await copyUses(tx, one, account.amount);
    const sum = (BigInt(account.amount) * BigInt(count)).toString();
    await tx`update ledger.pools set budget_fen = budget_fen + ${sum}::bigint,
      committed_fen = committed_fen + ${sum}::bigint where id = ${account.pool}`;
  });
}

type Copied = { id: string; hold: string; voucher: string; vendor: string };

/** Copies the vendor, its bank account and the voucher, once for each payee. */
async function copyPayees(tx: TransactionSql, one: Copied, amount: string): Promise<void> {
  const face = `${amount}::bigint * payees.lines`;
  const [entry]: Row[] = await tx<Row[]>`
    select id from ledger.entries where account_id = ${one.voucher} and kind = 'issue'`;
  await copyRow(tx, 'organisations', {
    from: 'payees',
    where: `id = '${one.vendor}'`,
    set: { id: 'payees.vendor', credit_code: 'payees.code', name: `'服务商' || payees.p` },
  });
  await copyRow(tx, 'bank_accounts', {
    from: 'payees',
    where: `organisation_id = '${one.vendor}'`,
    set: { organisation_id: 'payees.vendor' },
  });
  await copyRow(tx, 'vouchers', {
    from: 'payees',
    where: `id = '${one.voucher}'`,
    set: {
      id: 'payees.voucher',
      code: `'SQ-COPY-' || payees.p`,
      application_id: 'payees.voucher',
      award_row_id: 'null',
      face_value_fen: face,
    },
  });
  await copyRow(tx, 'ledger.accounts', {
    from: 'payees',
    where: `id = '${one.voucher}'`,
    set: {
      id: 'payees.voucher',
      granted_fen: face,
      held_fen: '0',
      spent_fen: face,
      returned_fen: '0',
    },
  });
  await copyRow(tx, 'ledger.entries', {
    from: 'payees',
    where: `id = '${entry?.id ?? ''}'`,
    set: {
      id: 'payees.issue',
      account_id: 'payees.voucher',
      amount_fen: face,
      idempotency_key: `'copy:' || payees.p || ':issue'`,
    },
  });
}

/** Copies the hold, its three entries and the redemption, once for each use. */
async function copyUses(tx: TransactionSql, one: Copied, amount: string): Promise<void> {
  const parties = { voucher_id: 'copies.voucher', vendor_id: 'copies.vendor' };
  await copyRow(tx, 'holds', {
    from: 'copies',
    where: `id = '${one.hold}'`,
    set: { ...parties, id: 'copies.hold', amount_fen: amount, order_number: `'COPY-' || copies.n` },
  });
  await copyRow(tx, 'ledger.holds', {
    from: 'copies',
    where: `id = '${one.hold}'`,
    set: {
      id: 'copies.hold',
      account_id: 'copies.voucher',
      vendor_id: 'copies.vendor',
      amount_fen: amount,
      claimed_fen: '0',
      captured_fen: amount,
      released_fen: '0',
    },
  });
  for (const kind of ['hold', 'claim', 'capture']) {
    await copyRow(tx, 'ledger.entries', {
      from: 'copies',
      where: `hold_id = '${one.hold}' and kind = '${kind}'`,
      set: {
        id: `copies.e_${kind}`,
        account_id: 'copies.voucher',
        hold_id: 'copies.hold',
        vendor_id: 'copies.vendor',
        amount_fen: amount,
        idempotency_key: `'copy:' || copies.n || ':${kind}'`,
      },
    });
  }
  await copyRow(tx, 'redemptions', {
    from: 'copies',
    where: `id = '${one.id}'`,
    set: {
      ...parties,
      id: 'copies.redemption',
      hold_id: 'copies.hold',
      reference: `'HX-COPY-' || copies.n`,
      invoice_key: `'copy:' || copies.n`,
      capture_entry_id: 'copies.e_capture',
    },
  });
  await tx`insert into invoice_uses (invoice_key, redemption_id)
    select 'copy:' || n, redemption from copies`;
  for (const table of ['organisations', 'vouchers', 'holds', 'redemptions', 'invoice_uses']) {
    await tx.unsafe(`analyze ${table}`);
  }
  for (const table of ['accounts', 'holds', 'entries']) await tx.unsafe(`analyze ledger.${table}`);
}
