import { page } from '@/app/frame';
import { getHoldForm } from '@/features/redemptions/hold-queries';
import { holdMessages } from '@/features/redemptions/messages';
import { HoldPage } from '@/features/redemptions/ui/hold-form';

const { generateMetadata, Page } = page('/[locale]/startup/vouchers/[id]/hold', {
  permission: 'hold.authorise',
  title: (locale) => holdMessages(locale).title,
  load: async ({ actor, params }) => {
    const form = await getHoldForm(actor, params.id);
    return form && { form };
  },
  view: HoldPage,
});
export { generateMetadata, Page as default };
