import { page } from '@/app/frame';
import { journalBounds, journalFilter } from '@/features/ledger/journal-filter';
import { listJournal, listJournalProgrammes } from '@/features/ledger/journal-queries';
import { ledgerMessages } from '@/features/ledger/messages';
import { proveLedger } from '@/features/ledger/queries';
import { LedgerPage } from '@/features/ledger/ui/proof';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/ledger', {
  permission: 'ledger.read',
  title: (locale) => ledgerMessages(locale).title,
  load: async ({ actor, query }) => {
    const programmes = await listJournalProgrammes(actor);
    const found = await listFor(
      journalFilter,
      query,
      (filter) => listJournal(actor, filter),
      journalBounds(programmes),
    );
    // Adding up the whole ledger takes long, so it is done on the page that one opens, and not for each filter and page.
    const isFirst = Object.keys(found.search.typed).length === 0;
    return { proof: isFirst ? await proveLedger(actor) : undefined, programmes, ...found };
  },
  view: LedgerPage,
});
export { generateMetadata, Page as default };
