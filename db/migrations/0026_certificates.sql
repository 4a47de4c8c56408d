-- Cities sign certificates of vouchers, which anybody can verify without the portal. The public halves of their keys are
-- published for good; the private halves are sealed, and only the function that signs for a holder reads them.

CREATE TABLE "signing_keys" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"key_id" text NOT NULL,
	"algorithm" text NOT NULL,
	"public_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	"made_by" uuid,
	CONSTRAINT "signing_keys_key_id_unique" UNIQUE("key_id"),
	CONSTRAINT "signing_keys_algorithm_known" CHECK (algorithm in ('ed25519', 'sm2')),
	CONSTRAINT "signing_keys_named_by_fingerprint" CHECK ("signing_keys"."fingerprint" ~ '^[0-9a-f]{64}$' and "signing_keys"."key_id" = left("signing_keys"."fingerprint", 16)),
	CONSTRAINT "signing_keys_term" CHECK ("signing_keys"."retired_at" is null or "signing_keys"."retired_at" >= "signing_keys"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "signing_key_secrets" (
	"signing_key_id" uuid PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"voucher_id" uuid NOT NULL,
	"signing_key_id" uuid NOT NULL,
	"number" text NOT NULL,
	"statement" text NOT NULL,
	"signature" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificates_one_per_voucher" UNIQUE("voucher_id"),
	CONSTRAINT "certificates_number_unique" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "signing_keys" ADD CONSTRAINT "signing_keys_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_keys" ADD CONSTRAINT "signing_keys_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_key_secrets" ADD CONSTRAINT "signing_key_secrets_signing_key_id_signing_keys_id_fk" FOREIGN KEY ("signing_key_id") REFERENCES "public"."signing_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_voucher_id_vouchers_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "public"."vouchers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_signing_key_id_signing_keys_id_fk" FOREIGN KEY ("signing_key_id") REFERENCES "public"."signing_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "signing_keys_one_current" ON "signing_keys" USING btree ("city_id") WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "signing_keys_city" ON "signing_keys" USING btree ("city_id","id");--> statement-breakpoint
CREATE INDEX "certificates_city" ON "certificates" USING btree ("city_id","id");--> statement-breakpoint
CREATE INDEX "certificates_organisation" ON "certificates" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "certificates_key" ON "certificates" USING btree ("signing_key_id","signed_at");--> statement-breakpoint
-- A certificate is written once. Keys are written by the functions below alone, and their secrets are read by none but these.
grant select on signing_keys to suanquan_app;
--> statement-breakpoint
grant select, insert on certificates to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on signing_keys, signing_key_secrets, certificates to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['signing_keys', 'signing_key_secrets', 'certificates']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- Whoever verifies a certificate needs the key, also when it is retired.
create policy public_read on signing_keys for select to suanquan_app using (true);
--> statement-breakpoint
create policy parties_read on certificates for select to suanquan_app
  using (city_id = (select app.city()) or organisation_id = (select app.organisation()));
--> statement-breakpoint
-- Written by the holder about its own voucher, with the present key of the voucher's city.
create policy holder_writes on certificates for insert to suanquan_app
  with check (organisation_id = (select app.organisation())
    and exists (select 1 from vouchers v where v.id = voucher_id
      and v.organisation_id = certificates.organisation_id and v.city_id = certificates.city_id)
    and exists (select 1 from signing_keys k where k.id = signing_key_id
      and k.city_id = certificates.city_id and k.retired_at is null));
--> statement-breakpoint
-- Makes the first signing key of the city of one of the caller's own vouchers, where its certificate needs one. Returns false
-- where the city has a key, also when another transaction has just made it: only one of several at once succeeds.
create function app.begin_signing_key(
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
--> statement-breakpoint
-- Replaces the signing key of the caller's own city: the present one signs nothing more but stays published. Returns
-- false where the present key is not the one that the caller saw (null: none), so that two administrators at once replace
-- it only once.
create function app.rotate_signing_key(
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
--> statement-breakpoint
-- Returns the present signing key of the city of one of the caller's own vouchers, with its sealed private half, and keeps it
-- from being replaced until the transaction ends. Returns nothing to anybody else, and nothing of a retired key.
create function app.signing_secret(_voucher uuid)
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
--> statement-breakpoint
-- Returns what anybody who has the number of a certificate may learn: the text that was signed, by which key, and what has become of
-- the voucher since. Its code is not told.
create function app.verify_certificate(_number text)
  returns table (
    city_id uuid, programme_id uuid, holder_name text, state text, face_value_fen bigint, issued_at timestamptz,
    valid_to timestamptz, signed_at timestamptz, key_id text, statement text
  )
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select v.city_id, v.programme_id, o.name,
    case when v.state = 'active' and v.valid_to <= app.now() then 'expired' else v.state end,
    v.face_value_fen, v.issued_at, v.valid_to, c.signed_at, k.key_id, c.statement
  from certificates c
  join vouchers v on v.id = c.voucher_id
  join organisations o on o.id = v.organisation_id
  join signing_keys k on k.id = c.signing_key_id
  where c.number = _number $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array[
    'app.begin_signing_key(uuid, uuid, text, text, text, text)', 'app.rotate_signing_key(text, uuid, text, text, text, text)',
    'app.signing_secret(uuid)', 'app.verify_certificate(text)'
  ]::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
--> statement-breakpoint
-- A name has one point, U+00B7, whatever was typed: fields bring it to that, and nothing else may be stored. Names from before are
-- brought to it here.
alter table users no force row level security;
--> statement-breakpoint
alter table organisations no force row level security;
--> statement-breakpoint
alter table organisation_contacts no force row level security;
--> statement-breakpoint
alter table organisation_parties no force row level security;
--> statement-breakpoint
alter table bank_accounts no force row level security;
--> statement-breakpoint
alter table objections no force row level security;
--> statement-breakpoint
update users set name = regexp_replace(name, '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]', U&'\00b7', 'g') where name ~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]';
--> statement-breakpoint
update organisations set name = regexp_replace(name, '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]', U&'\00b7', 'g') where name ~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]';
--> statement-breakpoint
update organisations set legal_representative = regexp_replace(legal_representative, '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]', U&'\00b7', 'g') where legal_representative ~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]';
--> statement-breakpoint
update organisation_contacts set name = regexp_replace(name, '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]', U&'\00b7', 'g') where name ~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]';
--> statement-breakpoint
update organisation_parties set name = regexp_replace(name, '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]', U&'\00b7', 'g') where name ~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]';
--> statement-breakpoint
update bank_accounts set account_name = regexp_replace(account_name, '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]', U&'\00b7', 'g') where account_name ~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]';
--> statement-breakpoint
update objections set objector_name = regexp_replace(objector_name, '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]', U&'\00b7', 'g') where objector_name ~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]';
--> statement-breakpoint
alter table users add constraint users_name_point check (name !~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]');
--> statement-breakpoint
alter table organisations add constraint organisations_name_point check (name !~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]');
--> statement-breakpoint
alter table organisations add constraint organisations_representative_point check (legal_representative !~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]');
--> statement-breakpoint
alter table organisation_contacts add constraint organisation_contacts_name_point check (name !~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]');
--> statement-breakpoint
alter table organisation_parties add constraint organisation_parties_name_point check (name !~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]');
--> statement-breakpoint
alter table bank_accounts add constraint bank_accounts_name_point check (account_name !~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]');
--> statement-breakpoint
alter table objections add constraint objections_objector_point check (objector_name !~ '[\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]');
--> statement-breakpoint
alter table users force row level security;
--> statement-breakpoint
alter table organisations force row level security;
--> statement-breakpoint
alter table organisation_contacts force row level security;
--> statement-breakpoint
alter table organisation_parties force row level security;
--> statement-breakpoint
alter table bank_accounts force row level security;
--> statement-breakpoint
alter table objections force row level security;
