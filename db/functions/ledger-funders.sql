-- Lists how the awards of each voucher are divided among funders: names, parts, and who pays the odd fen (`odd`, counted
-- from 0). The rules of the voucher's own version decide, as they were in force on the day of its issue. Vouchers of a
-- programme without funders are not in it.
create or replace view ledger.voucher_funding with (security_invoker = true) as
  select v.city_id, v.id as account_id, v.programme_id, s.names_zh, s.names_en, s.parts,
    (p.funding ->> 'oddFenTo')::integer as odd
  from public.vouchers v
  join public.programme_versions p on p.id = v.version_id
  cross join lateral (
    select array_agg(x.share #>> '{funder,zh-CN}' order by x.at) names_zh,
      array_agg(x.share #>> '{funder,en}' order by x.at) names_en,
      array_agg((x.share ->> 'parts')::bigint order by x.at) parts
    from jsonb_array_elements(p.funding -> 'shares') with ordinality x(share, at)) s
  where p.funding is not null and s.parts is not null
    and not exists (
      select 1
      from jsonb_array_elements(coalesce(p.rules -> 'terms', '[]')) t(term),
        to_char(v.issued_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') issued_on
      where term ->> 'clause' = p.funding ->> 'clause'
        and (issued_on collate "C" < term ->> 'from' or issued_on collate "C" > term ->> 'to'
          or (issued_on collate "C" >= term ->> 'suspendedFrom'
            and issued_on collate "C" <= coalesce(term ->> 'suspendedTo', '9999'))));

-- Returns an amount in fen divided among funders by their parts. Each share is cut off to whole fen, and the funder at
-- position `_odd`, counted from 0, gets what remains, so that the shares add up to the amount. The same as splitFunding
-- in features/rules/domain/limits.ts.
create or replace function ledger.split(_amount bigint, _parts bigint[], _odd integer)
  returns bigint[]
  language sql immutable parallel safe
  set search_path = ledger, pg_temp
as $$
  with shares as (
    select u.at, floor(_amount::numeric * u.part / (select sum(x) from unnest(_parts) x))::bigint share
    from unnest(_parts) with ordinality u(part, at))
  select array_agg(share + case when at = _odd + 1 then _amount - (select sum(share)::bigint from shares) else 0 end
    order by at)
  from shares $$;

-- Divides settled lines among the funders of their vouchers, and writes what each of them bears. A funder's part of a line
-- is the difference between its shares of all that is settled on the voucher with this line and without it. So the parts of
-- a line add up to the line, those of a voucher are the split of the voucher's sum however it was divided into lines, and a
-- reversal takes back what its capture gave. Settlements of one city are divided one after the other, because two of
-- them may be about one voucher. Only for the trigger below, and for lines that were settled before there were parts.
create or replace function ledger.split_lines(_entries uuid[])
  returns void
  language plpgsql
  set search_path = ledger, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('funders:' || c.city_id, 0))
    from (select distinct f.city_id from entries e join voucher_funding f on f.account_id = e.account_id
      where e.id = any (_entries) order by 1) c;
  if not found then return; end if;
  insert into funders (city_id, programme_id, name_zh, name_en)
    select u.city_id, u.programme_id, u.zh, u.en
    from (
      select distinct on (f.programme_id, n.zh) f.city_id, f.programme_id, n.zh, n.en, n.at
      from entries e
      join voucher_funding f on f.account_id = e.account_id
      cross join lateral unnest(f.names_zh, f.names_en) with ordinality n(zh, en, at)
      where e.id = any (_entries)
      order by f.programme_id, n.zh, n.at) u
    -- The order of the rules is that of the ids, in which funders are shown.
    order by u.programme_id, u.at
    on conflict on constraint funders_one_per_name do nothing;
  insert into funder_entries (city_id, entry_id, funder_id, amount_fen)
    select r.city_id, r.entry_id, u.id, sum(s.after - s.before)
    from (
      select l.city_id, l.entry_id, l.amount_fen, f.programme_id, f.names_zh, f.parts, f.odd,
        coalesce((
          select sum(o.amount_fen) from settlement_lines o join entries oe on oe.id = o.entry_id
          where oe.account_id = e.account_id and o.entry_id <> all (_entries)), 0)::bigint
          + (sum(l.amount_fen) over (partition by e.account_id order by l.entry_id))::bigint as settled
      from settlement_lines l
      join entries e on e.id = l.entry_id
      join voucher_funding f on f.account_id = e.account_id
      where l.entry_id = any (_entries)) r
    cross join lateral unnest(r.names_zh, split(r.settled, r.parts, r.odd),
      split(r.settled - r.amount_fen, r.parts, r.odd)) s(name, after, before)
    join funders u on u.programme_id = r.programme_id and u.name_zh = s.name
    group by r.city_id, r.entry_id, u.id;
end $$;

-- Divides what a statement has settled among funders (trigger settlement_lines_split), whoever settled it.
create or replace function ledger.split_settled()
  returns trigger
  language plpgsql
  set search_path = ledger, pg_temp
as $$
begin
  perform split_lines(array_agg(entry_id)) from settled having count(*) > 0;
  return null;
end $$;
