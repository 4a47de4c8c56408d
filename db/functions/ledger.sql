-- Returns what the caller is to an account: `city`, `holder`, `payee`, `vendor` or null. A holder is the payee of a given
-- hold that is in its own favour, as where start-ups pay first. A vendor is one only if the given hold is on this account
-- and in its favour.
create or replace function ledger.party_to(_account ledger.accounts, _hold uuid)
  returns text
  language sql stable
  set search_path = ledger, pg_temp
as $$
  select case
    when _account.city_id = app.city() then 'city'
    when _account.organisation_id = app.organisation() then case
      when exists (select 1 from ledger.holds h where h.id = _hold and h.account_id = _account.id
        and h.vendor_id = _account.organisation_id) then 'payee'
      else 'holder' end
    when exists (select 1 from ledger.holds h where h.id = _hold and h.account_id = _account.id
      and h.vendor_id = app.organisation()) then 'vendor'
  end $$;

-- Opens the empty account of a voucher, which a posting of kind `issue` fills. Raises LG403 for another city,
-- LG404 where the pool does not exist.
create or replace function ledger.open_account(
  _city uuid, _pool uuid, _account uuid, _organisation uuid, _valid_to timestamptz
)
  returns void
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  insert into ledger.accounts (city_id, id, pool_id, organisation_id, valid_to)
    select _city, _account, p.id, _organisation, _valid_to from ledger.pools p
    where p.id = _pool and p.city_id = _city;
  if not found then raise 'no such pool' using errcode = 'LG404'; end if;
end $$;

-- Freezes the account of a voucher, or lifts that. Raises LG403 for another city, LG404 where the account does not
-- exist.
create or replace function ledger.set_frozen(_city uuid, _account uuid, _frozen boolean)
  returns void
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  update ledger.accounts set frozen = _frozen where city_id = _city and id = _account;
  if not found then raise 'no such account' using errcode = 'LG404'; end if;
end $$;

-- Gives the account of a voucher more time. Raises LG403 for another city, LG404 where there is no such account, or where it has
-- expired or would not become valid for longer.
create or replace function ledger.extend_account(_city uuid, _account uuid, _valid_to timestamptz)
  returns void
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  update ledger.accounts set valid_to = _valid_to
    where city_id = _city and id = _account and valid_to > app.now() and valid_to < _valid_to;
  if not found then raise 'no such account' using errcode = 'LG404'; end if;
end $$;

-- Returns the programme's pool of a pool, locked against the begin and the end of a pause until the end of the transaction. Postings do
-- not wait for each other here.
create or replace function ledger.lock_pause(_pool uuid)
  returns ledger.pools
  language sql volatile
  set search_path = ledger, pg_temp
as $$
  select top.* from ledger.pools top
  where top.id = (select coalesce(p.parent_id, p.id) from ledger.pools p where p.id = _pool)
  for key share of top $$;

-- Returns whether nothing can be held on a voucher of this pool now, because its programme is paused. Where the last day of the pause
-- is over and the voucher has not got its days yet, one that would have expired meanwhile still waits for them.
create or replace function ledger.is_paused(_pool uuid, _valid_to timestamptz, _at timestamptz)
  returns boolean
  language sql volatile
  set search_path = ledger, pg_temp
as $$
  select coalesce(p.paused_from <= _at and (p.paused_to is null or _at < p.paused_to
    or (p.paused_from < _valid_to and _valid_to <= _at)), false)
  from ledger.lock_pause(_pool) p $$;

-- Returns whether a pause keeps a voucher or hold of this pool from ending at an instant: it was in use when the pause began, and gets
-- its days when the pause ends.
create or replace function ledger.pause_keeps(_pool uuid, _ends_at timestamptz)
  returns boolean
  language sql volatile
  set search_path = ledger, pg_temp
as $$
  select coalesce(p.paused_from < _ends_at, false) from ledger.lock_pause(_pool) p $$;

-- Pauses the vouchers of a programme from an instant on: nothing is held and nothing expires until ledger.end_pause. With `_to` holds
-- are open again from then on. Waits for the postings that are being made. Raises LG403 for another city, LG404 where there is no such
-- pool of a programme, LG409 where it is paused already.
create or replace function ledger.begin_pause(_city uuid, _pool uuid, _from timestamptz, _to timestamptz)
  returns void
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
declare p ledger.pools;
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  select * into p from ledger.pools
    where id = _pool and city_id = _city and parent_id is null for update;
  if not found then raise 'no such pool' using errcode = 'LG404'; end if;
  if p.paused_from is not null then raise 'paused already' using errcode = 'LG409'; end if;
  update ledger.pools set paused_from = _from, paused_to = _to where id = _pool;
