import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { redemptionMessages } from '@/features/redemptions/messages';
import { getCityRedemption } from '@/features/redemptions/queries';
import { CityRedemption } from '@/features/redemptions/ui/redemption-page';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/redemptions/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, redemptionMessages(locale).redemption);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('redemption.read');
  const { act, done } = await searchParams;
  const redemption = await getCityRedemption(actor, await idOf(params));
  if (!redemption) notFound();
  return (
    <CityRedemption
      redemption={redemption}
      locale={locale}
      act={one(act)}
      done={one(done)}
      verifier={may('redemption.verify', roleOf(actor))}
    />
  );
}
