-- Answers are texts in the programme's unit, so their names no longer end in `Fen`: `contractFen` is now `contractAmount`.
-- In JSON as Postgres writes it, a whole string is such a name only where it is a key or the name of a question: quotes
-- inside a text are written with a backslash. Events keep the names of their day.
create function pg_temp.amounts(_json jsonb) returns jsonb language sql immutable return regexp_replace(_json::text,
  '(?<!\\)"(contract|settled|paid|otherSupport|requested|metered|excluded|tax)Fen"', '"\1Amount"', 'g')::jsonb;
--> statement-breakpoint
alter table applications no force row level security;
--> statement-breakpoint
alter table application_revisions no force row level security;
--> statement-breakpoint
alter table sign_offs no force row level security;
--> statement-breakpoint
alter table corrections no force row level security;
--> statement-breakpoint
alter table programme_versions no force row level security;
--> statement-breakpoint
alter table programme_versions disable trigger programme_versions_immutable;
--> statement-breakpoint
update applications set answers = pg_temp.amounts(answers), sources = pg_temp.amounts(sources)
  where answers <> pg_temp.amounts(answers) or sources <> pg_temp.amounts(sources);
--> statement-breakpoint
update application_revisions set answers = pg_temp.amounts(answers) where answers <> pg_temp.amounts(answers);
--> statement-breakpoint
update sign_offs set answers = pg_temp.amounts(answers) where answers <> pg_temp.amounts(answers);
--> statement-breakpoint
update corrections set fields = pg_temp.amounts(fields) where fields <> pg_temp.amounts(fields);
--> statement-breakpoint
update programme_versions set form = pg_temp.amounts(form) where form <> pg_temp.amounts(form);
--> statement-breakpoint
alter table programme_versions enable trigger programme_versions_immutable;
--> statement-breakpoint
alter table programme_versions force row level security;
--> statement-breakpoint
alter table corrections force row level security;
--> statement-breakpoint
alter table sign_offs force row level security;
--> statement-breakpoint
alter table application_revisions force row level security;
--> statement-breakpoint
alter table applications force row level security;
--> statement-breakpoint
drop function pg_temp.amounts(jsonb);
