-- Recoveries (追回): money that was redeemed or paid out is reversed, and what the payee then owes is netted, repaid or
-- written off. A reversal names the capture that it undoes, a repayment or write-off the reversal.

alter table ledger.rules add column payable smallint not null default 0;
--> statement-breakpoint
alter table ledger.rules add column follows text references ledger.rules (kind);
--> statement-breakpoint
-- Row security is forced on the owner too.
set local role suanquan_engine;
--> statement-breakpoint
update ledger.rules set payable = case kind when 'capture' then 1 else -1 end,
  follows = case kind when 'reverse' then 'capture' end
  where kind in ('capture', 'reverse');
--> statement-breakpoint
insert into ledger.rules (kind, granted, held, spent, returned, hold_claimed, hold_captured, hold_released, hold_reversed,
    pool, payable, follows, debit, credit, parties)
values
  ('repay',     0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 'reverse', 'outside', 'vendor', '{city}'),
  -- The money is lost: the pool bears it beside what its vouchers cost.
  ('write_off', 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 'reverse', 'pool',    'vendor', '{city}');
--> statement-breakpoint
reset role;
--> statement-breakpoint
alter table ledger.entries add column of_entry_id uuid constraint entries_of references ledger.entries (id);
--> statement-breakpoint
-- No command has reversed anything so far.
alter table ledger.entries add constraint entries_following
  check (outcome <> 'posted' or kind not in ('reverse', 'repay', 'write_off') or of_entry_id is not null);
--> statement-breakpoint
create index entries_of_entry on ledger.entries (of_entry_id) where of_entry_id is not null;
--> statement-breakpoint
alter table redemptions drop constraint redemptions_state_known;
--> statement-breakpoint
alter table redemptions add constraint redemptions_state_known
  check (state in ('submitted', 'confirmed', 'disputed', 'verified', 'rejected', 'batched', 'paid', 'reversed'));
--> statement-breakpoint
alter table redemptions add column reversed_fen bigint not null default 0;
--> statement-breakpoint
alter table redemptions add constraint redemptions_reversed
  check (reversed_fen between 0 and subsidy_fen and (state = 'reversed') = (reversed_fen = subsidy_fen));
--> statement-breakpoint
alter table redemptions add column red_invoice_number text;
--> statement-breakpoint
alter table redemptions add column red_invoice_on text;
--> statement-breakpoint
alter table redemptions add column red_invoice_by uuid references users (id);
--> statement-breakpoint
alter table redemptions add column red_invoice_at timestamptz;
--> statement-breakpoint
alter table redemptions add constraint redemptions_red_invoice
  check (num_nonnulls(red_invoice_number, red_invoice_on, red_invoice_by, red_invoice_at) in (0, 4));
--> statement-breakpoint
alter table redemptions add column silence_days smallint;
--> statement-breakpoint
alter table redemptions add column silence_until timestamptz;
--> statement-breakpoint
alter table redemptions add constraint redemptions_silence
  check ((silence_days is null) = (silence_until is null) and silence_days > 0);
--> statement-breakpoint
create index redemptions_silent on redemptions (city_id, silence_until)
  where state = 'submitted' and silence_until is not null;
