import { page } from '@/app/frame';
import { advanceMessages } from '@/features/advances/messages';
import { getRequest } from '@/features/advances/queries';
import { RequestPage } from '@/features/advances/ui/request-page';

const { generateMetadata, Page } = page('/[locale]/city/advances/requests/[id]', {
  permission: 'advance.read',
  title: (locale) => advanceMessages(locale).title,
  load: async ({ actor, params, role }) => {
    const request = await getRequest(actor, params.id);
    return request && { request, role: role() };
  },
  view: RequestPage,
});
export { generateMetadata, Page as default };
