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
--> statement-breakpoint
-- Passes that one officer decides alone up to an amount, and the samples of them that another officer checks.
CREATE TABLE "sole_decisions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"amount_fen" bigint NOT NULL,
	"limit_fen" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "sole_decisions_one_per_person" UNIQUE("application_id","reviewer_id"),
	CONSTRAINT "sole_decisions_within_limit" CHECK ("sole_decisions"."amount_fen" > 0 and "sole_decisions"."amount_fen" <= "sole_decisions"."limit_fen")
);
--> statement-breakpoint
CREATE TABLE "samples" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"seed" text NOT NULL,
	"percent" integer NOT NULL,
	"decisions" integer NOT NULL,
	"drawn" integer NOT NULL,
	"drawn_by" uuid NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "samples_number" UNIQUE("programme_id","number"),
	CONSTRAINT "samples_size" CHECK ("samples"."drawn" between 1 and "samples"."decisions")
);
--> statement-breakpoint
CREATE TABLE "sample_lines" (
	"sample_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"city_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"is_drawn" boolean NOT NULL,
	"outcome" text,
	"reason" text,
	"checked_by" uuid,
	"checked_at" timestamp with time zone,
	CONSTRAINT "sample_lines_pkey" PRIMARY KEY("sample_id","decision_id"),
	CONSTRAINT "sample_lines_decision" UNIQUE("decision_id"),
	CONSTRAINT "sample_lines_outcome_known" CHECK ("sample_lines"."outcome" in ('in_order', 'finding')),
	CONSTRAINT "sample_lines_checked" CHECK (num_nonnulls("sample_lines"."outcome", "sample_lines"."checked_by", "sample_lines"."checked_at") in (0, 3) and ("sample_lines"."outcome" is null or "sample_lines"."is_drawn")),
	CONSTRAINT "sample_lines_finding" CHECK ("sample_lines"."outcome" <> 'finding' or "sample_lines"."reason" <> ''),
	CONSTRAINT "sample_lines_four_eyes" CHECK ("sample_lines"."checked_by" <> "sample_lines"."reviewer_id")
);
--> statement-breakpoint
ALTER TABLE "sole_decisions" ADD CONSTRAINT "sole_decisions_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sole_decisions" ADD CONSTRAINT "sole_decisions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sole_decisions" ADD CONSTRAINT "sole_decisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sole_decisions" ADD CONSTRAINT "sole_decisions_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "samples" ADD CONSTRAINT "samples_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "samples" ADD CONSTRAINT "samples_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "samples" ADD CONSTRAINT "samples_drawn_by_users_id_fk" FOREIGN KEY ("drawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_lines" ADD CONSTRAINT "sample_lines_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_lines" ADD CONSTRAINT "sample_lines_decision_id_sole_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."sole_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_lines" ADD CONSTRAINT "sample_lines_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_lines" ADD CONSTRAINT "sample_lines_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_lines" ADD CONSTRAINT "sample_lines_checked_by_users_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sole_decisions_programme" ON "sole_decisions" USING btree ("programme_id","at");--> statement-breakpoint
CREATE INDEX "samples_city" ON "samples" USING btree ("city_id","id");
--> statement-breakpoint
grant select, insert on sole_decisions, samples to suanquan_app, suanquan_engine;
--> statement-breakpoint
grant select, insert, update (outcome, reason, checked_by, checked_at) on sample_lines to suanquan_app, suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['sole_decisions', 'samples', 'sample_lines']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
    execute format('create policy city on %s for all to suanquan_app
      using (city_id = (select app.city())) with check (city_id = (select app.city()))', t);
  end loop;
end $$;
--> statement-breakpoint
-- Decisions of a city on a higher cap for one case, by two people and with a document.
CREATE TABLE "cap_decisions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"cap_fen" bigint NOT NULL,
	"basis" text NOT NULL,
	"document_id" uuid NOT NULL,
	"before_fen" bigint,
	"after_fen" bigint,
	"state" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "cap_decisions_state_known" CHECK (state in ('proposed', 'released', 'declined')),
	CONSTRAINT "cap_decisions_four_eyes" CHECK ("cap_decisions"."decided_by" is null or "cap_decisions"."decided_by" <> "cap_decisions"."proposed_by"),
	CONSTRAINT "cap_decisions_decided" CHECK (("cap_decisions"."state" = 'proposed') = ("cap_decisions"."decided_by" is null) and ("cap_decisions"."decided_by" is null) = ("cap_decisions"."decided_at" is null)),
	CONSTRAINT "cap_decisions_positive" CHECK ("cap_decisions"."cap_fen" > 0)
);
--> statement-breakpoint
ALTER TABLE "cap_decisions" ADD CONSTRAINT "cap_decisions_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cap_decisions" ADD CONSTRAINT "cap_decisions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cap_decisions" ADD CONSTRAINT "cap_decisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cap_decisions" ADD CONSTRAINT "cap_decisions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cap_decisions" ADD CONSTRAINT "cap_decisions_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cap_decisions" ADD CONSTRAINT "cap_decisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cap_decisions_one_open" ON "cap_decisions" USING btree ("application_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "cap_decisions_application" ON "cap_decisions" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "cap_decisions_city" ON "cap_decisions" USING btree ("city_id","state");
--> statement-breakpoint
grant select, insert, update on cap_decisions to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on cap_decisions to suanquan_engine;
--> statement-breakpoint
alter table cap_decisions enable row level security;
--> statement-breakpoint
alter table cap_decisions force row level security;
--> statement-breakpoint
create policy engine on cap_decisions to suanquan_engine using (true) with check (true);
--> statement-breakpoint
create policy city on cap_decisions for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy applicant_reads on cap_decisions for select to suanquan_app
  using (organisation_id = (select app.organisation()) and state = 'released');
--> statement-breakpoint
-- A city adds the document of such a decision to a case of its own, and no other.
create policy city_decides on documents for insert to suanquan_app
  with check (requirement like 'cap:%' and exists (select 1 from applications a
    where a.id = application_id and a.city_id = (select app.city())
      and a.organisation_id = documents.organisation_id));