end $$;

-- Ends the pause of a programme, whose last day ends at `_to`, and gives each of these accounts and holds its days. Each account gets
-- between one day and the length of the pause, and only if it was in use when the pause began; a hold gets those of its account. Once:
-- a pool that is not paused is refused. Raises LG403 for another city, LG404 for what is not paused or not of this pool, LG400 for days
-- that the pause did not have. Lock order: accounts, holds, pool.
create or replace function ledger.end_pause(
  _city uuid, _pool uuid, _to timestamptz, _accounts uuid[], _days integer[], _holds uuid[]
)
  returns void
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
declare p ledger.pools; n bigint;
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  select * into p from ledger.pools where id = _pool and city_id = _city and paused_from is not null;
  if not found then raise 'no such pause' using errcode = 'LG404'; end if;
  if exists (select 1 from unnest(_days) d(n)
      where d.n is null or d.n < 1 or d.n * interval '24 hours' > _to - p.paused_from) then
    raise 'not the days of the pause' using errcode = 'LG400';
  end if;
  perform 1 from ledger.accounts where id = any (_accounts) order by id for no key update;
  update ledger.accounts a set valid_to = a.valid_to + d.n * interval '24 hours'
    from unnest(_accounts, _days) d(id, n)
    where a.id = d.id and a.city_id = _city and a.valid_to > p.paused_from
      and a.pool_id in (select q.id from ledger.pools q where _pool in (q.id, q.parent_id));
  get diagnostics n = row_count;
  if n <> cardinality(_accounts) then raise 'no such account' using errcode = 'LG404'; end if;
  perform 1 from ledger.holds where id = any (_holds) order by id for no key update;
  update ledger.holds h set expires_at = h.expires_at + d.n * interval '24 hours'
    from unnest(_accounts, _days) d(id, n)
    where h.id = any (_holds) and h.account_id = d.id and h.expires_at > p.paused_from;
  get diagnostics n = row_count;
  if n <> cardinality(_holds) then raise 'no such hold' using errcode = 'LG404'; end if;
  -- The pool is read anew under its lock: of two ends at once, one finds that the other has ended it.
  update ledger.pools set paused_from = null, paused_to = null
    where id = _pool and paused_from = p.paused_from;
  if not found then raise 'no such pause' using errcode = 'LG404'; end if;
end $$;

-- Waits until no other transaction settles with this payee of the city or reduces its debt, and keeps others out
-- until the end of this one. Both look for lines that nobody has settled yet, so they must not run at the same time.
create or replace function ledger.lock_payee(_city uuid, _payee uuid)
  returns void
  language sql volatile
  set search_path = ledger, pg_temp
as $$
  select pg_advisory_xact_lock(hashtextextended('payee:' || _city || ':' || _payee, 0)) $$;

