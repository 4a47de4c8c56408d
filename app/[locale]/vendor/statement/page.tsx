import { page } from '@/app/frame';
import { getStatement } from '@/features/settlements/queries';
import { Statement } from '@/features/settlements/ui/statement';
import { settlementMessages } from '@/features/settlements/messages';

const { generateMetadata, Page } = page('/[locale]/vendor/statement', {
  permission: 'statement.read',
  title: (locale) => settlementMessages(locale).statement,
  load: ({ actor, listAt }) => listAt((cursor) => getStatement(actor, cursor)),
  view: Statement,
});
export { generateMetadata, Page as default };
