-- The schemas that are not tables of a capability, and the portal's clock.
--
-- Three roles exist before the first migration (scripts/lib/roles.mjs makes them):
--   suanquan_owner   runs migrations and owns the tables; row security is forced on it too
--   suanquan_app     what the portal signs in as: owns nothing, bypasses nothing
--   suanquan_engine  nobody signs in as it; it owns the few functions that must see more than
--                    their caller (ledger postings, sign-in, voucher verification)
create schema if not exists app;
--> statement-breakpoint
grant usage on schema app, public to suanquan_app, suanquan_engine;
--> statement-breakpoint
grant create on schema app to suanquan_engine;
--> statement-breakpoint
-- The portal's clock: the database's, moved forward only in demonstration mode.
create function app.now() returns timestamptz language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare ahead double precision;
begin
  select (ahead_seconds)::text::double precision into ahead from public.portal_clock;
  return now() + make_interval(secs => coalesce(ahead, 0));
end $$;
--> statement-breakpoint
-- Who reads and writes: set for one transaction by lib/server/scope.ts; unset means nobody.
create function app.city() returns uuid language sql stable as
  $$ select nullif(current_setting('app.city', true), '')::uuid $$;
--> statement-breakpoint
create function app.organisation() returns uuid language sql stable as
  $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;
--> statement-breakpoint
create function app.user_id() returns uuid language sql stable as
  $$ select nullif(current_setting('app.user', true), '')::uuid $$;
--> statement-breakpoint
create function app.is_platform() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.platform', true), '') = 'on' $$;
--> statement-breakpoint
create function app.is_portal() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.portal', true), '') = 'on' $$;
