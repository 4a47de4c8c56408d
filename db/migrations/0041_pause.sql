-- Pauses of a programme's vouchers while no accredited vendor can deliver, and what each voucher got for it.
CREATE TABLE "pauses" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"answer" text,
	"ended_on" date,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "pauses_state_known" CHECK (state in ('proposed', 'released', 'declined', 'ended')),
	CONSTRAINT "pauses_four_eyes" CHECK ("pauses"."decided_by" is null or "pauses"."decided_by" <> "pauses"."proposed_by"),
	CONSTRAINT "pauses_decided" CHECK (("pauses"."state" = 'proposed') = ("pauses"."decided_by" is null) and ("pauses"."decided_by" is null) = ("pauses"."decided_at" is null)),
	CONSTRAINT "pauses_days" CHECK ("pauses"."until_on" is null or "pauses"."until_on" >= "pauses"."from_on"),
	CONSTRAINT "pauses_ended" CHECK (("pauses"."state" = 'ended') = ("pauses"."ended_at" is not null) and ("pauses"."ended_on" is null or ("pauses"."ended_at" is not null and "pauses"."ended_on" >= "pauses"."from_on" and ("pauses"."until_on" is null or "pauses"."ended_on" <= "pauses"."until_on"))))
);
--> statement-breakpoint
CREATE TABLE "pause_extensions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"pause_id" uuid NOT NULL,
	"voucher_id" uuid NOT NULL,
	"days" integer NOT NULL,
	"valid_to_before" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone NOT NULL,
	CONSTRAINT "pause_extensions_once" UNIQUE("pause_id","voucher_id"),
	CONSTRAINT "pause_extensions_exact" CHECK ("pause_extensions"."days" > 0 and "pause_extensions"."valid_to" = "pause_extensions"."valid_to_before" + "pause_extensions"."days" * interval '24 hours')
);
--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause_extensions" ADD CONSTRAINT "pause_extensions_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause_extensions" ADD CONSTRAINT "pause_extensions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause_extensions" ADD CONSTRAINT "pause_extensions_pause_id_pauses_id_fk" FOREIGN KEY ("pause_id") REFERENCES "public"."pauses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause_extensions" ADD CONSTRAINT "pause_extensions_voucher_id_vouchers_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "public"."vouchers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pauses_one_open" ON "pauses" USING btree ("programme_id") WHERE state in ('proposed', 'released');--> statement-breakpoint
CREATE INDEX "pauses_city" ON "pauses" USING btree ("city_id","id");--> statement-breakpoint
CREATE INDEX "pause_extensions_voucher" ON "pause_extensions" USING btree ("voucher_id","id");
--> statement-breakpoint
alter table ledger.pools add column paused_from timestamptz, add column paused_to timestamptz,
  add constraint pools_paused check (paused_from is null and paused_to is null
    or parent_id is null and paused_from is not null and coalesce(paused_to > paused_from, true));
