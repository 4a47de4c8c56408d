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
