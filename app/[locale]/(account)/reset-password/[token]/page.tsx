import { titled } from '@/components/shell/title';
import { peopleMessages } from '@/features/people/messages';
import { findReset } from '@/features/people/queries';
import { NewPassword } from '@/features/people/ui/reset';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/reset-password/[token]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, peopleMessages(locale).newPasswordTitle);
}

/** Shows the form that the link of the mail leads to. Opening it changes nothing, because mail scanners follow links too. */
export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  await allow('public.read');
  const { token } = await params;
  const found = await findReset(token);
  return <NewPassword locale={locale} token={token} email={found?.email} />;
}
