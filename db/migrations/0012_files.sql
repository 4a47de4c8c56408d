-- What an organisation handed in within a day is counted before every file.
CREATE INDEX "documents_handed_in" ON "documents" USING btree ("organisation_id","created_at");--> statement-breakpoint
-- Which of these stored files nothing points to. Whatever table keeps a storage key must be named here:
-- the sweep takes away what this answers. For the portal alone, because it looks across all cities.
create function app.unreferenced_files(_keys text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select stored.key from unnest(_keys) as stored(key)
  where app.is_portal()
    and not exists (select 1 from documents d where d.storage_key = stored.key)
    and not exists (select 1 from award_imports i where i.storage_key = stored.key) $$;
--> statement-breakpoint
do $$
begin
  alter function app.unreferenced_files(text[]) owner to suanquan_engine;
  revoke all on function app.unreferenced_files(text[]) from public;
  grant execute on function app.unreferenced_files(text[]) to suanquan_app;
end $$;
