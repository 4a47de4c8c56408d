-- One act, one effect: what was sent under a key is kept with what made it, the ledger tells an old posting
-- from a new one, and the proof counts what every counter stands for.

create table sendings (
  client_id uuid not null,
  key text not null,
  act text not null,
  fingerprint text not null,
  answer jsonb,
  sent_at timestamptz not null default now(),
  constraint sendings_once primary key (client_id, key),
  constraint sendings_key_length check (length(key) between 8 and 200)
);
--> statement-breakpoint
create index sendings_age on sendings (sent_at);
--> statement-breakpoint
create index redemptions_hold on redemptions (hold_id);
--> statement-breakpoint
grant select, insert, update (answer) on sendings to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on sendings to suanquan_engine;
--> statement-breakpoint
alter table sendings enable row level security;
--> statement-breakpoint
alter table sendings force row level security;
--> statement-breakpoint
create policy engine on sendings to suanquan_engine using (true) with check (true);
--> statement-breakpoint
-- The public has no person; its keys are random, and whoever knows one learns a reference number at most.
create policy own on sendings for all to suanquan_app
  using (client_id = coalesce((select app.user_id()), '00000000-0000-4000-8000-000000000001'))
  with check (client_id = coalesce((select app.user_id()), '00000000-0000-4000-8000-000000000001'));
--> statement-breakpoint
-- A form is not sent again after three months; the ledger itself never forgets a key.
create function app.forget_sendings() returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare n integer;
begin
  delete from sendings where sent_at < now() - interval '90 days';
  get diagnostics n = row_count;
  return n;
end $$;
--> statement-breakpoint
alter function app.forget_sendings() owner to suanquan_engine;
--> statement-breakpoint
revoke all on function app.forget_sendings() from public;
--> statement-breakpoint
grant execute on function app.forget_sendings() to suanquan_app;
--> statement-breakpoint
/*
 * The one way money moves. Answers with the entry: posted, or declined with its reason.
 * A key that was used before answers with its first entry and the outcome `repeated:` before what it
 * was, so that nobody takes an old posting for a new one; used with other contents, LG422.
 * Lock order: account, then hold, then pool, then parent pool.
 */
create or replace function ledger.post(
  _client uuid, _key text, _fingerprint text, _kind text, _amount bigint, _account uuid,
  _hold uuid, _vendor uuid, _expires_at timestamptz
) returns ledger.entries language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  r ledger.rules; a ledger.accounts; h ledger.holds; e ledger.entries; why text; party text;
  moment timestamptz := app.now();
begin
  if _amount is null or _amount <= 0 then raise 'not an amount' using errcode = 'LG400'; end if;
  select * into r from ledger.rules where kind = _kind;
  if not found then raise 'unknown kind %', _kind using errcode = 'LG400'; end if;
  select * into a from ledger.accounts where id = _account for no key update;
  if not found then raise 'no such account' using errcode = 'LG404'; end if;
  party := ledger.party_to(a, _hold);
  if party is null or party <> all (r.parties) then
    raise 'only % may %', array_to_string(r.parties, ' or '), _kind using errcode = 'LG403';
  end if;
  select * into e from ledger.entries
    where city_id = a.city_id and client_id = _client and idempotency_key = _key;
  if found then
    if e.fingerprint <> _fingerprint then raise 'key reused' using errcode = 'LG422'; end if;
    e.outcome := 'repeated:' || e.outcome;
    return e;
  end if;
  if _kind in ('claim', 'unclaim', 'capture', 'release', 'reverse') then
    select * into h from ledger.holds
      where id = _hold and account_id = _account and vendor_id = _vendor for no key update;
    if not found then why := 'no_hold'; end if;
  end if;
  why := coalesce(why, case
    when _kind in ('hold', 'claim', 'capture') and a.frozen then 'frozen'
    when _kind = 'hold' and moment >= a.valid_to then 'expired'
    when _kind = 'claim' and moment >= h.expires_at then 'hold_expired'
    when _kind = 'expire' and moment < a.valid_to then 'not_due'
    when _kind in ('unclaim', 'capture') and h.claimed_fen < _amount then 'exceeds_claimed'
    when _kind = 'reverse' and h.reversed_fen + _amount > h.captured_fen then 'exceeds_captured'
    when h.claimed_fen + r.hold_claimed * _amount + h.captured_fen + r.hold_captured * _amount
      + h.released_fen + r.hold_released * _amount > h.amount_fen then 'exceeds_hold'
    when a.granted_fen + r.granted * _amount < a.held_fen + r.held * _amount + a.spent_fen
      + r.spent * _amount + a.returned_fen + r.returned * _amount then 'insufficient'
    end);
  if why is null and r.pool <> 0 and not ledger.commit_pool(a.pool_id, r.pool * _amount) then
    why := 'budget_exhausted';
  end if;
  if why is null then
    update ledger.accounts set
      granted_fen = granted_fen + r.granted * _amount, held_fen = held_fen + r.held * _amount,
      spent_fen = spent_fen + r.spent * _amount, returned_fen = returned_fen + r.returned * _amount
      where id = _account;
    if _kind = 'hold' then
      insert into ledger.holds (city_id, id, account_id, vendor_id, amount_fen, expires_at)
        values (a.city_id, _hold, _account, _vendor, _amount, _expires_at) returning * into h;
    elsif h.id is not null then
      update ledger.holds set
        claimed_fen = claimed_fen + r.hold_claimed * _amount,
        captured_fen = captured_fen + r.hold_captured * _amount,
        released_fen = released_fen + r.hold_released * _amount,
        reversed_fen = reversed_fen + r.hold_reversed * _amount
        where id = h.id;
    end if;
  end if;
  -- The same key at the same moment on another account: the first stands, this one is undone.
  insert into ledger.entries (city_id, kind, amount_fen, account_id, hold_id, vendor_id, actor_id,
      client_id, idempotency_key, fingerprint, outcome, at)
    values (a.city_id, _kind, _amount, _account, h.id, _vendor, app.user_id(),
      _client, _key, _fingerprint, coalesce('declined:' || why, 'posted'), moment)
    on conflict on constraint entries_one_per_key do nothing
    returning * into e;
  if not found then raise 'key reused' using errcode = 'LG422'; end if;
  return e;
