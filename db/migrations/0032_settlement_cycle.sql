-- Settlement by the cycle of each programme: a batch may be made for one programme, and what was verified in a period that
-- has not ended waits. Existing batches are of all programmes, without a last day.
ALTER TABLE "settlement_batches" ADD COLUMN "programme_id" uuid;--> statement-breakpoint
ALTER TABLE "settlement_batches" ADD COLUMN "through" text;--> statement-breakpoint
ALTER TABLE "settlement_batches" ADD CONSTRAINT "settlement_batches_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_batches" ADD CONSTRAINT "settlement_batches_through_day" CHECK ("settlement_batches"."through" ~ '^\d{4}-\d{2}-\d{2}$');--> statement-breakpoint
create view ledger.unsettled with (security_invoker = true) as
  select e.city_id, e.id as entry_id, e.vendor_id as payee_id, coalesce(p.parent_id, p.id) as programme_id,
    r.payable * e.amount_fen as amount_fen, coalesce(c.at, o.at, e.at) as owed_at,
    exists (select 1 from ledger.settlement_lines l where l.entry_id = coalesce(c.id, o.id)) as of_settled
  from ledger.entries e
  join ledger.rules r on r.kind = e.kind and r.payable <> 0
  join ledger.accounts a on a.id = e.account_id
  join ledger.pools p on p.id = a.pool_id
  left join ledger.entries o on o.id = e.of_entry_id
  left join ledger.entries c on c.id = o.of_entry_id
  where e.outcome = 'posted'
    and not exists (select 1 from ledger.settlement_lines l where l.entry_id = e.id);
--> statement-breakpoint
grant select on ledger.unsettled to suanquan_app, suanquan_engine;
--> statement-breakpoint
drop function ledger.settle(uuid, uuid, uuid);
--> statement-breakpoint
create function ledger.settle(
  _city uuid, _settlement uuid, _vendor uuid, _programmes uuid[] default null, _before timestamptz[] default null
)
  returns bigint
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
declare total bigint; before bigint; foreign_lines boolean;
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  perform ledger.lock_payee(_city, _vendor);
  select coalesce(sum(l.amount_fen), 0),
      coalesce(bool_or((e.city_id, e.vendor_id) is distinct from (_city, _vendor)), false)
    into before, foreign_lines
    from ledger.settlement_lines l join ledger.entries e on e.id = l.entry_id
    where l.settlement_id = _settlement;
  if foreign_lines then raise 'another payee''s settlement' using errcode = 'LG403'; end if;
  begin
    with taken as (
      insert into ledger.settlement_lines (city_id, entry_id, settlement_id, amount_fen)
        select u.city_id, u.entry_id, _settlement, u.amount_fen
        from ledger.unsettled u
        where u.city_id = _city and u.payee_id = _vendor
          and (_programmes is null or u.of_settled or exists (
            select 1 from unnest(_programmes, _before) as d(programme, before)
            where d.programme = u.programme_id and u.owed_at < d.before))
        on conflict do nothing returning amount_fen)
    select before + coalesce(sum(amount_fen), 0) into total from taken;
    if total <= 0 then raise 'nothing to pay' using errcode = 'LG204'; end if;
  exception when sqlstate 'LG204' then
    total := 0;
  end;
  return total;
end $$;
--> statement-breakpoint
alter function ledger.settle(uuid, uuid, uuid, uuid[], timestamptz[]) owner to suanquan_engine;
--> statement-breakpoint
revoke all on function ledger.settle(uuid, uuid, uuid, uuid[], timestamptz[]) from public;
--> statement-breakpoint
grant execute on function ledger.settle(uuid, uuid, uuid, uuid[], timestamptz[]) to suanquan_app;
