-- Opens the pool of a programme with its budget in fen, or changes that budget. Constraints reject one below what
-- is committed or what its parts are allotted, and check_promises one below what is promised. Raises LG403 for what
-- is not the pool of a programme of the calling city.
create or replace function ledger.set_budget(_city uuid, _pool uuid, _budget bigint)
  returns void
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  insert into ledger.pools (city_id, id, budget_fen) values (_city, _pool, _budget)
    on conflict (id) do update set budget_fen = excluded.budget_fen
    where pools.city_id = _city and pools.parent_id is null;
  if not found then raise 'no programme''s pool of this city' using errcode = 'LG403'; end if;
end $$;

-- Opens a part of a programme's pool with its budget in fen, or changes that budget, and adds the difference to
-- what the pool has allotted. A constraint of the pool rejects parts that together exceed it. Raises LG403 for a
-- part of another city or another pool, LG404 where the pool does not exist. Lock order: the part, then its pool.
create or replace function ledger.set_sub_budget(_city uuid, _parent uuid, _pool uuid, _budget bigint)
  returns void
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
declare p ledger.pools; before bigint := 0;
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  select * into p from ledger.pools where id = _pool for no key update;
  if found then
    if p.city_id <> _city or p.parent_id is distinct from _parent then
      raise 'no sub-pool of this pool' using errcode = 'LG403';
    end if;
    before := p.budget_fen;
    update ledger.pools set budget_fen = _budget where id = _pool;
  else
    insert into ledger.pools (city_id, id, parent_id, budget_fen) values (_city, _pool, _parent, _budget);
  end if;
  update ledger.pools set allotted_fen = allotted_fen + _budget - before
    where id = _parent and city_id = _city and parent_id is null;
  if not found then raise 'no such pool' using errcode = 'LG404'; end if;
end $$;

-- Commits `_delta` fen of a pool and of its parent, or gives them back, and returns true. Returns false and
-- changes neither where one of them has not enough left beside what is promised. Only for postings, because it
-- writes no entry. Lock order: the pool, then its parent. A transaction that commits to several parts must lock
-- them before, in the order of their ids (ledger.lock_pools).
create or replace function ledger.commit_pool(_pool uuid, _delta bigint)
  returns boolean
  language plpgsql
  set search_path = ledger, pg_temp
as $$
declare above uuid;
begin
  update ledger.pools set committed_fen = committed_fen + _delta
    where id = _pool and committed_fen + _delta between 0 and budget_fen
      and (_delta <= 0 or committed_fen + promised_fen + _delta <= budget_fen)
    returning parent_id into above;
  if not found then return false; end if;
  if above is null then return true; end if;
  update ledger.pools set committed_fen = committed_fen + _delta
    where id = above and committed_fen + _delta between 0 and budget_fen
      and (_delta <= 0 or committed_fen + promised_fen + _delta <= budget_fen);
  if found then return true; end if;
  update ledger.pools set committed_fen = committed_fen - _delta where id = _pool;
  return false;
end $$;

-- Promises `_delta` fen of a pool and of its parent, or takes a promise back. Only for app.update_promise, which
-- keeps promises in step with the cases. Lock order: the pool, then its parent, as in ledger.commit_pool.
create or replace function ledger.promise(_pool uuid, _delta bigint)
  returns void
  language plpgsql
  set search_path = ledger, pg_temp
as $$
declare above uuid;
begin
  update ledger.pools set promised_fen = promised_fen + _delta where id = _pool returning parent_id into above;
  if not found then raise 'no such pool' using errcode = 'LG404'; end if;
  if above is not null then
    update ledger.pools set promised_fen = promised_fen + _delta where id = above;
  end if;
end $$;

-- Rejects every change of a pool that makes it commit and promise more than its budget, be it a promise, a posting
-- or a cut (trigger pools_promised_within_budget). Allows what lessens an excess or leaves it as it is. Two
-- transactions that promise the last money wait for one another at the row.
create or replace function ledger.check_promises()
  returns trigger
  language plpgsql
  set search_path = ledger, pg_temp
as $$
begin
  if new.promised_fen > 0
    and new.committed_fen + new.promised_fen > new.budget_fen
    and new.committed_fen + new.promised_fen - new.budget_fen
      > old.committed_fen + old.promised_fen - old.budget_fen then
    raise 'more than the budget would be promised'
      using errcode = '23514', constraint = 'pools_promised_within_budget';
  end if;
  return new;
end $$;

-- Locks those pools of a city that have one of the ids or are a part of one, parts first and in the order of their
-- ids. A transaction that promises from or commits to several pools calls it before, so that no two wait for each
-- other. Raises LG403 for another city.
create or replace function ledger.lock_pools(_city uuid, _programmes uuid[])
  returns void
  language plpgsql security definer
  set search_path = ledger, pg_temp
as $$
begin
  if _city is distinct from app.city() then raise 'not your city' using errcode = 'LG403'; end if;
  perform 1 from pools where city_id = _city and parent_id = any (_programmes) order by id for no key update;
  perform 1 from pools where city_id = _city and id = any (_programmes) order by id for no key update;
end $$;
