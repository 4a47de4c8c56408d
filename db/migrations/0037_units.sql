-- A voucher may count another unit than yuan: GPU-hours, card-hours or millions of tokens. Its money stays fen; the unit and
-- the approved price of one are frozen with it when it is issued, and copied to each of its holds for the vendor.
alter table vouchers add column unit text, add column unit_price_fen bigint;
--> statement-breakpoint
alter table vouchers add constraint vouchers_unit_priced
  check ((unit is null) = (unit_price_fen is null) and unit_price_fen > 0
    and unit in ('gpuHour', 'cardHour', 'millionTokens'));
--> statement-breakpoint
alter table holds add column unit text, add column unit_price_fen bigint;
--> statement-breakpoint
alter table holds add constraint holds_unit_priced
  check ((unit is null) = (unit_price_fen is null) and unit_price_fen > 0
    and unit in ('gpuHour', 'cardHour', 'millionTokens'));
--> statement-breakpoint
-- Rejects a change of the unit of a voucher or a hold and of its price (triggers vouchers_unit_frozen and
-- holds_unit_frozen): both are those of the rules under which the voucher was issued. Binds the engine too.
create or replace function app.protect_unit()
  returns trigger
  language plpgsql
  set search_path = pg_temp
as $$
begin
  if (new.unit, new.unit_price_fen) is distinct from (old.unit, old.unit_price_fen) then
    raise 'the unit of a % never changes', tg_table_name
      using errcode = 'VU409', constraint = tg_table_name || '_unit_frozen';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Gives a new hold the unit of its voucher and the price of one (trigger holds_unit_copied), which its vendor may
-- not read there.
create or replace function app.copy_unit_to_hold()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  select v.unit, v.unit_price_fen into new.unit, new.unit_price_fen from vouchers v where v.id = new.voucher_id;
  return new;
end $$;
--> statement-breakpoint
alter function app.copy_unit_to_hold() owner to suanquan_engine;
--> statement-breakpoint
revoke all on function app.copy_unit_to_hold(), app.protect_unit() from public;
--> statement-breakpoint
create trigger vouchers_unit_frozen before update of unit, unit_price_fen on vouchers
  for each row execute function app.protect_unit();
--> statement-breakpoint
create trigger holds_unit_copied before insert on holds
  for each row execute function app.copy_unit_to_hold();
--> statement-breakpoint
create trigger holds_unit_frozen before update of unit, unit_price_fen on holds
  for each row execute function app.protect_unit();
