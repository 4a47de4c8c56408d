-- Mandates: a city gives named rights to an agency until a day, and everything that is done under one names it.
create or replace function app.mandate()
  returns uuid
  language sql stable
as $$ select nullif(current_setting('app.mandate', true), '')::uuid $$;
--> statement-breakpoint
ALTER TABLE "organisations" DROP CONSTRAINT "organisations_kind_known";
--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_kind_known" CHECK ("organisations"."kind" in ('startup', 'vendor', 'operator'));
--> statement-breakpoint
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_role_fits_place";
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role_fits_place" CHECK (case
        when "memberships"."role" in ('owner', 'member', 'viewer', 'vendor_operator', 'vendor_finance', 'operator_admin', 'operator_staff')
          then "memberships"."organisation_id" is not null and "memberships"."city_id" is null
        when "memberships"."role" in ('manager', 'reviewer', 'approver', 'finance', 'city_admin', 'auditor')
          then "memberships"."city_id" is not null and "memberships"."organisation_id" is null
        when "memberships"."role" = 'platform_admin' then "memberships"."city_id" is null and "memberships"."organisation_id" is null
        else false end);
--> statement-breakpoint
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_end_fits_role";
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_end_fits_role" CHECK (case when "memberships"."role" = 'viewer' then "memberships"."ends_at" is not null
        when "memberships"."role" in ('owner', 'vendor_finance', 'operator_admin') then "memberships"."ends_at" is null else true end);
--> statement-breakpoint
create table mandates (
  id uuid primary key default uuidv7(),
  city_id uuid not null references cities (id),
  operator_id uuid not null references organisations (id),
  number text not null,
  agreed_on date not null,
  rights text[] not null,
  first_on date not null,
  last_on date not null,
  state text not null,
  proposed_by uuid not null references users (id),
  proposed_at timestamptz not null,
  decided_by uuid references users (id),
  decided_at timestamptz,
  answer text,
  ended_by uuid references users (id),
  ended_at timestamptz,
  end_reason text,
  constraint mandates_state_known check (state in ('proposed', 'confirmed', 'declined', 'ended')),
  constraint mandates_rights_known check (cardinality(rights) > 0 and rights <@ array['case_reading', 'first_review',
    'licence_check', 'award_lists', 'issuing', 'voucher_reading', 'voucher_freezing']),
  constraint mandates_days check (first_on <= last_on and last_on < first_on + interval '3 years'),
  constraint mandates_four_eyes check (decided_by is null or decided_by <> proposed_by),
  constraint mandates_decided check ((state = 'proposed') = (decided_by is null)
    and (decided_by is null) = (decided_at is null)),
  constraint mandates_ended check (num_nonnulls(ended_by, ended_at, end_reason) = case state when 'ended' then 3 else 0 end)
);
--> statement-breakpoint
create unique index mandates_one_open on mandates (city_id, operator_id) where state = 'proposed';
--> statement-breakpoint
create index mandates_city on mandates (city_id, id);
--> statement-breakpoint
create index mandates_operator on mandates (operator_id, city_id);
--> statement-breakpoint
-- For which city the person of a session acts.
create table acting_sessions (
  id_hash text primary key references sessions (id_hash),
  user_id uuid not null references users (id),
  mandate_id uuid not null references mandates (id),
  entered_at timestamptz not null
);
--> statement-breakpoint
-- The data of an event are sealed, so the mandate stands there; the column is made from them.
alter table audit_events add column mandate_id uuid generated always as ((data ->> 'mandateId')::uuid) stored;
--> statement-breakpoint
create index audit_events_mandate on audit_events (city_id, mandate_id, id) where mandate_id is not null;
--> statement-breakpoint
alter table reviews add column mandate_id uuid default app.mandate() references mandates (id);
--> statement-breakpoint
alter table corrections add column mandate_id uuid default app.mandate() references mandates (id);
--> statement-breakpoint
create or replace function app.session_mandate(_id_hash text)
  returns table (
    mandate_id uuid, mandate_city_id uuid, rights text[], last_on date, agency text, agency_en text,
    bureau_zh text, bureau_en text
  )
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select m.id, m.city_id, m.rights, m.last_on, o.name, o.name_en, c.bureau_zh, c.bureau_en
  from acting_sessions a
  join sessions s on s.id_hash = a.id_hash and s.user_id = a.user_id
  join memberships p on p.id = s.membership_id and p.user_id = s.user_id
    and p.role in ('operator_admin', 'operator_staff') and p.ended_at is null
    and (p.ends_at is null or p.ends_at > app.now())
  join mandates m on m.id = a.mandate_id and m.operator_id = p.organisation_id and m.state = 'confirmed'
    and (app.now() at time zone 'Asia/Shanghai')::date between m.first_on and m.last_on
  join organisations o on o.id = m.operator_id
  join cities c on c.id = m.city_id
  where a.id_hash = _id_hash $$;
