import { page } from '@/app/frame';
import { appealMessages } from '@/features/appeals/messages';
import { getAppeal } from '@/features/appeals/queries';
import { AppealPage } from '@/features/appeals/ui/appeal-page';

const { generateMetadata, Page } = page('/[locale]/city/appeals/[id]', {
  permission: 'appeal.read',
  load: async ({ actor, params, text, may }) => {
    const appeal = await getAppeal(actor, params.id);
    return appeal && { appeal, act: text('act'), decider: may('appeal.resolve') };
  },
  titleOf: ({ locale, appeal }) => appealMessages(locale).appealOf(appeal),
  view: AppealPage,
});
export { generateMetadata, Page as default };
