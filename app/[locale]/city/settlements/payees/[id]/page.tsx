import { page } from '@/app/frame';
import { settlementMessages } from '@/features/settlements/messages';
import { statementMessages } from '@/features/settlements/statement-messages';
import { getPayeeStatement, readStatementFilter } from '@/features/settlements/statement-queries';
import { AccountStatement, type StatementPlace } from '@/features/settlements/ui/account-statement';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/city/settlements/payees/[id]', {
  permission: 'settlement.read',
  title: (locale) => statementMessages(locale).title,
  load: async ({ actor, params, locale, query, found }) => {
    const { id } = params;
    const search = readStatementFilter(query);
    const place: StatementPlace = {
      path: paths.city.payeeStatement(id),
      fileOf: (asked) => paths.api.payeeStatement(id, asked),
    };
    return {
      search,
      statement: found(await getPayeeStatement(actor, id, search)),
      place,
      back: { path: paths.city.settlements(), label: settlementMessages(locale).title },
    };
  },
  view: AccountStatement,
});
export { generateMetadata, Page as default };