--> statement-breakpoint
create or replace function app.leave_mandate()
  returns trigger
  language plpgsql
  set search_path = public, pg_temp
as $$
begin
  delete from acting_sessions a where a.id_hash = new.id_hash;
  return null;
end $$;
--> statement-breakpoint
create or replace function app.check_mandate(_mandate uuid, _city uuid, _user uuid)
  returns void
  language plpgsql stable security definer
  set search_path = public, pg_temp
as $$
begin
  perform 1 from mandates m
    join memberships p on p.organisation_id = m.operator_id and p.user_id = _user
      and p.role in ('operator_admin', 'operator_staff') and p.ended_at is null
      and (p.ends_at is null or p.ends_at > app.now())
    where m.id = _mandate and m.city_id = _city and m.state = 'confirmed'
      and (app.now() at time zone 'Asia/Shanghai')::date between m.first_on and m.last_on;
  if not found then
    raise 'the mandate is not in force' using errcode = 'MD403', constraint = 'mandates_in_force';
  end if;
end $$;
--> statement-breakpoint
create or replace function app.keep_mandate()
  returns trigger
  language plpgsql
  set search_path = public, pg_temp
as $$
begin
  if (new.city_id, new.operator_id, new.number, new.agreed_on, new.rights, new.first_on, new.last_on, new.proposed_by,
      new.proposed_at) is distinct from (old.city_id, old.operator_id, old.number, old.agreed_on, old.rights,
      old.first_on, old.last_on, old.proposed_by, old.proposed_at)
    or (old.state, new.state) not in (('proposed', 'confirmed'), ('proposed', 'declined'), ('confirmed', 'ended')) then
    raise 'a mandate is renewed by another one only' using errcode = 'MD409', constraint = 'mandates_kept';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function app.refuse_conflict()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  agency organisations;
  codes text[];
begin
  select o.* into agency from mandates m join organisations o on o.id = m.operator_id where m.id = new.mandate_id;
  codes := array(
    select o.credit_code from organisations o where o.id = coalesce(new.organisation_id,
      (select a.organisation_id from applications a where a.id = new.application_id),
      (select v.organisation_id from vouchers v where v.id = new.voucher_id))
    union
    select r.credit_code from award_rows r
      where new.action = 'award.proposed' and r.import_id = new.subject_id and r.state = 'ready');
  if exists (
      select 1 from organisations f
      join memberships s on s.organisation_id = f.id and s.ended_at is null
      join memberships p on p.user_id = s.user_id and p.organisation_id = agency.id and p.ended_at is null
      where f.credit_code = any (codes))
    or exists (
      select 1 from organisation_parties x where x.organisation_id = agency.id and x.credit_code = any (codes))
    or exists (
      select 1 from organisation_parties x join organisations f on f.id = x.organisation_id
      where f.credit_code = any (codes) and x.credit_code = agency.credit_code) then
    raise 'the agency is tied to the applicant' using errcode = 'MD403', constraint = 'mandates_no_conflict';
  end if;
  return null;
end $$;
--> statement-breakpoint
create or replace function app.keep_agencies_apart()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if new.ended_at is not null
    or new.role not in ('manager', 'reviewer', 'approver', 'finance', 'city_admin', 'auditor', 'operator_admin',
      'operator_staff') then return null; end if;
  perform 1 from users where id = new.user_id for no key update;
  if exists (select 1 from memberships m where m.user_id = new.user_id and m.ended_at is null
    and (m.ends_at is null or m.ends_at > app.now())
    and case when new.role in ('operator_admin', 'operator_staff') then m.city_id is not null
      else m.role in ('operator_admin', 'operator_staff') end) then
    raise 'nobody works for a city and for an agency' using errcode = 'MB409',
      constraint = 'memberships_agencies_apart';
  end if;
  return null;
end $$;
--> statement-breakpoint
create or replace function app.require_owner()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if old.role not in ('owner', 'vendor_finance', 'operator_admin') or old.ended_at is not null
    or (new.role = old.role and new.ended_at is null) then return null; end if;
  perform 1 from organisations where id = old.organisation_id for no key update;
  if not exists (select 1 from memberships m where m.organisation_id = old.organisation_id
    and m.role = old.role and m.ended_at is null) then
    raise 'the last owner stays' using errcode = 'MB409', constraint = 'memberships_last_owner';
  end if;
  return null;
