import { page } from '@/app/frame';
import { getVendorHold, listOpenHolds } from '@/features/redemptions/hold-queries';
import { redemptionMessages } from '@/features/redemptions/messages';
import { ChooseHold, NewRedemption } from '@/features/redemptions/ui/redemption-form';

const { generateMetadata, Page } = page('/[locale]/vendor/redemptions/new', {
  permission: 'redemption.submit',
  title: (locale) => redemptionMessages(locale).newTitle,
  load: async ({ actor, text }) => {
    const holdId = text('hold');
    const hold = holdId === undefined ? undefined : await getVendorHold(actor, holdId);
    return hold?.state === 'open' ? { hold } : { page: await listOpenHolds(actor, undefined) };
  },
  view: ({ locale, hold, page }) =>
    hold ? (
      <NewRedemption locale={locale} hold={hold} />
    ) : (
      <ChooseHold locale={locale} page={page} />
    ),
});
export { generateMetadata, Page as default };
