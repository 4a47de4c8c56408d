-- What follows a submission: sign-off by an owner, letters that anybody may verify, and appeals.
ALTER TABLE "applications" DROP CONSTRAINT "applications_state_known";--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_state_known" CHECK (state in ('draft', 'submitted', 'returned', 'accepted', 'first_passed', 'final_passed', 'publicised', 'objected', 'approved', 'issued', 'rejected', 'appealed', 'withdrawn', 'expired'));--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "appeal_by" timestamp with time zone;--> statement-breakpoint
CREATE TABLE "sign_offs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"note" text NOT NULL,
	"answers" jsonb NOT NULL,
	"files" jsonb NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "sign_offs_state_known" CHECK (state in ('open', 'signed', 'returned', 'cancelled')),
	CONSTRAINT "sign_offs_answered" CHECK (("sign_offs"."state" = 'open') = ("sign_offs"."answered_at" is null)),
	CONSTRAINT "sign_offs_reason" CHECK ("sign_offs"."state" <> 'returned' or "sign_offs"."reason" <> ''),
	CONSTRAINT "sign_offs_other_person" CHECK ("sign_offs"."state" <> 'returned' or "sign_offs"."answered_by" <> "sign_offs"."requested_by")
);
--> statement-breakpoint
CREATE TABLE "appeals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"refused_at" timestamp with time zone NOT NULL,
	"refusal_reason" text NOT NULL,
	"grounds" text NOT NULL,
	"filed_by" uuid NOT NULL,
	"filed_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decision" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "appeals_reference_unique" UNIQUE("reference"),
	CONSTRAINT "appeals_once" UNIQUE("application_id","refused_at"),
	CONSTRAINT "appeals_state_known" CHECK (state in ('open', 'dismissed', 'granted')),
	CONSTRAINT "appeals_decided" CHECK (("appeals"."state" = 'open') = (num_nonnulls("appeals"."decision", "appeals"."decided_by", "appeals"."decided_at") = 0) and num_nonnulls("appeals"."decision", "appeals"."decided_by", "appeals"."decided_at") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"annulled_at" timestamp with time zone,
	CONSTRAINT "letters_code_unique" UNIQUE("code"),
	CONSTRAINT "letters_number" UNIQUE("application_id","kind","number"),
	CONSTRAINT "letters_kind_known" CHECK (kind in ('receipt', 'resubmission', 'correction', 'approval', 'refusal', 'withdrawal', 'appeal_receipt', 'appeal_decision')),
	CONSTRAINT "letters_number_positive" CHECK ("letters"."number" > 0)
);
--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_filed_by_users_id_fk" FOREIGN KEY ("filed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sign_offs_one_open" ON "sign_offs" USING btree ("application_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "sign_offs_organisation" ON "sign_offs" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "appeals_city" ON "appeals" USING btree ("city_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_one_open" ON "appeals" USING btree ("application_id") WHERE state = 'open';--> statement-breakpoint
-- A letter stands as it was sent; an appeal's grounds stand as they were filed.
grant select, insert on sign_offs, appeals, letters to suanquan_app;
--> statement-breakpoint
grant update (state, answered_by, answered_at, reason) on sign_offs to suanquan_app;
--> statement-breakpoint
grant update (state, decision, decided_by, decided_at) on appeals to suanquan_app;
--> statement-breakpoint
grant update (annulled_at) on letters to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on sign_offs, appeals, letters to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['sign_offs', 'appeals', 'letters']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- What goes on inside a firm before it submits is no business of the city.
create policy applicant on sign_offs for all to suanquan_app
  using (organisation_id = (select app.organisation()))
  with check (organisation_id = (select app.organisation()));
--> statement-breakpoint
create policy parties_read on appeals for select to suanquan_app
  using (city_id = (select app.city()) or organisation_id = (select app.organisation()));
--> statement-breakpoint
-- Filed by the firm about its own case, open; decided by the city.
create policy applicant_files on appeals for insert to suanquan_app
  with check (organisation_id = (select app.organisation()) and state = 'open'
    and exists (select 1 from applications a where a.id = application_id
      and a.organisation_id = appeals.organisation_id and a.city_id = appeals.city_id));
--> statement-breakpoint
create policy city_decides on appeals for update to suanquan_app
  using (city_id = (select app.city()) and state = 'open')
  with check (city_id = (select app.city()));
--> statement-breakpoint
create policy parties_read on letters for select to suanquan_app
  using (city_id = (select app.city()) or organisation_id = (select app.organisation()));
--> statement-breakpoint
create policy parties_write on letters for insert to suanquan_app
  with check ((city_id = (select app.city()) or organisation_id = (select app.organisation()))
    and exists (select 1 from applications a where a.id = application_id
      and a.organisation_id = letters.organisation_id and a.city_id = letters.city_id));
--> statement-breakpoint
create policy city_annuls on letters for update to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
-- Whoever had a hand in a refusal does not decide on the appeal against it.
create function app.keep_appeals_apart() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.decided_by is not null and (
    exists (select 1 from reviews r
      where r.application_id = new.application_id and r.reviewer_id = new.decided_by)
    or exists (select 1 from objections o
      where o.application_id = new.application_id and o.resolved_by = new.decided_by)
    or exists (select 1 from appeals a where a.application_id = new.application_id
      and a.id <> new.id and a.decided_by = new.decided_by)
  ) then
    raise 'decided by somebody who has decided before'
      using errcode = 'AP403', constraint = 'appeals_four_eyes';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger appeals_four_eyes before insert or update on appeals
  for each row execute function app.keep_appeals_apart();
--> statement-breakpoint
-- What anybody may know of a letter whose code they hold: that it is one, from whom, and whether it stands.
create function app.verify_letter(_code text)
  returns table (city_id uuid, kind text, reference text, organisation_name text,
    issued_at timestamptz, annulled_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.city_id, l.kind, a.reference, o.name, l.issued_at, l.annulled_at
  from letters l
  join applications a on a.id = l.application_id
  join organisations o on o.id = l.organisation_id
  where l.code = _code $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array['app.keep_appeals_apart()', 'app.verify_letter(text)']::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
