-- Finds the mandate that a session has chosen, while it is in force today and the person still works for its
-- agency in the session's own role. Looked up at each request, so that an early end and the last day count at once.
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

-- Ends acting for a city where a session changes its role (trigger on sessions): nobody acts again without choosing to.
create or replace function app.leave_mandate()
  returns trigger
  language plpgsql
  set search_path = public, pg_temp
as $$
begin
  delete from acting_sessions a where a.id_hash = new.id_hash;
  return null;
end $$;

-- Refuses a transaction under a mandate that is not in force today, is another city's, or whose agency the person
-- does not work for. Every transaction under a mandate begins with it, so that no code can act under one that ended.
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

-- Keeps what was proposed as it is, so that what a second person confirms is what the first proposed, and lets a
-- mandate only be decided once and then only be ended.
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

-- Refuses an event under a mandate about an organisation that is tied to the agency: somebody works for both, or
-- one of them is entered as a related party of the other. Every act records an event, so every act is covered. A list of
-- awards is about all its firms when it is proposed.
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

-- Refuses a role that would make one person an official of a city and somebody of an agency at the same time, because
-- whoever works for both would be maker and checker. Locks the person, so that of two roles given at one moment the second
-- is refused.
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
