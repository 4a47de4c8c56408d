import { titled } from '@/components/shell/title';
import { peopleMessages } from '@/features/people/messages';
import { ForgotPassword } from '@/features/people/ui/reset';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/forgot-password'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, peopleMessages(locale).forgottenTitle);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  await allow('public.read');
  return <ForgotPassword locale={locale} />;
}
