-- Returns the user with an e-mail address to whoever acts for the platform, a city or an organisation, for their
-- pages of people. Not for signing in.
create or replace function app.find_user_by_email(_email text)
  returns uuid
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select id from users where email = _email
    and (app.is_platform() or app.city() is not null or app.organisation() is not null) $$;

-- Finds the invitation behind a link, with the name of the organisation, and whether it can still be accepted.
create or replace function app.find_invitation(_token_hash text)
  returns table (email text, role text, city_id uuid, organisation_name text, ends_at timestamptz, usable boolean)
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select i.email, i.role, i.city_id, o.name, i.ends_at,
    i.expires_at > app.now() and i.accepted_at is null and i.revoked_at is null
      and (i.ends_at is null or i.ends_at > app.now())
  from invitations i left join organisations o on o.id = i.organisation_id
  where i.token_hash = _token_hash $$;

-- Accepts an invitation once, for a person with the invited address only, and returns the membership or null.
-- Changes the role of somebody who belongs to the start-up already, but never that of an owner, who stays one.
create or replace function app.accept_invitation(_token_hash text)
  returns uuid
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare i invitations; m memberships;
begin
  update invitations set accepted_at = app.now()
    where token_hash = _token_hash and accepted_at is null and revoked_at is null
      and expires_at > app.now() and (ends_at is null or ends_at > app.now())
      and email = (select u.email from users u where u.id = app.user_id())
    returning * into i;
  if not found then return null; end if;
  if i.role in ('owner', 'member', 'viewer') then
    select * into m from memberships s where s.user_id = app.user_id()
      and s.organisation_id = i.organisation_id and s.ended_at is null
      and s.role in ('owner', 'member', 'viewer') for update;
    if found then
      update memberships s set role = i.role, ends_at = i.ends_at where s.id = m.id and s.role <> 'owner';
      return m.id;
    end if;
  end if;
  insert into memberships as s (user_id, role, city_id, organisation_id, ends_at)
    values (app.user_id(), i.role, i.city_id, i.organisation_id, i.ends_at)
    on conflict (user_id, role, city_id, organisation_id) where ended_at is null
      do update set ends_at = excluded.ends_at
    returning * into m;
  return m.id;
end $$;

-- Rejects a change of a membership that would leave a start-up without an owner, a vendor without anybody in
-- finance or an agency without a head (trigger memberships_last_owner), because somebody must always answer for the organisation. Locks the
-- organisation, so that of two who leave at the same moment the second is refused.
create or replace function app.require_owner()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if old.role not in ('owner', 'vendor_finance', 'operator_admin') or old.ended_at is not null
    or (new.role = old.role and new.ended_at is null) then return null; end if;
  perform 1 from organisations where id = old.organisation_id for no key update;
  if not exists (select 1 from memberships m where m.organisation_id = old.organisation_id
    and m.role = old.role and m.ended_at is null) then
    raise 'the last owner stays' using errcode = 'MB409', constraint = 'memberships_last_owner';
  end if;
  return null;
end $$;

-- Keeps a bank account from being changed at once: another number is taken over only from a change that a second person
-- confirmed and whose time has come, and only what was requested can be confirmed.
create or replace function app.keep_bank_account()
  returns trigger
  language plpgsql
  set search_path = public, pg_temp
as $$
begin
  if (new.account_number, new.bank_name, new.cnaps_code)
      is distinct from (old.account_number, old.bank_name, old.cnaps_code)
    and ((new.account_number, new.bank_name, new.cnaps_code)
        is distinct from (old.next_account_number, old.next_bank_name, old.next_cnaps_code)
      or old.next_effective_at is null or old.next_effective_at > app.now()) then
    raise 'a change of a bank account waits and needs a second person'
      using errcode = 'BA409', constraint = 'bank_accounts_change_waits';
  end if;
  if new.next_confirmed_by is not null
    and (new.next_account_number, new.next_bank_name, new.next_cnaps_code, new.next_requested_by, new.next_requested_at)
      is distinct from (old.next_account_number, old.next_bank_name, old.next_cnaps_code, old.next_requested_by,
        old.next_requested_at) then
    raise 'only the change that was requested can be confirmed'
      using errcode = 'BA409', constraint = 'bank_accounts_change_waits';
  end if;
  return new;
end $$;
