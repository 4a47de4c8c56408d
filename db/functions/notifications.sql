-- Notifies every member of a city or organisation who holds one of the roles, once each however many of them they
-- hold, and returns how many; without city and organisation it notifies the administrators of the platform. Writes
-- a notification for their page, and an e-mail at once unless they chose otherwise for the category. `_mandatory`
-- overrides that choice. `_only` and `_except` limit it to, or leave out, one person.
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

-- Notifies the person in whose name the transaction writes of a change to their own account: on their page, and by
-- an e-mail at once whatever they chose.
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

-- Puts an e-mail into the outbox for somebody who has no account yet.
create or replace function app.queue_mail(_email text, _locale text, _template text, _values jsonb)
  returns void
  language sql security definer
  set search_path = public, pg_temp
as $$
  insert into mails (recipient, locale, template, values) values (_email, _locale, _template, _values) $$;

-- Returns how many unread notifications the person of a session has, at most 100, because no more is shown. Every
-- page calls it, so it is one call; it counts for the session's own person alone.
create or replace function app.count_unread(_id_hash text)
  returns integer
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select count(*)::integer from (
    select 1 from sessions s join notifications n on n.user_id = s.user_id and n.read_at is null
    where s.id_hash = _id_hash and s.revoked_at is null and s.expires_at > now() limit 100) unread $$;

-- Writes the e-mails of one day's digest and returns how many: one for everybody with unread notifications from
-- before `_before` that are to come daily. Leaves out what has been read; whoever has nothing left gets none. A second
-- call for the same day writes none, because the first has stored the day. Raises 42501 for anybody but the
-- portal.
create or replace function app.write_digests(_day date, _before timestamptz)
  returns integer
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare n integer;
begin
  if not app.is_portal() then raise 'only the portal writes digests' using errcode = '42501'; end if;
  with due as (
    select distinct d.user_id from notifications d join users u on u.id = d.user_id
    where d.mail = 'daily' and d.digest_on is null and d.read_at is null and d.created_at < _before
      and u.disabled_at is null
  ), claimed as (
    insert into digests (user_id, on_day) select user_id, _day from due
    on conflict do nothing returning user_id
  ), taken as (
    update notifications t set digest_on = _day from claimed c
    where t.user_id = c.user_id and t.mail = 'daily' and t.digest_on is null and t.read_at is null
      and t.created_at < _before
    returning t.id, t.user_id, t.template, t.values
  )
  insert into mails (recipient, locale, template, values)
    select u.email, u.locale, 'digest', jsonb_build_object('count', count(*)::text, 'day', _day::text,
      'items', jsonb_agg(jsonb_build_object('id', t.id, 'template', t.template, 'values', t.values)
        order by t.id)::text)
    from taken t join users u on u.id = t.user_id group by u.id;
  get diagnostics n = row_count;
  return n;
end $$;

-- Deletes everybody's notifications that are more than 400 days old, and returns how many. They are no records:
-- the changes that they report are. Raises 42501 for anybody but the portal.
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

-- Returns how many e-mails wait in the outbox and how many were given up, for the health page.
create or replace function app.count_mails()
  returns table (waiting integer, failed integer)
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select (select count(*)::integer from mails where state = 'queued'),
    (select count(*)::integer from mails where state = 'failed') $$;
