-- Where each prefilled answer of a case came from: field name → `profile`, `account`, `check` or
-- `earlier:<case>`. An answer that the applicant changed has no entry.
alter table applications add column sources jsonb not null default '{}'::jsonb;
--> statement-breakpoint
-- How long a session still lasts. Unlike app.current_session it is no sign of life: asking must not
-- keep anybody signed in. Nothing for a session that ended.
create function app.session_left(_id_hash text, _idle interval)
  returns table (seconds integer, extendable boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select floor(extract(epoch from least(s.expires_at, s.last_seen_at + _idle) - now()))::integer,
    s.expires_at > s.last_seen_at + _idle
  from sessions s join users u on u.id = s.user_id
  where s.id_hash = _id_hash and s.revoked_at is null and u.disabled_at is null
    and s.expires_at > now() and s.last_seen_at > now() - _idle $$;
--> statement-breakpoint
alter function app.session_left(text, interval) owner to suanquan_engine;
--> statement-breakpoint
revoke all on function app.session_left(text, interval) from public;
--> statement-breakpoint
grant execute on function app.session_left(text, interval) to suanquan_app;
