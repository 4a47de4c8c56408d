-- The city's register of firms that get no support until a day.
CREATE TABLE "bans" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"city_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"until_on" date NOT NULL,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"answer" text,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	"lift_reason" text,
	CONSTRAINT "bans_state_known" CHECK (state in ('proposed', 'released', 'declined', 'lifted')),
	CONSTRAINT "bans_four_eyes" CHECK ("bans"."decided_by" is null or "bans"."decided_by" <> "bans"."proposed_by"),
	CONSTRAINT "bans_lifted_four_eyes" CHECK ("bans"."lifted_by" is null or "bans"."lifted_by" <> "bans"."decided_by"),
	CONSTRAINT "bans_decided" CHECK (("bans"."state" = 'proposed') = ("bans"."decided_by" is null) and ("bans"."decided_by" is null) = ("bans"."decided_at" is null)),
	CONSTRAINT "bans_lifted" CHECK (("bans"."state" = 'lifted') = ("bans"."lifted_by" is not null) and num_nonnulls("bans"."lifted_by", "bans"."lifted_at", "bans"."lift_reason") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "bans" ADD CONSTRAINT "bans_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bans" ADD CONSTRAINT "bans_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bans" ADD CONSTRAINT "bans_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bans" ADD CONSTRAINT "bans_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bans" ADD CONSTRAINT "bans_lifted_by_users_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bans_one_open" ON "bans" USING btree ("city_id","organisation_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "bans_city" ON "bans" USING btree ("city_id","state","id");--> statement-breakpoint
CREATE INDEX "bans_organisation" ON "bans" USING btree ("organisation_id","city_id","until_on");
--> statement-breakpoint
grant select, insert, update on bans to suanquan_app, suanquan_engine;
--> statement-breakpoint
alter table bans enable row level security;
--> statement-breakpoint
alter table bans force row level security;
--> statement-breakpoint
create policy engine on bans to suanquan_engine using (true) with check (true);
--> statement-breakpoint
create policy city on bans for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
-- A firm reads what was decided about itself: its application is assessed with it.
create policy own_reads on bans for select to suanquan_app
  using (organisation_id = (select app.organisation()) and state in ('released', 'lifted'));
