-- Gives functions, columns, triggers and constraints the names of what they do. Renaming keeps owners, grants and whatever
-- uses them; triggers and policies refer to a function or table and not to its name.
alter function app.tell_members(uuid, uuid, text[], uuid, uuid, text, text, boolean, jsonb) rename to notify_members;
--> statement-breakpoint
alter function app.tell_myself(text, jsonb) rename to notify_self;
--> statement-breakpoint
alter function app.tell_address(text, text, text, jsonb) rename to queue_mail;
--> statement-breakpoint
alter function app.letters_standing() rename to count_mails;
--> statement-breakpoint
alter function app.keep_fixed_versions() rename to protect_fixed_versions;
--> statement-breakpoint
alter function app.keep_promise() rename to update_promise;
--> statement-breakpoint
alter function app.keep_appeals_apart() rename to check_appeal_decider;
--> statement-breakpoint
alter function app.keep_an_owner() rename to require_owner;
--> statement-breakpoint
alter function ledger.keep_promises() rename to check_promises;
--> statement-breakpoint
alter function app.found_award_firms(uuid, integer, integer) rename to create_award_firms;
--> statement-breakpoint
alter function app.forget_rates() rename to delete_old_rates;
--> statement-breakpoint
alter function app.forget_sendings() rename to delete_old_sendings;
--> statement-breakpoint
alter function app.forget_notifications() rename to delete_old_notifications;
--> statement-breakpoint
alter function app.forget_attempts(uuid[]) rename to delete_attempts;
--> statement-breakpoint
alter trigger applications_promise_kept on applications rename to applications_promise_updated;
--> statement-breakpoint
alter trigger applications_promise_begun on applications rename to applications_promise_created;
--> statement-breakpoint
alter table verifications rename constraint verifications_refused_why to verifications_refusal_reason;
--> statement-breakpoint
alter table verifications rename constraint verifications_lapsed_when to verifications_lapsed_at;
--> statement-breakpoint
alter table award_rows rename constraint award_rows_set_aside_why to award_rows_set_aside_reason;
--> statement-breakpoint
alter policy organisation_asks on verifications rename to organisation_requests;
--> statement-breakpoint
alter table password_resets rename column asked_at to requested_at;
--> statement-breakpoint
-- The same bodies as before, with new names inside.
create or replace function app.notify_members(
  _city uuid, _organisation uuid, _roles text[], _only uuid, _except uuid, _template text, _category text,
  _mandatory boolean, _values jsonb
)
  returns integer
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare n integer;
begin
  with members as (
    select distinct m.user_id from memberships m
    where (m.city_id = _city or m.organisation_id = _organisation
        or (_city is null and _organisation is null and m.role = 'platform_admin'))
      and m.role = any (_roles) and m.ended_at is null
      and (m.ends_at is null or m.ends_at > app.now())
      and (_only is null or m.user_id = _only) and m.user_id is distinct from _except
  ), notified as (
    insert into notifications (user_id, city_id, organisation_id, roles, template, values, mail)
    select u.id, _city, _organisation, _roles, _template, _values,
      case when _mandatory then 'at_once' else coalesce(p.mail, 'at_once') end
    from members m join users u on u.id = m.user_id
    left join notification_preferences p on p.user_id = u.id and p.category = _category
    where u.disabled_at is null
    returning id, user_id, mail
  ), posted as (
    insert into mails (recipient, locale, template, values, notification_id)
    select u.email, u.locale, _template, _values, t.id
    from notified t join users u on u.id = t.user_id where t.mail = 'at_once'
  )
  select count(*) into n from notified;
  return n;
end $$;
--> statement-breakpoint
create or replace function app.notify_self(_template text, _values jsonb)
  returns void
  language sql security definer
  set search_path = public, pg_temp
as $$
  with notified as (
    insert into notifications (user_id, template, values, mail)
    select u.id, _template, _values, 'at_once' from users u
    where u.id = app.user_id() and u.disabled_at is null
    returning id, user_id
  )
  insert into mails (recipient, locale, template, values, notification_id)
    select u.email, u.locale, _template, _values, t.id from notified t join users u on u.id = t.user_id $$;
--> statement-breakpoint
create or replace function app.delete_old_notifications()
  returns integer
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare n integer;
begin
  if not app.is_portal() then raise 'only the portal deletes notifications' using errcode = '42501'; end if;
  delete from notifications where created_at < app.now() - interval '400 days';
  get diagnostics n = row_count;
  return n;
end $$;
--> statement-breakpoint
create or replace function app.create_award_firms(_import uuid, _after integer, _count integer)
  returns integer
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare created integer; lines uuid[];
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
  get diagnostics created = row_count;
  update award_rows r set organisation_id = (select o.id from organisations o
      where o.credit_code = r.credit_code and o.kind = 'startup')
    where r.id = any (lines);
  return created;
end $$;
--> statement-breakpoint
-- An argument cannot be renamed in place.
drop function app.begin_password_reset(uuid, text, text, timestamptz, jsonb);
--> statement-breakpoint
create function app.begin_password_reset(
  _id uuid, _email text, _token_hash text, _requested_at timestamptz, _values jsonb
)
  returns boolean
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  u users;
  expires timestamptz := _requested_at + interval '30 minutes';
begin
  if not app.is_portal() then raise 'only the portal begins resets' using errcode = '42501'; end if;
  select * into u from users where email = _email and disabled_at is null for no key update;
  if not found or expires <= now() then return false; end if;
  perform 1 from password_resets where user_id = u.id and (id = _id or requested_at >= _requested_at);
  if found then return false; end if;
  update password_resets set ended_at = now() where user_id = u.id and used_at is null and ended_at is null;
  insert into password_resets (id, user_id, token_hash, requested_at, expires_at)
    values (_id, u.id, _token_hash, _requested_at, expires);
  insert into mails (recipient, locale, template, values) values (u.email, u.locale, 'password_reset', _values);
  -- Deletes at most 100 expired links at a time. Comes last and skips locked rows, because the links are other users' too
  -- and this transaction must not wait for them.
  delete from password_resets where id in (
    select id from password_resets where expires_at < now() - interval '1 day' limit 100 for update skip locked);
  return true;
end $$;
--> statement-breakpoint
alter function app.begin_password_reset(uuid, text, text, timestamptz, jsonb) owner to suanquan_engine;
--> statement-breakpoint
revoke all on function app.begin_password_reset(uuid, text, text, timestamptz, jsonb) from public;
--> statement-breakpoint
grant execute on function app.begin_password_reset(uuid, text, text, timestamptz, jsonb) to suanquan_app;
