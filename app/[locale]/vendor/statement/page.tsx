import { page } from '@/app/frame';
import { listOwnDebts } from '@/features/recoveries/queries';
import { getStatement } from '@/features/settlements/queries';
import { Statement } from '@/features/settlements/ui/statement';
import { settlementMessages } from '@/features/settlements/messages';

const { generateMetadata, Page } = page('/[locale]/vendor/statement', {
  permission: 'statement.read',
  title: (locale) => settlementMessages(locale).statement,
  load: async ({ actor, listAt }) => ({
    ...(await listAt((cursor) => getStatement(actor, cursor))),
    debts: await listOwnDebts(actor),
  }),
  view: Statement,
});
export { generateMetadata, Page as default };
