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
    const list = listFor(
      journalFilter,
      query,
      (filter) => listJournal(actor, filter),
      journalBounds(programmes),
    );
    const [proof, found] = await Promise.all([proveLedger(actor), list]);
    return { proof, programmes, ...found };
  },
  view: LedgerPage,
});
export { generateMetadata, Page as default };