--> statement-breakpoint
grant select, insert, update on pauses to suanquan_app, suanquan_engine;
--> statement-breakpoint
grant select, insert on pause_extensions to suanquan_app, suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['pauses', 'pause_extensions']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
    execute format('create policy city on %s for all to suanquan_app
      using (city_id = (select app.city())) with check (city_id = (select app.city()))', t);
  end loop;
end $$;
--> statement-breakpoint
-- Everybody may read that a programme is paused, and why.
create policy published on pauses for select to suanquan_app using (state in ('released', 'ended'));
--> statement-breakpoint
-- The holder reads what its own voucher got.
create policy own_reads on pause_extensions for select to suanquan_app
  using (organisation_id = (select app.organisation()));
--> statement-breakpoint
-- Refuses a pause that begins on a day on which another one of the programme was still in force. Only one is open at a time
-- (pauses_one_open), so no other can be written meanwhile.
create or replace function app.keep_pauses_apart()
  returns trigger
  language plpgsql
  set search_path = public, pg_temp
as $$
begin
  if new.state = 'released' and exists (select 1 from pauses p where p.programme_id = new.programme_id
      and p.id <> new.id and p.ended_on >= new.from_on) then
    raise 'pauses overlap' using errcode = '23514', constraint = 'pauses_apart';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger pauses_kept_apart before insert or update on pauses
  for each row execute function app.keep_pauses_apart();
--> statement-breakpoint
create or replace function ledger.lock_pause(_pool uuid)
  returns ledger.pools
  language sql volatile
  set search_path = ledger, pg_temp
as $$
  select top.* from ledger.pools top
  where top.id = (select coalesce(p.parent_id, p.id) from ledger.pools p where p.id = _pool)
  for key share of top $$;
--> statement-breakpoint
create or replace function ledger.is_paused(_pool uuid, _valid_to timestamptz, _at timestamptz)
  returns boolean
  language sql volatile
  set search_path = ledger, pg_temp
as $$
  select coalesce(p.paused_from <= _at and (p.paused_to is null or _at < p.paused_to
    or (p.paused_from < _valid_to and _valid_to <= _at)), false)
  from ledger.lock_pause(_pool) p $$;
--> statement-breakpoint
create or replace function ledger.pause_keeps(_pool uuid, _ends_at timestamptz)
  returns boolean
  language sql volatile
  set search_path = ledger, pg_temp
as $$
  select coalesce(p.paused_from < _ends_at, false) from ledger.lock_pause(_pool) p $$;
--> statement-breakpoint
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
--> statement-breakpoint
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
--> statement-breakpoint
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
--> statement-breakpoint
create or replace function app.verify_voucher(_code text)
  returns table (
    city_id uuid, programme_id uuid, version_id uuid, holder_name text, state text, face_value_fen bigint,
    issued_at timestamptz, valid_to timestamptz
  )
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select v.city_id, v.programme_id, v.version_id, o.name,
    case when v.state = 'active' and v.valid_to <= app.now() and not exists (select 1 from ledger.pools p
      where p.id = v.programme_id and p.paused_from < v.valid_to) then 'expired' else v.state end,
    v.face_value_fen, v.issued_at, v.valid_to
  from vouchers v join organisations o on o.id = v.organisation_id where v.code = _code $$;
--> statement-breakpoint
create or replace function app.check_voucher(_code text)
  returns table (
    voucher_id uuid, city_id uuid, programme_id uuid, version_id uuid, holder_name text, state text,
    frozen boolean, valid_to timestamptz, available_fen bigint, listed boolean
  )
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select v.id, v.city_id, v.programme_id, v.version_id, o.name,
    case when v.state = 'active' and v.valid_to <= app.now() and not exists (select 1 from ledger.pools p
      where p.id = v.programme_id and p.paused_from < v.valid_to) then 'expired' else v.state end,
    a.frozen, v.valid_to, a.granted_fen - a.held_fen - a.spent_fen - a.returned_fen,
    exists (select 1 from accreditations x where x.city_id = v.city_id
      and x.vendor_id = app.organisation() and x.state = 'listed' and x.expires_at > app.now())
  from vouchers v
  join organisations o on o.id = v.organisation_id
  join ledger.accounts a on a.id = v.id
  where v.code = _code
    and exists (select 1 from organisations mine where mine.id = app.organisation() and mine.kind = 'vendor') $$;
--> statement-breakpoint
create or replace function app.verify_certificate(_number text)
  returns table (
    city_id uuid, programme_id uuid, holder_name text, state text, face_value_fen bigint, issued_at timestamptz,
    valid_to timestamptz, signed_at timestamptz, key_id text, statement text
  )
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select v.city_id, v.programme_id, o.name,
    case when v.state = 'active' and v.valid_to <= app.now() and not exists (select 1 from ledger.pools p
      where p.id = v.programme_id and p.paused_from < v.valid_to) then 'expired' else v.state end,
    v.face_value_fen, v.issued_at, v.valid_to, c.signed_at, k.key_id, c.statement
  from certificates c
  join vouchers v on v.id = c.voucher_id
  join organisations o on o.id = v.organisation_id
  join signing_keys k on k.id = c.signing_key_id
  where c.number = _number $$;
--> statement-breakpoint
create or replace function app.pause_keeps_hold(_hold uuid)
  returns boolean
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select exists (select 1 from holds h join vouchers v on v.id = h.voucher_id
    join ledger.pools p on p.id = v.programme_id
    where h.id = _hold and p.paused_from < h.expires_at
      and app.organisation() in (h.vendor_id, h.organisation_id)) $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array['app.pause_keeps_hold(uuid)', 'ledger.begin_pause(uuid, uuid, timestamptz, timestamptz)',
    'ledger.end_pause(uuid, uuid, timestamptz, uuid[], integer[], uuid[])']::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
--> statement-breakpoint
-- Interest on what is clawed back, where the rules name it.
alter table recoveries add column interest_percent text, add column interest_since date, add column interest_order text,
  add constraint recoveries_interest check (num_nonnulls(interest_percent, interest_since, interest_order) in (0, 3)
    and (interest_percent is null or state in ('released', 'settled'))
    and coalesce(interest_order in ('principal', 'interest'), true));
--> statement-breakpoint
alter table recovery_credits add column interest_fen bigint not null default 0,
  drop constraint recovery_credits_kind_known, drop constraint recovery_credits_posted,
  add constraint recovery_credits_interest check (interest_fen between 0 and amount_fen),
  add constraint recovery_credits_kind_known check (case kind
    when 'repayment' then num_nonnulls(paid_on, bank_reference) = 2 and reason is null
    when 'write_off' then num_nonnulls(paid_on, bank_reference) = 0 and reason <> '' and interest_fen = 0
    when 'waiver' then num_nonnulls(paid_on, bank_reference) = 0 and reason <> '' and interest_fen = amount_fen
    else false end),
  add constraint recovery_credits_posted check ((state = 'released' and interest_fen < amount_fen) = (entry_id is not null));
--> statement-breakpoint
create table ledger.interest_entries (
  id uuid primary key default uuidv7(),
  city_id uuid not null,
  kind text not null,
  amount_fen bigint not null,
  of_entry_id uuid not null,
  payee_id uuid not null,
  credit_id uuid not null,
  actor_id uuid,
  at timestamptz not null,
  constraint interest_entries_once unique (credit_id),
  constraint interest_entries_kind_known check (kind in ('received', 'waived')),
  constraint interest_entries_positive check (amount_fen > 0)
);
--> statement-breakpoint
create index interest_entries_of on ledger.interest_entries (of_entry_id);
--> statement-breakpoint
grant select on ledger.interest_entries to suanquan_app;
--> statement-breakpoint
-- Nobody can change or delete what was written.
grant select, insert on ledger.interest_entries to suanquan_engine;
--> statement-breakpoint
alter table ledger.interest_entries enable row level security;
--> statement-breakpoint
alter table ledger.interest_entries force row level security;
--> statement-breakpoint
create policy engine on ledger.interest_entries to suanquan_engine using (true) with check (true);
--> statement-breakpoint
create policy city on ledger.interest_entries for select to suanquan_app using (city_id = (select app.city()));
--> statement-breakpoint
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
--> statement-breakpoint
alter function ledger.post_interest(uuid, text, bigint, uuid, uuid, uuid) owner to suanquan_engine;
--> statement-breakpoint
revoke all on function ledger.post_interest(uuid, text, bigint, uuid, uuid, uuid) from public;
--> statement-breakpoint
grant execute on function ledger.post_interest(uuid, text, bigint, uuid, uuid, uuid) to suanquan_app;
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
  -- Every repayment and write-off is one that two people decided on, for the same principal and recovery.
  select coalesce(c.city_id, e.city_id), 'credit', coalesce(c.id, e.id),
    jsonb_build_object('credited', coalesce(e.amount_fen, 0) - coalesce(c.amount_fen - c.interest_fen, 0))
  from (select * from ledger.entries
    where of_entry_id is not null and kind in ('repay', 'write_off') and outcome = 'posted') e
  full join (select c.*, r.reverse_entry_id from public.recovery_credits c
    join public.recoveries r on r.id = c.recovery_id where c.state = 'released' and c.interest_fen < c.amount_fen) c
    on c.entry_id = e.id and c.reverse_entry_id = e.of_entry_id
      and e.kind = case c.kind when 'repayment' then 'repay' else 'write_off' end
  where coalesce(c.city_id, e.city_id) = app.city() and e.amount_fen is distinct from c.amount_fen - c.interest_fen
  union all
  -- Interest that was received or waived is that of one credit that two people decided on, and of its recovery.
  select coalesce(c.city_id, i.city_id), 'interest', coalesce(c.id, i.id),
    jsonb_build_object('interest', coalesce(i.amount_fen, 0) - coalesce(c.interest_fen, 0))
  from ledger.interest_entries i
  full join (select c.*, r.reverse_entry_id from public.recovery_credits c
    join public.recoveries r on r.id = c.recovery_id where c.state = 'released' and c.interest_fen > 0) c
    on c.id = i.credit_id and c.reverse_entry_id = i.of_entry_id and c.payee_id = i.payee_id
      and i.kind = case c.kind when 'waiver' then 'waived' else 'received' end
  where coalesce(c.city_id, i.city_id) = app.city() and i.amount_fen is distinct from c.interest_fen
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
