import { page } from '@/app/frame';
import { getStatement } from '@/features/settlements/queries';
import { Statement } from '@/features/settlements/ui/statement';
import { statementMessages } from '@/features/settlements/statement-messages';

const { generateMetadata, Page } = page('/[locale]/vendor/statement/payments', {
  permission: 'statement.read',
  title: (locale) => statementMessages(locale).payments,
  load: ({ actor, listAt }) => listAt((cursor) => getStatement(actor, cursor)),
  view: Statement,
});
export { generateMetadata, Page as default };
