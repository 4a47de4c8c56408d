-- A payee's statement reads its own entries by their days, over all cities.
create index entries_payee on ledger.entries (vendor_id, at) where vendor_id is not null;
