-- Evidence lies with the appeal that it came with, written at the same instant; all of a case lay together.
-- Row security is forced on the owner too.
set local role suanquan_engine;--> statement-breakpoint
update documents d set requirement = 'appeal:' || (
    select a.reference from appeals a where a.application_id = d.application_id
    order by abs(extract(epoch from a.filed_at - d.created_at)) limit 1)
  where d.requirement = 'appealFile'
    and exists (select 1 from appeals a where a.application_id = d.application_id);
--> statement-breakpoint
reset role;
