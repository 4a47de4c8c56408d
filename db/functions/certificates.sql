-- Makes the first signing key of the city of one of the caller's own vouchers, where its certificate needs one. Returns false
-- where the city has a key, also when another transaction has just made it: only one of several at once succeeds.
create or replace function app.begin_signing_key(
    _id uuid, _voucher uuid, _algorithm text, _public_key text, _fingerprint text, _sealed text)
  returns boolean
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  _city uuid;
begin
  select v.city_id into _city from vouchers v where v.id = _voucher and v.organisation_id = app.organisation();
  if _city is null then raise 'only a holder begins with a key' using errcode = '42501'; end if;
  if exists (select 1 from signing_keys where city_id = _city) then return false; end if;
  insert into signing_keys (id, city_id, key_id, algorithm, public_key, fingerprint, valid_from)
    values (_id, _city, left(_fingerprint, 16), _algorithm, _public_key, _fingerprint, app.now())
    on conflict (city_id) where retired_at is null do nothing;
  if not found then return false; end if;
  insert into signing_key_secrets (signing_key_id, sealed) values (_id, _sealed);
  return true;
end $$;

-- Replaces the signing key of the caller's own city: the present one signs nothing more but stays published. Returns
-- false where the present key is not the one that the caller saw (null: none), so that two administrators at once replace
-- it only once.
create or replace function app.rotate_signing_key(
    _seen text, _id uuid, _algorithm text, _public_key text, _fingerprint text, _sealed text)
  returns boolean
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  _city uuid := app.city();
  _present text;
begin
  if _city is null then raise 'only a city replaces its signing key' using errcode = '42501'; end if;
  select key_id into _present from signing_keys where city_id = _city and retired_at is null for update;
  if _present is distinct from _seen then return false; end if;
  -- A certificate may have been signed after this transaction began, while it waited for the key.
  update signing_keys k set retired_at = greatest(app.now(), k.valid_from,
      (select max(c.signed_at) from certificates c where c.signing_key_id = k.id))
    where k.city_id = _city and k.retired_at is null;
  insert into signing_keys (id, city_id, key_id, algorithm, public_key, fingerprint, valid_from, made_by)
    values (_id, _city, left(_fingerprint, 16), _algorithm, _public_key, _fingerprint, app.now(), app.user_id())
    on conflict (city_id) where retired_at is null do nothing;
  if not found then return false; end if;
  insert into signing_key_secrets (signing_key_id, sealed) values (_id, _sealed);
  return true;
end $$;

-- Returns the present signing key of the city of one of the caller's own vouchers, with its sealed private half, and keeps it
-- from being replaced until the transaction ends. Returns nothing to anybody else, and nothing of a retired key.
create or replace function app.signing_secret(_voucher uuid)
  returns table (
    id uuid, key_id text, algorithm text, public_key text, valid_from timestamptz, sealed text
  )
  language sql volatile security definer
  set search_path = public, pg_temp
as $$
  select k.id, k.key_id, k.algorithm, k.public_key, k.valid_from, s.sealed
  from signing_keys k join signing_key_secrets s on s.signing_key_id = k.id
  where k.retired_at is null and k.city_id = (
    select v.city_id from vouchers v where v.id = _voucher and v.organisation_id = app.organisation())
  for share of k $$;

-- Returns what anybody who has the number of a certificate may learn: the text that was signed, by which key, and what has become of
-- the voucher since. Its code is not told.
create or replace function app.verify_certificate(_number text)
  returns table (
    city_id uuid, programme_id uuid, holder_name text, state text, face_value_fen bigint, issued_at timestamptz,
    valid_to timestamptz, signed_at timestamptz, key_id text, statement text
  )
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select v.city_id, v.programme_id, o.name,
    case when v.state = 'active' and v.valid_to <= app.now() and not exists (select 1 from ledger.pools p
      where p.id = v.programme_id and p.paused_from < v.valid_to) then 'expired' else v.state end,
    v.face_value_fen, v.issued_at, v.valid_to, c.signed_at, k.key_id, c.statement
  from certificates c
  join vouchers v on v.id = c.voucher_id
  join organisations o on o.id = v.organisation_id
  join signing_keys k on k.id = c.signing_key_id
  where c.number = _number $$;
