import { redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { verifyMessages } from '@/features/vouchers/messages';
import { VerifyForm } from '@/features/vouchers/ui/verify';
import { parseVerifiable } from '@/lib/identifiers';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { one } from '@/lib/query';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/verify'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, verifyMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  await allow('public.read');
  const code = one((await searchParams).code);
  const parsed = code === undefined ? undefined : parseVerifiable(code);
  if (parsed?.ok) redirect(localePath(locale, paths.verified(parsed.value)));
  return <VerifyForm locale={locale} code={code} />;
}
