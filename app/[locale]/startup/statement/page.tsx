import { page } from '@/app/frame';
import { listOwnDebts } from '@/features/recoveries/queries';
import { statementMessages } from '@/features/settlements/statement-messages';
import { getOwnStatement, readStatementFilter } from '@/features/settlements/statement-queries';
import { AccountStatement } from '@/features/settlements/ui/account-statement';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/startup/statement', {
  permission: 'organisation.read',
  area: 'startup.read',
  title: (locale) => statementMessages(locale).title,
  load: async ({ actor, query, found }) => {
    const search = readStatementFilter(query);
    return {
      search,
      statement: found(await getOwnStatement(actor, search)),
      debts: await listOwnDebts(actor),
      place: { path: paths.startup.statement(), fileOf: paths.api.ownStatement },
    };
  },
  view: AccountStatement,
});
export { generateMetadata, Page as default };
