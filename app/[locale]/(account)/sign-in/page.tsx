import { titled } from '@/components/shell/title';
import { peopleMessages } from '@/features/people/messages';
import { SignIn } from '@/features/people/ui/sign-in';
import { localeOf } from '@/lib/server/locale-params';
import { one } from '@/lib/query';

type Props = PageProps<'/[locale]/sign-in'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, peopleMessages(locale).signIn);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  return <SignIn locale={locale} next={one((await searchParams).next)} />;
}
