-- Where start-ups pay their vendors first, an award is paid on their claims: invoices and proof of payment, worked out by the
-- rules, verified by the city. And an invoice is used once over redemptions and claims, in all cities.

CREATE TABLE "claim_costs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"invoice_key" text NOT NULL,
	"invoiced_on" text NOT NULL,
	"invoice_fen" bigint NOT NULL,
	"counted_fen" bigint NOT NULL,
	"paid_fen" bigint NOT NULL,
	"paid_on" text NOT NULL,
	"payment_reference" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app.now() NOT NULL,
	CONSTRAINT "claim_costs_invoice_in_claim" UNIQUE("claim_id","invoice_key"),
	CONSTRAINT "claim_costs_within_invoice" CHECK ("claim_costs"."counted_fen" > 0 and "claim_costs"."counted_fen" <= "claim_costs"."invoice_fen" and "claim_costs"."paid_fen" > 0 and "claim_costs"."paid_fen" <= "claim_costs"."invoice_fen")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"voucher_id" uuid NOT NULL,
	"reference" text,
	"state" text NOT NULL,
	"hold_id" uuid,
	"costs_fen" bigint,
	"claimed_fen" bigint,
	"accepted_fen" bigint,
	"approved_fen" bigint,
	"created_by" uuid NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone,
	"corrected_at" timestamp with time zone,
	"correction" text,
	"returned_at" timestamp with time zone,
	"correction_due_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"reversed_fen" bigint DEFAULT 0 NOT NULL,
	"capture_entry_id" uuid,
	"created_at" timestamp with time zone DEFAULT app.now() NOT NULL,
	CONSTRAINT "claims_reference_unique" UNIQUE("reference"),
	CONSTRAINT "claims_hold_id_unique" UNIQUE("hold_id"),
	CONSTRAINT "claims_capture_entry_id_unique" UNIQUE("capture_entry_id"),
	CONSTRAINT "claims_state_known" CHECK (state in ('draft', 'submitted', 'returned', 'verified', 'refused', 'withdrawn', 'lapsed', 'batched', 'paid', 'reversed')),
	CONSTRAINT "claims_submitted_whole" CHECK ("claims"."submitted_at" is null or num_nonnulls("claims"."reference", "claims"."hold_id", "claims"."costs_fen", "claims"."claimed_fen", "claims"."submitted_by") = 5),
	CONSTRAINT "claims_amounts_positive" CHECK (coalesce("claims"."claimed_fen" > 0, true) and coalesce("claims"."approved_fen" > 0, true)),
	CONSTRAINT "claims_approved_within_claimed" CHECK ("claims"."approved_fen" is null or ("claims"."approved_fen" <= "claims"."claimed_fen" and "claims"."accepted_fen" <= "claims"."costs_fen")),
	CONSTRAINT "claims_captured_when_verified" CHECK ((state in ('verified', 'batched', 'paid', 'reversed')) = ("claims"."approved_fen" is not null)),
	CONSTRAINT "claims_reversed" CHECK ("claims"."reversed_fen" between 0 and coalesce("claims"."approved_fen", 0) and (state = 'reversed') = ("claims"."approved_fen" is not null and "claims"."reversed_fen" = "claims"."approved_fen")),
	CONSTRAINT "claims_reduced_with_reason" CHECK ("claims"."approved_fen" is null or "claims"."accepted_fen" = "claims"."costs_fen" or "claims"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "invoice_uses" (
	"invoice_key" text NOT NULL,
	"redemption_id" uuid,
	"claim_id" uuid,
	CONSTRAINT "invoice_uses_once" UNIQUE("invoice_key"),
	CONSTRAINT "invoice_uses_one_subject" CHECK (num_nonnulls("invoice_uses"."redemption_id", "invoice_uses"."claim_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "claim_costs" ADD CONSTRAINT "claim_costs_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claim_costs" ADD CONSTRAINT "claim_costs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claim_costs" ADD CONSTRAINT "claim_costs_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_voucher_id_vouchers_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "public"."vouchers"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invoice_uses" ADD CONSTRAINT "invoice_uses_redemption_id_redemptions_id_fk" FOREIGN KEY ("redemption_id") REFERENCES "public"."redemptions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invoice_uses" ADD CONSTRAINT "invoice_uses_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "claims_city" ON "claims" USING btree ("city_id","state","id");
--> statement-breakpoint
CREATE INDEX "claims_voucher" ON "claims" USING btree ("voucher_id","id");
--> statement-breakpoint
CREATE INDEX "claims_organisation" ON "claims" USING btree ("organisation_id","id");
--> statement-breakpoint
CREATE INDEX "invoice_uses_redemption" ON "invoice_uses" USING btree ("redemption_id");
--> statement-breakpoint
CREATE INDEX "invoice_uses_claim" ON "invoice_uses" USING btree ("claim_id");
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "claim_id" uuid;
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "documents_claim" ON "documents" USING btree ("claim_id");
--> statement-breakpoint
ALTER TABLE "documents" DROP CONSTRAINT "documents_one_case";
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_one_case" CHECK (num_nonnulls("documents"."application_id", "documents"."redemption_id", "documents"."verification_id", "documents"."claim_id") = 1);
--> statement-breakpoint
grant select, insert, update on claims to suanquan_app;
--> statement-breakpoint
grant select, insert, delete on claim_costs to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on claims, claim_costs, invoice_uses to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['claims', 'claim_costs', 'invoice_uses']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- The city's sweep ends drafts too; its pages show a claim from its submission on.
create policy parties on claims for all to suanquan_app
  using (city_id = (select app.city()) or organisation_id = (select app.organisation()))
  with check (city_id = (select app.city()) or organisation_id = (select app.organisation()));
--> statement-breakpoint
create policy own on claim_costs for all to suanquan_app
  using (organisation_id = (select app.organisation()))
  with check (organisation_id = (select app.organisation()));
--> statement-breakpoint
create policy city_reads on claim_costs for select to suanquan_app
  using (city_id = (select app.city()) and exists (select 1 from claims c where c.id = claim_id));
--> statement-breakpoint
drop policy with_case on documents;
--> statement-breakpoint
create policy with_case on documents for all to suanquan_app
  using (organisation_id = (select app.organisation())
    or exists (select 1 from applications a where a.id = application_id)
    or exists (select 1 from redemptions r where r.id = redemption_id)
    or exists (select 1 from verifications v where v.id = verification_id)
    or exists (select 1 from claims c where c.id = claim_id))
  with check (organisation_id = (select app.organisation()));
--> statement-breakpoint
drop function app.invoice_taken(text);
--> statement-breakpoint
-- Returns whether an invoice is used by a redemption or a claim that stands, in whatever city, other than the given claim.
-- The caller learns yes or no, never where.
create or replace function app.invoice_taken(_key text, _claim uuid default null)
  returns boolean
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select exists (select 1 from invoice_uses where invoice_key = _key
    and (_claim is null or claim_id is distinct from _claim)) $$;
--> statement-breakpoint
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
--> statement-breakpoint
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
--> statement-breakpoint
alter function app.use_invoice_of_redemption() owner to suanquan_engine;
--> statement-breakpoint
alter function app.use_invoices_of_claim() owner to suanquan_engine;
--> statement-breakpoint
alter function app.invoice_taken(text, uuid) owner to suanquan_engine;
--> statement-breakpoint
revoke all on function app.invoice_taken(text, uuid) from public;
--> statement-breakpoint
grant execute on function app.invoice_taken(text, uuid) to suanquan_app;
--> statement-breakpoint
revoke all on function app.use_invoice_of_redemption(), app.use_invoices_of_claim() from public;
--> statement-breakpoint
-- Row security is forced on the owner too, so the engine fills the new table.
set local role suanquan_engine;
--> statement-breakpoint
insert into invoice_uses (invoice_key, redemption_id) select invoice_key, id from redemptions where state <> 'rejected';
--> statement-breakpoint
update ledger.rules set parties = parties || '{payee}'::text[] where kind in ('hold', 'claim', 'unclaim', 'release');
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger redemptions_use_invoice after insert or update of state on redemptions
  for each row execute function app.use_invoice_of_redemption();
--> statement-breakpoint
create trigger claims_use_invoices after update of state on claims
  for each row execute function app.use_invoices_of_claim();
--> statement-breakpoint
-- Returns what the caller is to an account: `city`, `holder`, `payee`, `vendor` or null. A holder is the payee of a given
-- hold that is in its own favour, as where start-ups pay first. A vendor is one only if the given hold is on this account
-- and in its favour.
create or replace function ledger.party_to(_account ledger.accounts, _hold uuid)
  returns text
  language sql stable
  set search_path = ledger, pg_temp
as $$
  select case
    when _account.city_id = app.city() then 'city'
    when _account.organisation_id = app.organisation() then case
      when exists (select 1 from ledger.holds h where h.id = _hold and h.account_id = _account.id
        and h.vendor_id = _account.organisation_id) then 'payee'
      else 'holder' end
    when exists (select 1 from ledger.holds h where h.id = _hold and h.account_id = _account.id
      and h.vendor_id = app.organisation()) then 'vendor'
  end $$;
--> statement-breakpoint
create or replace view ledger.breaks with (security_invoker = true) as
  select city_id, thing, id, difference from ledger.journal_breaks
  union all
  -- An account is one voucher, and holds what the voucher says.
  select coalesce(v.city_id, a.city_id), 'voucher', coalesce(v.id, a.id),
    jsonb_build_object('granted', coalesce(a.granted_fen, 0) - coalesce(v.face_value_fen, 0))
  from ledger.accounts a full join public.vouchers v on v.id = a.id
  where coalesce(v.city_id, a.city_id) = app.city()
    and (a.granted_fen is distinct from v.face_value_fen
      or (v.state = 'active' and a.frozen) or (v.state = 'frozen' and not a.frozen))
  union all
  -- An order's hold is one of the ledger's, for the same amount; once it is closed nothing of it is open.
  select h.city_id, 'order', h.id,
    jsonb_build_object('amount', coalesce(l.amount_fen, 0) - h.amount_fen,
      'open', l.amount_fen - l.claimed_fen - l.captured_fen - l.released_fen)
  from public.holds h left join ledger.holds l on l.id = h.id
  where h.city_id = app.city()
    and (l.amount_fen is distinct from h.amount_fen
      or (h.state <> 'open' and l.claimed_fen + l.captured_fen + l.released_fen <> l.amount_fen))
  union all
  -- What is claimed and captured on an order's hold is its redemptions, each counted once.
  select h.city_id, 'redemptions', h.id,
    jsonb_build_object('claimed', l.claimed_fen - r.claimed, 'captured', l.captured_fen - r.captured)
  from public.holds h join ledger.holds l on l.id = h.id
  cross join lateral (
    select
      coalesce(sum(subsidy_fen) filter (where state in ('submitted', 'confirmed', 'disputed')), 0) claimed,
      coalesce(sum(subsidy_fen) filter (where state in ('verified', 'batched', 'paid')), 0) captured
    from public.redemptions where hold_id = h.id) r
  where h.city_id = app.city() and (l.claimed_fen, l.captured_fen) is distinct from (r.claimed, r.captured)
  union all
  -- A redemption that became money names its own capture, for the same amount.
  select r.city_id, 'redemption', r.id,
    jsonb_build_object('captured', coalesce(e.amount_fen, 0) - r.subsidy_fen)
  from public.redemptions r
  left join ledger.entries e on e.id = r.capture_entry_id and e.kind = 'capture'
    and e.outcome = 'posted' and e.hold_id = r.hold_id
  where r.city_id = app.city() and r.state in ('verified', 'batched', 'paid')
    and e.amount_fen is distinct from r.subsidy_fen
  union all
  -- What is claimed and captured on a claim's hold is that claim, and nothing of the hold is open.
  select c.city_id, 'claim', c.id,
    jsonb_build_object('claimed', coalesce(l.claimed_fen, 0) - x.claimed,
      'captured', coalesce(l.captured_fen, 0) - x.captured,
      'open', l.amount_fen - l.claimed_fen - l.captured_fen - l.released_fen)
  from public.claims c left join ledger.holds l on l.id = c.hold_id and l.vendor_id = c.organisation_id
  cross join lateral (
    select case when c.state in ('submitted', 'returned') then c.claimed_fen else 0 end claimed,
      case when c.state in ('verified', 'batched', 'paid') then c.approved_fen else 0 end captured) x
  where c.city_id = app.city() and c.hold_id is not null
    and (l.claimed_fen, l.captured_fen, l.amount_fen - l.claimed_fen - l.captured_fen - l.released_fen)
      is distinct from (x.claimed, x.captured, 0::bigint)
  union all
  -- A verified claim names its own capture, for the approved amount.
  select c.city_id, 'claim', c.id, jsonb_build_object('paid', coalesce(e.amount_fen, 0) - c.approved_fen)
  from public.claims c
  left join ledger.entries e on e.id = c.capture_entry_id and e.kind = 'capture'
    and e.outcome = 'posted' and e.hold_id = c.hold_id
  where c.city_id = app.city() and c.state in ('verified', 'batched', 'paid')
    and e.amount_fen is distinct from c.approved_fen
  union all
  -- A payment is the lines that its settlement took, and no line is without a payment.
  select coalesce(p.city_id, s.city_id), 'payment', coalesce(p.id, s.settlement_id),
    jsonb_build_object('amount', coalesce(s.amount_fen, 0) - coalesce(p.amount_fen, 0))
  from (select city_id, settlement_id, sum(amount_fen) amount_fen
    from ledger.settlement_lines group by city_id, settlement_id) s
  full join public.payments p on p.id = s.settlement_id
  where coalesce(p.city_id, s.city_id) = app.city() and s.amount_fen is distinct from p.amount_fen
  union all
  -- A released change of a budget is what the pool has, until the next one.
  select c.city_id, 'budget', c.pool_id, jsonb_build_object('budget', p.budget_fen - c.to_fen)
  from (select distinct on (pool_id) city_id, pool_id, to_fen from public.budget_changes
    where state = 'released' order by pool_id, decided_at desc, id desc) c
  join ledger.pools p on p.id = c.pool_id
  where c.city_id = app.city() and p.budget_fen <> c.to_fen
  union all
  -- What a pool has promised is what its cases were passed for and is not issued yet, those of its parts included.
  select p.city_id, 'promise', p.id, jsonb_build_object('promised', p.promised_fen - s.promised)
  from ledger.pools p
  cross join lateral (
    select coalesce(sum(a.approved_fen), 0) promised
    from public.applications a join ledger.pools own on own.id = a.promise_pool_id
    where p.id in (own.id, own.parent_id)
      and a.state in ('final_passed', 'publicised', 'objected', 'approved')) s
  where p.city_id = app.city() and p.promised_fen <> s.promised;
