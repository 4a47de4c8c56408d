-- Finds the firms on the portal among the credit codes of a city's list. Returns nothing to anybody but a city.
create or replace function app.find_firms(_codes text[])
  returns table (
    credit_code text, organisation_id uuid, name text, kind text, applicant_type text, registered_on text,
    has_owner boolean
  )
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select o.credit_code, o.id, o.name, o.kind, o.applicant_type, o.registered_on::text,
    exists (select 1 from memberships m
      where m.organisation_id = o.id and m.role = 'owner' and m.ended_at is null)
  from organisations o where app.city() is not null and o.credit_code = any (_codes) $$;

-- Creates the firms of the next `_count` lines of a list after line `_after` that are not on the portal yet, joins
-- each line to its firm, and returns how many it created. The firms come without a contact and name one
-- themselves. Locks the list and raises AW403 unless it belongs to the calling city, was proposed by somebody else,
-- who may not release it, and is proposed or has been on public notice to the end.
create or replace function app.create_award_firms(_import uuid, _after integer, _count integer)
  returns integer
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare created integer; lines uuid[];
begin
  perform 1 from award_imports i where i.id = _import and i.city_id = app.city()
    and (i.state = 'proposed' or i.state = 'publicised' and i.notice_ends_at <= app.now())
    and i.proposed_by <> app.user_id() for no key update;
  if not found then raise 'not yours to release' using errcode = 'AW403'; end if;
  lines := array(select r.id from award_rows r
    where r.import_id = _import and r.state in ('ready', 'publicised') and r.line > _after
    order by r.line limit _count);
  insert into organisations (kind, credit_code, name, region, address, registered_on, legal_representative)
    select distinct on (r.credit_code) 'startup', r.credit_code, r.name, c.name_zh, '', r.registered_on, ''
    from award_rows r join cities c on c.id = r.city_id
    where r.id = any (lines)
    order by r.credit_code, r.line
    on conflict on constraint organisations_credit_code_unique do nothing;
  get diagnostics created = row_count;
  update award_rows r set organisation_id = (select o.id from organisations o
      where o.credit_code = r.credit_code and o.kind = 'startup')
    where r.id = any (lines);
  return created;
end $$;

-- Keeps the promised money of a list's rows in step with their states and amounts (triggers
-- award_rows_promise_updated and award_rows_promise_created), so that whoever moves a row moves the promise too. The
-- states are those of `promisedRowStates` in the lifecycle, the pool is the programme's. Adds up a whole statement,
-- because a list has thousands of rows of one pool.
create or replace function app.update_award_promises()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare moved record;
begin
  if tg_op = 'INSERT' then
    for moved in select programme_id, sum(amount_fen) as fen from after_rows
      where state in ('publicised', 'objected') group by programme_id order by programme_id
    loop
      perform ledger.promise(moved.programme_id, moved.fen::bigint);
    end loop;
    return null;
  end if;
  for moved in select x.programme_id, sum(x.fen) as fen
    from (select programme_id, amount_fen as fen from after_rows where state in ('publicised', 'objected')
      union all
      select programme_id, -amount_fen from before_rows where state in ('publicised', 'objected')) x
    group by x.programme_id having sum(x.fen) <> 0 order by x.programme_id
  loop
    perform ledger.promise(moved.programme_id, moved.fen::bigint);
  end loop;
  return null;
end $$;

-- Rejects a decision on an objection to a row of a list by somebody who uploaded, proposed or published that list
-- (trigger objections_award_four_eyes).
create or replace function app.check_award_objection()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if new.award_row_id is not null and new.resolved_by is not null and exists (
    select 1 from award_rows r join award_imports i on i.id = r.import_id
    where r.id = new.award_row_id and new.resolved_by in (i.created_by, i.proposed_by, i.published_by))
  then
    raise 'who made the list decides no objection to it'
      using errcode = '23514', constraint = 'objections_award_four_eyes';
  end if;
  return new;
end $$;

-- Invites the owners of firms that were awarded something by the calling city and have no owner, and returns how
-- many. Each gets one invitation, which is valid once and for 72 hours; an earlier one ends. Each row has
-- organisation, email, token_hash and the values of the e-mail.
create or replace function app.invite_award_owners(_template text, _rows jsonb)
  returns integer
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare n integer; moment timestamptz := app.now(); city uuid := app.city(); invited uuid[];
begin
  -- Subqueries with a limit are looked up firm by firm; as joins they would be planned for the few
  -- rows that the table had before this transaction.
  select array_agg(x.organisation) into invited
    from jsonb_to_recordset(_rows) as x(organisation uuid)
    where (select true from award_rows r where r.organisation_id = x.organisation
        and r.city_id = city limit 1)
      and (select true from memberships m where m.organisation_id = x.organisation
        and m.role = 'owner' and m.ended_at is null limit 1) is null;
  update invitations set expires_at = moment
    where organisation_id = any (invited) and role = 'owner' and accepted_at is null
      and expires_at > moment;
  insert into invitations (token_hash, email, role, organisation_id, invited_by, expires_at, created_at)
    select x.token_hash, x.email, 'owner', x.organisation, app.user_id(),
      moment + interval '72 hours', moment
    from jsonb_to_recordset(_rows) as x(organisation uuid, email text, token_hash text)
    where x.organisation = any (invited);
  insert into mails (recipient, locale, template, values, created_at)
    select x.email, 'zh-CN', _template, x.values, moment
    from jsonb_to_recordset(_rows) as x(organisation uuid, email text, values jsonb)
    where x.organisation = any (invited);
  get diagnostics n = row_count;
  return n;
end $$;

-- Returns for awarded firms whether they have an owner, and their last invitation, to the city that awarded them.
create or replace function app.award_invitations(_organisations uuid[])
  returns table (organisation_id uuid, has_owner boolean, email text, expires_at timestamptz)
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select o.id,
    exists (select 1 from memberships m
      where m.organisation_id = o.id and m.role = 'owner' and m.ended_at is null),
    i.email, i.expires_at
  from organisations o
  left join lateral (select n.email, n.expires_at from invitations n
    where n.organisation_id = o.id and n.role = 'owner' order by n.id desc limit 1) i on true
  where o.id = any (_organisations) and (select true from award_rows r
    where r.organisation_id = o.id and r.city_id = app.city() limit 1) $$;

-- Returns a page of what was awarded without application, for the public: name, amount in fen, day and city, but
-- no credit code and no address.
create or replace function app.public_awards(_city text, _before uuid, _limit integer)
  returns table (
    id uuid, organisation_name text, amount_fen bigint, issued_at timestamptz, reference text, city_zh text,
    city_en text
  )
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select v.id, o.name, v.face_value_fen, v.issued_at, i.reference, c.name_zh, c.name_en
  from vouchers v
  join award_rows r on r.id = v.award_row_id
  join award_imports i on i.id = r.import_id
  join organisations o on o.id = v.organisation_id
  join cities c on c.id = v.city_id
  where v.state <> 'revoked' and (_city is null or c.slug = _city)
    and (_before is null or v.id < _before)
  order by v.id desc limit least(_limit, 101) $$;

-- Updates the planner's statistics after rows of awards were written by the thousand: with the old ones the
-- planner would compare each row with every other. Runs as the owner of the table, which alone may analyse it, and
-- skips the table where it is locked.
create or replace function app.analyze_awards()
  returns void
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  analyze (skip_locked) award_rows;
end $$;
