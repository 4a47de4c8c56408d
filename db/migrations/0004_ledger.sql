-- The ledger: one function moves money; see features/ledger/README.md.

insert into ledger.rules
  (kind, granted, held, spent, returned, hold_claimed, hold_captured, hold_released, hold_reversed, pool, debit, credit)
values
  ('issue',    1,  0,  0, 0,  0, 0, 0, 0,  1, 'pool',    'voucher'),
  ('hold',     0,  1,  0, 0,  0, 0, 0, 0,  0, 'voucher', 'hold'),
  ('claim',    0,  0,  0, 0,  1, 0, 0, 0,  0, 'hold',    'claim'),
  ('unclaim',  0,  0,  0, 0, -1, 0, 0, 0,  0, 'claim',   'hold'),
  ('capture',  0, -1,  1, 0, -1, 1, 0, 0,  0, 'claim',   'vendor'),
  ('release',  0, -1,  0, 0,  0, 0, 1, 0,  0, 'hold',    'voucher'),
  ('reverse',  0,  0, -1, 0,  0, 0, 0, 1,  0, 'vendor',  'voucher'),
  ('expire',   0,  0,  0, 1,  0, 0, 0, 0, -1, 'voucher', 'pool'),
  ('clawback', 0,  0,  0, 1,  0, 0, 0, 0, -1, 'voucher', 'pool');
--> statement-breakpoint
-- Opens a pool with its budget, or changes the budget; the CHECK refuses one below what is committed.
create function ledger.set_budget(_city uuid, _pool uuid, _budget bigint) returns void
  language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  insert into ledger.pools (city_id, id, budget_fen) values (_city, _pool, _budget)
    on conflict (id) do update set budget_fen = excluded.budget_fen where pools.city_id = _city;
end $$;
--> statement-breakpoint
-- Opens the account of a voucher, empty; `issue` fills it.
create function ledger.open_account(_city uuid, _pool uuid, _account uuid, _organisation uuid, _valid_to timestamptz)
  returns void language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  insert into ledger.accounts (city_id, id, pool_id, organisation_id, valid_to)
    select _city, _account, p.id, _organisation, _valid_to from ledger.pools p
    where p.id = _pool and p.city_id = _city;
  if not found then raise 'no such pool' using errcode = 'LG404'; end if;
end $$;
--> statement-breakpoint
create function ledger.set_frozen(_city uuid, _account uuid, _frozen boolean) returns void
  language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  update ledger.accounts set frozen = _frozen where city_id = _city and id = _account;
  if not found then raise 'no such account' using errcode = 'LG404'; end if;
end $$;
--> statement-breakpoint
/*
 * The one way money moves. Answers with the entry: posted, or declined with its reason.
 * A key that was used before answers with its first entry; used with other contents, LG422.
 * Lock order: account, then hold, then pool.
 */
create function ledger.post(
  _client uuid, _key text, _fingerprint text, _kind text, _amount bigint, _account uuid,
  _hold uuid, _vendor uuid, _expires_at timestamptz
) returns ledger.entries language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  r ledger.rules; a ledger.accounts; h ledger.holds; e ledger.entries; why text;
  moment timestamptz := app.now();
begin
  select * into r from ledger.rules where kind = _kind;
  if not found then raise 'unknown kind %', _kind using errcode = 'LG400'; end if;
  select * into a from ledger.accounts where id = _account for no key update;
  if not found then raise 'no such account' using errcode = 'LG404'; end if;
  if a.city_id is distinct from app.city()
    and a.organisation_id is distinct from app.organisation()
    and (_kind not in ('claim', 'unclaim', 'release') or _vendor is distinct from app.organisation()) then
    raise 'not a party to this voucher' using errcode = 'LG403';
  end if;
  -- Only the city may issue, capture, reverse, expire and claw back.
  if _kind in ('issue', 'capture', 'reverse', 'expire', 'clawback')
    and a.city_id is distinct from app.city() then
    raise 'only the city may %', _kind using errcode = 'LG403';
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
    when _kind = 'unclaim' and h.claimed_fen < _amount then 'exceeds_claimed'
    when _kind = 'capture' and h.claimed_fen < _amount then 'exceeds_claimed'
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
        values (a.city_id, _hold, _account, _vendor, _amount, _expires_at);
    elsif h.id is not null then
      update ledger.holds set
        claimed_fen = claimed_fen + r.hold_claimed * _amount,
        captured_fen = captured_fen + r.hold_captured * _amount,
        released_fen = released_fen + r.hold_released * _amount,
        reversed_fen = reversed_fen + r.hold_reversed * _amount
        where id = h.id;
    end if;
  end if;
  insert into ledger.entries (city_id, kind, amount_fen, account_id, hold_id, vendor_id, actor_id,
      client_id, idempotency_key, fingerprint, outcome, at)
    values (a.city_id, _kind, _amount, _account,
      case when why is null then _hold else h.id end, _vendor, app.user_id(),
      _client, _key, _fingerprint, coalesce('declined:' || why, 'posted'), moment)
    returning * into e;
  return e;
end $$;
--> statement-breakpoint
-- Keeps the record of a refusal whose transaction was rolled back; changes no counter.
create function ledger.record_declined(
  _client uuid, _key text, _fingerprint text, _kind text, _amount bigint, _account uuid,
  _vendor uuid, _reason text
) returns void language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  insert into ledger.entries (city_id, kind, amount_fen, account_id, vendor_id, actor_id, client_id,
      idempotency_key, fingerprint, outcome, at)
    select a.city_id, _kind, _amount, a.id, _vendor, app.user_id(), _client, _key, _fingerprint,
      'declined:' || _reason, app.now()
    from ledger.accounts a where a.id = _account
      and (a.city_id is not distinct from app.city() or a.organisation_id is not distinct from app.organisation()
        or _vendor is not distinct from app.organisation())
    on conflict on constraint entries_one_per_key do nothing;
end $$;
--> statement-breakpoint
-- Takes every posted capture and reversal of one vendor that no settlement has taken yet; gives
-- their sum in fen. Anti-join, not "newer than": a slow transaction is never skipped. A sum that is
-- not positive takes nothing and gives 0: what a vendor owes waits for the batch that nets it.
create function ledger.settle(_city uuid, _settlement uuid, _vendor uuid) returns bigint
  language plpgsql security definer set search_path = ledger, pg_temp as $$
declare total bigint;
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  begin
    with taken as (
      insert into ledger.settlement_lines (city_id, entry_id, settlement_id, amount_fen)
        select e.city_id, e.id, _settlement,
          case e.kind when 'capture' then e.amount_fen else -e.amount_fen end
        from ledger.entries e
        where e.city_id = _city and e.vendor_id = _vendor and e.outcome = 'posted'
          and e.kind in ('capture', 'reverse')
          and not exists (select 1 from ledger.settlement_lines l where l.entry_id = e.id)
        on conflict do nothing returning amount_fen)
    select coalesce(sum(amount_fen), 0) into total from taken;
    if total <= 0 then raise 'nothing to pay' using errcode = 'LG204'; end if;
  exception when sqlstate 'LG204' then
    total := 0;
  end;
  return total;
end $$;
--> statement-breakpoint
-- Must be empty: whatever stands here is money that the journal cannot explain.
create view ledger.breaks with (security_invoker = true) as
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
    and p.city_id = app.city();
--> statement-breakpoint
grant select on ledger.breaks to suanquan_app;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'ledger' and p.prosecdef loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
