import { titled } from '@/components/shell/title';
import { redemptionMessages } from '@/features/redemptions/messages';
import { listCityRedemptions, redemptionFilter } from '@/features/redemptions/queries';
import { RedemptionList } from '@/features/redemptions/ui/redemption-list';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { noPage, readFilter } from '@/lib/input/filter';

type Props = PageProps<'/[locale]/city/redemptions'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, redemptionMessages(locale).redemptions);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('redemption.read');
  const asked = readFilter(redemptionFilter, await searchParams);
  const page = asked.fits ? await listCityRedemptions(actor, asked.filter) : noPage;
  return <RedemptionList locale={locale} page={page} asked={asked} to="city" />;
}