--> statement-breakpoint
create table recoveries (
  id uuid primary key default uuidv7(),
  city_id uuid not null references cities (id),
  reference text not null constraint recoveries_reference unique,
  voucher_id uuid not null references vouchers (id),
  organisation_id uuid not null references organisations (id),
  payee_id uuid not null references organisations (id),
  redemption_id uuid references redemptions (id),
  capture_entry_id uuid not null,
  amount_fen bigint not null,
  voucher_after text not null,
  by_red_invoice boolean not null default false,
  ground text not null,
  reason text not null,
  state text not null,
  proposed_by uuid not null references users (id),
  proposed_at timestamptz not null,
  decided_by uuid references users (id),
  decided_at timestamptz,
  answer text,
  reverse_entry_id uuid constraint recoveries_reverse_entry unique,
  settled_by text,
  settled_at timestamptz,
  constraint recoveries_state_known check (state in ('proposed', 'released', 'settled', 'declined')),
  constraint recoveries_amount_positive check (amount_fen > 0),
  constraint recoveries_voucher_known check (voucher_after in ('restored', 'ended')),
  constraint recoveries_four_eyes check (decided_by is null or decided_by <> proposed_by),
  constraint recoveries_decided check ((state = 'proposed') = (decided_by is null)
    and (decided_by is null) = (decided_at is null)),
  constraint recoveries_reversed check ((state in ('released', 'settled')) = (reverse_entry_id is not null)),
  constraint recoveries_settled check (case state
    when 'settled' then settled_at is not null and settled_by in ('netted', 'repaid', 'written_off', 'unpaid')
    else num_nonnulls(settled_by, settled_at) = 0 end)
);
--> statement-breakpoint
create unique index recoveries_one_open on recoveries (capture_entry_id) where state = 'proposed';
--> statement-breakpoint
create index recoveries_city on recoveries (city_id, state, id);
--> statement-breakpoint
create index recoveries_payee on recoveries (payee_id, id);
--> statement-breakpoint
create index recoveries_redemption on recoveries (redemption_id);
--> statement-breakpoint
create table recovery_credits (
  id uuid primary key default uuidv7(),
  city_id uuid not null references cities (id),
  recovery_id uuid not null references recoveries (id),
  payee_id uuid not null references organisations (id),
  kind text not null,
  amount_fen bigint not null,
  paid_on text,
  bank_reference text,
  bank_key text generated always as (app.identity_key(bank_reference)) stored,
  reason text,
  state text not null,
  proposed_by uuid not null references users (id),
  proposed_at timestamptz not null,
  decided_by uuid references users (id),
  decided_at timestamptz,
  answer text,
  entry_id uuid constraint recovery_credits_entry unique,
  constraint recovery_credits_state_known check (state in ('proposed', 'released', 'declined')),
  constraint recovery_credits_amount_positive check (amount_fen > 0),
  constraint recovery_credits_kind_known check (case kind
    when 'repayment' then num_nonnulls(paid_on, bank_reference) = 2 and reason is null
    when 'write_off' then num_nonnulls(paid_on, bank_reference) = 0 and reason <> '' else false end),
  constraint recovery_credits_four_eyes check (decided_by is null or decided_by <> proposed_by),
  constraint recovery_credits_decided check ((state = 'proposed') = (decided_by is null)
    and (decided_by is null) = (decided_at is null)),
  constraint recovery_credits_posted check ((state = 'released') = (entry_id is not null))
);
--> statement-breakpoint
create unique index recovery_credits_bank_once on recovery_credits (city_id, bank_key) where state <> 'declined';
--> statement-breakpoint
create index recovery_credits_recovery on recovery_credits (recovery_id, id);
--> statement-breakpoint
grant select, insert, update on recoveries, recovery_credits to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on recoveries, recovery_credits to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['recoveries', 'recovery_credits']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
    execute format('create policy city on %s for all to suanquan_app
      using (city_id = (select app.city())) with check (city_id = (select app.city()))', t);
  end loop;
end $$;
--> statement-breakpoint
-- Whoever must pay, and whose voucher it is, reads what was decided, not what is being considered.
create policy parties_read on recoveries for select to suanquan_app
  using (state in ('released', 'settled')
    and (payee_id = (select app.organisation()) or organisation_id = (select app.organisation())));
--> statement-breakpoint
create policy payee_reads on recovery_credits for select to suanquan_app
  using (state = 'released' and payee_id = (select app.organisation()));
--> statement-breakpoint
create function ledger.lock_payee(_city uuid, _payee uuid)
  returns void
  language sql volatile
  set search_path = ledger, pg_temp
as $$
  select pg_advisory_xact_lock(hashtextextended('payee:' || _city || ':' || _payee, 0)) $$;
--> statement-breakpoint
revoke all on function ledger.lock_payee(uuid, uuid) from public;
--> statement-breakpoint
grant execute on function ledger.lock_payee(uuid, uuid) to suanquan_app, suanquan_engine;
--> statement-breakpoint
-- Another argument makes another function.
drop function ledger.post(uuid, text, text, text, bigint, uuid, uuid, uuid, timestamptz);
--> statement-breakpoint
create function ledger.post(
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
  insert into ledger.entries (city_id, kind, amount_fen, account_id, hold_id, vendor_id, of_entry_id,
      actor_id, client_id, idempotency_key, fingerprint, outcome, at)
    values (a.city_id, _kind, _amount, _account, h.id, _vendor, o.id, app.user_id(),
      _client, _key, _fingerprint, coalesce('declined:' || why, 'posted'), moment)
    on conflict on constraint entries_one_per_key do nothing
    returning * into e;
  if not found then raise 'key reused' using errcode = 'LG422'; end if;
  return e;
end $$;
--> statement-breakpoint
do $$
begin
  alter function ledger.post(uuid, text, text, text, bigint, uuid, uuid, uuid, timestamptz, uuid) owner to suanquan_engine;
  revoke all on function ledger.post(uuid, text, text, text, bigint, uuid, uuid, uuid, timestamptz, uuid) from public;
  grant execute on function ledger.post(uuid, text, text, text, bigint, uuid, uuid, uuid, timestamptz, uuid) to suanquan_app;
end $$;
--> statement-breakpoint
create or replace function ledger.settle(_city uuid, _settlement uuid, _vendor uuid)
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
  if foreign_lines then raise 'another payee''s settlement' using errcode = 'LG403'; end if;
  begin
    with taken as (
      insert into ledger.settlement_lines (city_id, entry_id, settlement_id, amount_fen)
        select e.city_id, e.id, _settlement, r.payable * e.amount_fen
        from ledger.entries e join ledger.rules r on r.kind = e.kind
        where e.city_id = _city and e.vendor_id = _vendor and e.outcome = 'posted' and r.payable <> 0
          and not exists (select 1 from ledger.settlement_lines l where l.entry_id = e.id)
        on conflict do nothing returning amount_fen)
    select before + coalesce(sum(amount_fen), 0) into total from taken;
    if total <= 0 then raise 'nothing to pay' using errcode = 'LG204'; end if;
  exception when sqlstate 'LG204' then
    total := 0;
  end;
  return total;
end $$;
--> statement-breakpoint
create or replace view ledger.journal_breaks with (security_invoker = true) as
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
  -- A programme's pool counts its own vouchers, what was written off on them, and its sub-pools; it allots what
  -- those may spend.
  select p.city_id, 'pool', p.id,
    jsonb_build_object('committed', p.committed_fen - j.committed - s.committed,
      'allotted', p.allotted_fen - s.allotted)
  from ledger.pools p
  cross join lateral (
    select coalesce(sum(a.granted_fen - a.returned_fen), 0)
        + coalesce((select sum(e.amount_fen) from ledger.entries e
          join ledger.accounts b on b.id = e.account_id and b.pool_id = p.id
          where e.of_entry_id is not null and e.kind = 'write_off' and e.outcome = 'posted'), 0) committed
    from ledger.accounts a where a.pool_id = p.id) j
  cross join lateral (
    select coalesce(sum(c.committed_fen), 0) committed, coalesce(sum(c.budget_fen), 0) allotted
    from ledger.pools c where c.parent_id = p.id) s
  where (p.committed_fen, p.allotted_fen) is distinct from (j.committed + s.committed, s.allotted)
    -- Pools are public, accounts are not: only the city itself can add up its own.
    and p.city_id = app.city()
  union all
  -- A settled amount is that of its posted entry, with the sign of its kind: captures up, reversals down.
  select l.city_id, 'settlement_line', l.entry_id,
    jsonb_build_object('amount', l.amount_fen - coalesce(j.amount, 0))
  from ledger.settlement_lines l
  cross join lateral (
    select sum(r.payable * e.amount_fen) filter (where r.payable <> 0) amount
    from ledger.entries e join ledger.rules r on r.kind = e.kind
    where e.id = l.entry_id and e.city_id = l.city_id and e.outcome = 'posted') j
  where l.amount_fen is distinct from j.amount
  union all
  -- What undoes or pays back an entry names a posted one of the right kind on the same hold, and in sum never
  -- exceeds it.
  select f.city_id, 'following', f.of_entry_id,
    jsonb_build_object('amount', sum(f.amount_fen) - coalesce(max(o.amount_fen), 0))
  from ledger.entries f
  join ledger.rules r on r.kind = f.kind and r.follows is not null
  left join ledger.entries o on o.id = f.of_entry_id and o.kind = r.follows and o.outcome = 'posted'
    and o.hold_id = f.hold_id and o.vendor_id = f.vendor_id
  where f.of_entry_id is not null and f.outcome = 'posted'
  group by f.city_id, f.of_entry_id
  having sum(f.amount_fen) > coalesce(max(o.amount_fen), 0) or bool_or(o.id is null);
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
  where p.city_id = app.city() and p.promised_fen <> s.promised;
