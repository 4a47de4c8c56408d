-- The share-out of a round at one rate: passed cases wait for it (awaiting_share), one person proposes it, a second one
-- releases it.

ALTER TABLE "applications" DROP CONSTRAINT "applications_state_known";--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_state_known" CHECK (state in ('draft', 'submitted', 'returned', 'accepted', 'first_passed', 'awaiting_funds', 'awaiting_share', 'final_passed', 'publicised', 'objected', 'approved', 'issued', 'rejected', 'appealed', 'withdrawn', 'expired'));--> statement-breakpoint
CREATE TABLE "share_outs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"available_fen" bigint NOT NULL,
	"claimed_fen" bigint NOT NULL,
	"shared_fen" bigint NOT NULL,
	"unit_fen" bigint NOT NULL,
	"state" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "share_outs_state_known" CHECK (state in ('proposed', 'released', 'declined')),
	CONSTRAINT "share_outs_four_eyes" CHECK ("share_outs"."decided_by" is null or "share_outs"."decided_by" <> "share_outs"."proposed_by"),
	CONSTRAINT "share_outs_decided" CHECK (("share_outs"."state" = 'proposed') = ("share_outs"."decided_by" is null) and ("share_outs"."decided_by" is null) = ("share_outs"."decided_at" is null)),
	CONSTRAINT "share_outs_within_pool" CHECK ("share_outs"."unit_fen" > 0 and "share_outs"."shared_fen" > 0 and "share_outs"."shared_fen" <= "share_outs"."available_fen" and "share_outs"."shared_fen" <= "share_outs"."claimed_fen")
);
--> statement-breakpoint
CREATE TABLE "share_lines" (
	"share_out_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"city_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"claim_fen" bigint NOT NULL,
	"share_fen" bigint NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "share_lines_pkey" PRIMARY KEY("share_out_id","application_id"),
	CONSTRAINT "share_lines_within_claim" CHECK ("share_lines"."share_fen" > 0 and "share_lines"."share_fen" <= "share_lines"."claim_fen")
);
--> statement-breakpoint
ALTER TABLE "share_outs" ADD CONSTRAINT "share_outs_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_outs" ADD CONSTRAINT "share_outs_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_outs" ADD CONSTRAINT "share_outs_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_outs" ADD CONSTRAINT "share_outs_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "ledger"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_outs" ADD CONSTRAINT "share_outs_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_outs" ADD CONSTRAINT "share_outs_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_lines" ADD CONSTRAINT "share_lines_share_out_id_share_outs_id_fk" FOREIGN KEY ("share_out_id") REFERENCES "public"."share_outs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_lines" ADD CONSTRAINT "share_lines_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_lines" ADD CONSTRAINT "share_lines_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_lines" ADD CONSTRAINT "share_lines_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "share_outs_one_open" ON "share_outs" USING btree ("round_id","pool_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "share_outs_city" ON "share_outs" USING btree ("city_id","state","id");--> statement-breakpoint
CREATE INDEX "share_outs_round" ON "share_outs" USING btree ("round_id","pool_id","id");--> statement-breakpoint
CREATE INDEX "share_lines_application" ON "share_lines" USING btree ("application_id");
--> statement-breakpoint
grant select, insert, update on share_outs to suanquan_app;
--> statement-breakpoint
grant select, insert on share_lines to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on share_outs to suanquan_engine;
--> statement-breakpoint
grant select, insert on share_lines to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['share_outs', 'share_lines']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
    execute format('create policy city on %s for all to suanquan_app
      using (city_id = (select app.city())) with check (city_id = (select app.city()))', t);
  end loop;
end $$;
--> statement-breakpoint
-- An applicant reads a released share-out of a round in which it has a case, and its own line of it.
create policy applicant_reads on share_outs for select to suanquan_app
  using (state = 'released' and exists (select 1 from applications a
    where a.round_id = share_outs.round_id and a.organisation_id = (select app.organisation())));
--> statement-breakpoint
create policy applicant_reads on share_lines for select to suanquan_app
  using (organisation_id = (select app.organisation())
    and exists (select 1 from share_outs s where s.id = share_out_id and s.state = 'released'));
--> statement-breakpoint
-- The line for money, in the order that the programme names.
create or replace function app.waiting_line(_city uuid)
  returns table (application_id uuid, programme_id uuid, pool_id uuid, place_in_line bigint, place bigint)
  language sql stable
  set search_path = public, pg_temp
as $$
  with waiting as (
    select a.id, a.programme_id, app.pool_of_case(a.id, a.programme_id) as pool_id,
      case v.rules #>> '{pool,queueOrder}'
        when 'upper_tier_first' then (case when a.answers ->> 'otherSupport' = 'yes'
          and a.answers ->> 'upperTierClaimed' = 'yes' then 0 else 1 end)::bigint
        when 'small_first' then a.approved_fen
        else 0 end as first_by,
      case when v.rules #> '{pool,queueOrder}' is null then a.decided_at else a.submitted_at end as then_by
    from applications a
    join programmes p on p.id = a.programme_id
    join programme_versions v on v.id = p.current_version_id
    where a.city_id = _city and a.state = 'awaiting_funds')
  select id, programme_id, pool_id,
    row_number() over (order by first_by, then_by, id),
    row_number() over (partition by pool_id order by first_by, then_by, id)
  from waiting $$;
--> statement-breakpoint
create or replace function app.place_in_line(_case uuid)
  returns bigint
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select w.place from applications a cross join lateral app.waiting_line(a.city_id) w
  where a.id = _case and w.application_id = a.id and a.organisation_id = app.organisation() $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array['app.waiting_line(uuid)', 'app.place_in_line(uuid)']::regprocedure[] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app, suanquan_engine', f);
  end loop;
end $$;
--> statement-breakpoint
alter function app.place_in_line(uuid) owner to suanquan_engine;
