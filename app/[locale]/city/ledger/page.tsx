import { page } from '@/app/frame';
import { listEntries, proveLedger } from '@/features/ledger/queries';
import { LedgerPage } from '@/features/ledger/ui/proof';
import { ledgerMessages } from '@/features/ledger/messages';

const { generateMetadata, Page } = page('/[locale]/city/ledger', {
  permission: 'ledger.read',
  title: (locale) => ledgerMessages(locale).title,
  load: async ({ actor, cursorOf }) => {
    const cursor = cursorOf();
    const [proof, page] = await Promise.all([proveLedger(actor), listEntries(actor, cursor)]);
    return { proof, page, cursor };
  },
  view: LedgerPage,
});
export { generateMetadata, Page as default };
