import { page } from '@/app/frame';
import { mandateMessages } from '@/features/operators/messages';
import { listOwnMandates } from '@/features/operators/queries';
import { OperatorHome } from '@/features/operators/ui/operator-home';

const { generateMetadata, Page } = page('/[locale]/operator', {
  permission: 'operator.read',
  title: (locale) => mandateMessages(locale).homeTitle,
  load: async ({ actor }) => ({ mandates: await listOwnMandates(actor) }),
  view: OperatorHome,
});
export { generateMetadata, Page as default };
