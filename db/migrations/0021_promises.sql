-- What is passed and not issued yet is promised: it counts against its pool beside what is committed. And batches
-- that are sent back or taken back before their release.

ALTER TABLE "applications" DROP CONSTRAINT "applications_state_known";--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_state_known" CHECK (state in ('draft', 'submitted', 'returned', 'accepted', 'first_passed', 'awaiting_funds', 'final_passed', 'publicised', 'objected', 'approved', 'issued', 'rejected', 'appealed', 'withdrawn', 'expired'));--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "promise_pool_id" uuid;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_promise_pool_id_pools_id_fk" FOREIGN KEY ("promise_pool_id") REFERENCES "ledger"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applications_promise_pool" ON "applications" USING btree ("promise_pool_id") WHERE promise_pool_id is not null;--> statement-breakpoint
ALTER TABLE "ledger"."pools" ADD COLUMN "promised_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger"."pools" ADD CONSTRAINT "pools_promised_not_negative" CHECK ("ledger"."pools"."promised_fen" >= 0);--> statement-breakpoint
-- Where the money of a case comes from: the part of the pool that its rules named when it was last submitted, or
-- the programme's pool.
create function app.pool_of_case(_case uuid, _programme uuid) returns uuid
  language sql stable set search_path = public, pg_temp as $$
  select coalesce(
    (select p.id from programme_pools p
      where p.programme_id = _programme
        and p.key = (select r.assessment ->> 'subPool' from application_revisions r
          where r.application_id = _case order by r.number desc limit 1)),
    _programme) $$;
--> statement-breakpoint
revoke all on function app.pool_of_case(uuid, uuid) from public;
--> statement-breakpoint
grant execute on function app.pool_of_case(uuid, uuid) to suanquan_app, suanquan_engine;
--> statement-breakpoint
-- Row security is forced on the owner too. What was promised before may exceed its budget: then nothing more is
-- promised or issued there until the budget is raised.
set local role suanquan_engine;
--> statement-breakpoint
update applications set promise_pool_id = app.pool_of_case(id, programme_id)
  where state in ('final_passed', 'publicised', 'objected', 'approved');
--> statement-breakpoint
update ledger.pools p set promised_fen = s.promised
  from (select o.id, sum(a.approved_fen) promised
    from ledger.pools o
    join ledger.pools own on o.id in (own.id, own.parent_id)
    join applications a on a.promise_pool_id = own.id
    group by o.id) s
  where s.id = p.id and s.promised is not null;
--> statement-breakpoint
reset role;
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_promised" CHECK ((state in ('final_passed', 'publicised', 'objected', 'approved')) = ("applications"."promise_pool_id" is not null));--> statement-breakpoint
/*
 * Refuses whatever makes a pool commit and promise more than its budget: a promise, a posting and a cut alike.
 * What lessens an excess, or leaves it, may go on. Two who promise the last money at once wait for one another at the row.
 */
create function ledger.keep_promises() returns trigger
  language plpgsql set search_path = ledger, pg_temp as $$
begin
  if new.promised_fen > 0
    and new.committed_fen + new.promised_fen > new.budget_fen
    and new.committed_fen + new.promised_fen - new.budget_fen
      > old.committed_fen + old.promised_fen - old.budget_fen then
    raise 'more than the budget would be promised'
      using errcode = '23514', constraint = 'pools_promised_within_budget';
  end if;
  return new;
end $$;
--> statement-breakpoint
revoke all on function ledger.keep_promises() from public;
--> statement-breakpoint
create trigger pools_promised_within_budget before update on ledger.pools
  for each row execute function ledger.keep_promises();
--> statement-breakpoint
-- Promises `_delta` fen of a pool and of its parent, or takes a promise back; for the trigger below alone. Locks the
-- pool, then its parent, as commit_pool does.
create function ledger.promise(_pool uuid, _delta bigint) returns void
  language plpgsql set search_path = ledger, pg_temp as $$
declare above uuid;
begin
  update ledger.pools set promised_fen = promised_fen + _delta where id = _pool returning parent_id into above;
  if not found then raise 'no such pool' using errcode = 'LG404'; end if;
  if above is not null then
    update ledger.pools set promised_fen = promised_fen + _delta where id = above;
  end if;
end $$;
--> statement-breakpoint
revoke all on function ledger.promise(uuid, bigint) from public;
--> statement-breakpoint
grant execute on function ledger.promise(uuid, bigint) to suanquan_engine;
--> statement-breakpoint
/*
 * Keeps the promise of a case what its state says: whoever moves a case moves the promise, by whatever way. The
 * states are those of `promisedStates` in the lifecycle. The pool is chosen when the promise begins and stays.
 */
