-- What becomes of a voucher after it is issued: revoked, or given more time. Proposed by one person, released by another.
create table voucher_changes (
  id uuid primary key default uuidv7(),
  city_id uuid not null references cities (id),
  reference text not null constraint voucher_changes_reference unique,
  voucher_id uuid not null references vouchers (id),
  organisation_id uuid not null references organisations (id),
  kind text not null,
  valid_to_before timestamptz,
  valid_to timestamptz,
  ground text not null,
  reason text not null,
  state text not null,
  proposed_by uuid not null references users (id),
  proposed_at timestamptz not null,
  decided_by uuid references users (id),
  decided_at timestamptz,
  answer text,
  returned_fen bigint,
  constraint voucher_changes_state_known check (state in ('proposed', 'released', 'declined', 'taken_back')),
  constraint voucher_changes_kind_known check (case kind
    when 'revocation' then num_nonnulls(valid_to_before, valid_to) = 0
    when 'extension' then coalesce(valid_to > valid_to_before, false) else false end),
  constraint voucher_changes_four_eyes check (decided_by is null or decided_by <> proposed_by),
  constraint voucher_changes_decided check ((state in ('released', 'declined')) = (decided_by is not null)
    and (state = 'proposed') = (decided_at is null)),
  constraint voucher_changes_returned check ((state = 'released' and kind = 'revocation') = (returned_fen is not null)
    and returned_fen >= 0)
);
--> statement-breakpoint
create unique index voucher_changes_one_open on voucher_changes (voucher_id) where state = 'proposed';
--> statement-breakpoint
create unique index voucher_changes_extended_once on voucher_changes (voucher_id)
  where kind = 'extension' and state = 'released';
--> statement-breakpoint
create index voucher_changes_city on voucher_changes (city_id, state, id);
--> statement-breakpoint
create index voucher_changes_voucher on voucher_changes (voucher_id, id);
--> statement-breakpoint
grant select, insert, update on voucher_changes to suanquan_app;
--> statement-breakpoint
grant select, insert, update, delete on voucher_changes to suanquan_engine;
--> statement-breakpoint
alter table voucher_changes enable row level security;
--> statement-breakpoint
alter table voucher_changes force row level security;
--> statement-breakpoint
create policy engine on voucher_changes to suanquan_engine using (true) with check (true);
--> statement-breakpoint
-- Only a voucher of the city's own is changed, and for its own holder.
create policy city on voucher_changes for all to suanquan_app
  using (city_id = (select app.city()))
  with check (city_id = (select app.city()) and exists (select 1 from vouchers v where v.id = voucher_id
    and v.city_id = voucher_changes.city_id and v.organisation_id = voucher_changes.organisation_id));
--> statement-breakpoint
-- The holder reads what was decided, not what is being considered.
create policy holder_reads on voucher_changes for select to suanquan_app
  using (state = 'released' and organisation_id = (select app.organisation()));
--> statement-breakpoint
-- Gives the account of a voucher more time. Raises LG403 for another city, LG404 where there is no such account, or where it has
-- expired or would not become valid for longer.
create function ledger.extend_account(_city uuid, _account uuid, _valid_to timestamptz)
  returns void
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  update ledger.accounts set valid_to = _valid_to
    where city_id = _city and id = _account and valid_to > app.now() and valid_to < _valid_to;
  if not found then raise 'no such account' using errcode = 'LG404'; end if;
end $$;
--> statement-breakpoint
-- Returns the state of the voucher of a hold to the hold's vendor and its holder. The vendor may not read the voucher itself.
create function app.voucher_state_of_hold(_hold uuid)
  returns text
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select v.state from holds h join vouchers v on v.id = h.voucher_id
  where h.id = _hold and app.organisation() in (h.vendor_id, h.organisation_id) $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array[
    'ledger.extend_account(uuid, uuid, timestamptz)', 'app.voucher_state_of_hold(uuid)'
  ]::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
--> statement-breakpoint
-- A certificate says until when its voucher is valid. One that was extended gets a further certificate; the earlier one stays as it
-- was signed.
alter table certificates add column valid_to timestamptz;
--> statement-breakpoint
alter table certificates no force row level security;
--> statement-breakpoint
alter table vouchers no force row level security;
--> statement-breakpoint
update certificates c set valid_to = v.valid_to from vouchers v where v.id = c.voucher_id;
--> statement-breakpoint
alter table certificates force row level security;
--> statement-breakpoint
alter table vouchers force row level security;
--> statement-breakpoint
alter table certificates alter column valid_to set not null;
--> statement-breakpoint
alter table certificates drop constraint certificates_one_per_voucher;
--> statement-breakpoint
alter table certificates add constraint certificates_one_per_term unique (voucher_id, valid_to);
