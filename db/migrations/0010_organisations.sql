-- What an organisation tells of itself, a city's verification of it, and who belongs to it for how long.

CREATE TABLE "organisation_contacts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"post" text DEFAULT '' NOT NULL,
	"phone" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"is_main" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT app.now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_parties" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"credit_code" text DEFAULT '' NOT NULL,
	"relation" text,
	"share" integer,
	"created_at" timestamp with time zone DEFAULT app.now() NOT NULL,
	CONSTRAINT "organisation_parties_kind_known" CHECK ("organisation_parties"."kind" in ('shareholder', 'related')),
	CONSTRAINT "organisation_parties_relation_known" CHECK ("organisation_parties"."relation" is null or "organisation_parties"."relation" in ('invested', 'common_controller', 'management', 'family', 'other')),
	CONSTRAINT "organisation_parties_whole" CHECK (case when "organisation_parties"."kind" = 'shareholder' then "organisation_parties"."share" is not null and "organisation_parties"."relation" is null
        else "organisation_parties"."relation" is not null end),
	CONSTRAINT "organisation_parties_share_possible" CHECK ("organisation_parties"."share" is null or "organisation_parties"."share" between 1 and 10000)
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"city_id" uuid NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"registration" jsonb NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"lapsed_at" timestamp with time zone,
	CONSTRAINT "verifications_state_known" CHECK (state in ('requested', 'verified', 'refused', 'lapsed')),
	CONSTRAINT "verifications_decided" CHECK (("verifications"."state" = 'requested') = ("verifications"."decided_at" is null) and ("verifications"."decided_at" is null) = ("verifications"."decided_by" is null)),
	CONSTRAINT "verifications_refused_why" CHECK (("verifications"."state" = 'refused') = ("verifications"."reason" is not null)),
	CONSTRAINT "verifications_lapsed_when" CHECK (("verifications"."state" = 'lapsed') = ("verifications"."lapsed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "size" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "sector" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "one_person" boolean;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_size_known" CHECK ("organisations"."size" is null or "organisations"."size" in ('micro', 'small', 'medium', 'large'));--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_sector_known" CHECK ("organisations"."sector" is null or "organisations"."sector" in ('software', 'manufacturing', 'science_services', 'other'));--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "revoked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "verification_id" uuid;--> statement-breakpoint
ALTER TABLE "organisation_contacts" ADD CONSTRAINT "organisation_contacts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_parties" ADD CONSTRAINT "organisation_parties_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_verification_id_verifications_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."verifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" DROP CONSTRAINT "documents_one_case";--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_one_case" CHECK (num_nonnulls("documents"."application_id", "documents"."redemption_id", "documents"."verification_id") = 1);--> statement-breakpoint
CREATE INDEX "documents_verification" ON "documents" USING btree ("verification_id");--> statement-breakpoint
CREATE INDEX "organisation_contacts_organisation" ON "organisation_contacts" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_contacts_one_main" ON "organisation_contacts" USING btree ("organisation_id") WHERE is_main;--> statement-breakpoint
CREATE INDEX "organisation_parties_organisation" ON "organisation_parties" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_parties_code_once" ON "organisation_parties" USING btree ("organisation_id","kind","credit_code") WHERE credit_code <> '';--> statement-breakpoint
CREATE UNIQUE INDEX "verifications_one_open" ON "verifications" USING btree ("organisation_id","city_id") WHERE state in ('requested', 'verified');--> statement-breakpoint
CREATE INDEX "verifications_city" ON "verifications" USING btree ("city_id","id");--> statement-breakpoint
CREATE INDEX "verifications_organisation" ON "verifications" USING btree ("organisation_id");
--> statement-breakpoint
grant select, insert, update, delete on organisation_contacts, organisation_parties to suanquan_app;
--> statement-breakpoint
grant select, insert, update on verifications to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on organisation_contacts, organisation_parties, verifications
  to suanquan_engine;
--> statement-breakpoint
-- The contact that every organisation has named becomes its main one. Row security is forced on the owner too.
set local role suanquan_engine;--> statement-breakpoint
insert into organisation_contacts (organisation_id, name, phone, is_main)
  select id, contact_name, contact_phone, true from organisations where contact_name <> '';
--> statement-breakpoint
-- One person is one thing in a start-up: the lesser of two roles ends.
update memberships m set ended_at = app.now()
  where m.role = 'member' and m.ended_at is null and exists (select 1 from memberships o
    where o.user_id = m.user_id and o.organisation_id = m.organisation_id and o.role = 'owner'
      and o.ended_at is null);
--> statement-breakpoint
reset role;--> statement-breakpoint
ALTER TABLE "organisations" DROP COLUMN "contact_name";--> statement-breakpoint
ALTER TABLE "organisations" DROP COLUMN "contact_phone";--> statement-breakpoint
-- A role that was left may be held again, and a changed one keeps its row and its sessions.
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_one_role_per_place";--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one_role_per_place" ON "memberships" USING btree ("user_id","role","city_id","organisation_id") NULLS NOT DISTINCT WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one_per_startup" ON "memberships" USING btree ("user_id","organisation_id") WHERE ended_at is null and role in ('owner', 'member', 'viewer');--> statement-breakpoint
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_role_fits_place";--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role_fits_place" CHECK (case
        when "memberships"."role" in ('owner', 'member', 'viewer', 'vendor_operator', 'vendor_finance')
          then "memberships"."organisation_id" is not null and "memberships"."city_id" is null
        when "memberships"."role" in ('manager', 'reviewer', 'approver', 'finance', 'city_admin', 'auditor')
          then "memberships"."city_id" is not null and "memberships"."organisation_id" is null
        when "memberships"."role" = 'platform_admin' then "memberships"."city_id" is null and "memberships"."organisation_id" is null
        else false end);--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_end_fits_role" CHECK (case when "memberships"."role" = 'viewer' then "memberships"."ends_at" is not null
        when "memberships"."role" in ('owner', 'vendor_finance') then "memberships"."ends_at" is null else true end);
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['organisation_contacts', 'organisation_parties', 'verifications']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- Asked for by the organisation, decided by the city, ended by the organisation's own change.
create policy organisation_reads on verifications for select to suanquan_app
  using (organisation_id = (select app.organisation()));
--> statement-breakpoint
create policy organisation_asks on verifications for insert to suanquan_app
  with check (organisation_id = (select app.organisation()) and state = 'requested'
    and requested_by = (select app.user_id()));
--> statement-breakpoint
create policy organisation_ends on verifications for update to suanquan_app
  using (organisation_id = (select app.organisation()))
  with check (organisation_id = (select app.organisation()) and state = 'lapsed');
--> statement-breakpoint
create policy city_reads on verifications for select to suanquan_app
  using (city_id = (select app.city()));
--> statement-breakpoint
create policy city_decides on verifications for update to suanquan_app
  using (city_id = (select app.city()))
  with check (city_id = (select app.city()) and state in ('verified', 'refused')
    and decided_by = (select app.user_id()));
--> statement-breakpoint
-- A city reads what an organisation says of itself once that has come to it.
create policy own on organisation_contacts for all to suanquan_app
  using (organisation_id = (select app.organisation()))
  with check (organisation_id = (select app.organisation()));
--> statement-breakpoint
create policy city_reads on organisation_contacts for select to suanquan_app
  using ((select app.city()) is not null
    and (exists (select 1 from verifications v where v.organisation_id = organisation_contacts.organisation_id)
      or exists (select 1 from applications a where a.organisation_id = organisation_contacts.organisation_id)));
--> statement-breakpoint
create policy own on organisation_parties for all to suanquan_app
  using (organisation_id = (select app.organisation()))
  with check (organisation_id = (select app.organisation()));
--> statement-breakpoint
create policy city_reads on organisation_parties for select to suanquan_app
  using ((select app.city()) is not null
    and (exists (select 1 from verifications v where v.organisation_id = organisation_parties.organisation_id)
      or exists (select 1 from applications a where a.organisation_id = organisation_parties.organisation_id)));
--> statement-breakpoint
create policy verifying on organisations for select to suanquan_app
  using (exists (select 1 from verifications v where v.organisation_id = organisations.id));
--> statement-breakpoint
-- Who has left reads no more of a place.
drop policy memberships_of_mine on organisations;
--> statement-breakpoint
create policy memberships_of_mine on organisations for select to suanquan_app
  using (exists (select 1 from memberships m
    where m.organisation_id = organisations.id and m.user_id = (select app.user_id())
      and m.ended_at is null and (m.ends_at is null or m.ends_at > app.now())));
--> statement-breakpoint
drop policy with_case on documents;
--> statement-breakpoint
create policy with_case on documents for all to suanquan_app
  using (organisation_id = (select app.organisation())
    or exists (select 1 from applications a where a.id = application_id)
    or exists (select 1 from redemptions r where r.id = redemption_id)
    or exists (select 1 from verifications v where v.id = verification_id))
  with check (organisation_id = (select app.organisation()));
--> statement-breakpoint
/*
 * Somebody always answers for an organisation: its last owner can neither leave nor become less, also
 * where two try at the same moment, because the first of them holds the organisation until it is done.
 */
create function app.keep_an_owner() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if old.role not in ('owner', 'vendor_finance') or old.ended_at is not null
    or (new.role = old.role and new.ended_at is null) then return null; end if;
  perform 1 from organisations where id = old.organisation_id for no key update;
  if not exists (select 1 from memberships m where m.organisation_id = old.organisation_id
    and m.role = old.role and m.ended_at is null) then
    raise 'the last owner stays' using errcode = 'MB409', constraint = 'memberships_last_owner';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger memberships_last_owner after update on memberships
  for each row execute function app.keep_an_owner();
--> statement-breakpoint
-- As before, and a role that ends by itself has ended: on the portal's clock, as everything that is agreed.
create or replace function app.current_session(_id_hash text, _idle interval)
  returns table (user_id uuid, name text, email text, locale text, membership_id uuid, role text,
    city_id uuid, organisation_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sessions s set last_seen_at = now()
    where s.id_hash = _id_hash and s.revoked_at is null and s.last_seen_at < now() - interval '1 minute'
      and s.last_seen_at > now() - _idle;
  return query
    select u.id, u.name, u.email, u.locale, m.id, m.role, m.city_id, m.organisation_id
    from sessions s join users u on u.id = s.user_id
    left join memberships m on m.id = s.membership_id and m.user_id = u.id and m.ended_at is null
      and (m.ends_at is null or m.ends_at > app.now())
    where s.id_hash = _id_hash and s.revoked_at is null and u.disabled_at is null
      and s.expires_at > now() and s.last_seen_at > now() - _idle;
end $$;
--> statement-breakpoint
create or replace function app.tell_members(_city uuid, _organisation uuid, _roles text[], _template text, _values jsonb)
  returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare n integer;
begin
  insert into mails (recipient, locale, template, values)
    select distinct u.email, u.locale, _template, _values
    from memberships m join users u on u.id = m.user_id
    where m.role = any (_roles) and m.ended_at is null and u.disabled_at is null
      and (m.ends_at is null or m.ends_at > app.now())
      and (m.city_id = _city or m.organisation_id = _organisation);
  get diagnostics n = row_count;
  return n;
end $$;
--> statement-breakpoint
drop function app.find_invitation(text);
--> statement-breakpoint
create function app.find_invitation(_token_hash text)
  returns table (email text, role text, city_id uuid, organisation_name text, ends_at timestamptz,
    usable boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.email, i.role, i.city_id, o.name, i.ends_at,
    i.expires_at > app.now() and i.accepted_at is null and i.revoked_at is null
      and (i.ends_at is null or i.ends_at > app.now())
  from invitations i left join organisations o on o.id = i.organisation_id
  where i.token_hash = _token_hash $$;
--> statement-breakpoint
/*
 * Accepts once, for the invited address only; gives the membership, or nothing. Who belongs to the
 * start-up already has their role changed, except an owner, who stays one.
 */
create or replace function app.accept_invitation(_token_hash text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare i invitations; m memberships;
begin
  update invitations set accepted_at = app.now()
    where token_hash = _token_hash and accepted_at is null and revoked_at is null
      and expires_at > app.now() and (ends_at is null or ends_at > app.now())
      and email = (select u.email from users u where u.id = app.user_id())
    returning * into i;
  if not found then return null; end if;
  if i.role in ('owner', 'member', 'viewer') then
    select * into m from memberships s where s.user_id = app.user_id()
      and s.organisation_id = i.organisation_id and s.ended_at is null
      and s.role in ('owner', 'member', 'viewer') for update;
    if found then
      update memberships s set role = i.role, ends_at = i.ends_at where s.id = m.id and s.role <> 'owner';
      return m.id;
    end if;
  end if;
  insert into memberships as s (user_id, role, city_id, organisation_id, ends_at)
    values (app.user_id(), i.role, i.city_id, i.organisation_id, i.ends_at)
    on conflict (user_id, role, city_id, organisation_id) where ended_at is null
      do update set ends_at = excluded.ends_at
    returning * into m;
  return m.id;
end $$;
--> statement-breakpoint
-- Firms come to the portal without a contact: they name one themselves.
create or replace function app.found_award_firms(_import uuid, _after integer, _count integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare founded integer; lines uuid[];
begin
  perform 1 from award_imports i where i.id = _import and i.city_id = app.city()
    and i.state = 'proposed' and i.proposed_by <> app.user_id() for no key update;
  if not found then raise 'not yours to release' using errcode = 'AW403'; end if;
  lines := array(select r.id from award_rows r
    where r.import_id = _import and r.state = 'ready' and r.line > _after order by r.line limit _count);
  insert into organisations (kind, credit_code, name, region, address, registered_on, legal_representative)
    select distinct on (r.credit_code) 'startup', r.credit_code, r.name, c.name_zh, '', r.registered_on, ''
    from award_rows r join cities c on c.id = r.city_id
    where r.id = any (lines)
    order by r.credit_code, r.line
    on conflict on constraint organisations_credit_code_unique do nothing;
  get diagnostics founded = row_count;
  update award_rows r set organisation_id = (select o.id from organisations o
      where o.credit_code = r.credit_code and o.kind = 'startup')
    where r.id = any (lines);
  return founded;
end $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array['app.keep_an_owner()', 'app.find_invitation(text)']::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
