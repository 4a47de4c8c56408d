-- Puts lists of awards without application on public notice: who published one and until when objections are taken.
ALTER TABLE "award_imports" ADD COLUMN "published_by" uuid;
--> statement-breakpoint
ALTER TABLE "award_imports" ADD COLUMN "published_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "award_imports" ADD COLUMN "notice_ends_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "award_imports" ADD CONSTRAINT "award_imports_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "award_imports" DROP CONSTRAINT "award_imports_state_known";
--> statement-breakpoint
ALTER TABLE "award_imports" ADD CONSTRAINT "award_imports_state_known" CHECK (state in ('uploaded', 'checked', 'proposed', 'publicised', 'released', 'discarded'));
--> statement-breakpoint
ALTER TABLE "award_imports" DROP CONSTRAINT "award_imports_whole";
--> statement-breakpoint
ALTER TABLE "award_imports" ADD CONSTRAINT "award_imports_whole" CHECK ("award_imports"."state" not in ('proposed', 'publicised', 'released') or ("award_imports"."proposed_by" is not null
        and "award_imports"."ready_count" + "award_imports"."set_aside_count" = "award_imports"."row_count"
        and ("award_imports"."ready_count" > 0 or "award_imports"."state" = 'publicised')));
--> statement-breakpoint
ALTER TABLE "award_imports" ADD CONSTRAINT "award_imports_published_four_eyes" CHECK ("award_imports"."published_by" is null or "award_imports"."published_by" <> "award_imports"."proposed_by");
--> statement-breakpoint
ALTER TABLE "award_imports" ADD CONSTRAINT "award_imports_published_whole" CHECK (num_nonnulls("award_imports"."published_by", "award_imports"."published_at", "award_imports"."notice_ends_at") in (0, 3)
        and ("award_imports"."state" <> 'publicised' or "award_imports"."published_by" is not null));
--> statement-breakpoint
ALTER TABLE "award_rows" DROP CONSTRAINT "award_rows_state_known";
--> statement-breakpoint
ALTER TABLE "award_rows" ADD CONSTRAINT "award_rows_state_known" CHECK (state in ('staged', 'ready', 'problem', 'set_aside', 'publicised', 'objected', 'issued'));
--> statement-breakpoint
ALTER TABLE "award_rows" DROP CONSTRAINT "award_rows_ready_whole";
--> statement-breakpoint
ALTER TABLE "award_rows" ADD CONSTRAINT "award_rows_ready_whole" CHECK ("award_rows"."state" not in ('ready', 'publicised', 'objected', 'issued') or ("award_rows"."credit_code" is not null
        and "award_rows"."name" is not null and "award_rows"."contract_reference" is not null
        and "award_rows"."amount_fen" is not null and "award_rows"."amount_fen" > 0 and "award_rows"."problem_codes" = '{}'));
--> statement-breakpoint
DROP INDEX "award_rows_issued_once";
--> statement-breakpoint
CREATE UNIQUE INDEX "award_rows_issued_once" ON "award_rows" USING btree ("programme_id","credit_code","reference_key") WHERE state in ('publicised', 'objected', 'issued');
--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "award_import_id" uuid;
--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "withdrawn_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "withdrawn_by" uuid;
--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "withdrawal_reason" text;
--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_award_import_id_award_imports_id_fk" FOREIGN KEY ("award_import_id") REFERENCES "public"."award_imports"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_withdrawn_whole" CHECK (num_nonnulls("notices"."withdrawn_at", "notices"."withdrawn_by", "notices"."withdrawal_reason") in (0, 3)
        and ("notices"."withdrawn_at" is null or "notices"."award_import_id" is not null));
--> statement-breakpoint
CREATE UNIQUE INDEX "notices_one_of_list" ON "notices" USING btree ("award_import_id") WHERE withdrawn_at is null;
--> statement-breakpoint
ALTER TABLE "notice_items" ALTER COLUMN "application_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "notice_items" ADD COLUMN "award_row_id" uuid;
--> statement-breakpoint
ALTER TABLE "notice_items" ADD CONSTRAINT "notice_items_award_row_id_award_rows_id_fk" FOREIGN KEY ("award_row_id") REFERENCES "public"."award_rows"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice_items" ADD CONSTRAINT "notice_items_row_once" UNIQUE("notice_id","award_row_id");
--> statement-breakpoint
CREATE INDEX "notice_items_row" ON "notice_items" USING btree ("award_row_id");
--> statement-breakpoint
ALTER TABLE "notice_items" ADD CONSTRAINT "notice_items_one_subject" CHECK (num_nonnulls("notice_items"."application_id", "notice_items"."award_row_id") = 1);
--> statement-breakpoint
ALTER TABLE "notice_items" DROP CONSTRAINT "notice_items_outcome_known";
--> statement-breakpoint
ALTER TABLE "notice_items" ADD CONSTRAINT "notice_items_outcome_known" CHECK ("notice_items"."outcome" in ('pending', 'cleared', 'objected', 'refused', 'withdrawn'));
--> statement-breakpoint
ALTER TABLE "objections" ALTER COLUMN "application_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "award_row_id" uuid;
--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_award_row_id_award_rows_id_fk" FOREIGN KEY ("award_row_id") REFERENCES "public"."award_rows"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_one_subject" CHECK (num_nonnulls("objections"."application_id", "objections"."award_row_id") = 1);
--> statement-breakpoint
CREATE INDEX "objections_row" ON "objections" USING btree ("award_row_id") WHERE award_row_id is not null;
--> statement-breakpoint
-- Creates the firms of the next `_count` lines of a list after line `_after` that are not on the portal yet, joins
-- each line to its firm, and returns how many it created. The firms come without a contact and name one
-- themselves. Locks the list and raises AW403 unless it belongs to the calling city, was proposed by somebody else,
-- who may not release it, and is proposed or has been on public notice to the end.
create or replace function app.create_award_firms(_import uuid, _after integer, _count integer)
  returns integer
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare created integer; lines uuid[];
begin
  perform 1 from award_imports i where i.id = _import and i.city_id = app.city()
    and (i.state = 'proposed' or i.state = 'publicised' and i.notice_ends_at <= app.now())
    and i.proposed_by <> app.user_id() for no key update;
  if not found then raise 'not yours to release' using errcode = 'AW403'; end if;
  lines := array(select r.id from award_rows r
    where r.import_id = _import and r.state in ('ready', 'publicised') and r.line > _after
    order by r.line limit _count);
  insert into organisations (kind, credit_code, name, region, address, registered_on, legal_representative)
    select distinct on (r.credit_code) 'startup', r.credit_code, r.name, c.name_zh, '', r.registered_on, ''
    from award_rows r join cities c on c.id = r.city_id
    where r.id = any (lines)
    order by r.credit_code, r.line
    on conflict on constraint organisations_credit_code_unique do nothing;
  get diagnostics created = row_count;
  update award_rows r set organisation_id = (select o.id from organisations o
      where o.credit_code = r.credit_code and o.kind = 'startup')
    where r.id = any (lines);
  return created;