create function app.keep_promise() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before_pool uuid; before_fen bigint := 0; after_fen bigint := coalesce(new.approved_fen, 0);
begin
  if tg_op = 'UPDATE' then
    before_pool := old.promise_pool_id;
    before_fen := coalesce(old.approved_fen, 0);
  end if;
  new.promise_pool_id := case
    when new.state in ('final_passed', 'publicised', 'objected', 'approved')
      then coalesce(before_pool, app.pool_of_case(new.id, new.programme_id)) end;
  if before_pool is not null and new.promise_pool_id is null then
    perform ledger.promise(before_pool, -before_fen);
  elsif new.promise_pool_id is not null and before_pool is null then
    perform ledger.promise(new.promise_pool_id, after_fen);
  elsif before_pool is not null and after_fen <> before_fen then
    perform ledger.promise(before_pool, after_fen - before_fen);
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger applications_promise_kept before update on applications for each row
  when (old.state is distinct from new.state or old.approved_fen is distinct from new.approved_fen
    or old.promise_pool_id is distinct from new.promise_pool_id)
  execute function app.keep_promise();
--> statement-breakpoint
create trigger applications_promise_begun before insert on applications
  for each row execute function app.keep_promise();
--> statement-breakpoint
/*
 * Commits `_delta` fen to a pool and to its parent, or gives them back; false where either lacks
 * room beside what is promised, and then neither has changed. For postings alone: it writes no entry.
 * Lock order: the pool, then its parent. Who commits to several sub-pools in one transaction locks
 * those first, in the order of their ids.
 */
create or replace function ledger.commit_pool(_pool uuid, _delta bigint) returns boolean
  language plpgsql set search_path = ledger, pg_temp as $$
declare above uuid;
begin
  update ledger.pools set committed_fen = committed_fen + _delta
    where id = _pool and committed_fen + _delta between 0 and budget_fen
      and (_delta <= 0 or committed_fen + promised_fen + _delta <= budget_fen)
    returning parent_id into above;
  if not found then return false; end if;
  if above is null then return true; end if;
  update ledger.pools set committed_fen = committed_fen + _delta
    where id = above and committed_fen + _delta between 0 and budget_fen
      and (_delta <= 0 or committed_fen + promised_fen + _delta <= budget_fen);
  if found then return true; end if;
  update ledger.pools set committed_fen = committed_fen - _delta where id = _pool;
  return false;
end $$;
--> statement-breakpoint
-- Locks the pools of a city that have this id or are a part of it, parts first and in the order of their ids: whoever
-- promises from several in one transaction does so before.
create function ledger.lock_pools(_city uuid, _programmes uuid[]) returns void
  language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  perform 1 from pools where city_id = _city and parent_id = any (_programmes) order by id for no key update;
  perform 1 from pools where city_id = _city and id = any (_programmes) order by id for no key update;
end $$;
--> statement-breakpoint
-- Must be empty: money that the journal cannot explain, and counters that are not what they stand for: vouchers,
-- orders, redemptions, payments, promises and budgets, each counted where it is kept. Only the city sees all of these.
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
--> statement-breakpoint
ALTER TABLE "settlement_batches" ADD COLUMN "returned_by" uuid;--> statement-breakpoint
ALTER TABLE "settlement_batches" ADD COLUMN "returned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "settlement_batches" ADD COLUMN "return_reason" text;--> statement-breakpoint
ALTER TABLE "settlement_batches" ADD CONSTRAINT "settlement_batches_returned_by_users_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_batches" DROP CONSTRAINT "settlement_batches_state_known";--> statement-breakpoint
ALTER TABLE "settlement_batches" ADD CONSTRAINT "settlement_batches_state_known" CHECK (state in ('proposed', 'released', 'closed', 'sent_back', 'taken_back'));--> statement-breakpoint
-- Sent back by somebody else, with the reason; taken back by whoever made it.
ALTER TABLE "settlement_batches" ADD CONSTRAINT "settlement_batches_returned" CHECK (case "settlement_batches"."state"
        when 'sent_back' then num_nonnulls("settlement_batches"."returned_by", "settlement_batches"."returned_at", "settlement_batches"."return_reason") = 3 and "settlement_batches"."returned_by" <> "settlement_batches"."proposed_by" and "settlement_batches"."return_reason" <> ''
        when 'taken_back' then num_nonnulls("settlement_batches"."returned_by", "settlement_batches"."returned_at") = 2 and "settlement_batches"."returned_by" = "settlement_batches"."proposed_by"
        else num_nonnulls("settlement_batches"."returned_by", "settlement_batches"."returned_at", "settlement_batches"."return_reason") = 0 end);--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array['app.keep_promise()', 'ledger.lock_pools(uuid, uuid[])']::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
