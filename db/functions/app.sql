-- Returns the portal's time: the database's own, moved forward only where somebody has moved the clock of a
-- demonstration.
create or replace function app.now()
  returns timestamptz
  language plpgsql stable security definer
  set search_path = public, pg_temp
as $$
declare ahead double precision;
begin
  select (ahead_seconds)::text::double precision into ahead from public.portal_clock;
  return now() + make_interval(secs => coalesce(ahead, 0));
end $$;

-- Returns the city in whose name the transaction reads and writes, or null. server/scope.ts sets it, and the
-- five values below, for one transaction; what is not set gives access to nothing.
create or replace function app.city()
  returns uuid
  language sql stable
as $$ select nullif(current_setting('app.city', true), '')::uuid $$;

-- Returns the organisation in whose name the transaction reads and writes, or null.
create or replace function app.organisation()
  returns uuid
  language sql stable
as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;

-- Returns the person in whose name the transaction reads and writes, or null.
create or replace function app.user_id()
  returns uuid
  language sql stable
as $$ select nullif(current_setting('app.user', true), '')::uuid $$;

-- Returns the mandate under which the transaction acts, or null where a person acts for their own place.
create or replace function app.mandate()
  returns uuid
  language sql stable
as $$ select nullif(current_setting('app.mandate', true), '')::uuid $$;

-- Returns whether the transaction acts for an administrator of the platform.
create or replace function app.is_platform()
  returns boolean
  language sql stable
as $$ select coalesce(current_setting('app.platform', true), '') = 'on' $$;

-- Returns whether the transaction is the portal's own work, such as a sweep or a job, and no person's.
create or replace function app.is_portal()
  returns boolean
  language sql stable
as $$ select coalesce(current_setting('app.portal', true), '') = 'on' $$;

-- Returns the next number of a prefix, such as QY-2026-000123, counted from 1 in each year of the portal's clock
-- (Chinese time). The update locks the counter until the transaction ends, and one that is rolled back leaves no
-- gap.
create or replace function app.next_reference(_prefix text)
  returns text
  language plpgsql security definer
  set search_path = app, pg_temp
as $$
declare y integer := extract(year from app.now() at time zone 'Asia/Shanghai'); n integer;
begin
  insert into app.reference_numbers as r values (_prefix, y, 1)
    on conflict (prefix, year) do update set last = r.last + 1 returning last into n;
  return _prefix || '-' || y || '-' || lpad(n::text, 6, '0');
end $$;

-- Adds a job for the worker in the transaction of the change that needs it, once however often the same job is
-- added before it runs. Runs as the owner of the tables, because the queue is the owner's.
create or replace function app.enqueue(_task text, _payload jsonb)
  returns void
  language plpgsql security definer
  set search_path = graphile_worker, pg_temp
as $$
begin
  perform graphile_worker.add_job(_task, _payload::json, job_key := _task || ':' || _payload::text);
end $$;

-- Returns how many migrations have been applied, for the health page. Runs as the owner of the tables, because
-- only the owner may read that table.
create or replace function app.applied_migrations()
  returns integer
  language plpgsql stable security definer
  set search_path = drizzle, pg_temp
as $$
begin
  return (select count(*) from drizzle.__drizzle_migrations);
end $$;

-- Counts one call of the public interface against the quota of its caller, `_quota` calls in `_seconds`, and
-- returns whether it is allowed, how many calls remain and after how many seconds the quota is whole again or the
-- next call is possible. A row holds only the moment when the quota is whole again: a call moves it on by one
-- share of the window and is refused, without a write, where that would lie further ahead than the window is long.
-- Uses real time, because moving the demonstration's clock must not give a quota back. The extra millisecond makes
-- up for shares that are no whole number of microseconds.
create or replace function app.take_rate(_key text, _quota integer, _seconds integer)
  returns table (allowed boolean, remaining integer, reset_seconds integer, retry_seconds integer)
  language plpgsql security definer
  set search_path = app, pg_temp
as $$
declare
  at timestamptz := clock_timestamp();
  share interval := make_interval(secs => _seconds::double precision / _quota);
  latest timestamptz := at + make_interval(secs => _seconds) + interval '1 millisecond';
  filled timestamptz;
begin
  insert into rates as r (key, full_at) values (_key, at + share)
    on conflict (key) do update set full_at = greatest(r.full_at, at) + share
    where greatest(r.full_at, at) + share <= latest
    returning r.full_at into filled;
  allowed := found;
  if not allowed then
    select coalesce(max(r.full_at), latest) into filled from rates r where r.key = _key;
  end if;
  remaining := greatest(0, floor(extract(epoch from latest - filled) / extract(epoch from share)));
  reset_seconds := greatest(0, ceil(extract(epoch from filled - at)));
  retry_seconds := case when allowed then 0
    else greatest(1, ceil(extract(epoch from filled + share - latest))) end;
  return next;
end $$;

-- Deletes the callers whose quota is whole again, and returns how many.
create or replace function app.delete_old_rates()
  returns integer
  language plpgsql security definer
  set search_path = app, pg_temp
as $$
declare n integer;
begin
  delete from rates where full_at < clock_timestamp();
  get diagnostics n = row_count;
  return n;
end $$;

-- Deletes the keys of forms that were sent more than 90 days ago, and returns how many: a form is not sent again
-- after so long. The ledger itself keeps its keys for ever.
create or replace function app.delete_old_sendings()
  returns integer
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare n integer;
begin
  delete from sendings where sent_at < now() - interval '90 days';
  get diagnostics n = row_count;
  return n;
end $$;

-- Returns those of the given stored files that no row refers to; the sweep deletes what this returns. A new table
-- with a storage key must be added here. Returns nothing to anybody but the portal, because it looks across all
-- cities.
create or replace function app.unreferenced_files(_keys text[])
  returns setof text
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select stored.key from unnest(_keys) as stored(key)
  where app.is_portal()
    and not exists (select 1 from documents d where d.storage_key = stored.key)
    and not exists (select 1 from award_imports i where i.storage_key = stored.key) $$;
