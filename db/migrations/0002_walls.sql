-- Row security, forced on every table that holds anything of a city, an organisation or a person.
-- `(select f())` lets the planner call the function once a query instead of once a row.

grant usage on schema ledger to suanquan_app, suanquan_engine;
--> statement-breakpoint
grant create on schema ledger to suanquan_engine;
--> statement-breakpoint
grant select, insert, update on all tables in schema public to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to suanquan_engine;
--> statement-breakpoint
grant select on all tables in schema ledger to suanquan_app;
--> statement-breakpoint
grant select, insert, update on all tables in schema ledger to suanquan_engine;
--> statement-breakpoint
-- What has happened stays as it was.
revoke update on audit_events, application_revisions, reviews from suanquan_app;
--> statement-breakpoint
revoke update, delete on audit_events, application_revisions, reviews from suanquan_engine;
--> statement-breakpoint
revoke insert, update on sign_in_attempts from suanquan_app;
--> statement-breakpoint
revoke insert, update on cities from suanquan_app;
--> statement-breakpoint
grant insert, update (name_zh, name_en, bureau_zh, bureau_en, phone, address) on cities to suanquan_app;
--> statement-breakpoint
create table app.reference_numbers (
  prefix text not null, year integer not null, last integer not null,
  primary key (prefix, year)
);
--> statement-breakpoint
grant select, insert, update on app.reference_numbers to suanquan_engine;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array[
    'users','organisations','bank_accounts','memberships','invitations','sessions','sign_in_attempts',
    'portal_clock','cities','programmes','programme_versions','rounds','applications',
    'application_revisions','corrections','reviews','notices','notice_items','objections',
    'issue_proposals','vouchers','holds','redemptions','settlement_batches','payments',
    'accreditations','documents','audit_events','mails',
    'ledger.pools','ledger.accounts','ledger.holds','ledger.rules','ledger.entries','ledger.settlement_lines'
  ]::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- Cities, published programmes, notices, vendors and pools are public.
create policy public_read on cities for select to suanquan_app using (true);
--> statement-breakpoint
create policy platform_insert on cities for insert to suanquan_app with check ((select app.is_platform()));
--> statement-breakpoint
create policy platform_update on cities for update to suanquan_app using ((select app.is_platform()));
--> statement-breakpoint
create policy clock_read on portal_clock for select to suanquan_app using (true);
--> statement-breakpoint
create policy clock_write on portal_clock for all to suanquan_app
  using ((select app.is_portal())) with check ((select app.is_portal()));
--> statement-breakpoint
create policy clock_owner on portal_clock to current_user using (true);
--> statement-breakpoint
create policy public_read on programmes for select to suanquan_app
  using (state <> 'draft' or city_id = (select app.city()));
--> statement-breakpoint
create policy city_write on programmes for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy public_read on programme_versions for select to suanquan_app
  using (published_at is not null or city_id = (select app.city()));
--> statement-breakpoint
create policy city_insert on programme_versions for insert to suanquan_app
  with check (city_id = (select app.city()));
--> statement-breakpoint
-- A published version is immutable: only an unpublished one may be updated (publishing it included).
create policy city_update on programme_versions for update to suanquan_app
  using (city_id = (select app.city()) and published_at is null)
  with check (city_id = (select app.city()));
--> statement-breakpoint
create policy public_read on rounds for select to suanquan_app using (true);
--> statement-breakpoint
create policy city_write on rounds for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy public_read on notices for select to suanquan_app using (true);
--> statement-breakpoint
create policy city_write on notices for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy public_read on notice_items for select to suanquan_app using (true);
--> statement-breakpoint
create policy city_write on notice_items for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy public_read on accreditations for select to suanquan_app using (true);
--> statement-breakpoint
create policy city_write on accreditations for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
-- Cases: the city sees no drafts.
create policy applicant on applications for all to suanquan_app
  using (organisation_id = (select app.organisation()))
  with check (organisation_id = (select app.organisation()));
--> statement-breakpoint
create policy city on applications for all to suanquan_app
  using (city_id = (select app.city()) and (state <> 'draft' or (select app.is_portal())))
  with check (city_id = (select app.city()));
--> statement-breakpoint
create policy with_case on application_revisions for all to suanquan_app
  using (exists (select 1 from applications a where a.id = application_id))
  with check (exists (select 1 from applications a where a.id = application_id));
--> statement-breakpoint
create policy with_case on corrections for all to suanquan_app
  using (exists (select 1 from applications a where a.id = application_id))
  with check (exists (select 1 from applications a where a.id = application_id));
--> statement-breakpoint
create policy city on reviews for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy city on objections for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy city on issue_proposals for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy parties on vouchers for all to suanquan_app
  using (city_id = (select app.city()) or organisation_id = (select app.organisation()))
  with check (city_id = (select app.city()));
--> statement-breakpoint
create policy parties on holds for all to suanquan_app
  using (city_id = (select app.city()) or organisation_id = (select app.organisation())
    or vendor_id = (select app.organisation()))
  with check (city_id = (select app.city()) or organisation_id = (select app.organisation())
    or vendor_id = (select app.organisation()));
