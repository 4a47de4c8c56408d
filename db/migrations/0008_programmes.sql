ALTER TABLE "programmes" DROP CONSTRAINT "programmes_state_known";--> statement-breakpoint
ALTER TABLE "programme_versions" ADD COLUMN "examples" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD COLUMN "rounds" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD COLUMN "planned_budget_fen" bigint;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD COLUMN "state" text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD COLUMN "changed_at" timestamp with time zone DEFAULT app.now() NOT NULL;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD COLUMN "proposed_by" uuid;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD COLUMN "proposed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD COLUMN "return_reason" text;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "state_reason" text;--> statement-breakpoint
-- What was published before there was an editor is published. Row security is forced on the owner too.
set local role suanquan_engine;--> statement-breakpoint
update programme_versions set state = 'published', changed_at = created_at where published_at is not null;--> statement-breakpoint
reset role;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD CONSTRAINT "programme_versions_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "programme_versions_one_open" ON "programme_versions" USING btree ("programme_id") WHERE state in ('draft', 'proposed');--> statement-breakpoint
ALTER TABLE "programme_versions" ADD CONSTRAINT "programme_versions_proposer" CHECK ("programme_versions"."published_by" is null or "programme_versions"."proposed_by" is null or "programme_versions"."published_by" <> "programme_versions"."proposed_by");--> statement-breakpoint
ALTER TABLE "programme_versions" ADD CONSTRAINT "programme_versions_state_known" CHECK (state in ('draft', 'proposed', 'published', 'discarded'));--> statement-breakpoint
ALTER TABLE "programme_versions" ADD CONSTRAINT "programme_versions_published_at" CHECK (("programme_versions"."state" = 'published') = ("programme_versions"."published_at" is not null));--> statement-breakpoint
ALTER TABLE "programme_versions" ADD CONSTRAINT "programme_versions_budget_positive" CHECK ("programme_versions"."planned_budget_fen" is null or "programme_versions"."planned_budget_fen" > 0);--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_state_known" CHECK (state in ('draft', 'published', 'suspended', 'closed'));--> statement-breakpoint
-- A published version is what cases were decided by, a discarded one is over: nobody rewrites either,
-- the tables' owner and the engine included, whom policies would let through.
create function app.keep_fixed_versions() returns trigger language plpgsql set search_path = pg_temp as $$
begin
  if old.state in ('published', 'discarded') then
    raise 'a % version is immutable', old.state
      using errcode = 'PV409', constraint = 'programme_versions_immutable';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger programme_versions_immutable before update or delete on programme_versions
  for each row execute function app.keep_fixed_versions();
--> statement-breakpoint
-- Drafts are the city's own business until they are published, so what the public reads stays as it was;
-- the city's policy for updates admits unpublished versions alone.
drop policy city_update on programme_versions;
--> statement-breakpoint
create policy city_update on programme_versions for update to suanquan_app
  using (city_id = (select app.city()) and state in ('draft', 'proposed'))
  with check (city_id = (select app.city()));
