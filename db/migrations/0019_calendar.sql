-- The State Council's arrangement of each year's holidays as data, proposed and released by two people of the platform; and which of
-- them a city's open deadlines have been moved by.

create table calendar_years (
  id uuid primary key default uuidv7(),
  year smallint not null,
  days_off date[] not null,
  worked date[] not null,
  source text not null,
  state text not null,
  proposed_by uuid references users (id),
  proposed_at timestamptz not null,
  decided_by uuid references users (id),
  decided_at timestamptz,
  answer text,
  constraint calendar_years_state_known check (state in ('proposed', 'released', 'declined')),
  constraint calendar_years_four_eyes check (decided_by is null or decided_by <> proposed_by),
  constraint calendar_years_decided check ((state = 'proposed') = (decided_at is null)
    -- What comes with the portal was proposed by nobody.
    and (proposed_by is null or (decided_by is null) = (decided_at is null))),
  constraint calendar_years_year_known check (year between 2024 and 2100),
  constraint calendar_years_bounded check (cardinality(days_off) between 1 and 100 and cardinality(worked) <= 50)
);
--> statement-breakpoint
create unique index calendar_years_one_open on calendar_years (year) where state = 'proposed';
--> statement-breakpoint
create index calendar_years_year on calendar_years (year, id);
--> statement-breakpoint
create table city_calendars (
  city_id uuid not null references cities (id),
  calendar_year_id uuid not null references calendar_years (id),
  applied_at timestamptz not null,
  moved integer not null,
  primary key (city_id, calendar_year_id),
  constraint city_calendars_moved check (moved >= 0)
);
--> statement-breakpoint
-- When the platform was told that a year is missing: once each.
create table calendar_warnings (
  year smallint not null,
  stage text not null,
  primary key (year, stage)
);
--> statement-breakpoint
-- What comes with the portal, written before row security binds the owner too.
with ranges (year, first, last) as (values
  (2024, date '2024-01-01', date '2024-01-01'), (2024, '2024-02-10', '2024-02-17'),
  (2024, '2024-04-04', '2024-04-06'), (2024, '2024-05-01', '2024-05-05'),
  (2024, '2024-06-10', '2024-06-10'), (2024, '2024-09-15', '2024-09-17'),
  (2024, '2024-10-01', '2024-10-07'),
  (2025, '2025-01-01', '2025-01-01'), (2025, '2025-01-28', '2025-02-04'),
  (2025, '2025-04-04', '2025-04-06'), (2025, '2025-05-01', '2025-05-05'),
  (2025, '2025-05-31', '2025-06-02'), (2025, '2025-10-01', '2025-10-08'),
  (2026, '2026-01-01', '2026-01-03'), (2026, '2026-02-15', '2026-02-23'),
  (2026, '2026-04-04', '2026-04-06'), (2026, '2026-05-01', '2026-05-05'),
  (2026, '2026-06-19', '2026-06-21'), (2026, '2026-09-25', '2026-09-27'),
  (2026, '2026-10-01', '2026-10-07')
), worked (year, days) as (values
  (2024, array['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14',
    '2024-09-29', '2024-10-12']::date[]),
  (2025, array['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']::date[]),
  (2026, array['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']::date[])
)
insert into calendar_years (year, days_off, worked, source, state, proposed_at, decided_at)
select w.year,
  array(select d::date from ranges r, generate_series(r.first, r.last, interval '1 day') d
    where r.year = w.year order by 1),
  w.days, format('国务院办公厅关于%s年部分节假日安排的通知', w.year), 'released', app.now(), app.now()
from worked w;
--> statement-breakpoint
-- Open deadlines of the cities that are there were counted by these days already.
alter table cities no force row level security;
--> statement-breakpoint
insert into city_calendars (city_id, calendar_year_id, applied_at, moved)
  select c.id, y.id, app.now(), 0 from cities c cross join calendar_years y;
--> statement-breakpoint
alter table cities force row level security;
--> statement-breakpoint
grant select, insert, update on calendar_years to suanquan_app;
--> statement-breakpoint
grant select, insert on city_calendars, calendar_warnings to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on calendar_years, city_calendars, calendar_warnings to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['calendar_years', 'city_calendars', 'calendar_warnings']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- By what days a deadline is counted is everybody's business; a proposal is the platform's.
create policy public_read on calendar_years for select to suanquan_app using (state = 'released');
--> statement-breakpoint
create policy platform on calendar_years for all to suanquan_app
  using ((select app.is_platform())) with check ((select app.is_platform()));
--> statement-breakpoint
create policy city on city_calendars for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy portal on calendar_warnings for all to suanquan_app
  using ((select app.is_portal())) with check ((select app.is_portal()));
--> statement-breakpoint
-- The people of the platform are told too: those who belong to no city and to no organisation.
create or replace function app.tell_members(_city uuid, _organisation uuid, _roles text[], _only uuid, _except uuid,
    _template text, _category text, _mandatory boolean, _values jsonb)
  returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare n integer;
begin
  with members as (
    select distinct m.user_id from memberships m
    where (m.city_id = _city or m.organisation_id = _organisation
        or (_city is null and _organisation is null and m.role = 'platform_admin'))
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
