import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { getHoldForm } from '@/features/redemptions/hold-queries';
import { holdMessages } from '@/features/redemptions/messages';
import { HoldPage } from '@/features/redemptions/ui/hold-form';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/startup/vouchers/[id]/hold'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, holdMessages(locale).title);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('hold.authorise');
  const form = await getHoldForm(actor, await idOf(params));
  if (!form) notFound();
  return <HoldPage form={form} locale={locale} />;
}
