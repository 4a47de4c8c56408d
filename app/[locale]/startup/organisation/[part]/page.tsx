import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { getPart } from '@/features/organisations/part-queries';
import { partTitle } from '@/features/organisations/ui/frame';
import { OrganisationPart } from '@/features/organisations/ui/part-page';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { authorise } from '@/server/gate';
import { allow } from '@/server/page';

const { generateMetadata, Page } = page('/[locale]/startup/organisation/[part]', {
  permission: 'organisation.read',
  title: (locale, params) => partTitle(locale, params.part),
  load: async ({ actor, params, query, done }) => {
    await allow('startup.read');
    const editor = await authorise('organisation.edit');
    const view = (await getPart(actor, editor.ok ? editor.value : null, params.part)) ?? notFound();
    return { role: roleOf(actor), view, edit: one(query.edit), done };
  },
  view: OrganisationPart,
});
export { generateMetadata, Page as default };
