import { page } from '@/app/frame';
import { getStatement } from '@/features/settlements/queries';
import { Statement } from '@/features/settlements/ui/statement';
import { settlementMessages } from '@/features/settlements/messages';
import { paths } from '@/lib/paths';
import { cursorOf } from '@/server/page';

const { generateMetadata, Page } = page('/[locale]/vendor/statement', {
  permission: 'statement.read',
  title: (locale) => settlementMessages(locale).statement,
  load: async ({ actor, query }) => {
    const cursor = cursorOf(query.cursor);
    const data = await getStatement(actor, cursor);
    return { path: paths.vendor.statement(), data, cursor };
  },
  view: Statement,
});
export { generateMetadata, Page as default };
