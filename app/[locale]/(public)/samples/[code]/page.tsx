import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { knownSample } from '@/features/documents/samples';
import { SamplePage, sampleTitle } from '@/features/documents/ui/sample-page';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/samples/[code]'>;

async function codeOf(params: Props['params']) {
  const code = knownSample((await params).code);
  if (!code) notFound();
  return code;
}

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, sampleTitle({ code: await codeOf(params), locale }));
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  await allow('public.read');
  return <SamplePage code={await codeOf(params)} locale={locale} />;
}
