import { page } from '@/app/frame';
import { readDayCursor } from '@/features/proof/domain/head-cursor';
import { proofMessages } from '@/features/proof/messages';
import { getProof } from '@/features/proof/queries';
import { ProofPage } from '@/features/proof/ui/proof-page';
import { isIsoDate } from '@/lib/dates';

const { generateMetadata, Page } = page('/[locale]/city/proof', {
  permission: 'ledger.read',
  title: (locale) => proofMessages(locale).title,
  load: async ({ actor, text, cursorOf, found }) => {
    const cursor = cursorOf('cursor', 'key');
    if (cursor !== undefined) found({ day: readDayCursor(cursor) }.day !== undefined && { cursor });
    const day = text('day');
    if (day !== undefined) found(isIsoDate(day) && { day });
    const proof = found(await getProof(actor, { day, cursor }));
    return { proof, cursor };
  },
  view: ProofPage,
});
export { generateMetadata, Page as default };