end $$;
--> statement-breakpoint
-- Keeps the promised money of a list's rows in step with their states and amounts (triggers
-- award_rows_promise_updated and award_rows_promise_created), so that whoever moves a row moves the promise too. The
-- states are those of `promisedRowStates` in the lifecycle, the pool is the programme's. Adds up a whole statement,
-- because a list has thousands of rows of one pool.
create or replace function app.update_award_promises()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare moved record;
begin
  if tg_op = 'INSERT' then
    for moved in select programme_id, sum(amount_fen) as fen from after_rows
      where state in ('publicised', 'objected') group by programme_id order by programme_id
    loop
      perform ledger.promise(moved.programme_id, moved.fen::bigint);
    end loop;
    return null;
  end if;
  for moved in select x.programme_id, sum(x.fen) as fen
    from (select programme_id, amount_fen as fen from after_rows where state in ('publicised', 'objected')
      union all
      select programme_id, -amount_fen from before_rows where state in ('publicised', 'objected')) x
    group by x.programme_id having sum(x.fen) <> 0 order by x.programme_id
  loop
    perform ledger.promise(moved.programme_id, moved.fen::bigint);
  end loop;
  return null;
end $$;
--> statement-breakpoint
create trigger award_rows_promise_updated after update on award_rows
  referencing old table as before_rows new table as after_rows
  for each statement execute function app.update_award_promises();
--> statement-breakpoint
create trigger award_rows_promise_created after insert on award_rows
  referencing new table as after_rows
  for each statement execute function app.update_award_promises();
--> statement-breakpoint
-- Rejects a decision on an objection to a row of a list by somebody who uploaded, proposed or published that list
-- (trigger objections_award_four_eyes).
create or replace function app.check_award_objection()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if new.award_row_id is not null and new.resolved_by is not null and exists (
    select 1 from award_rows r join award_imports i on i.id = r.import_id
    where r.id = new.award_row_id and new.resolved_by in (i.created_by, i.proposed_by, i.published_by))
  then
    raise 'who made the list decides no objection to it'
      using errcode = '23514', constraint = 'objections_award_four_eyes';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger objections_award_four_eyes before insert or update of resolved_by on objections
  for each row execute function app.check_award_objection();
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array['app.update_award_promises()', 'app.check_award_objection()']::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
--> statement-breakpoint
-- Lists money that the journal cannot explain, and counters that differ from what they count: vouchers, orders,
-- redemptions, claims, payments, promises, budgets and what funders bear. Must be empty. Only the city sees all of these.
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
  where b.city_id = app.city() and (b.amount_fen, b.paid_fen) is distinct from (l.amount, r.paid);
--> statement-breakpoint
-- Keeps the stages of review that a programme names, each with its own last day.
ALTER TABLE "applications" ADD COLUMN "stage" integer;
--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "stage_due_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_stage_open" CHECK (("applications"."stage" is null) = ("applications"."stage_due_at" is null) and ("applications"."stage" is null
        or "applications"."state" not in ('first_passed', 'awaiting_funds', 'awaiting_share', 'final_passed', 'publicised', 'objected', 'approved', 'issued')));
--> statement-breakpoint
CREATE TABLE "case_stages" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"city_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"finished_by" uuid NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	"note" text,
	CONSTRAINT "case_stages_number" CHECK ("case_stages"."number" >= 0)
);
--> statement-breakpoint
ALTER TABLE "case_stages" ADD CONSTRAINT "case_stages_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "case_stages" ADD CONSTRAINT "case_stages_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "case_stages" ADD CONSTRAINT "case_stages_finished_by_users_id_fk" FOREIGN KEY ("finished_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "case_stages_case" ON "case_stages" USING btree ("application_id","id");
--> statement-breakpoint
grant select, insert on case_stages to suanquan_app, suanquan_engine;
--> statement-breakpoint
alter table case_stages enable row level security;
--> statement-breakpoint
alter table case_stages force row level security;
--> statement-breakpoint
create policy engine on case_stages to suanquan_engine using (true) with check (true);
--> statement-breakpoint
create policy city on case_stages for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
