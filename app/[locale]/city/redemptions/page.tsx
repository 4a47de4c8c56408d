import { page } from '@/app/frame';
import { redemptionMessages } from '@/features/redemptions/messages';
import { listCityRedemptions, redemptionFilter } from '@/features/redemptions/queries';
import { RedemptionList } from '@/features/redemptions/ui/redemption-list';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/redemptions', {
  permission: 'redemption.read',
  title: (locale) => redemptionMessages(locale).redemptions,
  load: ({ actor, query }) =>
    listFor(redemptionFilter, query, (filter) => listCityRedemptions(actor, filter)),
  view: (props) => <RedemptionList {...props} to="city" />,
});
export { generateMetadata, Page as default };