end $$;
--> statement-breakpoint
-- Must be empty: counters that the journal cannot explain.
create view ledger.journal_breaks with (security_invoker = true) as
  select a.city_id, 'account' as thing, a.id,
    jsonb_build_object('granted', a.granted_fen - j.granted, 'held', a.held_fen - j.held,
      'spent', a.spent_fen - j.spent, 'returned', a.returned_fen - j.returned) as difference
  from ledger.accounts a
  cross join lateral (
    select coalesce(sum(r.granted * e.amount_fen), 0) granted, coalesce(sum(r.held * e.amount_fen), 0) held,
      coalesce(sum(r.spent * e.amount_fen), 0) spent, coalesce(sum(r.returned * e.amount_fen), 0) returned
    from ledger.entries e join ledger.rules r on r.kind = e.kind
    where e.account_id = a.id and e.outcome = 'posted') j
  where (a.granted_fen, a.held_fen, a.spent_fen, a.returned_fen)
    is distinct from (j.granted, j.held, j.spent, j.returned)
  union all
  select h.city_id, 'hold', h.id,
    jsonb_build_object('claimed', h.claimed_fen - j.claimed, 'captured', h.captured_fen - j.captured,
      'released', h.released_fen - j.released, 'reversed', h.reversed_fen - j.reversed,
      'amount', h.amount_fen - j.amount)
  from ledger.holds h
  cross join lateral (
    select coalesce(sum(r.hold_claimed * e.amount_fen), 0) claimed,
      coalesce(sum(r.hold_captured * e.amount_fen), 0) captured,
      coalesce(sum(r.hold_released * e.amount_fen), 0) released,
      coalesce(sum(r.hold_reversed * e.amount_fen), 0) reversed,
      coalesce(sum(e.amount_fen) filter (where e.kind = 'hold'), 0) amount
    from ledger.entries e join ledger.rules r on r.kind = e.kind
    where e.hold_id = h.id and e.outcome = 'posted') j
  where (h.claimed_fen, h.captured_fen, h.released_fen, h.reversed_fen, h.amount_fen)
    is distinct from (j.claimed, j.captured, j.released, j.reversed, j.amount)
  union all
  -- A programme's pool counts its own vouchers and its sub-pools; it allots what they may spend.
  select p.city_id, 'pool', p.id,
    jsonb_build_object('committed', p.committed_fen - j.committed - s.committed,
      'allotted', p.allotted_fen - s.allotted)
  from ledger.pools p
  cross join lateral (
    select coalesce(sum(a.granted_fen - a.returned_fen), 0) committed
    from ledger.accounts a where a.pool_id = p.id) j
  cross join lateral (
    select coalesce(sum(c.committed_fen), 0) committed, coalesce(sum(c.budget_fen), 0) allotted
    from ledger.pools c where c.parent_id = p.id) s
  where (p.committed_fen, p.allotted_fen) is distinct from (j.committed + s.committed, s.allotted)
    -- Pools are public, accounts are not: only the city itself can add up its own.
    and p.city_id = app.city()
  union all
  -- A settled amount is that of its posted entry: captures up, reversals down.
  select l.city_id, 'settlement_line', l.entry_id,
    jsonb_build_object('amount', l.amount_fen - coalesce(j.amount, 0))
  from ledger.settlement_lines l
  cross join lateral (
    select sum(case e.kind when 'capture' then e.amount_fen when 'reverse' then -e.amount_fen end) amount
    from ledger.entries e where e.id = l.entry_id and e.city_id = l.city_id and e.outcome = 'posted') j
  where l.amount_fen is distinct from j.amount;
--> statement-breakpoint
grant select on ledger.journal_breaks to suanquan_app;
--> statement-breakpoint
-- Must be empty: money that the journal cannot explain, and counters that are not what they stand for: vouchers,
-- orders, redemptions, payments and budgets, each counted where it is kept. Only the city sees all of these.
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
      coalesce(sum(subsidy_fen) filter (where state in ('verified', 'batched', 'paid')), 0) captured
    from public.redemptions where hold_id = h.id) r
  where h.city_id = app.city() and (l.claimed_fen, l.captured_fen) is distinct from (r.claimed, r.captured)
  union all
  -- A redemption that became money names its own capture, for the same amount.
  select r.city_id, 'redemption', r.id,
    jsonb_build_object('captured', coalesce(e.amount_fen, 0) - r.subsidy_fen)
  from public.redemptions r
  left join ledger.entries e on e.id = r.capture_entry_id and e.kind = 'capture'
    and e.outcome = 'posted' and e.hold_id = r.hold_id
  where r.city_id = app.city() and r.state in ('verified', 'batched', 'paid')
    and e.amount_fen is distinct from r.subsidy_fen
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
  where c.city_id = app.city() and p.budget_fen <> c.to_fen;
