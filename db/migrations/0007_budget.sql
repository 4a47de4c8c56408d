-- Parts of a programme's pool, changes of budgets by two people, and warnings told once.

CREATE TABLE "budget_changes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"from_fen" bigint NOT NULL,
	"to_fen" bigint NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "budget_changes_state_known" CHECK (state in ('proposed', 'released', 'declined')),
	CONSTRAINT "budget_changes_four_eyes" CHECK ("budget_changes"."decided_by" is null or "budget_changes"."decided_by" <> "budget_changes"."proposed_by"),
	CONSTRAINT "budget_changes_decided" CHECK (("budget_changes"."state" = 'proposed') = ("budget_changes"."decided_by" is null) and ("budget_changes"."decided_by" is null) = ("budget_changes"."decided_at" is null)),
	CONSTRAINT "budget_changes_amounts" CHECK ("budget_changes"."to_fen" >= 0 and "budget_changes"."to_fen" <> "budget_changes"."from_fen")
);
--> statement-breakpoint
CREATE TABLE "budget_warnings" (
	"pool_id" uuid PRIMARY KEY NOT NULL,
	"city_id" uuid NOT NULL,
	"percent" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "budget_warnings_percent_known" CHECK ("budget_warnings"."percent" in (0, 80, 95))
);
--> statement-breakpoint
CREATE TABLE "programme_pools" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"city_id" uuid NOT NULL,
	"key" text NOT NULL,
	"title" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT app.now() NOT NULL,
	CONSTRAINT "programme_pools_key" UNIQUE("programme_id","key")
);
--> statement-breakpoint
ALTER TABLE "ledger"."pools" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "ledger"."pools" ADD COLUMN "allotted_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "budget_changes" ADD CONSTRAINT "budget_changes_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_changes" ADD CONSTRAINT "budget_changes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_changes" ADD CONSTRAINT "budget_changes_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "ledger"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_changes" ADD CONSTRAINT "budget_changes_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_changes" ADD CONSTRAINT "budget_changes_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_warnings" ADD CONSTRAINT "budget_warnings_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "ledger"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_warnings" ADD CONSTRAINT "budget_warnings_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_pools" ADD CONSTRAINT "programme_pools_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_pools" ADD CONSTRAINT "programme_pools_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "budget_changes_one_open" ON "budget_changes" USING btree ("pool_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "budget_changes_programme" ON "budget_changes" USING btree ("programme_id","id");--> statement-breakpoint
CREATE INDEX "budget_changes_city" ON "budget_changes" USING btree ("city_id","state","id");--> statement-breakpoint
ALTER TABLE "ledger"."pools" ADD CONSTRAINT "pools_parent_in_city" FOREIGN KEY ("city_id","parent_id") REFERENCES "ledger"."pools"("city_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pools_parent" ON "ledger"."pools" USING btree ("parent_id");--> statement-breakpoint
ALTER TABLE "ledger"."pools" ADD CONSTRAINT "pools_allotted_within_budget" CHECK ("ledger"."pools"."allotted_fen" between 0 and "ledger"."pools"."budget_fen");--> statement-breakpoint
ALTER TABLE "ledger"."pools" ADD CONSTRAINT "pools_two_levels" CHECK ("ledger"."pools"."parent_id" is null or "ledger"."pools"."allotted_fen" = 0);
--> statement-breakpoint
grant select, insert, update on programme_pools, budget_changes, budget_warnings to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on programme_pools, budget_changes, budget_warnings to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['programme_pools', 'budget_changes', 'budget_warnings']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- What a programme's money is set aside for is public, like the programme.
create policy public_read on programme_pools for select to suanquan_app using (true);
--> statement-breakpoint
create policy city_write on programme_pools for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy city on budget_changes for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy city on budget_warnings for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
/*
 * Commits `_delta` fen to a pool and to its parent, or gives them back; false where either lacks
 * room, and then neither has changed. For postings alone: it writes no entry.
 * Lock order: the pool, then its parent. Who commits to several sub-pools in one transaction locks
 * those first, in the order of their ids.
 */
create function ledger.commit_pool(_pool uuid, _delta bigint) returns boolean
  language plpgsql set search_path = ledger, pg_temp as $$
declare above uuid;
begin
  update ledger.pools set committed_fen = committed_fen + _delta
    where id = _pool and committed_fen + _delta between 0 and budget_fen
    returning parent_id into above;
  if not found then return false; end if;
  if above is null then return true; end if;
  update ledger.pools set committed_fen = committed_fen + _delta
    where id = above and committed_fen + _delta between 0 and budget_fen;
  if found then return true; end if;
  update ledger.pools set committed_fen = committed_fen - _delta where id = _pool;
  return false;
end $$;
--> statement-breakpoint
revoke all on function ledger.commit_pool(uuid, bigint) from public;
--> statement-breakpoint
grant execute on function ledger.commit_pool(uuid, bigint) to suanquan_engine;
--> statement-breakpoint
/*
 * The one way money moves. Answers with the entry: posted, or declined with its reason.
 * A key that was used before answers with its first entry; used with other contents, LG422.
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
-- Opens a programme's pool with its budget, or changes the budget; CHECKs refuse one below what is
-- committed, and one below what its sub-pools are allotted.
create or replace function ledger.set_budget(_city uuid, _pool uuid, _budget bigint) returns void
  language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  insert into ledger.pools (city_id, id, budget_fen) values (_city, _pool, _budget)
    on conflict (id) do update set budget_fen = excluded.budget_fen
    where pools.city_id = _city and pools.parent_id is null;
  if not found then raise 'no programme''s pool of this city' using errcode = 'LG403'; end if;
end $$;
--> statement-breakpoint
-- The same for a part of a programme's pool; a CHECK of the parent refuses sub-pools that together
-- exceed it. Lock order as in commit_pool.
create function ledger.set_sub_budget(_city uuid, _parent uuid, _pool uuid, _budget bigint) returns void
  language plpgsql security definer set search_path = ledger, pg_temp as $$
declare p ledger.pools; before bigint := 0;
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  select * into p from ledger.pools where id = _pool for no key update;
  if found then
    if p.city_id <> _city or p.parent_id is distinct from _parent then
      raise 'no sub-pool of this pool' using errcode = 'LG403';
    end if;
    before := p.budget_fen;
    update ledger.pools set budget_fen = _budget where id = _pool;
  else
    insert into ledger.pools (city_id, id, parent_id, budget_fen) values (_city, _pool, _parent, _budget);
  end if;
  update ledger.pools set allotted_fen = allotted_fen + _budget - before
    where id = _parent and city_id = _city and parent_id is null;
  if not found then raise 'no such pool' using errcode = 'LG404'; end if;
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
do $$
begin
  alter function ledger.set_sub_budget(uuid, uuid, uuid, bigint) owner to suanquan_engine;
  revoke all on function ledger.set_sub_budget(uuid, uuid, uuid, bigint) from public;
  grant execute on function ledger.set_sub_budget(uuid, uuid, uuid, bigint) to suanquan_app;
end $$;
