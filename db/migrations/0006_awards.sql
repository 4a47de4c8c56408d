CREATE TABLE "award_imports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"state" text NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"headers" text[] NOT NULL,
	"mapping" jsonb,
	"row_count" integer DEFAULT 0 NOT NULL,
	"ready_count" integer DEFAULT 0 NOT NULL,
	"problem_count" integer DEFAULT 0 NOT NULL,
	"set_aside_count" integer DEFAULT 0 NOT NULL,
	"problem_summary" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"total_fen" bigint DEFAULT 0 NOT NULL,
	"checked_at" timestamp with time zone,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app.now() NOT NULL,
	CONSTRAINT "award_imports_reference_unique" UNIQUE("reference"),
	CONSTRAINT "award_imports_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "award_imports_whole_key" UNIQUE("id","city_id","programme_id"),
	CONSTRAINT "award_imports_state_known" CHECK (state in ('uploaded', 'checked', 'proposed', 'released', 'discarded')),
	CONSTRAINT "award_imports_four_eyes" CHECK ("award_imports"."decided_by" is null or "award_imports"."decided_by" <> "award_imports"."proposed_by"),
	CONSTRAINT "award_imports_whole" CHECK ("award_imports"."state" not in ('proposed', 'released') or ("award_imports"."proposed_by" is not null
        and "award_imports"."ready_count" > 0 and "award_imports"."ready_count" + "award_imports"."set_aside_count" = "award_imports"."row_count")),
	CONSTRAINT "award_imports_released_by" CHECK ("award_imports"."state" <> 'released' or "award_imports"."decided_by" is not null)
);
--> statement-breakpoint
CREATE TABLE "award_rows" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"import_id" uuid NOT NULL,
	"city_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"cells" text[] NOT NULL,
	"state" text NOT NULL,
	"credit_code" text,
	"name" text,
	"email" text,
	"contract_reference" text,
	"registered_on" date,
	"base_fen" bigint,
	"amount_fen" bigint,
	"problems" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"problem_codes" text[] DEFAULT '{}' NOT NULL,
	"duplicate_of" uuid,
	"set_aside_reason" text,
	"organisation_id" uuid,
	CONSTRAINT "award_rows_line" UNIQUE("import_id","line"),
	CONSTRAINT "award_rows_state_known" CHECK (state in ('staged', 'ready', 'problem', 'set_aside', 'issued')),
	CONSTRAINT "award_rows_ready_whole" CHECK ("award_rows"."state" not in ('ready', 'issued') or ("award_rows"."credit_code" is not null
        and "award_rows"."name" is not null and "award_rows"."contract_reference" is not null
        and "award_rows"."amount_fen" is not null and "award_rows"."amount_fen" > 0 and "award_rows"."problem_codes" = '{}')),
	CONSTRAINT "award_rows_problem_named" CHECK ("award_rows"."state" <> 'problem' or "award_rows"."problem_codes" <> '{}'),
	CONSTRAINT "award_rows_issued_to_somebody" CHECK ("award_rows"."state" <> 'issued' or "award_rows"."organisation_id" is not null),
	CONSTRAINT "award_rows_set_aside_why" CHECK ("award_rows"."state" <> 'set_aside' or "award_rows"."set_aside_reason" is not null)
);
--> statement-breakpoint
ALTER TABLE "organisations" ALTER COLUMN "registered_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "vouchers" ALTER COLUMN "application_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "vouchers" ADD COLUMN "award_row_id" uuid;--> statement-breakpoint
ALTER TABLE "award_imports" ADD CONSTRAINT "award_imports_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_imports" ADD CONSTRAINT "award_imports_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_imports" ADD CONSTRAINT "award_imports_version_id_programme_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."programme_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_imports" ADD CONSTRAINT "award_imports_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_imports" ADD CONSTRAINT "award_imports_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_imports" ADD CONSTRAINT "award_imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_rows" ADD CONSTRAINT "award_rows_duplicate_of_award_rows_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "public"."award_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_rows" ADD CONSTRAINT "award_rows_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_rows" ADD CONSTRAINT "award_rows_import" FOREIGN KEY ("import_id","city_id","programme_id") REFERENCES "public"."award_imports"("id","city_id","programme_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "award_imports_same_file" ON "award_imports" USING btree ("programme_id","file_sha256") WHERE state <> 'discarded';--> statement-breakpoint
CREATE UNIQUE INDEX "award_imports_one_proposed" ON "award_imports" USING btree ("programme_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "award_imports_city" ON "award_imports" USING btree ("city_id","id");--> statement-breakpoint
CREATE INDEX "award_rows_state" ON "award_rows" USING btree ("import_id","state","line");--> statement-breakpoint
CREATE INDEX "award_rows_firm" ON "award_rows" USING btree ("programme_id","credit_code");--> statement-breakpoint
CREATE UNIQUE INDEX "award_rows_issued_once" ON "award_rows" USING btree ("programme_id","credit_code","contract_reference") WHERE state = 'issued';--> statement-breakpoint
CREATE INDEX "award_rows_organisation" ON "award_rows" USING btree ("organisation_id") WHERE organisation_id is not null;--> statement-breakpoint
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_award_row_id_award_rows_id_fk" FOREIGN KEY ("award_row_id") REFERENCES "public"."award_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_organisation" ON "invitations" USING btree ("organisation_id");--> statement-breakpoint
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_one_per_award" UNIQUE("award_row_id");--> statement-breakpoint
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_one_origin" CHECK (num_nonnulls("vouchers"."application_id", "vouchers"."award_row_id") = 1);
--> statement-breakpoint
-- The walls: a list is its city's; a firm sees the lines that became its own vouchers.
grant select, insert, update on award_imports, award_rows to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on award_imports, award_rows to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['award_imports', 'award_rows']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
create policy city on award_imports for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy city on award_rows for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy holder_reads on award_rows for select to suanquan_app
  using (organisation_id = (select app.organisation()));
--> statement-breakpoint
-- A city reads the firms that hold its vouchers, whether they applied or not.
create policy awarded on organisations for select to suanquan_app
  using (exists (select 1 from vouchers v where v.organisation_id = organisations.id));
--> statement-breakpoint
-- Whether firms are on the portal: a city asks by their codes, which it has from its own list.
create function app.find_firms(_codes text[])
  returns table (credit_code text, organisation_id uuid, name text, kind text, applicant_type text,
    registered_on text, has_owner boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.credit_code, o.id, o.name, o.kind, o.applicant_type, o.registered_on::text,
    exists (select 1 from memberships m
      where m.organisation_id = o.id and m.role = 'owner' and m.ended_at is null)
  from organisations o where app.city() is not null and o.credit_code = any (_codes) $$;
--> statement-breakpoint
/*
 * Puts the firms of the next lines of a proposed list on the portal that are not there yet, and ties each
 * line to its firm. Only for whoever may release the list: another person than its proposer, in its city.
 */
create function app.found_award_firms(_import uuid, _after integer, _count integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare founded integer; lines uuid[];
begin
  perform 1 from award_imports i where i.id = _import and i.city_id = app.city()
    and i.state = 'proposed' and i.proposed_by <> app.user_id() for no key update;
  if not found then raise 'not yours to release' using errcode = 'AW403'; end if;
  lines := array(select r.id from award_rows r
    where r.import_id = _import and r.state = 'ready' and r.line > _after order by r.line limit _count);
  insert into organisations (kind, credit_code, name, region, address, registered_on,
      legal_representative, contact_name, contact_phone)
    select distinct on (r.credit_code) 'startup', r.credit_code, r.name, c.name_zh, '',
      r.registered_on, '', '', ''
    from award_rows r join cities c on c.id = r.city_id
    where r.id = any (lines)
    order by r.credit_code, r.line
    on conflict on constraint organisations_credit_code_unique do nothing;
  get diagnostics founded = row_count;
  update award_rows r set organisation_id = (select o.id from organisations o
      where o.credit_code = r.credit_code and o.kind = 'startup')
    where r.id = any (lines);
  return founded;
end $$;
--> statement-breakpoint
/*
 * Invites the owners of awarded firms that have none: one invitation a firm, good for 72 hours and
 * once; an earlier one ends. Each row: organisation, email, token_hash, and the letter's values.
 */
create function app.invite_award_owners(_template text, _rows jsonb) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare n integer; moment timestamptz := app.now(); city uuid := app.city(); invited uuid[];
begin
  -- Subqueries with a limit are looked up firm by firm; as joins they would be planned for the few
  -- rows that the table had before this transaction.
  select array_agg(x.organisation) into invited
    from jsonb_to_recordset(_rows) as x(organisation uuid)
    where (select true from award_rows r where r.organisation_id = x.organisation
        and r.city_id = city limit 1)
      and (select true from memberships m where m.organisation_id = x.organisation
        and m.role = 'owner' and m.ended_at is null limit 1) is null;
  update invitations set expires_at = moment
    where organisation_id = any (invited) and role = 'owner' and accepted_at is null
      and expires_at > moment;
  insert into invitations (token_hash, email, role, organisation_id, invited_by, expires_at, created_at)
    select x.token_hash, x.email, 'owner', x.organisation, app.user_id(),
      moment + interval '72 hours', moment
    from jsonb_to_recordset(_rows) as x(organisation uuid, email text, token_hash text)
    where x.organisation = any (invited);
  insert into mails (recipient, locale, template, values, created_at)
    select x.email, 'zh-CN', _template, x.values, moment
    from jsonb_to_recordset(_rows) as x(organisation uuid, email text, values jsonb)
    where x.organisation = any (invited);
  get diagnostics n = row_count;
  return n;
end $$;
--> statement-breakpoint
-- How far the invitations of awarded firms have come, for the city that awarded them.
create function app.award_invitations(_organisations uuid[])
  returns table (organisation_id uuid, has_owner boolean, email text, expires_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id,
    exists (select 1 from memberships m
      where m.organisation_id = o.id and m.role = 'owner' and m.ended_at is null),
    i.email, i.expires_at
  from organisations o
  left join lateral (select n.email, n.expires_at from invitations n
    where n.organisation_id = o.id and n.role = 'owner' order by n.id desc limit 1) i on true
  where o.id = any (_organisations) and (select true from award_rows r
    where r.organisation_id = o.id and r.city_id = app.city() limit 1) $$;
--> statement-breakpoint
-- What was awarded without application, for the public: name, amount, day and city; no code, no address.
create function app.public_awards(_city text, _before uuid, _limit integer)
  returns table (id uuid, organisation_name text, amount_fen bigint, issued_at timestamptz,
    reference text, city_zh text, city_en text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select v.id, o.name, v.face_value_fen, v.issued_at, i.reference, c.name_zh, c.name_en
  from vouchers v
  join award_rows r on r.id = v.award_row_id
  join award_imports i on i.id = r.import_id
  join organisations o on o.id = v.organisation_id
  join cities c on c.id = v.city_id
  where v.state <> 'revoked' and (_city is null or c.slug = _city)
    and (_before is null or v.id < _before)
  order by v.id desc limit least(_limit, 101) $$;
--> statement-breakpoint
/*
 * Issues many vouchers of one pool at once, all or none: the same accounts, holds and entries that
 * `ledger.post` would write one by one, by the same delta matrix, under the same constraints. With
 * `_pay_out` each is held, claimed and captured in favour of its holder, as where start-ups pay first.
 * A key posts once: a second time is a violation of entries_one_per_key.
 * Each row: key, voucher, organisation, amount, valid_to, hold. Answers `posted`, or `declined:` why.
 */
create function ledger.issue_many(_city uuid, _pool uuid, _client uuid, _rows jsonb, _pay_out boolean)
  returns text language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  kinds text[] := case when _pay_out then array['issue', 'hold', 'claim', 'capture'] else array['issue'] end;
  m record; total numeric; broken boolean; overdue boolean; moment timestamptz := app.now();
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  if exists (select 1 from rules r where r.kind = any (kinds) and 'city' <> all (r.parties)) then
    raise 'the city may not do this' using errcode = 'LG403';
  end if;
  select sum(x.amount), coalesce(bool_or(x.amount is null or x.amount <= 0), true),
      bool_or(x.valid_to <= moment)
    into total, broken, overdue
    from jsonb_to_recordset(_rows) as x(amount bigint, valid_to timestamptz);
  if broken then raise 'not an amount' using errcode = 'LG400'; end if;
  if _pay_out and overdue then return 'declined:expired'; end if;
  select sum(granted) granted, sum(held) held, sum(spent) spent, sum(returned) returned,
      sum(hold_claimed) claimed, sum(hold_captured) captured, sum(hold_released) released,
      sum(hold_reversed) reversed, sum(pool) pool
    into m from rules where kind = any (kinds);
  perform 1 from pools where id = _pool and city_id = _city for no key update;
  if not found then raise 'no such pool' using errcode = 'LG404'; end if;
  -- 0007 brings parts of pools; this commits on both levels.
  if not commit_pool(_pool, (m.pool * total)::bigint) then return 'declined:budget_exhausted'; end if;
  insert into accounts (city_id, id, pool_id, organisation_id, valid_to,
      granted_fen, held_fen, spent_fen, returned_fen)
    select _city, x.voucher, _pool, x.organisation, x.valid_to,
      m.granted * x.amount, m.held * x.amount, m.spent * x.amount, m.returned * x.amount
    from jsonb_to_recordset(_rows)
      as x(voucher uuid, organisation uuid, amount bigint, valid_to timestamptz);
  if _pay_out then
    insert into holds (city_id, id, account_id, vendor_id, amount_fen, claimed_fen, captured_fen,
        released_fen, reversed_fen, expires_at)
      select _city, x.hold, x.voucher, x.organisation, x.amount, m.claimed * x.amount,
        m.captured * x.amount, m.released * x.amount, m.reversed * x.amount, x.valid_to
      from jsonb_to_recordset(_rows)
        as x(voucher uuid, organisation uuid, amount bigint, valid_to timestamptz, hold uuid);
  end if;
  insert into entries (city_id, kind, amount_fen, account_id, hold_id, vendor_id, actor_id, client_id,
      idempotency_key, fingerprint, outcome, at)
    select _city, k.kind, x.amount, x.voucher,
      case when k.kind <> 'issue' then x.hold end,
      case when k.kind <> 'issue' then x.organisation end,
      app.user_id(), _client, x.key || ':' || k.kind,
      -- The same text as in features/ledger/commands.ts: kind, amount, voucher, hold, vendor.
      encode(sha256(convert_to('["' || k.kind || '","' || x.amount || '","' || x.voucher || '","'
        || case when k.kind in ('claim', 'capture') then x.hold::text else '' end || '","'
        || case when k.kind <> 'issue' then x.organisation::text else '' end || '"]', 'UTF8')), 'hex'),
      'posted', moment
    from jsonb_to_recordset(_rows)
        as x(key text, voucher uuid, organisation uuid, amount bigint, hold uuid)
      cross join unnest(kinds) with ordinality as k(kind, at)
    order by x.voucher, k.at;
  return 'posted';
end $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array[
    'app.find_firms(text[])',
    'app.found_award_firms(uuid, integer, integer)',
    'app.invite_award_owners(text, jsonb)',
    'app.award_invitations(uuid[])',
    'app.public_awards(text, uuid, integer)',
    'ledger.issue_many(uuid, uuid, uuid, jsonb, boolean)'
  ]::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
--> statement-breakpoint
/*
 * Tells the planner of rows that were just written by the thousand: what it knew before they came makes
 * it compare each with each. Belongs to the owner of the tables; passes over what somebody else analyses.
 */
create function app.analyze_awards() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze (skip_locked) award_rows;
end $$;
--> statement-breakpoint
revoke all on function app.analyze_awards() from public;
--> statement-breakpoint
grant execute on function app.analyze_awards() to suanquan_app;
