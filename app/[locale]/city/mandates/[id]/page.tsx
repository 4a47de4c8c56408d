import { page } from '@/app/frame';
import { getMandate, listDoneUnder } from '@/features/operators/queries';
import { MandatePage } from '@/features/operators/ui/mandate-page';
import { organisationName } from '@/lib/organisation-name';

const { generateMetadata, Page } = page('/[locale]/city/mandates/[id]', {
  permission: 'mandate.read',
  load: async ({ actor, params: { id }, listAt, may }) => {
    const mandate = await getMandate(actor, id);
    return (
      mandate && {
        mandate,
        ...(await listAt((cursor) => listDoneUnder(actor, id, cursor))),
        mayConfirm: may('mandate.confirm'),
        mayEnd: may('mandate.end'),
      }
    );
  },
  titleOf: ({ locale, mandate }) => organisationName(mandate.agency, locale),
  view: MandatePage,
});
export { generateMetadata, Page as default };
