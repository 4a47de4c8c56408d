-- Payment files as each bank wants them: the versions of a city's template, and what the files of a released batch are
-- made from. The bank account that a batch pays is thereby fixed when it is released.

CREATE TABLE "payment_templates" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"template" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app.now() NOT NULL,
	CONSTRAINT "payment_templates_version" UNIQUE("city_id","version"),
	CONSTRAINT "payment_templates_version_counts" CHECK ("payment_templates"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "payment_templates" ADD CONSTRAINT "payment_templates_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_templates" ADD CONSTRAINT "payment_templates_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_batches" ADD COLUMN "file" jsonb;--> statement-breakpoint
ALTER TABLE "settlement_batches" ADD CONSTRAINT "settlement_batches_file" CHECK ("settlement_batches"."file" is null or "settlement_batches"."file_sha256" is not null);--> statement-breakpoint
-- Whoever made a batch can never be the one who released it (settlement_batches_four_eyes); and nothing counts as released
-- without a second person, a time and the hash of what was released.
ALTER TABLE "settlement_batches" ADD CONSTRAINT "settlement_batches_released" CHECK (num_nonnulls("settlement_batches"."released_by", "settlement_batches"."released_at", "settlement_batches"."file_sha256") = case when "settlement_batches"."state" in ('released', 'closed') then 3 else 0 end);
--> statement-breakpoint
-- A version is added and never changed: releases name it.
grant select, insert on payment_templates to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on payment_templates to suanquan_engine;
--> statement-breakpoint
alter table payment_templates enable row level security;
--> statement-breakpoint
alter table payment_templates force row level security;
--> statement-breakpoint
create policy engine on payment_templates to suanquan_engine using (true) with check (true);
--> statement-breakpoint
create policy city on payment_templates for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
CREATE TABLE "bank_answers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"state" text NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text NOT NULL,
	"headers" text[] NOT NULL,
	"rows" jsonb NOT NULL,
	"mapping" jsonb,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app.now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "bank_answers_state_known" CHECK (state in ('read', 'applied', 'discarded')),
	CONSTRAINT "bank_answers_decided" CHECK (num_nonnulls("bank_answers"."decided_by", "bank_answers"."decided_at") = case "bank_answers"."state" when 'read' then 0 else 2 end)
);
--> statement-breakpoint
ALTER TABLE "bank_answers" ADD CONSTRAINT "bank_answers_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_answers" ADD CONSTRAINT "bank_answers_batch_id_settlement_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."settlement_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_answers" ADD CONSTRAINT "bank_answers_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_answers" ADD CONSTRAINT "bank_answers_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bank_answers_same_file" ON "bank_answers" USING btree ("batch_id","file_sha256") WHERE state <> 'discarded';--> statement-breakpoint
CREATE INDEX "bank_answers_city" ON "bank_answers" USING btree ("city_id","id");
--> statement-breakpoint
grant select, insert, update on bank_answers to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on bank_answers to suanquan_engine;
--> statement-breakpoint
alter table bank_answers enable row level security;
--> statement-breakpoint
alter table bank_answers force row level security;
--> statement-breakpoint
create policy engine on bank_answers to suanquan_engine using (true) with check (true);
--> statement-breakpoint
create policy city on bank_answers for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
-- A change of a bank account waits 72 hours and needs a second person of the payee; until then the account before it is paid.
ALTER TABLE "bank_accounts" ADD COLUMN "next_account_number" text;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD COLUMN "next_bank_name" text;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD COLUMN "next_cnaps_code" text;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD COLUMN "next_requested_by" uuid;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD COLUMN "next_requested_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD COLUMN "next_confirmed_by" uuid;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD COLUMN "next_effective_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_next_requested_by_users_id_fk" FOREIGN KEY ("next_requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_next_confirmed_by_users_id_fk" FOREIGN KEY ("next_confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_next_whole" CHECK (num_nonnulls("bank_accounts"."next_account_number", "bank_accounts"."next_bank_name", "bank_accounts"."next_cnaps_code", "bank_accounts"."next_requested_by", "bank_accounts"."next_requested_at") in (0, 5)
        and num_nonnulls("bank_accounts"."next_confirmed_by", "bank_accounts"."next_effective_at") in (0, 2)
        and ("bank_accounts"."next_confirmed_by" is null or "bank_accounts"."next_requested_by" is not null));--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_next_four_eyes" CHECK ("bank_accounts"."next_confirmed_by" is null or "bank_accounts"."next_confirmed_by" <> "bank_accounts"."next_requested_by");--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_next_waits" CHECK ("bank_accounts"."next_effective_at" is null or "bank_accounts"."next_effective_at" >= "bank_accounts"."next_requested_at" + interval '72 hours');
--> statement-breakpoint
-- Taking an account away and entering another would be a change without waiting.
revoke delete on bank_accounts from suanquan_app;
--> statement-breakpoint
create function app.keep_bank_account() returns trigger language plpgsql set search_path = public, pg_temp as $$
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
--> statement-breakpoint
create trigger bank_accounts_change_waits before update on bank_accounts for each row
  execute function app.keep_bank_account();
