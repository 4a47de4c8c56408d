import { titled } from '@/components/shell/title';
import { peopleMessages } from '@/features/people/messages';
import { SignUp } from '@/features/people/ui/sign-in';
import { localeOf } from '@/server/locale-params';
import { one } from '@/lib/query';

type Props = PageProps<'/[locale]/sign-up'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, peopleMessages(locale).signUp);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  return <SignUp locale={locale} next={one((await searchParams).next)} />;
}
