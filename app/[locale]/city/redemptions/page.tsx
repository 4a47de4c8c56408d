import { page } from '@/app/frame';
import { listFilterChoices } from '@/features/redemptions/bulk-queries';
import { redemptionMessages } from '@/features/redemptions/messages';
import { cityRedemptionFilter, listCityRedemptions } from '@/features/redemptions/queries';
import { CityRedemptions } from '@/features/redemptions/ui/city-list';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/redemptions', {
  permission: 'redemption.read',
  title: (locale) => redemptionMessages(locale).redemptions,
  load: async ({ actor, query, may }) => ({
    ...(await listFor(cityRedemptionFilter, query, (filter) => listCityRedemptions(actor, filter))),
    choices: await listFilterChoices(actor),
    verifier: may('redemption.verify'),
  }),
  view: CityRedemptions,
});
export { generateMetadata, Page as default };
