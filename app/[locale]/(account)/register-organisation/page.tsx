import { titled } from '@/components/shell/title';
import { registerMessages } from '@/features/organisations/messages';
import { RegisterOrganisation } from '@/features/organisations/ui/register-organisation';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/register-organisation'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, registerMessages(locale).title);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  await allow('organisation.register');
  return <RegisterOrganisation locale={locale} />;
}