end $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array['app.session_mandate(text)', 'app.check_mandate(uuid, uuid, uuid)', 'app.refuse_conflict()',
    'app.keep_agencies_apart()']::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
--> statement-breakpoint
create trigger mandates_keep before update on mandates for each row execute function app.keep_mandate();
--> statement-breakpoint
create trigger sessions_leave_mandate after update of membership_id on sessions for each row
  execute function app.leave_mandate();
--> statement-breakpoint
create trigger audit_events_no_conflict after insert on audit_events for each row
  when (new.mandate_id is not null) execute function app.refuse_conflict();
--> statement-breakpoint
create trigger memberships_agencies_apart after insert or update of role, ended_at on memberships for each row
  execute function app.keep_agencies_apart();
--> statement-breakpoint
grant select, insert, update on mandates to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on acting_sessions to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on mandates, acting_sessions to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['mandates', 'acting_sessions']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- Whoever applies to the city may know who acts for it.
create policy public_read on mandates for select to suanquan_app using (state in ('confirmed', 'ended'));
--> statement-breakpoint
create policy city_reads on mandates for select to suanquan_app using (city_id = (select app.city()));
--> statement-breakpoint
create policy agency_reads on mandates for select to suanquan_app using (operator_id = (select app.organisation()));
--> statement-breakpoint
create policy city_proposes on mandates for insert to suanquan_app with check (city_id = (select app.city()));
--> statement-breakpoint
create policy city_decides on mandates for update to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy own on acting_sessions for all to suanquan_app
  using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()));
--> statement-breakpoint
create policy operators_public on organisations for select to suanquan_app using (kind = 'operator');
--> statement-breakpoint
-- A city knows the people of its agencies by name, also later.
create policy agents on memberships for select to suanquan_app
  using ((select app.city()) is not null and exists (select 1 from mandates m
    where m.operator_id = memberships.organisation_id and m.city_id = (select app.city())
      and m.state in ('confirmed', 'ended')));
--> statement-breakpoint
-- Under a mandate nobody writes what no mandate can give, whatever the code allows.
do $$
declare t regclass;
begin
  foreach t in array array['mandates', 'memberships', 'invitations', 'organisations', 'programmes', 'programme_versions', 'programme_pools', 'rounds',
    'budget_changes', 'settlement_batches', 'payments', 'bans', 'cap_decisions', 'share_outs', 'samples', 'sole_decisions',
    'notices', 'notice_items', 'objections', 'appeals', 'recoveries', 'recovery_credits', 'redemptions', 'claims', 'holds', 'voucher_changes',
    'funder_bills', 'funder_receipts', 'signing_keys', 'accreditations']::regclass[] loop
    execute format('create policy not_under_mandate on %s as restrictive for insert to suanquan_app
      with check ((select app.mandate()) is null)', t);
    execute format('create policy not_under_mandate_either on %s as restrictive for update to suanquan_app
      using (true) with check ((select app.mandate()) is null)', t);
  end loop;
end $$;
--> statement-breakpoint
-- An agency checks, asks for corrections and recommends; it neither approves nor refuses.
create policy under_mandate on applications as restrictive for update to suanquan_app using (true)
  with check ((select app.mandate()) is null or state in ('accepted', 'returned', 'first_passed'));
--> statement-breakpoint
create policy under_mandate on reviews as restrictive for insert to suanquan_app
  with check (mandate_id is not distinct from (select app.mandate())
    and ((select app.mandate()) is null or (stage = 'first' and outcome = 'pass')));
--> statement-breakpoint
-- It prepares issues and lists, and others release them.
create policy under_mandate on issue_proposals as restrictive for update to suanquan_app using (true)
  with check ((select app.mandate()) is null);
--> statement-breakpoint
create policy under_mandate on award_imports as restrictive for update to suanquan_app using (true)
  with check ((select app.mandate()) is null or state <> 'released');
--> statement-breakpoint
create policy under_mandate_new on vouchers as restrictive for insert to suanquan_app
  with check ((select app.mandate()) is null);
--> statement-breakpoint
create policy under_mandate on vouchers as restrictive for update to suanquan_app using (true)
  with check ((select app.mandate()) is null or state in ('active', 'frozen'));
--> statement-breakpoint
-- Nothing of any right posts money.
create policy not_under_mandate on ledger.entries as restrictive for insert to suanquan_engine
  with check (app.mandate() is null);
--> statement-breakpoint
create policy under_mandate on corrections as restrictive for insert to suanquan_app
  with check (mandate_id is not distinct from (select app.mandate()));
--> statement-breakpoint
create policy named on audit_events as restrictive for insert to suanquan_app
  with check (mandate_id is not distinct from (select app.mandate()));
