import { page } from '@/app/frame';
import { objectionMessages } from '@/features/objections/messages';
import { getObjection } from '@/features/objections/queries';
import { ObjectionPage } from '@/features/objections/ui/objections';

const { generateMetadata, Page } = page('/[locale]/city/objections/[id]', {
  permission: 'objection.read',
  load: async ({ actor, params, text, may }) => {
    const objection = await getObjection(actor, params.id);
    const lists = may('award.read');
    return objection && { objection, act: text('act'), resolver: may('objection.resolve'), lists };
  },
  titleOf: ({ locale, objection }) => objectionMessages(locale).objectionOf(objection),
  view: ObjectionPage,
});
export { generateMetadata, Page as default };
