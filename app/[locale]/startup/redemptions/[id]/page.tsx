import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { redemptionMessages } from '@/features/redemptions/messages';
import { getOwnRedemption } from '@/features/redemptions/queries';
import { StartupRedemption } from '@/features/redemptions/ui/redemption-page';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/startup/redemptions/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, redemptionMessages(locale).redemption);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('startup.read');
  const { act, done } = await searchParams;
  const redemption = await getOwnRedemption(actor, await idOf(params));
  if (!redemption) notFound();
  return (
    <StartupRedemption
      redemption={redemption}
      locale={locale}
      act={one(act)}
      done={one(done)}
      owner={may('redemption.answer', roleOf(actor))}
    />
  );
}
