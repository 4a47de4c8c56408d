-- The journal and the record are filtered by day, kind and person.
create index entries_day on ledger.entries (city_id, at);
--> statement-breakpoint
create index entries_kind on ledger.entries (city_id, kind, id);
--> statement-breakpoint
create index audit_events_day on audit_events (city_id, at);
--> statement-breakpoint
create index audit_events_action on audit_events (city_id, action, id);
--> statement-breakpoint
create index audit_events_subject_kind on audit_events (city_id, subject_kind, id);
--> statement-breakpoint
create index audit_events_actor on audit_events (city_id, actor_id, id);
