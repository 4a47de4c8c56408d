import { notFound } from 'next/navigation';
import { listLetters } from '@/features/demo/queries';
import { Mailbox } from '@/features/demo/ui/mailbox';
import { isDemo } from '@/server/env';
import { titled } from '@/components/shell/title';
import { demoMessages } from '@/features/demo/messages';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/demo/mail'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, demoMessages(locale).mailboxTitle);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('demo.use');
  if (!isDemo()) notFound();
  return <Mailbox locale={locale} letters={await listLetters(actor)} />;
}
