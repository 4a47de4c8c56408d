-- Funders: each settled line carries what every funder of its programme bears of it; a bill asks a funder for settled lines,
-- each of them once; and what a funder has paid in is recorded by two people.

-- Beside the rules, because a line is divided without reading the rest of them.
alter table programme_versions add column funding jsonb generated always as (rules -> 'funding') stored;
--> statement-breakpoint
create table ledger.funders (
  id uuid primary key default uuidv7(),
  city_id uuid not null,
  programme_id uuid not null,
  name_zh text not null,
  name_en text not null,
  constraint funders_one_per_name unique (programme_id, name_zh)
);
--> statement-breakpoint
create table ledger.funder_entries (
  city_id uuid not null,
  entry_id uuid not null references ledger.settlement_lines (entry_id),
  funder_id uuid not null references ledger.funders (id),
  amount_fen bigint not null,
  primary key (entry_id, funder_id)
);
--> statement-breakpoint
create index funder_entries_funder on ledger.funder_entries (funder_id, entry_id);
--> statement-breakpoint
create table funder_bills (
  id uuid primary key default uuidv7(),
  city_id uuid not null references cities (id),
  programme_id uuid not null references programmes (id),
  funder_id uuid not null references ledger.funders (id),
  reference text not null constraint funder_bills_reference unique,
  from_on text not null,
  to_on text not null,
  amount_fen bigint not null,
  paid_fen bigint not null default 0,
  state text not null,
  standing boolean not null default true,
  issued_by uuid not null references users (id),
  issued_at timestamptz not null,
  withdrawn_by uuid references users (id),
  withdrawn_at timestamptz,
  withdraw_reason text,
  constraint funder_bills_key unique (id, funder_id, standing),
  constraint funder_bills_state_known check (state in ('issued', 'paid', 'withdrawn')),
  constraint funder_bills_amount_positive check (amount_fen > 0),
  constraint funder_bills_paid check (paid_fen between 0 and amount_fen and (state = 'paid') = (paid_fen = amount_fen)),
  constraint funder_bills_standing check (standing = (state <> 'withdrawn')),
  constraint funder_bills_period check (from_on <= to_on),
  constraint funder_bills_withdrawn check (num_nonnulls(withdrawn_by, withdrawn_at, withdraw_reason)
    = case state when 'withdrawn' then 3 else 0 end and (standing or paid_fen = 0))
);
--> statement-breakpoint
create index funder_bills_city on funder_bills (city_id, id);
--> statement-breakpoint
create index funder_bills_funder on funder_bills (funder_id, state);
--> statement-breakpoint
create table funder_bill_lines (
  city_id uuid not null references cities (id),
  bill_id uuid not null,
  funder_id uuid not null,
  entry_id uuid not null,
  batch_id uuid not null references settlement_batches (id),
  standing boolean not null default true,
  primary key (bill_id, entry_id),
  -- A withdrawn bill gives its lines free for another one.
  constraint funder_bill_lines_bill foreign key (bill_id, funder_id, standing)
    references funder_bills (id, funder_id, standing) on update cascade,
  constraint funder_bill_lines_part foreign key (entry_id, funder_id)
    references ledger.funder_entries (entry_id, funder_id)
);
--> statement-breakpoint
create unique index funder_bill_lines_once on funder_bill_lines (entry_id, funder_id) where standing;
--> statement-breakpoint
create table funder_receipts (
  id uuid primary key default uuidv7(),
  city_id uuid not null references cities (id),
  bill_id uuid not null references funder_bills (id),
  amount_fen bigint not null,
  paid_on text not null,
  bank_reference text not null,
  bank_key text generated always as (app.identity_key(bank_reference)) stored,
  state text not null,
  proposed_by uuid not null references users (id),
  proposed_at timestamptz not null,
  decided_by uuid references users (id),
  decided_at timestamptz,
  answer text,
  constraint funder_receipts_state_known check (state in ('proposed', 'released', 'declined')),
  constraint funder_receipts_amount_positive check (amount_fen > 0),
  constraint funder_receipts_four_eyes check (decided_by is null or decided_by <> proposed_by),
  constraint funder_receipts_decided check ((state = 'proposed') = (decided_by is null)
    and (decided_by is null) = (decided_at is null))
);
--> statement-breakpoint
create unique index funder_receipts_bank_once on funder_receipts (city_id, bank_key) where state <> 'declined';
--> statement-breakpoint
create index funder_receipts_bill on funder_receipts (bill_id, id);
--> statement-breakpoint
grant select on ledger.funders, ledger.funder_entries to suanquan_app;
--> statement-breakpoint
grant select, insert on ledger.funders, ledger.funder_entries to suanquan_engine;
--> statement-breakpoint
grant select, insert, update on funder_bills, funder_receipts to suanquan_app;
--> statement-breakpoint
grant select, insert on funder_bill_lines to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on funder_bills, funder_bill_lines, funder_receipts to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['ledger.funders', 'ledger.funder_entries', 'funder_bills', 'funder_bill_lines',
    'funder_receipts']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
  foreach t in array array['ledger.funders', 'ledger.funder_entries']::regclass[] loop
    execute format('create policy city on %s for select to suanquan_app using (city_id = (select app.city()))', t);
  end loop;
  foreach t in array array['funder_bills', 'funder_bill_lines', 'funder_receipts']::regclass[] loop
    execute format('create policy city on %s for all to suanquan_app
      using (city_id = (select app.city())) with check (city_id = (select app.city()))', t);
  end loop;
end $$;
--> statement-breakpoint
create or replace view ledger.voucher_funding with (security_invoker = true) as
  select v.city_id, v.id as account_id, v.programme_id, s.names_zh, s.names_en, s.parts,
    (p.funding ->> 'oddFenTo')::integer as odd
  from public.vouchers v
  join public.programme_versions p on p.id = v.version_id
  cross join lateral (
    select array_agg(x.share #>> '{funder,zh-CN}' order by x.at) names_zh,
      array_agg(x.share #>> '{funder,en}' order by x.at) names_en,
      array_agg((x.share ->> 'parts')::bigint order by x.at) parts
    from jsonb_array_elements(p.funding -> 'shares') with ordinality x(share, at)) s
  where p.funding is not null and s.parts is not null
    and not exists (
      select 1
      from jsonb_array_elements(coalesce(p.rules -> 'terms', '[]')) t(term),
        to_char(v.issued_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') issued_on
      where term ->> 'clause' = p.funding ->> 'clause'
        and (issued_on collate "C" < term ->> 'from' or issued_on collate "C" > term ->> 'to'
          or (issued_on collate "C" >= term ->> 'suspendedFrom'
            and issued_on collate "C" <= coalesce(term ->> 'suspendedTo', '9999'))));
--> statement-breakpoint
grant select on ledger.voucher_funding to suanquan_app, suanquan_engine;
--> statement-breakpoint
create or replace function ledger.split(_amount bigint, _parts bigint[], _odd integer)
  returns bigint[]
  language sql immutable parallel safe
  set search_path = ledger, pg_temp
as $$
  with shares as (
    select u.at, floor(_amount::numeric * u.part / (select sum(x) from unnest(_parts) x))::bigint share
    from unnest(_parts) with ordinality u(part, at))
  select array_agg(share + case when at = _odd + 1 then _amount - (select sum(share)::bigint from shares) else 0 end
    order by at)
  from shares $$;
--> statement-breakpoint
revoke all on function ledger.split(bigint, bigint[], integer) from public;
--> statement-breakpoint
grant execute on function ledger.split(bigint, bigint[], integer) to suanquan_app, suanquan_engine;
--> statement-breakpoint
create or replace function ledger.split_lines(_entries uuid[])
  returns void
  language plpgsql
  set search_path = ledger, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('funders:' || c.city_id, 0))
    from (select distinct f.city_id from entries e join voucher_funding f on f.account_id = e.account_id
      where e.id = any (_entries) order by 1) c;
  if not found then return; end if;
  insert into funders (city_id, programme_id, name_zh, name_en)
    select u.city_id, u.programme_id, u.zh, u.en
    from (
      select distinct on (f.programme_id, n.zh) f.city_id, f.programme_id, n.zh, n.en, n.at
      from entries e
      join voucher_funding f on f.account_id = e.account_id
      cross join lateral unnest(f.names_zh, f.names_en) with ordinality n(zh, en, at)
      where e.id = any (_entries)
      order by f.programme_id, n.zh, n.at) u
    -- The order of the rules is that of the ids, in which funders are shown.
    order by u.programme_id, u.at
    on conflict on constraint funders_one_per_name do nothing;
  insert into funder_entries (city_id, entry_id, funder_id, amount_fen)
    select r.city_id, r.entry_id, u.id, sum(s.after - s.before)
    from (
      select l.city_id, l.entry_id, l.amount_fen, f.programme_id, f.names_zh, f.parts, f.odd,
        coalesce((
          select sum(o.amount_fen) from settlement_lines o join entries oe on oe.id = o.entry_id
          where oe.account_id = e.account_id and o.entry_id <> all (_entries)), 0)::bigint
          + (sum(l.amount_fen) over (partition by e.account_id order by l.entry_id))::bigint as settled
      from settlement_lines l
      join entries e on e.id = l.entry_id
      join voucher_funding f on f.account_id = e.account_id
      where l.entry_id = any (_entries)) r
    cross join lateral unnest(r.names_zh, split(r.settled, r.parts, r.odd),
      split(r.settled - r.amount_fen, r.parts, r.odd)) s(name, after, before)
    join funders u on u.programme_id = r.programme_id and u.name_zh = s.name
    group by r.city_id, r.entry_id, u.id;
end $$;
--> statement-breakpoint
revoke all on function ledger.split_lines(uuid[]) from public;
--> statement-breakpoint
grant execute on function ledger.split_lines(uuid[]) to suanquan_engine;
--> statement-breakpoint
create or replace function ledger.split_settled()
  returns trigger
  language plpgsql
  set search_path = ledger, pg_temp
as $$
begin
  perform split_lines(array_agg(entry_id)) from settled having count(*) > 0;
  return null;
end $$;
--> statement-breakpoint
revoke all on function ledger.split_settled() from public;
--> statement-breakpoint
create trigger settlement_lines_split after insert on ledger.settlement_lines
  referencing new table as settled for each statement execute function ledger.split_settled();
--> statement-breakpoint
-- Row security is forced on the owner too.
set local role suanquan_engine;
--> statement-breakpoint
-- What was settled before is divided by the same function.
select ledger.split_lines(array_agg(entry_id)) from ledger.settlement_lines having count(*) > 0;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create or replace view ledger.breaks with (security_invoker = true) as
  select city_id, thing, id, difference from ledger.journal_breaks
  union all
  -- An account is one voucher, and holds what the voucher says.
  select coalesce(v.city_id, a.city_id), 'voucher', coalesce(v.id, a.id),
    jsonb_build_object('granted', coalesce(a.granted_fen, 0) - coalesce(v.face_value_fen, 0))
  from ledger.accounts a full join public.vouchers v on v.id = a.id
  where coalesce(v.city_id, a.city_id) = app.city()
    and (a.granted_fen is distinct from v.face_value_fen
      or (v.state = 'active' and a.frozen) or (v.state = 'frozen' and not a.frozen))
  union all
  -- An order's hold is one of the ledger's, for the same amount; once it is closed nothing of it is open.
  select h.city_id, 'order', h.id,
    jsonb_build_object('amount', coalesce(l.amount_fen, 0) - h.amount_fen,
      'open', l.amount_fen - l.claimed_fen - l.captured_fen - l.released_fen)
  from public.holds h left join ledger.holds l on l.id = h.id
  where h.city_id = app.city()
    and (l.amount_fen is distinct from h.amount_fen
      or (h.state <> 'open' and l.claimed_fen + l.captured_fen + l.released_fen <> l.amount_fen))
  union all
  -- What is claimed and captured on an order's hold is its redemptions, each counted once.
  select h.city_id, 'redemptions', h.id,
    jsonb_build_object('claimed', l.claimed_fen - r.claimed, 'captured', l.captured_fen - r.captured)
  from public.holds h join ledger.holds l on l.id = h.id
  cross join lateral (
    select
      coalesce(sum(subsidy_fen) filter (where state in ('submitted', 'confirmed', 'disputed')), 0) claimed,
      coalesce(sum(subsidy_fen) filter (where state in ('verified', 'batched', 'paid', 'reversed')), 0) captured
    from public.redemptions where hold_id = h.id) r
  where h.city_id = app.city() and (l.claimed_fen, l.captured_fen) is distinct from (r.claimed, r.captured)
  union all
  -- A redemption that became money names its own capture, for the same amount.
  select r.city_id, 'redemption', r.id,
    jsonb_build_object('captured', coalesce(e.amount_fen, 0) - r.subsidy_fen)
  from public.redemptions r
  left join ledger.entries e on e.id = r.capture_entry_id and e.kind = 'capture'
    and e.outcome = 'posted' and e.hold_id = r.hold_id
  where r.city_id = app.city() and r.state in ('verified', 'batched', 'paid', 'reversed')
    and e.amount_fen is distinct from r.subsidy_fen
  union all
  -- What a redemption shows as reversed is what was posted against its capture.
  select r.city_id, 'reversed', r.id, jsonb_build_object('reversed', r.reversed_fen - s.reversed)
  from public.redemptions r
  cross join lateral (
    select coalesce(sum(e.amount_fen), 0) reversed from ledger.entries e
    where e.of_entry_id = r.capture_entry_id and e.kind = 'reverse' and e.outcome = 'posted') s
  where r.city_id = app.city() and r.reversed_fen <> s.reversed
  union all
  -- Every reversal is one recovery's, for the same amount and of its capture.
  select coalesce(r.city_id, e.city_id), 'recovery', coalesce(r.id, e.id),
    jsonb_build_object('reversed', coalesce(e.amount_fen, 0) - coalesce(r.amount_fen, 0))
  from (select * from ledger.entries
    where of_entry_id is not null and kind = 'reverse' and outcome = 'posted') e
  full join (select * from public.recoveries where state in ('released', 'settled')) r
    on r.reverse_entry_id = e.id and r.capture_entry_id = e.of_entry_id
  where coalesce(r.city_id, e.city_id) = app.city() and e.amount_fen is distinct from r.amount_fen
  union all
  -- Every repayment and write-off is one that two people decided on, for the same amount and recovery.
  select coalesce(c.city_id, e.city_id), 'credit', coalesce(c.id, e.id),
    jsonb_build_object('credited', coalesce(e.amount_fen, 0) - coalesce(c.amount_fen, 0))
  from (select * from ledger.entries
    where of_entry_id is not null and kind in ('repay', 'write_off') and outcome = 'posted') e
  full join (select c.*, r.reverse_entry_id from public.recovery_credits c
    join public.recoveries r on r.id = c.recovery_id where c.state = 'released') c
    on c.entry_id = e.id and c.reverse_entry_id = e.of_entry_id
      and e.kind = case c.kind when 'repayment' then 'repay' else 'write_off' end
  where coalesce(c.city_id, e.city_id) = app.city() and e.amount_fen is distinct from c.amount_fen
  union all
  -- A recovery is settled if its reversal is netted, or all of it repaid or written off, and only then. One that
  -- was never paid owes nothing from the start.
  select r.city_id, 'debt', r.id, jsonb_build_object('left', r.amount_fen - s.credited)
  from public.recoveries r
  cross join lateral (
    select coalesce(sum(e.amount_fen), 0) credited,
      exists (select 1 from ledger.settlement_lines l where l.entry_id = r.reverse_entry_id) netted
    from ledger.entries e where e.of_entry_id = r.reverse_entry_id and e.outcome = 'posted') s
  where r.city_id = app.city() and r.state in ('released', 'settled') and r.settled_by is distinct from 'unpaid'
    and (r.state = 'settled') <> (s.netted or s.credited = r.amount_fen)
  union all
  -- What is claimed and captured on a claim's hold is that claim, and nothing of the hold is open.
  select c.city_id, 'claim', c.id,
    jsonb_build_object('claimed', coalesce(l.claimed_fen, 0) - x.claimed,
      'captured', coalesce(l.captured_fen, 0) - x.captured,
      'open', l.amount_fen - l.claimed_fen - l.captured_fen - l.released_fen)
  from public.claims c left join ledger.holds l on l.id = c.hold_id and l.vendor_id = c.organisation_id
  cross join lateral (
    select case when c.state in ('submitted', 'returned') then c.claimed_fen else 0 end claimed,
      case when c.state in ('verified', 'batched', 'paid', 'reversed') then c.approved_fen else 0 end captured) x
  where c.city_id = app.city() and c.hold_id is not null
    and (l.claimed_fen, l.captured_fen, l.amount_fen - l.claimed_fen - l.captured_fen - l.released_fen)
      is distinct from (x.claimed, x.captured, 0::bigint)
  union all
  -- A verified claim names its own capture, for the approved amount.
  select c.city_id, 'claim', c.id, jsonb_build_object('paid', coalesce(e.amount_fen, 0) - c.approved_fen)
  from public.claims c
  left join ledger.entries e on e.id = c.capture_entry_id and e.kind = 'capture'
    and e.outcome = 'posted' and e.hold_id = c.hold_id
  where c.city_id = app.city() and c.state in ('verified', 'batched', 'paid', 'reversed')
    and e.amount_fen is distinct from c.approved_fen
  union all
  -- What a claim shows as reversed is what was posted against its capture.
  select c.city_id, 'claim', c.id, jsonb_build_object('reversed', c.reversed_fen - s.reversed)
  from public.claims c
  cross join lateral (
    select coalesce(sum(e.amount_fen), 0) reversed from ledger.entries e
    where e.of_entry_id = c.capture_entry_id and e.kind = 'reverse' and e.outcome = 'posted') s
  where c.city_id = app.city() and c.capture_entry_id is not null and c.reversed_fen <> s.reversed
  union all
  -- A payment is the lines that its settlement took, and no line is without a payment.
  select coalesce(p.city_id, s.city_id), 'payment', coalesce(p.id, s.settlement_id),
    jsonb_build_object('amount', coalesce(s.amount_fen, 0) - coalesce(p.amount_fen, 0))
  from (select city_id, settlement_id, sum(amount_fen) amount_fen
    from ledger.settlement_lines group by city_id, settlement_id) s
  full join public.payments p on p.id = s.settlement_id
  where coalesce(p.city_id, s.city_id) = app.city() and s.amount_fen is distinct from p.amount_fen
  union all
  -- A released change of a budget is what the pool has, until the next one.
  select c.city_id, 'budget', c.pool_id, jsonb_build_object('budget', p.budget_fen - c.to_fen)
  from (select distinct on (pool_id) city_id, pool_id, to_fen from public.budget_changes
    where state = 'released' order by pool_id, decided_at desc, id desc) c
  join ledger.pools p on p.id = c.pool_id
  where c.city_id = app.city() and p.budget_fen <> c.to_fen
  union all
  -- What a pool has promised is what its cases were passed for and is not issued yet, those of its parts included.
  select p.city_id, 'promise', p.id, jsonb_build_object('promised', p.promised_fen - s.promised)
  from ledger.pools p
  cross join lateral (
    select coalesce(sum(a.approved_fen), 0) promised
    from public.applications a join ledger.pools own on own.id = a.promise_pool_id
    where p.id in (own.id, own.parent_id)
      and a.state in ('final_passed', 'publicised', 'objected', 'approved')) s
  where p.city_id = app.city() and p.promised_fen <> s.promised
  union all
  -- A settled line of a voucher with funders has parts.
  select f.city_id, 'funders', l.entry_id, jsonb_build_object('amount', -l.amount_fen)
  from ledger.voucher_funding f
  join ledger.entries e on e.account_id = f.account_id
  join ledger.settlement_lines l on l.entry_id = e.id
  where f.city_id = app.city()
    and not exists (select 1 from ledger.funder_entries x where x.entry_id = l.entry_id)
  union all
  -- The parts of a line add up to it, with its sign.
  select x.city_id, 'funders', x.entry_id, jsonb_build_object('amount', sum(x.amount_fen) - l.amount_fen)
  from ledger.funder_entries x join ledger.settlement_lines l on l.entry_id = x.entry_id
  where x.city_id = app.city()
  group by x.city_id, x.entry_id, l.amount_fen
  having sum(x.amount_fen) <> l.amount_fen
  union all
  -- What a funder bears of a voucher is its share of everything that was settled on the voucher.
  select f.city_id, 'funder_share', f.account_id, jsonb_build_object('amount', sum(abs(b.amount - s.share)))
  from ledger.voucher_funding f
  cross join lateral (
    select coalesce(sum(l.amount_fen), 0)::bigint settled
    from ledger.settlement_lines l join ledger.entries e on e.id = l.entry_id
    where e.account_id = f.account_id) t
  cross join lateral (
    select u.name, sum(u.share) share
    from unnest(f.names_zh, ledger.split(t.settled, f.parts, f.odd)) u(name, share) group by u.name) s
  cross join lateral (
    select coalesce(sum(x.amount_fen), 0) amount
    from ledger.funder_entries x join ledger.entries e on e.id = x.entry_id
    join ledger.funders u on u.id = x.funder_id
    where e.account_id = f.account_id and u.name_zh = s.name) b
  where f.city_id = app.city() and b.amount <> s.share
  group by f.city_id, f.account_id
  union all
  -- A bill is the parts of its lines, and what is paid of it is what two people have recorded.
  select b.city_id, 'bill', b.id,
    jsonb_build_object('amount', b.amount_fen - l.amount, 'received', b.paid_fen - r.paid)
  from public.funder_bills b
  cross join lateral (
    select coalesce(sum(x.amount_fen), 0) amount
    from public.funder_bill_lines i
    join ledger.funder_entries x on x.entry_id = i.entry_id and x.funder_id = i.funder_id
    where i.bill_id = b.id) l
  cross join lateral (
    select coalesce(sum(amount_fen), 0) paid from public.funder_receipts
    where bill_id = b.id and state = 'released') r
  where b.city_id = app.city() and (b.amount_fen, b.paid_fen) is distinct from (l.amount, r.paid);
