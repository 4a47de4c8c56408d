-- The limits of the portal's role belong to the role itself: a connection pooler passes on none that a client asks
-- for when it connects. Set by whoever may; where the owner may not, an administrator must have done it.
do $$
declare
  wanted constant text[] := array[
    'statement_timeout=15s',
    'lock_timeout=5s',
    'idle_in_transaction_session_timeout=20s',
    'transaction_timeout=5min'];
  present text[];
  one text;
begin
  select coalesce(setconfig, '{}') into present from pg_db_role_setting
    where setrole = 'suanquan_app'::regrole and setdatabase = 0;
  foreach one in array wanted loop
    -- A limit that an administrator has chosen stands.
    if exists (select 1 from unnest(coalesce(present, '{}')) as p where split_part(p, '=', 1) = split_part(one, '=', 1)) then
      continue;
    end if;
    begin
      execute format('alter role suanquan_app set %I = %L', split_part(one, '=', 1), split_part(one, '=', 2));
    exception when insufficient_privilege then
      raise exception 'The limits of suanquan_app are not set, and this login may not set them.'
        using errcode = '42501',
          hint = format('As superuser: alter role suanquan_app set %s = ''%s''; and so on, as docs/operations.md says.',
            split_part(one, '=', 1), split_part(one, '=', 2));
    end;
  end loop;
end $$;
