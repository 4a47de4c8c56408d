-- Rejects every change and deletion of a programme's version that is published or discarded (trigger
-- programme_versions_immutable), because cases were decided by it. Binds the tables' owner and the engine too,
-- whom no policy stops.
create or replace function app.protect_fixed_versions()
  returns trigger
  language plpgsql
  set search_path = pg_temp
as $$
begin
  if old.state in ('published', 'discarded') then
    raise 'a % version is immutable', old.state
      using errcode = 'PV409', constraint = 'programme_versions_immutable';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;

-- Returns who has an unsubmitted application of a programme of the city that calls. The city may not see drafts,
-- but must notify their applicants when the programme changes; it learns no more than that there are some.
create or replace function app.draft_holders(_programme uuid)
  returns table (organisation_id uuid, application_id uuid)
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select a.organisation_id, a.id from applications a
  where a.programme_id = _programme and a.state = 'draft' and a.city_id = app.city() $$;

-- Returns the pool that pays for a case: the part of the budget that the rules named when the case was last
-- submitted, or else the programme's whole pool. The stored assessment is of the shape that
-- features/rules/stored-assessment.ts writes; features/reviews/promises.db.test.ts fails where the two disagree.
create or replace function app.pool_of_case(_case uuid, _programme uuid)
  returns uuid
  language sql stable
  set search_path = public, pg_temp
as $$
  select coalesce(
    (select p.id from programme_pools p
      where p.programme_id = _programme
        and p.key = (select r.assessment ->> 'subPool' from application_revisions r
          where r.application_id = _case order by r.number desc limit 1)),
    _programme) $$;

-- Keeps the promised money of a case in step with its state and its approved amount (triggers
-- applications_promise_updated and applications_promise_created), so that whoever moves a case moves the promise too.
-- The states are those of `promisedStates` in the lifecycle. Chooses the pool when the promise begins and keeps it
-- until the promise ends.
create or replace function app.update_promise()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  before_pool uuid; before_fen bigint := 0; after_fen bigint := coalesce(new.approved_fen, 0);
begin
  if tg_op = 'UPDATE' then
    before_pool := old.promise_pool_id;
    before_fen := coalesce(old.approved_fen, 0);
  end if;
  new.promise_pool_id := case
    when new.state in ('final_passed', 'publicised', 'objected', 'approved')
      then coalesce(before_pool, app.pool_of_case(new.id, new.programme_id)) end;
  if before_pool is not null and new.promise_pool_id is null then
    perform ledger.promise(before_pool, -before_fen);
  elsif new.promise_pool_id is not null and before_pool is null then
    perform ledger.promise(new.promise_pool_id, after_fen);
  elsif before_pool is not null and after_fen <> before_fen then
    perform ledger.promise(before_pool, after_fen - before_fen);
  end if;
  return new;
end $$;

-- Rejects a decision on an appeal by somebody who reviewed the case, resolved an objection to it or decided
-- another appeal of it (trigger appeals_four_eyes).
create or replace function app.check_appeal_decider()
  returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if new.decided_by is not null and (
    exists (select 1 from reviews r
      where r.application_id = new.application_id and r.reviewer_id = new.decided_by)
    or exists (select 1 from objections o
      where o.application_id = new.application_id and o.resolved_by = new.decided_by)
    or exists (select 1 from appeals a where a.application_id = new.application_id
      and a.id <> new.id and a.decided_by = new.decided_by)
  ) then
    raise 'decided by somebody who has decided before'
      using errcode = 'AP403', constraint = 'appeals_four_eyes';
  end if;
  return new;
end $$;

-- Returns what anybody may learn of a letter whose code they hold: that it is genuine, who issued it to whom and
-- when, and whether it was annulled.
create or replace function app.verify_letter(_code text)
  returns table (
    city_id uuid, kind text, reference text, organisation_name text, issued_at timestamptz,
    annulled_at timestamptz
  )
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select l.city_id, l.kind, a.reference, o.name, l.issued_at, l.annulled_at
  from letters l
  join applications a on a.id = l.application_id
  join organisations o on o.id = l.organisation_id
  where l.code = _code $$;

-- Returns the cases of a city that wait for money (awaiting_funds), in the order that the programme's version in force
-- names (`pool.queueOrder`), or else in the order of passing: `place_in_line` across the city, for the sweep that works the
-- lines off, and `place` in the line of the case's own pool. Whoever calls it sees only the cases that its rows let it see.
create or replace function app.waiting_line(_city uuid)
  returns table (application_id uuid, programme_id uuid, pool_id uuid, place_in_line bigint, place bigint)
  language sql stable
  set search_path = public, pg_temp
as $$
  with waiting as (
    select a.id, a.programme_id, app.pool_of_case(a.id, a.programme_id) as pool_id,
      case v.rules #>> '{pool,queueOrder}'
        when 'upper_tier_first' then (case when a.answers ->> 'otherSupport' = 'yes'
          and a.answers ->> 'upperTierClaimed' = 'yes' then 0 else 1 end)::bigint
        when 'small_first' then a.approved_fen
        else 0 end as first_by,
      case when v.rules #> '{pool,queueOrder}' is null then a.decided_at else a.submitted_at end as then_by
    from applications a
    join programmes p on p.id = a.programme_id
    join programme_versions v on v.id = p.current_version_id
    where a.city_id = _city and a.state = 'awaiting_funds')
  select id, programme_id, pool_id,
    row_number() over (order by first_by, then_by, id),
    row_number() over (partition by pool_id order by first_by, then_by, id)
  from waiting $$;

-- Returns the place of a case of the calling organisation in the line for money of its pool, the first being 1; null where
-- it does not wait. The organisation may not see the other cases, and learns only how many are before its own.
create or replace function app.place_in_line(_case uuid)
  returns bigint
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  select w.place from applications a cross join lateral app.waiting_line(a.city_id) w
  where a.id = _case and w.application_id = a.id and a.organisation_id = app.organisation() $$;
