-- Lists the counters that the journal cannot explain. Must be empty.
create or replace view ledger.journal_breaks with (security_invoker = true) as
  select a.city_id, 'account' as thing, a.id,
    jsonb_build_object('granted', a.granted_fen - j.granted, 'held', a.held_fen - j.held,
      'spent', a.spent_fen - j.spent, 'returned', a.returned_fen - j.returned) as difference
  from ledger.accounts a
  cross join lateral (
    select coalesce(sum(r.granted * e.amount_fen), 0) granted, coalesce(sum(r.held * e.amount_fen), 0) held,
      coalesce(sum(r.spent * e.amount_fen), 0) spent, coalesce(sum(r.returned * e.amount_fen), 0) returned
    from ledger.entries e join ledger.rules r on r.kind = e.kind
    where e.account_id = a.id and e.outcome = 'posted') j
  where (a.granted_fen, a.held_fen, a.spent_fen, a.returned_fen)
    is distinct from (j.granted, j.held, j.spent, j.returned)
  union all
  select h.city_id, 'hold', h.id,
    jsonb_build_object('claimed', h.claimed_fen - j.claimed, 'captured', h.captured_fen - j.captured,
      'released', h.released_fen - j.released, 'reversed', h.reversed_fen - j.reversed,
      'amount', h.amount_fen - j.amount)
  from ledger.holds h
  cross join lateral (
    select coalesce(sum(r.hold_claimed * e.amount_fen), 0) claimed,
      coalesce(sum(r.hold_captured * e.amount_fen), 0) captured,
      coalesce(sum(r.hold_released * e.amount_fen), 0) released,
      coalesce(sum(r.hold_reversed * e.amount_fen), 0) reversed,
      coalesce(sum(e.amount_fen) filter (where e.kind = 'hold'), 0) amount
    from ledger.entries e join ledger.rules r on r.kind = e.kind
    where e.hold_id = h.id and e.outcome = 'posted') j
  where (h.claimed_fen, h.captured_fen, h.released_fen, h.reversed_fen, h.amount_fen)
    is distinct from (j.claimed, j.captured, j.released, j.reversed, j.amount)
  union all
  -- A programme's pool counts its own vouchers, what was written off on them, and its sub-pools; it allots what
  -- those may spend.
  select p.city_id, 'pool', p.id,
    jsonb_build_object('committed', p.committed_fen - j.committed - s.committed,
      'allotted', p.allotted_fen - s.allotted)
  from ledger.pools p
  cross join lateral (
    select coalesce(sum(a.granted_fen - a.returned_fen), 0)
        + coalesce((select sum(e.amount_fen) from ledger.entries e
          join ledger.accounts b on b.id = e.account_id and b.pool_id = p.id
          where e.of_entry_id is not null and e.kind = 'write_off' and e.outcome = 'posted'), 0) committed
    from ledger.accounts a where a.pool_id = p.id) j
  cross join lateral (
    select coalesce(sum(c.committed_fen), 0) committed, coalesce(sum(c.budget_fen), 0) allotted
    from ledger.pools c where c.parent_id = p.id) s
  where (p.committed_fen, p.allotted_fen) is distinct from (j.committed + s.committed, s.allotted)
    -- Pools are public, accounts are not: only the city itself can add up its own.
    and p.city_id = app.city()
  union all
  -- A settled amount is that of its posted entry, with the sign of its kind: captures up, reversals down.
  select l.city_id, 'settlement_line', l.entry_id,
    jsonb_build_object('amount', l.amount_fen - coalesce(j.amount, 0))
  from ledger.settlement_lines l
  cross join lateral (
    select sum(r.payable * e.amount_fen) filter (where r.payable <> 0) amount
    from ledger.entries e join ledger.rules r on r.kind = e.kind
    where e.id = l.entry_id and e.city_id = l.city_id and e.outcome = 'posted') j
  where l.amount_fen is distinct from j.amount
  union all
  -- What undoes or pays back an entry names a posted one of the right kind on the same hold, and in sum never
  -- exceeds it.
  select f.city_id, 'following', f.of_entry_id,
    jsonb_build_object('amount', sum(f.amount_fen) - coalesce(max(o.amount_fen), 0))
  from ledger.entries f
  join ledger.rules r on r.kind = f.kind and r.follows is not null
  left join ledger.entries o on o.id = f.of_entry_id and o.kind = r.follows and o.outcome = 'posted'
    and o.hold_id = f.hold_id and o.vendor_id = f.vendor_id
  where f.of_entry_id is not null and f.outcome = 'posted'
  group by f.city_id, f.of_entry_id
  having sum(f.amount_fen) > coalesce(max(o.amount_fen), 0) or bool_or(o.id is null);

