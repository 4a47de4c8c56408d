-- How much of its quota each caller of the interface has left, for all processes together.
--
-- One row a caller: when its quota will be whole again. A call moves that on by one share of the
-- window, and is turned away where that would be further off than the window is long (a leaky
-- bucket, "GCRA"). Turned away, nothing is written. Not logged: after a crash everybody has a whole
-- quota, which harms nobody, and a call costs no write to the log.
create unlogged table app.rates (
  key text primary key,
  full_at timestamptz not null
) with (fillfactor = 50);
--> statement-breakpoint
grant select, insert, update, delete on app.rates to suanquan_engine;
--> statement-breakpoint
-- Real time: the demonstration's clock must not give a quota back. The millisecond makes up for
-- shares that are no whole number of microseconds.
create function app.take_rate(_key text, _quota integer, _seconds integer)
  returns table (allowed boolean, remaining integer, reset_seconds integer, retry_seconds integer)
  language plpgsql security definer set search_path = app, pg_temp as $$
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
--> statement-breakpoint
create function app.forget_rates() returns integer
  language plpgsql security definer set search_path = app, pg_temp as $$
declare n integer;
begin
  delete from rates where full_at < clock_timestamp();
  get diagnostics n = row_count;
  return n;
end $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array[
    'app.take_rate(text, integer, integer)', 'app.forget_rates()'
  ]::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
