import { page } from '@/app/frame';
import { RedInvoice } from '@/features/recoveries/ui/red-invoice';
import { redemptionMessages } from '@/features/redemptions/messages';
import { getCityRedemption } from '@/features/redemptions/queries';
import { CityRedemption } from '@/features/redemptions/ui/redemption-page';

const { generateMetadata, Page } = page('/[locale]/city/redemptions/[id]', {
  permission: 'redemption.read',
  title: (locale) => redemptionMessages(locale).redemption,
  load: async ({ actor, params, text, may }) => {
    const redemption = await getCityRedemption(actor, params.id);
    return (
      redemption && {
        redemption,
        act: text('act'),
        verifier: may('redemption.verify'),
        mayRecover: may('recovery.propose'),
      }
    );
  },
  view: (props) => (
    <CityRedemption {...props}>
      {props.verifier && <RedInvoice redemption={props.redemption} locale={props.locale} />}
    </CityRedemption>
  ),
});
export { generateMetadata, Page as default };
