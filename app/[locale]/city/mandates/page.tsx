import { page } from '@/app/frame';
import { mandateMessages } from '@/features/operators/messages';
import { listMandates } from '@/features/operators/queries';
import { MandateList } from '@/features/operators/ui/mandate-list';

const { generateMetadata, Page } = page('/[locale]/city/mandates', {
  permission: 'mandate.read',
  title: (locale) => mandateMessages(locale).title,
  load: async ({ actor, listAt, may }) => ({
    ...(await listAt((cursor) => listMandates(actor, cursor))),
    mayPropose: may('mandate.propose'),
  }),
  view: MandateList,
});
export { generateMetadata, Page as default };
