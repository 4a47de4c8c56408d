-- Functions that must see more than their caller. Each checks who calls.

-- Reference numbers without gaps worth arguing about: QY-2026-000123.
create function app.next_reference(_prefix text) returns text language plpgsql security definer
  set search_path = app, pg_temp as $$
declare y integer := extract(year from app.now() at time zone 'Asia/Shanghai'); n integer;
begin
  insert into app.reference_numbers as r values (_prefix, y, 1)
    on conflict (prefix, year) do update set last = r.last + 1 returning last into n;
  return _prefix || '-' || y || '-' || lpad(n::text, 6, '0');
end $$;
--> statement-breakpoint
-- Sign-in: the one question asked before anybody is known.
create function app.find_login(_email text)
  returns table (user_id uuid, name text, password_hash text, locale text, disabled boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, name, password_hash, locale, disabled_at is not null from users where email = _email $$;
--> statement-breakpoint
create function app.count_attempts(_key text, _since interval) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from sign_in_attempts where key = _key and at > now() - _since $$;
--> statement-breakpoint
create function app.record_attempt(_key text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_attempts where at < now() - interval '1 day';
  insert into sign_in_attempts (key, at) values (_key, now()) $$;
--> statement-breakpoint
create function app.clear_attempts(_key text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_attempts where key = _key $$;
--> statement-breakpoint
-- The session behind a cookie, or nothing. Real time, not the demonstration clock: moving that
-- forward must not sign everybody out. Seen at most once a minute, to spare writes.
create function app.current_session(_id_hash text, _idle interval)
  returns table (user_id uuid, name text, email text, locale text, membership_id uuid, role text,
    city_id uuid, organisation_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sessions s set last_seen_at = now()
    where s.id_hash = _id_hash and s.revoked_at is null and s.last_seen_at < now() - interval '1 minute'
      and s.last_seen_at > now() - _idle;
  return query
    select u.id, u.name, u.email, u.locale, m.id, m.role, m.city_id, m.organisation_id
    from sessions s join users u on u.id = s.user_id
    left join memberships m on m.id = s.membership_id and m.user_id = u.id and m.ended_at is null
    where s.id_hash = _id_hash and s.revoked_at is null and u.disabled_at is null
      and s.expires_at > now() and s.last_seen_at > now() - _idle;
end $$;
--> statement-breakpoint
create function app.find_invitation(_token_hash text)
  returns table (id uuid, email text, role text, city_id uuid, organisation_id uuid,
    organisation_name text, expired boolean, accepted boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, i.email, i.role, i.city_id, i.organisation_id, o.name,
    i.expires_at <= app.now(), i.accepted_at is not null
  from invitations i left join organisations o on o.id = i.organisation_id
  where i.token_hash = _token_hash $$;
--> statement-breakpoint
-- Accepts once, for the invited address only; gives the membership, or nothing.
create function app.accept_invitation(_token_hash text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare i invitations; m uuid;
begin
  update invitations set accepted_at = app.now()
    where token_hash = _token_hash and accepted_at is null and expires_at > app.now()
      and email = (select u.email from users u where u.id = app.user_id())
    returning * into i;
  if not found then return null; end if;
  insert into memberships (user_id, role, city_id, organisation_id)
    values (app.user_id(), i.role, i.city_id, i.organisation_id)
    on conflict on constraint memberships_one_role_per_place do update set ended_at = null
    returning memberships.id into m;
  return m;
end $$;
--> statement-breakpoint
-- The user an address belongs to, for the platform's and a city's people pages; never for sign-in.
create function app.find_user_by_email(_email text) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from users where email = _email
    and (app.is_platform() or app.city() is not null or app.organisation() is not null) $$;
--> statement-breakpoint
-- Puts a letter into the outbox for every member with one of the roles; their addresses stay here.
create function app.tell_members(_city uuid, _organisation uuid, _roles text[], _template text, _values jsonb)
  returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare n integer;
begin
  insert into mails (recipient, locale, template, values)
    select distinct u.email, u.locale, _template, _values
    from memberships m join users u on u.id = m.user_id
    where m.role = any (_roles) and m.ended_at is null and u.disabled_at is null
      and (m.city_id = _city or m.organisation_id = _organisation);
  get diagnostics n = row_count;
  return n;
end $$;
--> statement-breakpoint
create function app.tell_address(_email text, _locale text, _template text, _values jsonb) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into mails (recipient, locale, template, values) values (_email, _locale, _template, _values) $$;
--> statement-breakpoint
-- What anybody may know of a voucher whose code they hold.
create function app.verify_voucher(_code text)
  returns table (city_id uuid, programme_id uuid, version_id uuid, holder_name text, state text,
    face_value_fen bigint, issued_at timestamptz, valid_to timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select v.city_id, v.programme_id, v.version_id, o.name,
    case when v.state = 'active' and v.valid_to <= app.now() then 'expired' else v.state end,
    v.face_value_fen, v.issued_at, v.valid_to
  from vouchers v join organisations o on o.id = v.organisation_id where v.code = _code $$;
--> statement-breakpoint
-- What a vendor at the till needs: also the balance, and what is held for this vendor alone.
create function app.check_voucher(_code text)
  returns table (voucher_id uuid, city_id uuid, programme_id uuid, version_id uuid, holder_name text,
    state text, frozen boolean, valid_to timestamptz, available_fen bigint, listed boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select v.id, v.city_id, v.programme_id, v.version_id, o.name,
    case when v.state = 'active' and v.valid_to <= app.now() then 'expired' else v.state end,
    a.frozen, v.valid_to, a.granted_fen - a.held_fen - a.spent_fen - a.returned_fen,
    exists (select 1 from accreditations x where x.city_id = v.city_id
      and x.vendor_id = app.organisation() and x.state = 'listed' and x.expires_at > app.now())
  from vouchers v
  join organisations o on o.id = v.organisation_id
  join ledger.accounts a on a.id = v.id
  where v.code = _code
    and exists (select 1 from organisations mine where mine.id = app.organisation() and mine.kind = 'vendor') $$;
--> statement-breakpoint
-- Whether an invoice is taken anywhere: the caller learns yes or no, never where.
create function app.invoice_taken(_key text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from redemptions where invoice_key = _key and state <> 'rejected') $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'app' and p.prosecdef loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app, %I', f, current_user);
  end loop;
end $$;
--> statement-breakpoint
-- Jobs are added in the transaction of the change that needs them; the queue belongs to the owner.
create function app.enqueue(_task text, _payload jsonb) returns void
  language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
begin
  perform graphile_worker.add_job(_task, _payload::json, job_key := _task || ':' || _payload::text);
end $$;
--> statement-breakpoint
revoke all on function app.enqueue(text, jsonb) from public;
--> statement-breakpoint
grant execute on function app.enqueue(text, jsonb) to suanquan_app;
--> statement-breakpoint
-- For the health page: how many migrations stand; the table itself is the owner's.
create function app.applied_migrations() returns integer
  language plpgsql stable security definer set search_path = drizzle, pg_temp as $$
begin
  return (select count(*) from drizzle.__drizzle_migrations);
end $$;