--> statement-breakpoint
create policy parties on redemptions for all to suanquan_app
  using (city_id = (select app.city()) or organisation_id = (select app.organisation())
    or vendor_id = (select app.organisation()))
  with check (city_id = (select app.city()) or organisation_id = (select app.organisation())
    or vendor_id = (select app.organisation()));
--> statement-breakpoint
create policy city on settlement_batches for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy payee_reads on payments for select to suanquan_app
  using (payee_id = (select app.organisation()));
--> statement-breakpoint
create policy city on payments for all to suanquan_app
  using (city_id = (select app.city())) with check (city_id = (select app.city()));
--> statement-breakpoint
create policy with_case on documents for all to suanquan_app
  using (organisation_id = (select app.organisation())
    or exists (select 1 from applications a where a.id = application_id)
    or exists (select 1 from redemptions r where r.id = redemption_id))
  with check (organisation_id = (select app.organisation()));
--> statement-breakpoint
-- People and organisations.
create policy self on users for all to suanquan_app
  using (id = (select app.user_id())) with check (id = (select app.user_id()));
--> statement-breakpoint
create policy colleagues on users for select to suanquan_app
  using (exists (select 1 from memberships m where m.user_id = users.id));
--> statement-breakpoint
create policy own on memberships for select to suanquan_app using (user_id = (select app.user_id()));
--> statement-breakpoint
create policy place on memberships for all to suanquan_app
  using (organisation_id = (select app.organisation()) or city_id = (select app.city())
    or ((select app.is_platform()) and city_id is not null))
  with check (organisation_id = (select app.organisation()) or city_id = (select app.city())
    or ((select app.is_platform()) and city_id is not null));
--> statement-breakpoint
create policy place on invitations for all to suanquan_app
  using (organisation_id = (select app.organisation()) or city_id = (select app.city())
    or ((select app.is_platform()) and city_id is not null))
  with check (organisation_id = (select app.organisation()) or city_id = (select app.city())
    or ((select app.is_platform()) and city_id is not null));
--> statement-breakpoint
create policy own on sessions for all to suanquan_app
  using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()));
--> statement-breakpoint
create policy vendors_public on organisations for select to suanquan_app using (kind = 'vendor');
--> statement-breakpoint
create policy own on organisations for all to suanquan_app
  using (id = (select app.organisation())) with check (id = (select app.organisation()));
--> statement-breakpoint
create policy applicants on organisations for select to suanquan_app
  using (exists (select 1 from applications a where a.organisation_id = organisations.id));
--> statement-breakpoint
create policy customers on organisations for select to suanquan_app
  using (exists (select 1 from holds h where h.organisation_id = organisations.id));
--> statement-breakpoint
create policy memberships_of_mine on organisations for select to suanquan_app
  using (exists (select 1 from memberships m
    where m.organisation_id = organisations.id and m.user_id = (select app.user_id())));
--> statement-breakpoint
create policy own on bank_accounts for all to suanquan_app
  using (organisation_id = (select app.organisation()))
  with check (organisation_id = (select app.organisation()));
--> statement-breakpoint
create policy city_pays on bank_accounts for select to suanquan_app
  using ((select app.city()) is not null
    and (exists (select 1 from redemptions r where r.vendor_id = bank_accounts.organisation_id)
      -- Where start-ups pay first, they are the payees.
      or exists (select 1 from vouchers v where v.organisation_id = bank_accounts.organisation_id)));
--> statement-breakpoint
-- The record: everyone adds to it in their own name; the city and the organisation concerned read it.
create policy add on audit_events for insert to suanquan_app
  with check (actor_id is not distinct from (select app.user_id()));
--> statement-breakpoint
create policy parties_read on audit_events for select to suanquan_app
  using (city_id = (select app.city()) or organisation_id = (select app.organisation())
    or ((select app.is_platform()) and city_id is null and organisation_id is null));
--> statement-breakpoint
create policy portal_only on mails for all to suanquan_app
  using ((select app.is_portal())) with check ((select app.is_portal()));
--> statement-breakpoint
-- The ledger is read by its parties and written by nobody but ledger.post.
create policy public_read on ledger.pools for select to suanquan_app using (true);
--> statement-breakpoint
create policy public_read on ledger.rules for select to suanquan_app using (true);
--> statement-breakpoint
create policy parties on ledger.accounts for select to suanquan_app
  using (city_id = (select app.city()) or organisation_id = (select app.organisation()));
--> statement-breakpoint
create policy parties on ledger.holds for select to suanquan_app
  using (city_id = (select app.city()) or vendor_id = (select app.organisation())
    or exists (select 1 from ledger.accounts a where a.id = account_id));
--> statement-breakpoint
create policy parties on ledger.entries for select to suanquan_app
  using (city_id = (select app.city()) or vendor_id = (select app.organisation())
    or exists (select 1 from ledger.accounts a where a.id = account_id));
--> statement-breakpoint
create policy parties on ledger.settlement_lines for select to suanquan_app
  using (city_id = (select app.city())
    or exists (select 1 from ledger.entries e where e.id = entry_id));
