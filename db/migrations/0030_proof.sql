-- The proof of the books: seals over the ledger and the audit, made outside the way of the money; the published head
-- of each day; what the last checks found; and the reconciliation at each day's end. The chain of the events that
-- belong to no city has the nil id as its city.

-- Returns whose chain the transaction may read: the city's, and for the portal outside of any city that of the events
-- which belong to none. One value, so that a policy can use an index.
create or replace function app.chain()
  returns uuid
  language sql stable
as $$ select coalesce(app.city(), case when app.is_portal() then '00000000-0000-0000-0000-000000000000'::uuid end) $$;
--> statement-breakpoint
create table seal_chains (
  city_id uuid primary key,
  ran_at timestamptz
);
--> statement-breakpoint
create table seals (
  city_id uuid not null,
  number bigint not null,
  kind text not null,
  rows integer not null,
  total bigint not null,
  previous_hash text not null,
  hash text not null,
  ran_after timestamptz,
  sealed_at timestamptz not null,
  primary key (city_id, number),
  constraint seals_no_fork unique (city_id, previous_hash),
  constraint seals_kind_known check (kind in ('entry', 'event')),
  constraint seals_not_empty check (rows > 0 and total >= rows)
);
--> statement-breakpoint
create table sealed_rows (
  kind text not null,
  row_id uuid not null,
  city_id uuid not null,
  seal bigint not null,
  position integer not null,
  row_hash text not null,
  primary key (kind, row_id),
  constraint sealed_rows_one_place unique (city_id, seal, position),
  constraint sealed_rows_seal foreign key (city_id, seal) references seals (city_id, number)
);
--> statement-breakpoint
create table published_heads (
  city_id uuid not null,
  day date not null,
  seal bigint not null,
  hash text not null,
  total bigint not null,
  published_at timestamptz not null,
  primary key (city_id, day),
  constraint published_heads_seal foreign key (city_id, seal) references seals (city_id, number)
);
--> statement-breakpoint
create index published_heads_day on published_heads (day, city_id);
--> statement-breakpoint
create table proof_checks (
  city_id uuid not null,
  kind text not null,
  at timestamptz not null,
  ran_at timestamptz not null,
  looked_at bigint not null,
  found integer not null,
  first_name text,
  first_subject text,
  first_detail jsonb,
  resume_after uuid,
  primary key (city_id, kind),
  constraint proof_checks_kind_known check (kind in ('recent', 'full', 'chain')),
  constraint proof_checks_first check ((found = 0) = (first_name is null))
);
--> statement-breakpoint
create table proof_findings (
  id uuid primary key default uuidv7(),
  city_id uuid not null,
  source text not null,
  name text not null,
  subject text not null,
  detail jsonb not null,
  found_at timestamptz not null,
  gone_at timestamptz,
  constraint proof_findings_source_known check (source in ('books', 'chain', 'day'))
);
--> statement-breakpoint
create unique index proof_findings_one_open on proof_findings (city_id, source, name, subject) where gone_at is null;
--> statement-breakpoint
create table day_ends (
  city_id uuid not null references cities (id),
  day date not null,
  taken_at timestamptz not null,
  figures jsonb not null,
  primary key (city_id, day)
);
--> statement-breakpoint
create index entries_city on ledger.entries (city_id, id);
--> statement-breakpoint
-- What is sealed, published and reconciled is never changed: nobody may update or delete there.
grant select on seal_chains, seals, sealed_rows, published_heads to suanquan_app;
--> statement-breakpoint
grant select, insert on seals, sealed_rows, published_heads to suanquan_engine;
--> statement-breakpoint
grant select, insert, update on seal_chains to suanquan_engine;
--> statement-breakpoint
grant select, insert, update on proof_checks, proof_findings to suanquan_app;
--> statement-breakpoint
grant select on proof_checks, proof_findings, day_ends to suanquan_engine;
--> statement-breakpoint
grant select, insert on day_ends to suanquan_app;
--> statement-breakpoint
do $$
declare t regclass;
begin
  foreach t in array array['seal_chains', 'seals', 'sealed_rows', 'published_heads', 'proof_checks',
      'proof_findings', 'day_ends']::regclass[] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy engine on %s to suanquan_engine using (true) with check (true)', t);
  end loop;
  foreach t in array array['seal_chains', 'seals', 'sealed_rows', 'proof_checks', 'proof_findings',
      'day_ends']::regclass[] loop
    execute format('create policy chain_reads on %s for select to suanquan_app
      using (city_id = (select app.chain()))', t);
  end loop;
  foreach t in array array['proof_checks', 'proof_findings', 'day_ends']::regclass[] loop
    execute format('create policy portal on %s for all to suanquan_app
      using ((select app.is_portal()) and city_id = (select app.chain()))
      with check ((select app.is_portal()) and city_id = (select app.chain()))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy public_read on published_heads for select to suanquan_app using (true);
--> statement-breakpoint
create policy portal_reads on audit_events for select to suanquan_app
  using ((select app.is_portal()) and (select app.city()) is null and city_id is null);
--> statement-breakpoint
-- Returns the smallest id that could have been made at a moment, so that rows of the last day are found by their ids,
-- which begin with the time.
create or replace function app.id_at(_at timestamptz)
  returns uuid
  language sql immutable
as $$
  select (lpad(to_hex(floor(extract(epoch from _at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;
--> statement-breakpoint
-- Returns an instant as it stands in a sealed text: in UTC, to the microsecond, whatever the session's time zone.
create or replace function app.instant_text(_at timestamptz)
  returns text
  language sql stable
as $$ select to_char(_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
--> statement-breakpoint
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
--> statement-breakpoint
-- Returns the canonical text of an audit event, which is sealed.
create or replace function app.event_text(_a public.audit_events)
  returns text
  language sql stable
as $$
  select jsonb_build_array('event', _a.city_id::text, _a.id::text, app.instant_text(_a.at), _a.actor_id::text,
    _a.actor_name, _a.actor_role, _a.action, _a.subject_kind, _a.subject_id::text, _a.application_id::text,
    _a.voucher_id::text, _a.organisation_id::text, _a.version_id::text, _a.data::text)::text
$$;
--> statement-breakpoint
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
--> statement-breakpoint
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
--> statement-breakpoint
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
--> statement-breakpoint
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
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array[
    'app.seal_rows(uuid, text, uuid, integer)', 'app.end_sealing(uuid, timestamptz)',
    'app.publish_head(uuid, date)', 'app.proof_health()'
  ]::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
