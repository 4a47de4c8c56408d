-- Returns whose chain the transaction may read: the city's, and for the portal outside of any city that of the events
-- which belong to none. One value, so that a policy can use an index.
create or replace function app.chain()
  returns uuid
  language sql stable
as $$ select coalesce(app.city(), case when app.is_portal() then '00000000-0000-0000-0000-000000000000'::uuid end) $$;

-- Returns the smallest id that could have been made at a moment, so that rows of the last day are found by their ids,
-- which begin with the time.
create or replace function app.id_at(_at timestamptz)
  returns uuid
  language sql immutable
as $$
  select (lpad(to_hex(floor(extract(epoch from _at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;

-- Returns an instant as it stands in a sealed text: in UTC, to the microsecond, whatever the session's time zone.
create or replace function app.instant_text(_at timestamptz)
  returns text
  language sql stable
as $$ select to_char(_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

-- Returns the canonical text of an entry, which is sealed: a JSON array of texts. features/proof/read-records.ts writes
-- the same text outside the database. Rows are sealed by these texts for ever: a new column is sealed by a new kind of
-- row beside them, never by another text of the same kind.
create or replace function app.entry_text(_e ledger.entries)
  returns text
  language sql stable
as $$
  select jsonb_build_array('entry', _e.city_id::text, _e.id::text, _e.kind, _e.amount_fen::text, _e.account_id::text,
    _e.hold_id::text, _e.vendor_id::text, _e.actor_id::text, _e.client_id::text, _e.idempotency_key,
    _e.fingerprint, _e.outcome, app.instant_text(_e.at), _e.of_entry_id::text)::text
$$;

-- Returns the canonical text of an audit event, which is sealed.
create or replace function app.event_text(_a public.audit_events)
  returns text
  language sql stable
as $$
  select jsonb_build_array('event', _a.city_id::text, _a.id::text, app.instant_text(_a.at), _a.actor_id::text,
    _a.actor_name, _a.actor_role, _a.action, _a.subject_kind, _a.subject_id::text, _a.application_id::text,
    _a.voucher_id::text, _a.organisation_id::text, _a.version_id::text, _a.data::text)::text
$$;

-- Seals what is unsealed among the next `_scan` rows of one kind after an id: one seal, whose hash covers the seal
-- before it and the canonical text of each row in the order of their ids. Returns how many rows were sealed, and the
-- id to go on after, or null at the end. Looks for rows without a seal rather than for newer ones, so that one of a
-- slow transaction is never missed. The lock on the chain makes a second sealer wait; without it `seals_no_fork`
-- would refuse the second seal. A null city is the chain of the events that belong to no city.
create or replace function app.seal_rows(_city uuid, _kind text, _after uuid, _scan integer)
  returns table (sealed integer, next_after uuid)
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  chain uuid := coalesce(_city, '00000000-0000-0000-0000-000000000000');
  ran timestamptz; page uuid[]; known uuid[]; ids uuid[]; lines text[]; before seals; previous text;
begin
  if not app.is_portal() then raise 'only the portal seals' using errcode = '42501'; end if;
  insert into seal_chains (city_id) values (chain) on conflict do nothing;
  select c.ran_at into ran from seal_chains c where c.city_id = chain for update;
  if _kind = 'entry' then
    page := array(select e.id from ledger.entries e where e.city_id = chain and e.id > _after
      order by e.id limit _scan);
  elsif _city is null then
    page := array(select a.id from audit_events a where a.city_id is null and a.id > _after
      order by a.id limit _scan);
  else
    page := array(select a.id from audit_events a where a.city_id = _city and a.id > _after
      order by a.id limit _scan);
  end if;
  known := array(select s.row_id from sealed_rows s where s.kind = _kind and s.row_id = any (page));
  ids := array(select id from unnest(page) id where id <> all (known) order by id);
  if _kind = 'entry' then
    lines := array(select app.entry_text(e) from ledger.entries e where e.id = any (ids) order by e.id);
  else
    lines := array(select app.event_text(a) from audit_events a where a.id = any (ids) order by a.id);
  end if;
  next_after := case when cardinality(page) = _scan then page[_scan] end;
  sealed := cardinality(ids);
  if sealed > 0 then
    select * into before from seals s where s.city_id = chain order by s.number desc limit 1;
    previous := coalesce(before.hash, repeat('0', 64));
    insert into seals (city_id, number, kind, rows, total, previous_hash, hash, ran_after, sealed_at)
      values (chain, coalesce(before.number, 0) + 1, _kind, sealed, coalesce(before.total, 0) + sealed, previous,
        encode(sha256(convert_to(previous || E'\n' || array_to_string(lines, E'\n'), 'UTF8')), 'hex'),
        ran, app.now());
    insert into sealed_rows (kind, row_id, city_id, seal, position, row_hash)
      select _kind, r.id, chain, coalesce(before.number, 0) + 1, r.position,
        encode(sha256(convert_to(r.line, 'UTF8')), 'hex')
      from unnest(ids, lines) with ordinality as r(id, line, position);
  end if;
  return next;
end $$;

-- Notes that a run which began at this time of the portal has sealed everything it could see: a row that is dated
-- well before and is sealed later was dated back.
create or replace function app.end_sealing(_city uuid, _began timestamptz)
  returns void
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if not app.is_portal() then raise 'only the portal seals' using errcode = '42501'; end if;
  update seal_chains set ran_at = greatest(ran_at, _began)
    where city_id = coalesce(_city, '00000000-0000-0000-0000-000000000000');
end $$;

-- Publishes the present head of a chain as that of a day which is over, once: returns false where that day has one, or
-- where nothing is sealed yet.
create or replace function app.publish_head(_city uuid, _day date)
  returns boolean
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if not app.is_portal() then raise 'only the portal publishes' using errcode = '42501'; end if;
  if _day >= (app.now() at time zone 'Asia/Shanghai')::date then raise 'the day is not over'; end if;
  insert into published_heads (city_id, day, seal, hash, total, published_at)
    select s.city_id, _day, s.number, s.hash, s.total, app.now() from seals s
    where s.city_id = coalesce(_city, '00000000-0000-0000-0000-000000000000')
    order by s.number desc limit 1
    on conflict do nothing;
  return found;
end $$;

-- Returns what the health page says of the proof: open findings of the books, of days' ends and of the chain, and how many minutes
-- ago the city that has waited longest was checked, in real time; null before the first check.
create or replace function app.proof_health()
  returns table (breaks integer, days integer, chain integer, minutes integer)
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select count(*) filter (where f.source = 'books')::integer, count(*) filter (where f.source = 'day')::integer,
    count(*) filter (where f.source = 'chain')::integer,
    (select floor(extract(epoch from now() - min(c.ran_at)) / 60)::integer from proof_checks c
      where c.kind = 'recent')
  from proof_findings f where f.gone_at is null
$$;
