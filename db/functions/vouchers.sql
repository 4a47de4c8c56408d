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
    case when v.state = 'active' and v.valid_to <= app.now() and not exists (select 1 from ledger.pools p
      where p.id = v.programme_id and p.paused_from < v.valid_to) then 'expired' else v.state end,
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
    case when v.state = 'active' and v.valid_to <= app.now() and not exists (select 1 from ledger.pools p
      where p.id = v.programme_id and p.paused_from < v.valid_to) then 'expired' else v.state end,
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

-- Returns the state of the voucher of a hold to the hold's vendor and its holder. The vendor may not read the voucher itself.
create or replace function app.voucher_state_of_hold(_hold uuid)
  returns text
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select v.state from holds h join vouchers v on v.id = h.voucher_id
  where h.id = _hold and app.organisation() in (h.vendor_id, h.organisation_id) $$;

-- Returns whether a pause keeps a hold from running out, to the hold's vendor and its holder. The vendor may not read the voucher.
create or replace function app.pause_keeps_hold(_hold uuid)
  returns boolean
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select exists (select 1 from holds h join vouchers v on v.id = h.voucher_id
    join ledger.pools p on p.id = v.programme_id
    where h.id = _hold and p.paused_from < h.expires_at
      and app.organisation() in (h.vendor_id, h.organisation_id)) $$;

-- Returns whether an invoice is used by a redemption or a claim that stands, in whatever city, other than the given claim.
-- The caller learns yes or no, never where.
create or replace function app.invoice_taken(_key text, _claim uuid default null)
  returns boolean
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select exists (select 1 from invoice_uses where invoice_key = _key
    and (_claim is null or claim_id is distinct from _claim)) $$;

-- Writes down that a new redemption uses its invoice, and frees the invoice of a rejected one. The constraint
-- invoice_uses_once refuses an invoice that is used already.
create or replace function app.use_invoice_of_redemption()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    insert into invoice_uses (invoice_key, redemption_id) values (new.invoice_key, new.id);
  elsif new.state = 'rejected' and old.state <> 'rejected' then
    delete from invoice_uses where redemption_id = new.id;
  end if;
  return null;
end $$;

-- Writes down which invoices a claim uses whenever it is submitted, and frees them when it ends without a payment. A
-- draft uses none.
create or replace function app.use_invoices_of_claim()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if new.state = old.state then return null; end if;
  if new.state in ('submitted', 'refused', 'withdrawn', 'lapsed') then
    delete from invoice_uses where claim_id = new.id;
  end if;
  if new.state = 'submitted' then
    insert into invoice_uses (invoice_key, claim_id)
      select invoice_key, claim_id from claim_costs where claim_id = new.id order by invoice_key;
  end if;
  return null;
end $$;

-- Rejects a change of the unit of a voucher or a hold and of its price (triggers vouchers_unit_frozen and
-- holds_unit_frozen): both are those of the rules under which the voucher was issued. Binds the engine too.
create or replace function app.protect_unit()
  returns trigger
  language plpgsql
  set search_path = pg_temp
as $$
begin
  if (new.unit, new.unit_price_fen) is distinct from (old.unit, old.unit_price_fen) then
    raise 'the unit of a % never changes', tg_table_name
      using errcode = 'VU409', constraint = tg_table_name || '_unit_frozen';
  end if;
  return new;
end $$;

-- Gives a new hold the unit of its voucher and the price of one (trigger holds_unit_copied), which its vendor may
-- not read there.
create or replace function app.copy_unit_to_hold()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  select v.unit, v.unit_price_fen into new.unit, new.unit_price_fen from vouchers v where v.id = new.voucher_id;
  return new;
end $$;

-- Refuses a pause that begins on a day on which another one of the programme was still in force. Only one is open at a time
-- (pauses_one_open), so no other can be written meanwhile.
create or replace function app.keep_pauses_apart()
  returns trigger
  language plpgsql
  set search_path = public, pg_temp
as $$
begin
  if new.state = 'released' and exists (select 1 from pauses p where p.programme_id = new.programme_id
      and p.id <> new.id and p.ended_on >= new.from_on) then
    raise 'pauses overlap' using errcode = '23514', constraint = 'pauses_apart';
  end if;
  return new;
end $$;
