-- Returns what anybody may learn of a voucher whose code they hold: city, programme, holder, state, face value in
-- fen and dates.
create or replace function app.verify_voucher(_code text)
  returns table (
    city_id uuid, programme_id uuid, version_id uuid, holder_name text, state text, face_value_fen bigint,
    issued_at timestamptz, valid_to timestamptz
  )
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select v.city_id, v.programme_id, v.version_id, o.name,
    case when v.state = 'active' and v.valid_to <= app.now() then 'expired' else v.state end,
    v.face_value_fen, v.issued_at, v.valid_to
  from vouchers v join organisations o on o.id = v.organisation_id where v.code = _code $$;

-- Returns what a vendor needs to know of a voucher that a customer shows: also its available balance in fen,
-- whether it is frozen, and whether this vendor is accredited in the voucher's city. Returns nothing to anybody
-- but a vendor.
create or replace function app.check_voucher(_code text)
  returns table (
    voucher_id uuid, city_id uuid, programme_id uuid, version_id uuid, holder_name text, state text,
    frozen boolean, valid_to timestamptz, available_fen bigint, listed boolean
  )
  language sql stable security definer
  set search_path = public, pg_temp
as $$
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

-- Returns the version of the rules under which the voucher of a hold was issued, to the hold's vendor and its
-- holder. The vendor may not read the voucher itself.
create or replace function app.version_of_hold(_hold uuid)
  returns uuid
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select v.version_id from holds h join vouchers v on v.id = h.voucher_id
  where h.id = _hold and app.organisation() in (h.vendor_id, h.organisation_id) $$;

-- Returns whether an invoice was handed in for any redemption that was not rejected, in whatever city. The caller
-- learns yes or no, never where.
create or replace function app.invoice_taken(_key text)
  returns boolean
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select exists (select 1 from redemptions where invoice_key = _key and state <> 'rejected') $$;