-- Posts one movement of money, in fen: the one way it moves, except for ledger.issue_many. Returns the entry,
-- posted or declined with its reason, after multiplying the row of ledger.rules for the kind by the amount. A kind
-- that follows another (`rules.follows`) names the entry that it undoes or pays back (`_of`), and never exceeds it.
-- A key that was used before returns its first entry with `repeated:` before the outcome, so that nobody takes an
-- old posting for a new one. Raises LG400 for an unknown kind or a bad amount, LG403 where the caller may not post
-- this kind, LG404 for an unknown account, and LG422 for a used key with other contents. Lock order: account,
-- hold, payee, pool, parent pool.
create or replace function ledger.post(
  _client uuid, _key text, _fingerprint text, _kind text, _amount bigint, _account uuid, _hold uuid,
  _vendor uuid, _expires_at timestamptz, _of uuid default null
)
  returns ledger.entries
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
declare
  r ledger.rules; a ledger.accounts; h ledger.holds; e ledger.entries; o ledger.entries; why text;
  party text; undone bigint; moment timestamptz := app.now();
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
  if _kind in ('claim', 'unclaim', 'capture', 'release') or r.follows is not null then
    select * into h from ledger.holds
      where id = _hold and account_id = _account and vendor_id = _vendor for no key update;
    if not found then why := 'no_hold'; end if;
  end if;
  if r.follows is not null and why is null then
    select * into o from ledger.entries
      where id = _of and kind = r.follows and outcome = 'posted' and hold_id = _hold;
    if not found then why := 'no_entry'; end if;
    -- A reversal is posted whatever else is settled with the payee; only what reduces its debt must wait.
    if r.follows = 'reverse' then perform ledger.lock_payee(a.city_id, _vendor); end if;
    select coalesce(sum(f.amount_fen), 0) into undone
      from ledger.entries f where f.of_entry_id = o.id and f.outcome = 'posted';
    why := coalesce(why, case
      when r.follows = 'reverse'
        and exists (select 1 from ledger.settlement_lines l where l.entry_id = o.id) then 'netted'
      when undone + _amount > o.amount_fen and _kind = 'reverse' then 'exceeds_captured'
      when undone + _amount > o.amount_fen then 'exceeds_owed'
      end);
  end if;
  why := coalesce(why, case
    when _kind in ('hold', 'claim', 'capture') and a.frozen then 'frozen'
    -- A hold in favour of the holder itself is no order: no vendor delivers for it.
    when _kind = 'hold' and _vendor is distinct from a.organisation_id
      and ledger.is_paused(a.pool_id, a.valid_to, moment) then 'paused'
    when _kind = 'hold' and moment >= a.valid_to then 'expired'
    when _kind = 'claim' and moment >= h.expires_at and not ledger.pause_keeps(a.pool_id, h.expires_at)
      then 'hold_expired'
    when _kind = 'expire' and (moment < a.valid_to or ledger.pause_keeps(a.pool_id, a.valid_to))
      then 'not_due'
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
  insert into ledger.entries (city_id, kind, amount_fen, account_id, hold_id, vendor_id, of_entry_id,
      actor_id, client_id, idempotency_key, fingerprint, outcome, at)
    values (a.city_id, _kind, _amount, _account, h.id, _vendor, o.id, app.user_id(),
      _client, _key, _fingerprint, coalesce('declined:' || why, 'posted'), moment)
    on conflict on constraint entries_one_per_key do nothing
    returning * into e;
  if not found then raise 'key reused' using errcode = 'LG422'; end if;
  return e;
end $$;

-- Records a declined posting anew after the transaction that held its entry was rolled back, because refusals stay
-- on record. Changes no counter, and records only what the caller could have posted.
create or replace function ledger.record_declined(
  _client uuid, _key text, _fingerprint text, _kind text, _amount bigint, _account uuid, _hold uuid,
  _vendor uuid, _reason text
)
  returns void
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
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

-- Issues many vouchers of one pool at once, all or none, and returns `posted`, or `declined:` with the reason.
-- Writes the same accounts, holds and entries as ledger.post would one by one, by the same rules and under the
-- same constraints. With `_pay_out` each voucher is also held, claimed and captured in favour of its holder, as
-- where start-ups pay first. Each row has key, voucher, organisation, amount in fen, valid_to and hold. A key that
-- was used before violates entries_one_per_key.
create or replace function ledger.issue_many(_city uuid, _pool uuid, _client uuid, _rows jsonb, _pay_out boolean)
  returns text
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
declare
  kinds text[] := case when _pay_out then array['issue', 'hold', 'claim', 'capture'] else array['issue'] end;
  m record; total numeric; broken boolean; overdue boolean; moment timestamptz := app.now();
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  if exists (select 1 from rules r where r.kind = any (kinds) and 'city' <> all (r.parties)) then
    raise 'the city may not do this' using errcode = 'LG403';
  end if;
  select sum(x.amount), coalesce(bool_or(x.amount is null or x.amount <= 0), true),
      bool_or(x.valid_to <= moment)
    into total, broken, overdue
    from jsonb_to_recordset(_rows) as x(amount bigint, valid_to timestamptz);
  if broken then raise 'not an amount' using errcode = 'LG400'; end if;
  if _pay_out and overdue then return 'declined:expired'; end if;
  select sum(granted) granted, sum(held) held, sum(spent) spent, sum(returned) returned,
      sum(hold_claimed) claimed, sum(hold_captured) captured, sum(hold_released) released,
      sum(hold_reversed) reversed, sum(pool) pool
    into m from rules where kind = any (kinds);
  perform 1 from pools where id = _pool and city_id = _city for no key update;
  if not found then raise 'no such pool' using errcode = 'LG404'; end if;
  -- 0007 brings parts of pools; this commits on both levels.
  if not commit_pool(_pool, (m.pool * total)::bigint) then return 'declined:budget_exhausted'; end if;
  insert into accounts (city_id, id, pool_id, organisation_id, valid_to,
      granted_fen, held_fen, spent_fen, returned_fen)
    select _city, x.voucher, _pool, x.organisation, x.valid_to,
      m.granted * x.amount, m.held * x.amount, m.spent * x.amount, m.returned * x.amount
    from jsonb_to_recordset(_rows)
      as x(voucher uuid, organisation uuid, amount bigint, valid_to timestamptz);
  if _pay_out then
    insert into holds (city_id, id, account_id, vendor_id, amount_fen, claimed_fen, captured_fen,
        released_fen, reversed_fen, expires_at)
      select _city, x.hold, x.voucher, x.organisation, x.amount, m.claimed * x.amount,
        m.captured * x.amount, m.released * x.amount, m.reversed * x.amount, x.valid_to
      from jsonb_to_recordset(_rows)
        as x(voucher uuid, organisation uuid, amount bigint, valid_to timestamptz, hold uuid);
  end if;
  insert into entries (city_id, kind, amount_fen, account_id, hold_id, vendor_id, actor_id, client_id,
      idempotency_key, fingerprint, outcome, at)
    select _city, k.kind, x.amount, x.voucher,
      case when k.kind <> 'issue' then x.hold end,
      case when k.kind <> 'issue' then x.organisation end,
      app.user_id(), _client, x.key || ':' || k.kind,
      -- The same text as in features/ledger/commands.ts: kind, amount, voucher, hold, vendor.
      encode(sha256(convert_to('["' || k.kind || '","' || x.amount || '","' || x.voucher || '","'
        || case when k.kind in ('claim', 'capture') then x.hold::text else '' end || '","'
        || case when k.kind <> 'issue' then x.organisation::text else '' end || '"]', 'UTF8')), 'hex'),
      'posted', moment
    from jsonb_to_recordset(_rows)
        as x(key text, voucher uuid, organisation uuid, amount bigint, hold uuid)
      cross join unnest(kinds) with ordinality as k(kind, at)
    order by x.voucher, k.at;
  return 'posted';
end $$;

-- Writes interest that a payee has paid, or that was waived, on the debt of a reversal: once for each credit. It moves no counter, because
-- it is no money of a pool and goes to the treasury. Raises LG400 for a bad amount, LG403 for another city, LG404 where the payee has
-- no such reversal.
create or replace function ledger.post_interest(
  _city uuid, _kind text, _amount bigint, _of uuid, _payee uuid, _credit uuid
)
  returns void
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  if _amount is null or _amount <= 0 then raise 'not an amount' using errcode = 'LG400'; end if;
  perform ledger.lock_payee(_city, _payee);
  if not exists (select 1 from entries where id = _of and city_id = _city and vendor_id = _payee
      and kind = 'reverse' and outcome = 'posted') then
    raise 'no such reversal' using errcode = 'LG404';
  end if;
  insert into interest_entries (city_id, kind, amount_fen, of_entry_id, payee_id, credit_id, actor_id, at)
    values (_city, _kind, _amount, _of, _payee, _credit, app.user_id(), app.now());
end $$;

-- Lists what no settlement includes yet: every posted entry that changes what a payee gets, with its programme and the
-- amount in fen, negative for reversals. `owed_at` is when the amount was captured that it belongs to: a reversal and
-- what reduces its debt belong to the capture that they follow. `of_settled` tells whether a settlement has that one.
create or replace view ledger.unsettled with (security_invoker = true) as
  select e.city_id, e.id as entry_id, e.vendor_id as payee_id, coalesce(p.parent_id, p.id) as programme_id,
    r.payable * e.amount_fen as amount_fen, coalesce(c.at, o.at, e.at) as owed_at,
    exists (select 1 from ledger.settlement_lines l where l.entry_id = coalesce(c.id, o.id)) as of_settled
  from ledger.entries e
  join ledger.rules r on r.kind = e.kind and r.payable <> 0
  join ledger.accounts a on a.id = e.account_id
  join ledger.pools p on p.id = a.pool_id
  left join ledger.entries o on o.id = e.of_entry_id
  left join ledger.entries c on c.id = o.of_entry_id
  where e.outcome = 'posted'
    and not exists (select 1 from ledger.settlement_lines l where l.entry_id = e.id);

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