-- Lists money that the journal cannot explain, and counters that differ from what they count: vouchers, orders,
-- redemptions, claims, payments, advances, promises, budgets and what funders bear. Must be empty. Only the city sees all of these.
create or replace view ledger.breaks with (security_invoker = true) as
  select city_id, thing, id, difference from ledger.journal_breaks
  union all
  -- An account is one voucher, and holds what the voucher says.
  select coalesce(v.city_id, a.city_id), 'voucher', coalesce(v.id, a.id),
    jsonb_build_object('granted', coalesce(a.granted_fen, 0) - coalesce(v.face_value_fen, 0))
  from ledger.accounts a full join public.vouchers v on v.id = a.id
  where coalesce(v.city_id, a.city_id) = app.city()
    and (a.granted_fen is distinct from v.face_value_fen
      or (v.state = 'active' and a.frozen) or (v.state = 'frozen' and not a.frozen))
  union all
  -- An order's hold is one of the ledger's, for the same amount; once it is closed nothing of it is open.
  select h.city_id, 'order', h.id,
    jsonb_build_object('amount', coalesce(l.amount_fen, 0) - h.amount_fen,
      'open', l.amount_fen - l.claimed_fen - l.captured_fen - l.released_fen)
  from public.holds h left join ledger.holds l on l.id = h.id
  where h.city_id = app.city()
    and (l.amount_fen is distinct from h.amount_fen
      or (h.state <> 'open' and l.claimed_fen + l.captured_fen + l.released_fen <> l.amount_fen))
  union all
  -- What is claimed and captured on an order's hold is its redemptions, each counted once.
  select h.city_id, 'redemptions', h.id,
    jsonb_build_object('claimed', l.claimed_fen - r.claimed, 'captured', l.captured_fen - r.captured)
  from public.holds h join ledger.holds l on l.id = h.id
  cross join lateral (
    select
      coalesce(sum(subsidy_fen) filter (where state in ('submitted', 'confirmed', 'disputed')), 0) claimed,
      coalesce(sum(subsidy_fen) filter (where state in ('verified', 'batched', 'paid', 'reversed')), 0) captured
    from public.redemptions where hold_id = h.id) r
  where h.city_id = app.city() and (l.claimed_fen, l.captured_fen) is distinct from (r.claimed, r.captured)
  union all
  -- A redemption that became money names its own capture, for the same amount.
  select r.city_id, 'redemption', r.id,
    jsonb_build_object('captured', coalesce(e.amount_fen, 0) - r.subsidy_fen)
  from public.redemptions r
  left join ledger.entries e on e.id = r.capture_entry_id and e.kind = 'capture'
    and e.outcome = 'posted' and e.hold_id = r.hold_id
  where r.city_id = app.city() and r.state in ('verified', 'batched', 'paid', 'reversed')
    and e.amount_fen is distinct from r.subsidy_fen
  union all
  -- What a redemption shows as reversed is what was posted against its capture.
  select r.city_id, 'reversed', r.id, jsonb_build_object('reversed', r.reversed_fen - s.reversed)
  from public.redemptions r
  cross join lateral (
    select coalesce(sum(e.amount_fen), 0) reversed from ledger.entries e
    where e.of_entry_id = r.capture_entry_id and e.kind = 'reverse' and e.outcome = 'posted') s
  where r.city_id = app.city() and r.reversed_fen <> s.reversed
  union all
  -- Every reversal is one recovery's, for the same amount and of its capture.
  select coalesce(r.city_id, e.city_id), 'recovery', coalesce(r.id, e.id),
    jsonb_build_object('reversed', coalesce(e.amount_fen, 0) - coalesce(r.amount_fen, 0))
  from (select * from ledger.entries
    where of_entry_id is not null and kind = 'reverse' and outcome = 'posted') e
  full join (select * from public.recoveries where state in ('released', 'settled')) r
    on r.reverse_entry_id = e.id and r.capture_entry_id = e.of_entry_id
  where coalesce(r.city_id, e.city_id) = app.city() and e.amount_fen is distinct from r.amount_fen
  union all
  -- Every repayment and write-off is one that two people decided on, for the same principal and recovery.
  select coalesce(c.city_id, e.city_id), 'credit', coalesce(c.id, e.id),
    jsonb_build_object('credited', coalesce(e.amount_fen, 0) - coalesce(c.amount_fen - c.interest_fen, 0))
  from (select * from ledger.entries
    where of_entry_id is not null and kind in ('repay', 'write_off') and outcome = 'posted') e
  full join (select c.*, r.reverse_entry_id from public.recovery_credits c
    join public.recoveries r on r.id = c.recovery_id where c.state = 'released' and c.interest_fen < c.amount_fen) c
    on c.entry_id = e.id and c.reverse_entry_id = e.of_entry_id
      and e.kind = case c.kind when 'repayment' then 'repay' else 'write_off' end
  where coalesce(c.city_id, e.city_id) = app.city() and e.amount_fen is distinct from c.amount_fen - c.interest_fen
  union all
  -- Interest that was received or waived is that of one credit that two people decided on, and of its recovery.
  select coalesce(c.city_id, i.city_id), 'interest', coalesce(c.id, i.id),
    jsonb_build_object('interest', coalesce(i.amount_fen, 0) - coalesce(c.interest_fen, 0))
  from ledger.interest_entries i
  full join (select c.*, r.reverse_entry_id from public.recovery_credits c
    join public.recoveries r on r.id = c.recovery_id where c.state = 'released' and c.interest_fen > 0) c
    on c.id = i.credit_id and c.reverse_entry_id = i.of_entry_id and c.payee_id = i.payee_id
      and i.kind = case c.kind when 'waiver' then 'waived' else 'received' end
  where coalesce(c.city_id, i.city_id) = app.city() and i.amount_fen is distinct from c.interest_fen
  union all
  -- A recovery is settled if its reversal is netted, or all of it repaid or written off, and only then. One that
  -- was never paid owes nothing from the start.
  select r.city_id, 'debt', r.id, jsonb_build_object('left', r.amount_fen - s.credited)
  from public.recoveries r
  cross join lateral (
    select coalesce(sum(e.amount_fen), 0) credited,
      exists (select 1 from ledger.settlement_lines l where l.entry_id = r.reverse_entry_id) netted
    from ledger.entries e where e.of_entry_id = r.reverse_entry_id and e.outcome = 'posted') s
  where r.city_id = app.city() and r.state in ('released', 'settled') and r.settled_by is distinct from 'unpaid'
    and (r.state = 'settled') <> (s.netted or s.credited = r.amount_fen)
  union all
  -- What is claimed and captured on a claim's hold is that claim, and nothing of the hold is open.
  select c.city_id, 'claim', c.id,
    jsonb_build_object('claimed', coalesce(l.claimed_fen, 0) - x.claimed,
      'captured', coalesce(l.captured_fen, 0) - x.captured,
      'open', l.amount_fen - l.claimed_fen - l.captured_fen - l.released_fen)
  from public.claims c left join ledger.holds l on l.id = c.hold_id and l.vendor_id = c.organisation_id
  cross join lateral (
    select case when c.state in ('submitted', 'returned') then c.claimed_fen else 0 end claimed,
      case when c.state in ('verified', 'batched', 'paid', 'reversed') then c.approved_fen else 0 end captured) x
  where c.city_id = app.city() and c.hold_id is not null
    and (l.claimed_fen, l.captured_fen, l.amount_fen - l.claimed_fen - l.captured_fen - l.released_fen)
      is distinct from (x.claimed, x.captured, 0::bigint)
  union all
  -- A verified claim names its own capture, for the approved amount.
  select c.city_id, 'claim', c.id, jsonb_build_object('paid', coalesce(e.amount_fen, 0) - c.approved_fen)
  from public.claims c
  left join ledger.entries e on e.id = c.capture_entry_id and e.kind = 'capture'
    and e.outcome = 'posted' and e.hold_id = c.hold_id
  where c.city_id = app.city() and c.state in ('verified', 'batched', 'paid', 'reversed')
    and e.amount_fen is distinct from c.approved_fen
  union all
  -- What a claim shows as reversed is what was posted against its capture.
  select c.city_id, 'claim', c.id, jsonb_build_object('reversed', c.reversed_fen - s.reversed)
  from public.claims c
  cross join lateral (
    select coalesce(sum(e.amount_fen), 0) reversed from ledger.entries e
    where e.of_entry_id = c.capture_entry_id and e.kind = 'reverse' and e.outcome = 'posted') s
  where c.city_id = app.city() and c.capture_entry_id is not null and c.reversed_fen <> s.reversed
  union all
  -- A payment is the lines that its settlement took, less what it draws on advances, with what it pays into them; and
  -- none of these is without a payment.
  select coalesce(p.city_id, s.city_id), 'payment', coalesce(p.id, s.settlement_id),
    jsonb_build_object('amount', coalesce(s.amount_fen, 0) - coalesce(p.amount_fen, 0))
  from (select city_id, settlement_id, sum(amount_fen) amount_fen
    from (select city_id, settlement_id, amount_fen from ledger.settlement_lines
      union all select city_id, settlement_id, signed_fen from ledger.advance_entries
      where settlement_id is not null) m
    group by city_id, settlement_id) s
  full join public.payments p on p.id = s.settlement_id
  where coalesce(p.city_id, s.city_id) = app.city() and s.amount_fen is distinct from p.amount_fen
  union all
  -- A released change of a budget is what the pool has, until the next one.
  select c.city_id, 'budget', c.pool_id, jsonb_build_object('budget', p.budget_fen - c.to_fen)
  from (select distinct on (pool_id) city_id, pool_id, to_fen from public.budget_changes
    where state = 'released' order by pool_id, decided_at desc, id desc) c
  join ledger.pools p on p.id = c.pool_id
  where c.city_id = app.city() and p.budget_fen <> c.to_fen
  union all
  -- What a pool has promised is what its cases were passed for and its lists have on public notice, as far as it is
  -- not issued yet, what its parts promised included.
  select p.city_id, 'promise', p.id, jsonb_build_object('promised', p.promised_fen - s.promised - l.promised)
  from ledger.pools p
  cross join lateral (
    select coalesce(sum(a.approved_fen), 0) promised
    from public.applications a join ledger.pools own on own.id = a.promise_pool_id
    where p.id in (own.id, own.parent_id)
      and a.state in ('final_passed', 'publicised', 'objected', 'approved')) s
  cross join lateral (
    select coalesce(sum(r.amount_fen), 0) promised
    from public.award_rows r
    where r.programme_id = p.id and r.state in ('publicised', 'objected')) l
  where p.city_id = app.city() and p.promised_fen <> s.promised + l.promised
  union all
  -- A settled line of a voucher with funders has parts.
  select f.city_id, 'funders', l.entry_id, jsonb_build_object('amount', -l.amount_fen)
  from ledger.voucher_funding f
  join ledger.entries e on e.account_id = f.account_id
  join ledger.settlement_lines l on l.entry_id = e.id
  where f.city_id = app.city()
    and not exists (select 1 from ledger.funder_entries x where x.entry_id = l.entry_id)
  union all
  -- The parts of a line add up to it, with its sign.
  select x.city_id, 'funders', x.entry_id, jsonb_build_object('amount', sum(x.amount_fen) - l.amount_fen)
  from ledger.funder_entries x join ledger.settlement_lines l on l.entry_id = x.entry_id
  where x.city_id = app.city()
  group by x.city_id, x.entry_id, l.amount_fen
  having sum(x.amount_fen) <> l.amount_fen
  union all
  -- What a funder bears of a voucher is its share of everything that was settled on the voucher.
  select f.city_id, 'funder_share', f.account_id, jsonb_build_object('amount', sum(abs(b.amount - s.share)))
  from ledger.voucher_funding f
  cross join lateral (
    select coalesce(sum(l.amount_fen), 0)::bigint settled
    from ledger.settlement_lines l join ledger.entries e on e.id = l.entry_id
    where e.account_id = f.account_id) t
  cross join lateral (
    select u.name, sum(u.share) share
    from unnest(f.names_zh, ledger.split(t.settled, f.parts, f.odd)) u(name, share) group by u.name) s
  cross join lateral (
    select coalesce(sum(x.amount_fen), 0) amount
    from ledger.funder_entries x join ledger.entries e on e.id = x.entry_id
    join ledger.funders u on u.id = x.funder_id
    where e.account_id = f.account_id and u.name_zh = s.name) b
  where f.city_id = app.city() and b.amount <> s.share
  group by f.city_id, f.account_id
  union all
  -- A bill is the parts of its lines, and what is paid of it is what two people have recorded.
  select b.city_id, 'bill', b.id,
    jsonb_build_object('amount', b.amount_fen - l.amount, 'received', b.paid_fen - r.paid)
  from public.funder_bills b
  cross join lateral (
    select coalesce(sum(x.amount_fen), 0) amount
    from public.funder_bill_lines i
    join ledger.funder_entries x on x.entry_id = i.entry_id and x.funder_id = i.funder_id
    where i.bill_id = b.id) l
  cross join lateral (
    select coalesce(sum(amount_fen), 0) paid from public.funder_receipts
    where bill_id = b.id and state = 'released') r
  where b.city_id = app.city() and (b.amount_fen, b.paid_fen) is distinct from (l.amount, r.paid)
  union all
  -- The balance of an advance is the sum of its movements.
  select a.city_id, 'advance', a.id, jsonb_build_object('balance', a.balance_fen - m.balance)
  from ledger.advances a
  cross join lateral (
    select coalesce(sum(e.signed_fen), 0) balance from ledger.advance_entries e where e.advance_id = a.id) m
  where a.city_id = app.city() and a.balance_fen <> m.balance
  union all
  -- The level of an advance is the one that two people decided on last.
  select a.city_id, 'advance_level', a.id, jsonb_build_object('level', a.level_fen - coalesce(r.amount_fen, 0))
  from ledger.advances a
  left join lateral (
    select q.amount_fen from public.advance_requests q
    where q.programme_id = a.programme_id and q.payee_id = a.payee_id and q.kind = 'level' and q.state = 'released'
    order by q.decided_at desc, q.id desc limit 1) r on true
  where a.city_id = app.city() and a.level_fen is distinct from r.amount_fen
  union all
  -- What is drawn on an advance covers what the same payment settles of its programme.
  select e.city_id, 'advance_draw', e.advance_id,
    jsonb_build_object('amount', sum(e.amount_fen - coalesce(s.settled, 0)))
  from ledger.advance_entries e
  join ledger.advances a on a.id = e.advance_id
  left join public.payments p on p.id = e.settlement_id and p.city_id = a.city_id and p.payee_id = a.payee_id
  cross join lateral (
    select sum(l.amount_fen) settled
    from ledger.settlement_lines l
    join ledger.entries n on n.id = l.entry_id
    join ledger.accounts c on c.id = n.account_id
    join ledger.pools o on o.id = c.pool_id
    where l.settlement_id = p.id and l.amount_fen > 0 and coalesce(o.parent_id, o.id) = a.programme_id) s
  where e.city_id = app.city() and e.kind = 'draw' and e.amount_fen > coalesce(s.settled, 0)
  group by e.city_id, e.advance_id
  union all
  -- What is paid into an advance is a part of a payment to its payee.
  select e.city_id, 'advance_payment', e.advance_id, jsonb_build_object('amount', sum(e.amount_fen))
  from ledger.advance_entries e
  join ledger.advances a on a.id = e.advance_id
  where e.city_id = app.city() and e.kind in ('advance', 'refill')
    and not exists (select 1 from public.payments p
      where p.id = e.settlement_id and p.city_id = a.city_id and p.payee_id = a.payee_id)
  group by e.city_id, e.advance_id
  union all
  -- What was paid back of an advance is what two people have recorded.
  select a.city_id, 'advance_return', a.id, jsonb_build_object('amount', m.returned - q.recorded)
  from ledger.advances a
  cross join lateral (
    select coalesce(sum(e.amount_fen), 0) returned from ledger.advance_entries e
    where e.advance_id = a.id and e.kind = 'return') m
  cross join lateral (
    select coalesce(sum(q.amount_fen), 0) recorded from public.advance_requests q
    where q.programme_id = a.programme_id and q.payee_id = a.payee_id and q.kind = 'return'
      and q.state = 'released') q
  where a.city_id = app.city() and m.returned <> q.recorded;
