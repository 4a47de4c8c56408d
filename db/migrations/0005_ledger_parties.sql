-- Who may post what joins the delta matrix, and every doubtful posting is refused before it counts.

ALTER TABLE "ledger"."rules" ADD COLUMN "parties" text[] NOT NULL DEFAULT '{city}';
--> statement-breakpoint
alter table ledger.rules alter column parties drop default;
--> statement-breakpoint
-- The proof adds up every hold's entries.
CREATE INDEX "entries_hold" ON "ledger"."entries" USING btree ("hold_id");
--> statement-breakpoint
-- The city may also hold and claim: where start-ups pay first it does so on their behalf.
update ledger.rules set parties = case kind
  when 'hold' then '{city,holder}' when 'release' then '{city,holder}'
  when 'claim' then '{city,vendor}' else '{city}' end::text[];
--> statement-breakpoint
-- What the caller is to an account; for a vendor, only one with this very hold counts.
create function ledger.party_to(_account ledger.accounts, _hold uuid) returns text
  language sql stable set search_path = ledger, pg_temp as $$
  select case
    when _account.city_id = app.city() then 'city'
    when _account.organisation_id = app.organisation() then 'holder'
    when exists (select 1 from ledger.holds h where h.id = _hold and h.account_id = _account.id
      and h.vendor_id = app.organisation()) then 'vendor'
  end $$;
--> statement-breakpoint
revoke all on function ledger.party_to(ledger.accounts, uuid) from public;
--> statement-breakpoint
grant execute on function ledger.party_to(ledger.accounts, uuid) to suanquan_engine;
--> statement-breakpoint
/*
 * The one way money moves. Answers with the entry: posted, or declined with its reason.
 * A key that was used before answers with its first entry; used with other contents, LG422.
 * Lock order: account, then hold, then pool.
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
  if why is null and r.pool <> 0 then
    update ledger.pools set committed_fen = committed_fen + r.pool * _amount
      where id = a.pool_id and committed_fen + r.pool * _amount between 0 and budget_fen;
    if not found then why := 'budget_exhausted'; end if;
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
drop function ledger.record_declined(uuid, text, text, text, bigint, uuid, uuid, text);
--> statement-breakpoint
-- Keeps the record of a refusal whose transaction was rolled back; changes no counter, and takes
-- it only from whoever could have posted.
create function ledger.record_declined(
  _client uuid, _key text, _fingerprint text, _kind text, _amount bigint, _account uuid,
  _hold uuid, _vendor uuid, _reason text
) returns void language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  insert into ledger.entries (city_id, kind, amount_fen, account_id, hold_id, vendor_id, actor_id,
      client_id, idempotency_key, fingerprint, outcome, at)
    select a.city_id, r.kind, _amount, a.id, h.id, _vendor, app.user_id(), _client, _key,
      _fingerprint, 'declined:' || _reason, app.now()
    from ledger.accounts a
    join ledger.rules r on r.kind = _kind and ledger.party_to(a, _hold) = any (r.parties)
    left join ledger.holds h on h.id = _hold and h.account_id = a.id
    where a.id = _account
    on conflict on constraint entries_one_per_key do nothing;
end $$;
--> statement-breakpoint
-- Opens a pool with its budget, or changes the budget; the CHECK refuses one below what is committed.
create or replace function ledger.set_budget(_city uuid, _pool uuid, _budget bigint) returns void
  language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  insert into ledger.pools (city_id, id, budget_fen) values (_city, _pool, _budget)
    on conflict (id) do update set budget_fen = excluded.budget_fen where pools.city_id = _city;
  if not found then raise 'another city''s pool' using errcode = 'LG403'; end if;
end $$;
--> statement-breakpoint
-- Must be empty: whatever stands here is money that the journal cannot explain.
create or replace view ledger.breaks with (security_invoker = true) as
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
  select p.city_id, 'pool', p.id, jsonb_build_object('committed', p.committed_fen - j.committed)
  from ledger.pools p
  cross join lateral (
    select coalesce(sum(a.granted_fen - a.returned_fen), 0) committed
    from ledger.accounts a where a.pool_id = p.id) j
  where p.committed_fen is distinct from j.committed
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
-- The rules that a hold's voucher was issued under, told to the hold's vendor, who may not read the voucher.
create function app.version_of_hold(_hold uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select v.version_id from holds h join vouchers v on v.id = h.voucher_id
  where h.id = _hold and app.organisation() in (h.vendor_id, h.organisation_id) $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array[
    'ledger.record_declined(uuid, text, text, text, bigint, uuid, uuid, uuid, text)',
    'app.version_of_hold(uuid)'
  ]::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
