-- Evidence lies with the appeal that it came with, written at the same instant; all of a case lay together.
-- Row security is forced on the owner too.
set local role suanquan_engine;--> statement-breakpoint
update documents d set requirement = 'appeal:' || (
    select a.reference from appeals a where a.application_id = d.application_id
    order by abs(extract(epoch from a.filed_at - d.created_at)) limit 1)
  where d.requirement = 'appealFile'
    and exists (select 1 from appeals a where a.application_id = d.application_id);
--> statement-breakpoint
-- As before, and for the sweep alone: it clears away notices of everybody.
create or replace function app.forget_notifications() returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare n integer;
begin
  if not app.is_portal() then raise 'only the portal forgets notices' using errcode = '42501'; end if;
  delete from notifications where created_at < app.now() - interval '400 days';
  get diagnostics n = row_count;
  return n;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- What sees more than its caller is the portal's to call, as all others are.
revoke all on function app.applied_migrations() from public;
--> statement-breakpoint
grant execute on function app.applied_migrations() to suanquan_app;
