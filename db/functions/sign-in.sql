-- Finds the account of an e-mail address for signing in. Also returns the hash of the password, which the portal
-- compares before anybody is known.
create or replace function app.find_login(_email text)
  returns table (user_id uuid, name text, password_hash text, locale text, disabled boolean)
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select id, name, password_hash, locale, disabled_at is not null from users where email = _email $$;

-- Counts an attempt under each of its keys before it is made, and returns the ids of what it counted. Counts
-- nothing and returns null where one of the keys has reached its limit within the given time. Locks each key, so
-- that parallel attempts wait for one another and never exceed the limit together; the locks are taken in one
-- order, so that no two transactions wait for each other.
create or replace function app.take_attempt(_keys text[], _limits integer[], _within interval)
  returns uuid[]
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
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

-- Deletes attempts that were no failures, because the password was right.
create or replace function app.delete_attempts(_ids uuid[])
  returns void
  language sql security definer
  set search_path = public, pg_temp
as $$
  delete from sign_in_attempts where id = any (_ids) $$;

-- Deletes all attempts under a key, so that counting begins anew: whoever has the password is no stranger who
-- guesses.
create or replace function app.clear_attempts(_key text)
  returns void
  language sql security definer
  set search_path = public, pg_temp
as $$
  delete from sign_in_attempts where key = _key $$;

-- Returns the person and the role of a session that lasts, or nothing, and notes that it was used, at most once a
-- minute to spare writes. A session ends by real time, because moving the demonstration's clock must not sign
-- everybody out; a role with a last day ends by the portal's clock, like everything that is agreed.
create or replace function app.current_session(_id_hash text, _idle interval)
  returns table (
    user_id uuid, name text, email text, locale text, membership_id uuid, role text, city_id uuid,
    organisation_id uuid
  )
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  update sessions s set last_seen_at = now()
    where s.id_hash = _id_hash and s.revoked_at is null and s.last_seen_at < now() - interval '1 minute'
      and s.last_seen_at > now() - _idle;
  return query
    select u.id, u.name, u.email, u.locale, m.id, m.role, m.city_id, m.organisation_id
    from sessions s join users u on u.id = s.user_id
    left join memberships m on m.id = s.membership_id and m.user_id = u.id and m.ended_at is null
      and (m.ends_at is null or m.ends_at > app.now())
    where s.id_hash = _id_hash and s.revoked_at is null and u.disabled_at is null
      and s.expires_at > now() and s.last_seen_at > now() - _idle;
end $$;

-- Returns for how many seconds a session still lasts, whether using it would prolong it and whose it is; nothing
-- for one that has ended. Does not count as use, unlike app.current_session, because asking must not keep anybody
-- signed in.
create or replace function app.session_left(_id_hash text, _idle interval)
  returns table (seconds integer, extendable boolean, email text)
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select floor(extract(epoch from least(s.expires_at, s.last_seen_at + _idle) - now()))::integer,
    s.expires_at > s.last_seen_at + _idle, u.email
  from sessions s join users u on u.id = s.user_id
  where s.id_hash = _id_hash and s.revoked_at is null and u.disabled_at is null
    and s.expires_at > now() and s.last_seen_at > now() - _idle $$;

-- Finds the session that a browser still holds a cookie of although it has ended, revoked or run out. Returns
-- nothing for one that lasts and nothing of a closed account.
create or replace function app.ended_session(_id_hash text, _idle interval)
  returns table (user_id uuid, email text, revoked boolean)
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select u.id, u.email, s.revoked_at is not null
  from sessions s join users u on u.id = s.user_id
  where s.id_hash = _id_hash and u.disabled_at is null
    and (s.revoked_at is not null or s.expires_at <= now() or s.last_seen_at <= now() - _idle) $$;

-- Stores the hash of a requested link to a new password, which is valid for 30 minutes after the request, and puts
-- its e-mail into the outbox. Returns false where nothing is to be sent: no open account has this address, the 30
-- minutes are over, the request was handled before, or there is a newer one. Raises 42501 for anybody but the
-- portal, because the e-mail goes to whatever address it is given. Uses real time. Lock order: user, then link.
create or replace function app.begin_password_reset(
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

-- Finds the account whose password a link may still set, or nothing.
create or replace function app.find_password_reset(_token_hash text)
  returns table (email text)
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select u.email from password_resets r join users u on u.id = r.user_id
  where r.token_hash = _token_hash and r.used_at is null and r.ended_at is null and r.expires_at > now()
    and u.disabled_at is null $$;

-- Uses up a link: sets the new password, ends all sessions of the account and returns whose it is; returns nothing
-- where the link cannot be used. Locks the user's row as signing in does until its session is stored, so that no
-- session escapes.
create or replace function app.finish_password_reset(_token_hash text, _password_hash text)
  returns table (user_id uuid, name text, email text)
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare u users;
begin
  select o.* into u from users o join password_resets r on r.user_id = o.id
    where r.token_hash = _token_hash and o.disabled_at is null for no key update of o;
  if not found then return; end if;
  update password_resets r set used_at = now()
    where r.token_hash = _token_hash and r.used_at is null and r.ended_at is null and r.expires_at > now();
  if not found then return; end if;
  update users o set password_hash = _password_hash where o.id = u.id;
  update sessions s set revoked_at = now()
    where s.user_id = u.id and s.revoked_at is null and s.expires_at > now();
  return query select u.id, u.name, u.email;
end $$;
