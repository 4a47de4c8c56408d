-- Advances (备用金): a city pays a vendor of a programme in advance, up to a level that two people decide on. Settlements draw
-- on it and pay it up to its level again; an ended one is drawn down, and what is left is paid back.
create table ledger.advances (
  city_id uuid not null,
  id uuid primary key default uuidv7(),
  programme_id uuid not null references ledger.pools (id),
  payee_id uuid not null,
  level_fen bigint not null,
  balance_fen bigint not null default 0,
  running boolean not null default true,
  constraint advances_one_per_payee unique (programme_id, payee_id),
  constraint advances_level_positive check (level_fen > 0),
  constraint advances_not_negative check (balance_fen >= 0),
  constraint advances_within_level check (balance_fen <= level_fen)
);
--> statement-breakpoint
create index advances_city on ledger.advances (city_id, id);
--> statement-breakpoint
create index advances_payee on ledger.advances (payee_id, id);
--> statement-breakpoint
create table ledger.advance_entries (
  city_id uuid not null,
  id uuid primary key default uuidv7(),
  advance_id uuid not null references ledger.advances (id),
  payee_id uuid not null,
  kind text not null,
  amount_fen bigint not null,
  signed_fen bigint not null generated always as
    (case when kind in ('advance', 'refill') then amount_fen else -amount_fen end) stored,
  settlement_id uuid,
  actor_id uuid,
  client_id uuid not null,
  idempotency_key text not null,
  at timestamptz not null,
  constraint advance_entries_one_per_key unique (city_id, client_id, idempotency_key),
  -- A payment that is put into another batch keeps what it has drawn and paid in, and does neither again.
  constraint advance_entries_once unique (settlement_id, advance_id, kind),
  constraint advance_entries_kind_known check (kind in ('advance', 'refill', 'cancel', 'draw', 'return')),
  constraint advance_entries_amount_positive check (amount_fen > 0 and amount_fen <= 1000000000000000),
  constraint advance_entries_settlement check ((kind = 'return') = (settlement_id is null))
);
--> statement-breakpoint
create index advance_entries_advance on ledger.advance_entries (advance_id, id);
--> statement-breakpoint
create index advance_entries_city on ledger.advance_entries (city_id, id);
--> statement-breakpoint
create index advance_entries_payee on ledger.advance_entries (payee_id, id);
--> statement-breakpoint
create table advance_requests (
  id uuid primary key default uuidv7(),
  city_id uuid not null references cities (id),
  reference text not null constraint advance_requests_reference unique,
  kind text not null,
  programme_id uuid not null references programmes (id),
  payee_id uuid not null references organisations (id),
  amount_fen bigint not null,
  open_fen bigint,
  unsettled_fen bigint,
  percent text,
  paid_on text,
  bank_reference text,
  bank_key text generated always as (app.identity_key(bank_reference)) stored,
  state text not null,
  proposed_by uuid not null references users (id),
  proposed_at timestamptz not null,
  decided_by uuid references users (id),
  decided_at timestamptz,
  answer text,
  constraint advance_requests_state_known check (state in ('proposed', 'released', 'declined')),
  constraint advance_requests_kind_known check (kind in ('level', 'return')),
  constraint advance_requests_amount_positive check (amount_fen > 0),
  constraint advance_requests_four_eyes check (decided_by is null or decided_by <> proposed_by),
  constraint advance_requests_decided check ((state = 'proposed') = (decided_by is null)
    and (decided_by is null) = (decided_at is null)),
  constraint advance_requests_parts check (case kind
    when 'level' then num_nonnulls(open_fen, unsettled_fen, percent) = 3 and num_nonnulls(paid_on, bank_reference) = 0
    else num_nonnulls(open_fen, unsettled_fen, percent) = 0 and num_nonnulls(paid_on, bank_reference) = 2 end)
);
--> statement-breakpoint
create unique index advance_requests_one_open on advance_requests (programme_id, payee_id, kind) where state = 'proposed';
--> statement-breakpoint
create unique index advance_requests_bank_once on advance_requests (city_id, bank_key) where state <> 'declined';
--> statement-breakpoint
create index advance_requests_city on advance_requests (city_id, id);
--> statement-breakpoint
-- A settlement that an advance covers wholly pays nothing.
alter table payments drop constraint payments_positive;
--> statement-breakpoint
alter table payments add constraint payments_not_negative check (amount_fen >= 0);
--> statement-breakpoint
grant select on ledger.advances, ledger.advance_entries to suanquan_app;
--> statement-breakpoint
grant select, insert, update on ledger.advances to suanquan_engine;
--> statement-breakpoint
grant select, insert on ledger.advance_entries to suanquan_engine;
--> statement-breakpoint
grant select, insert, update on advance_requests to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on advance_requests to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['ledger.advances', 'ledger.advance_entries', 'advance_requests']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
  foreach t in array array['ledger.advances', 'ledger.advance_entries']::regclass[] loop
    execute format('create policy parties on %s for select to suanquan_app
      using (city_id = (select app.city()) or payee_id = (select app.organisation()))', t);
  end loop;
  create policy city on advance_requests for all to suanquan_app
    using (city_id = (select app.city())) with check (city_id = (select app.city()));
end $$;
--> statement-breakpoint
-- A city pays a vendor in advance before the vendor has redeemed anything.
create policy city_pays_in_advance on bank_accounts for select to suanquan_app
  using (exists (select 1 from ledger.advances a
    where a.payee_id = bank_accounts.organisation_id and a.city_id = (select app.city())));
--> statement-breakpoint
-- Sets the level up to which a payee is paid in advance in a programme, and opens its account if there is none. One that has
-- ended runs again. Returns its id. A level below the present balance violates advances_within_level. Raises LG403 for
-- another city, LG404 where the programme has no pool.
create or replace function ledger.set_advance(_city uuid, _programme uuid, _payee uuid, _level bigint)
  returns uuid
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
declare found_id uuid;
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  perform ledger.lock_payee(_city, _payee);
  insert into advances (city_id, programme_id, payee_id, level_fen)
    select _city, p.id, _payee, _level from pools p
    where p.id = _programme and p.city_id = _city and p.parent_id is null
    on conflict on constraint advances_one_per_payee
      do update set level_fen = excluded.level_fen, running = true
    returning id into found_id;
  if found_id is null then raise 'no such pool' using errcode = 'LG404'; end if;
  return found_id;
end $$;
--> statement-breakpoint
-- Ends an advance: nothing is paid into it any more, and settlements draw it down. Raises LG403 for another city, LG404 where
-- there is no such advance that runs.
create or replace function ledger.end_advance(_city uuid, _advance uuid)
  returns void
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  perform ledger.lock_payee(city_id, payee_id) from advances where id = _advance and city_id = _city;
  update advances set running = false where id = _advance and city_id = _city and running;
  if not found then raise 'no such advance' using errcode = 'LG404'; end if;
end $$;
--> statement-breakpoint
-- Posts one movement of an advance, in fen, and its balance with it: `advance` and `refill` pay the payee in a settlement,
-- `cancel` takes out of a settlement that is not paid yet what it would pay in, `draw` covers a part of a settlement, `return`
-- is what the payee has paid back from outside. Raises LG400 for an unknown kind or a bad amount, LG403 for another city,
-- LG404 for an unknown advance, LG409 where an ended one would be paid into, and LG422 for a key that was used before.
create or replace function ledger.advance(
  _client uuid, _key text, _advance uuid, _kind text, _amount bigint, _settlement uuid
)
  returns ledger.advance_entries
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
declare
  a ledger.advances; e ledger.advance_entries;
  sign integer := case when _kind in ('advance', 'refill') then 1 when _kind in ('cancel', 'draw', 'return') then -1 end;
begin
  if _amount is null or _amount <= 0 then raise 'not an amount' using errcode = 'LG400'; end if;
  if sign is null or (_kind = 'return') <> (_settlement is null) then
    raise 'unknown kind %', _kind using errcode = 'LG400';
  end if;
  select * into a from advances where id = _advance;
  if not found then raise 'no such advance' using errcode = 'LG404'; end if;
  if a.city_id is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  perform ledger.lock_payee(a.city_id, a.payee_id);
  update advances set balance_fen = balance_fen + sign * _amount
    where id = _advance and (sign < 0 or running);
  if not found then raise 'ended' using errcode = 'LG409'; end if;
  insert into advance_entries (city_id, advance_id, payee_id, kind, amount_fen, settlement_id, actor_id, client_id,
      idempotency_key, at)
    values (a.city_id, a.id, a.payee_id, _kind, _amount, _settlement, app.user_id(), _client, _key, app.now())
    on conflict on constraint advance_entries_one_per_key do nothing
    returning * into e;
  if not found then raise 'key reused' using errcode = 'LG422'; end if;
  return e;
end $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array['ledger.set_advance(uuid, uuid, uuid, bigint)', 'ledger.end_advance(uuid, uuid)',
    'ledger.advance(uuid, text, uuid, text, bigint, uuid)']::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
--> statement-breakpoint
-- Takes what is posted for a payee and in no settlement yet (captures, reversals, and what reduces the debt that
-- reversals leave) into a settlement, and returns the settlement's sum in fen. With programmes, takes only what was
-- captured in one of them before its instant, together with what was reversed of that since, and what the payee owes
-- of earlier settlements: what its programme does not settle yet waits. A settlement that has lines
-- already, because its payment failed or its batch was not released, keeps them with what its payment draws on advances or
-- pays into them, so that what the payee owes is netted with all of it. Looks for entries without a line rather than for newer ones, so that one of a slow transaction
-- is never missed. Takes nothing and returns 0 where the sum is not positive: what the payee owes waits until later
-- captures exceed it. Raises LG403 for another city, and for a settlement of another payee.
create or replace function ledger.settle(
  _city uuid, _settlement uuid, _vendor uuid, _programmes uuid[] default null, _before timestamptz[] default null
)
  returns bigint
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
declare total bigint; before bigint; foreign_lines boolean;
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  perform ledger.lock_payee(_city, _vendor);
  select coalesce(sum(l.amount_fen), 0),
      coalesce(bool_or((e.city_id, e.vendor_id) is distinct from (_city, _vendor)), false)
    into before, foreign_lines
    from ledger.settlement_lines l join ledger.entries e on e.id = l.entry_id
    where l.settlement_id = _settlement;
  before := before + coalesce((select sum(m.signed_fen) from ledger.advance_entries m
    where m.settlement_id = _settlement), 0);
  if foreign_lines then raise 'another payee''s settlement' using errcode = 'LG403'; end if;
  begin
    with taken as (
      insert into ledger.settlement_lines (city_id, entry_id, settlement_id, amount_fen)
        select u.city_id, u.entry_id, _settlement, u.amount_fen
        from ledger.unsettled u
        where u.city_id = _city and u.payee_id = _vendor
          and (_programmes is null or u.of_settled or exists (
            select 1 from unnest(_programmes, _before) as d(programme, before)
            where d.programme = u.programme_id and u.owed_at < d.before))
        on conflict do nothing returning amount_fen)
    select before + coalesce(sum(amount_fen), 0) into total from taken;
    if total <= 0 then raise 'nothing to pay' using errcode = 'LG204'; end if;
  exception when sqlstate 'LG204' then
    total := 0;
  end;
  return total;
end $$;
--> statement-breakpoint
-- Lists money that the journal cannot explain, and counters that differ from what they count: vouchers, orders,
-- redemptions, claims, payments, advances, promises, budgets and what funders bear. Must be empty. Only the city sees all of these.
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
  -- A payment is the lines that its settlement took, less what it draws on advances, with what it pays into them; and
  -- none of these is without a payment.
  select coalesce(p.city_id, s.city_id), 'payment', coalesce(p.id, s.settlement_id),
    jsonb_build_object('amount', coalesce(s.amount_fen, 0) - coalesce(p.amount_fen, 0))
  from (select city_id, settlement_id, sum(amount_fen) amount_fen
    from (select city_id, settlement_id, amount_fen from ledger.settlement_lines
      union all select city_id, settlement_id, signed_fen from ledger.advance_entries
      where settlement_id is not null) m
    group by city_id, settlement_id) s
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
  -- What a pool has promised is what its cases were passed for and its lists have on public notice, as far as it is
  -- not issued yet, what its parts promised included.
  select p.city_id, 'promise', p.id, jsonb_build_object('promised', p.promised_fen - s.promised - l.promised)
  from ledger.pools p
  cross join lateral (
    select coalesce(sum(a.approved_fen), 0) promised
    from public.applications a join ledger.pools own on own.id = a.promise_pool_id
    where p.id in (own.id, own.parent_id)
      and a.state in ('final_passed', 'publicised', 'objected', 'approved')) s
  cross join lateral (
    select coalesce(sum(r.amount_fen), 0) promised
    from public.award_rows r
    where r.programme_id = p.id and r.state in ('publicised', 'objected')) l
  where p.city_id = app.city() and p.promised_fen <> s.promised + l.promised
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
  where b.city_id = app.city() and (b.amount_fen, b.paid_fen) is distinct from (l.amount, r.paid)
  union all
  -- The balance of an advance is the sum of its movements.
  select a.city_id, 'advance', a.id, jsonb_build_object('balance', a.balance_fen - m.balance)
  from ledger.advances a
  cross join lateral (
    select coalesce(sum(e.signed_fen), 0) balance from ledger.advance_entries e where e.advance_id = a.id) m
  where a.city_id = app.city() and a.balance_fen <> m.balance
  union all
  -- The level of an advance is the one that two people decided on last.
  select a.city_id, 'advance_level', a.id, jsonb_build_object('level', a.level_fen - coalesce(r.amount_fen, 0))
  from ledger.advances a
  left join lateral (
    select q.amount_fen from public.advance_requests q
    where q.programme_id = a.programme_id and q.payee_id = a.payee_id and q.kind = 'level' and q.state = 'released'
    order by q.decided_at desc, q.id desc limit 1) r on true
  where a.city_id = app.city() and a.level_fen is distinct from r.amount_fen
  union all
  -- What is drawn on an advance covers what the same payment settles of its programme.
  select e.city_id, 'advance_draw', e.advance_id,
    jsonb_build_object('amount', sum(e.amount_fen - coalesce(s.settled, 0)))
  from ledger.advance_entries e
  join ledger.advances a on a.id = e.advance_id
  left join public.payments p on p.id = e.settlement_id and p.city_id = a.city_id and p.payee_id = a.payee_id
  cross join lateral (
    select sum(l.amount_fen) settled
    from ledger.settlement_lines l
    join ledger.entries n on n.id = l.entry_id
    join ledger.accounts c on c.id = n.account_id
    join ledger.pools o on o.id = c.pool_id
    where l.settlement_id = p.id and l.amount_fen > 0 and coalesce(o.parent_id, o.id) = a.programme_id) s
  where e.city_id = app.city() and e.kind = 'draw' and e.amount_fen > coalesce(s.settled, 0)
  group by e.city_id, e.advance_id
  union all
  -- What is paid into an advance is a part of a payment to its payee.
  select e.city_id, 'advance_payment', e.advance_id, jsonb_build_object('amount', sum(e.amount_fen))
  from ledger.advance_entries e
  join ledger.advances a on a.id = e.advance_id
  where e.city_id = app.city() and e.kind in ('advance', 'refill')
    and not exists (select 1 from public.payments p
      where p.id = e.settlement_id and p.city_id = a.city_id and p.payee_id = a.payee_id)
  group by e.city_id, e.advance_id
  union all
  -- What was paid back of an advance is what two people have recorded.
  select a.city_id, 'advance_return', a.id, jsonb_build_object('amount', m.returned - q.recorded)
  from ledger.advances a
  cross join lateral (
    select coalesce(sum(e.amount_fen), 0) returned from ledger.advance_entries e
    where e.advance_id = a.id and e.kind = 'return') m
  cross join lateral (
    select coalesce(sum(q.amount_fen), 0) recorded from public.advance_requests q
    where q.programme_id = a.programme_id and q.payee_id = a.payee_id and q.kind = 'return'
      and q.state = 'released') q
  where a.city_id = app.city() and m.returned <> q.recorded;
