-- What the portal tells a person: on its pages always, by mail as they wish. Both are written by one
-- function in the transaction of the change they tell of.

create table notifications (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users (id),
  -- The place it concerns, and the roles it was told to: what one must be to open it.
  city_id uuid references cities (id),
  organisation_id uuid references organisations (id),
  roles text[] not null default '{}',
  template text not null,
  values jsonb not null,
  -- What its reader wished for when it was told: a letter at once, one line of the day's digest, none.
  mail text not null,
  digest_on date,
  created_at timestamptz not null default app.now(),
  read_at timestamptz,
  constraint notifications_one_place check (num_nonnulls(city_id, organisation_id) <= 1),
  constraint notifications_mail_known check (mail in ('at_once', 'daily', 'off'))
);
--> statement-breakpoint
create index notifications_user on notifications (user_id, created_at, id);
--> statement-breakpoint
create index notifications_unread on notifications (user_id, created_at, id) where read_at is null;
--> statement-breakpoint
create index notifications_daily on notifications (user_id) where mail = 'daily' and digest_on is null;
--> statement-breakpoint
create index notifications_created on notifications (created_at);
--> statement-breakpoint
create table notification_preferences (
  user_id uuid not null references users (id),
  category text not null,
  mail text not null,
  updated_at timestamptz not null default app.now(),
  primary key (user_id, category),
  constraint notification_preferences_category_known
    check (category in ('applications', 'reviews', 'vouchers', 'redemptions', 'programmes', 'account')),
  constraint notification_preferences_mail_known check (mail in ('at_once', 'daily', 'off'))
);
--> statement-breakpoint
-- One digest a person and day, whatever runs twice.
create table digests (
  user_id uuid not null references users (id),
  on_day date not null,
  primary key (user_id, on_day)
);
--> statement-breakpoint
-- One reminder a thing, deadline and stage: a deadline that moves reminds anew.
create table reminders (
  id uuid primary key default uuidv7(),
  city_id uuid not null references cities (id),
  template text not null,
  subject_id uuid not null,
  deadline timestamptz not null,
  stage text not null,
  created_at timestamptz not null default app.now(),
  constraint reminders_once unique (subject_id, template, deadline, stage)
);
--> statement-breakpoint
alter table mails
  add column notification_id uuid references notifications (id) on delete set null,
  -- Real time, as mail servers live in it; the demonstration's clock does not hurry them.
  add column next_attempt_at timestamptz not null default now(),
  add column leased_until timestamptz;
--> statement-breakpoint
drop index mails_state;
--> statement-breakpoint
create index mails_waiting on mails (next_attempt_at, id) where state = 'queued';
--> statement-breakpoint
create index mails_failed on mails (id) where state = 'failed';
--> statement-breakpoint
create index mails_notification on mails (notification_id) where notification_id is not null;
--> statement-breakpoint
grant select, update (read_at) on notifications to suanquan_app;
--> statement-breakpoint
grant select, insert, update on notification_preferences to suanquan_app;
--> statement-breakpoint
grant select, insert on reminders to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on notifications, notification_preferences, digests, reminders
  to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['notifications', 'notification_preferences', 'digests', 'reminders']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
create policy own on notifications for all to suanquan_app
  using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()));
--> statement-breakpoint
create policy own on notification_preferences for all to suanquan_app
  using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()));
--> statement-breakpoint
create policy city on reminders for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
drop function app.tell_members(uuid, uuid, text[], text, jsonb);
--> statement-breakpoint
/*
 * Tells every member with one of the roles, once each however many of the roles they hold: on their
 * page, and by a letter at once unless they wished otherwise for this category. `_mandatory` knows no
 * wishes. `_only` and `_except` are persons.
 */
create function app.tell_members(_city uuid, _organisation uuid, _roles text[], _only uuid, _except uuid,
    _template text, _category text, _mandatory boolean, _values jsonb)
  returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare n integer;
begin
  with members as (
    select distinct m.user_id from memberships m
    where (m.city_id = _city or m.organisation_id = _organisation)
      and m.role = any (_roles) and m.ended_at is null
      and (m.ends_at is null or m.ends_at > app.now())
      and (_only is null or m.user_id = _only) and m.user_id is distinct from _except
  ), told as (
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
    from told t join users u on u.id = t.user_id where t.mail = 'at_once'
  )
  select count(*) into n from told;
  return n;
end $$;
--> statement-breakpoint
-- The bell: asked with every page, so it is one call that says nothing of anybody but the session's
-- own person, and counts no further than is shown.
create function app.count_unread(_id_hash text) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from (
    select 1 from sessions s join notifications n on n.user_id = s.user_id and n.read_at is null
    where s.id_hash = _id_hash and s.revoked_at is null and s.expires_at > now() limit 100) unread $$;
--> statement-breakpoint
/*
 * The digests of one day: for everybody with unread notices that were told before `_before` and are to
 * come daily, one letter with all of them. What was read meanwhile is left out; nothing left, no letter.
 * A second call of the same day finds the day taken.
 */
create function app.write_digests(_day date, _before timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
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
--> statement-breakpoint
-- Who has an unsubmitted application of a programme of the asking city, which may not see drafts: they
-- are told what becomes of the programme, and the city learns no more than that there are some.
create function app.draft_holders(_programme uuid)
  returns table (organisation_id uuid, application_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.organisation_id, a.id from applications a
  where a.programme_id = _programme and a.state = 'draft' and a.city_id = app.city() $$;
--> statement-breakpoint
-- Notices are no records: the changes they told of are. They are kept for more than a year.
create function app.forget_notifications() returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare n integer;
begin
  delete from notifications where created_at < app.now() - interval '400 days';
  get diagnostics n = row_count;
  return n;
end $$;
--> statement-breakpoint
-- For the health page: how many letters wait, and how many were given up.
create function app.letters_standing() returns table (waiting integer, failed integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*)::integer from mails where state = 'queued'),
    (select count(*)::integer from mails where state = 'failed') $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array[
    'app.tell_members(uuid, uuid, text[], uuid, uuid, text, text, boolean, jsonb)',
    'app.count_unread(text)', 'app.write_digests(date, timestamptz)', 'app.forget_notifications()',
    'app.letters_standing()', 'app.draft_holders(uuid)'
  ]::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
