-- Counts an attempt under each of its keys before it is tried, or under none where one key has had its
-- fill within the time. The locks make attempts at the same key wait for one another, so that parallel
-- ones never pass the limit; they are taken in one order, so that nobody waits in a circle.
create function app.take_attempt(_keys text[], _limits integer[], _within interval) returns uuid[]
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  turn bigint;
  taken uuid[];
begin
  for turn in select distinct hashtextextended(k, 0) from unnest(_keys) k order by 1 loop
    perform pg_advisory_xact_lock(turn);
  end loop;
  perform 1 from unnest(_keys, _limits) as l(key, most)
    where (select count(*) from sign_in_attempts a
      where a.key = l.key and a.at > clock_timestamp() - _within) >= l.most;
  if found then return null; end if;
  with counted as (
    insert into sign_in_attempts (key, at) select k, clock_timestamp() from unnest(_keys) k returning id
  ) select array_agg(id) into taken from counted;
  -- Clears away what no limit looks at any more, a little each time, past what others clear.
  delete from sign_in_attempts where id in (
    select id from sign_in_attempts where at < now() - interval '1 day' limit 100 for update skip locked);
  return taken;
end $$;
--> statement-breakpoint
-- Takes back attempts that were no failure: the password was right.
create function app.forget_attempts(_ids uuid[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_attempts where id = any (_ids) $$;
--> statement-breakpoint
create index sign_in_attempts_at on sign_in_attempts (at);
--> statement-breakpoint
drop function app.count_attempts(text, interval);
--> statement-breakpoint
drop function app.record_attempt(text);
--> statement-breakpoint
-- As before, and whose session it is: one of the demonstration does not count everywhere.
drop function app.session_left(text, interval);
--> statement-breakpoint
create function app.session_left(_id_hash text, _idle interval)
  returns table (seconds integer, extendable boolean, email text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select floor(extract(epoch from least(s.expires_at, s.last_seen_at + _idle) - now()))::integer,
    s.expires_at > s.last_seen_at + _idle, u.email
  from sessions s join users u on u.id = s.user_id
  where s.id_hash = _id_hash and s.revoked_at is null and u.disabled_at is null
    and s.expires_at > now() and s.last_seen_at > now() - _idle $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array[
    'app.take_attempt(text[], integer[], interval)', 'app.forget_attempts(uuid[])',
    'app.session_left(text, interval)'
  ]::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
