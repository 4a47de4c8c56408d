import { titled } from '@/components/shell/title';
import { developerMessages } from '@/features/developers/messages';
import { allProblems, openApiDocument, quotas } from '@/features/developers/openapi';
import { ReferencePage } from '@/features/developers/ui/reference';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/developers'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, developerMessages(locale).title);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  await allow('public.read');
  return (
    <ReferencePage
      locale={locale}
      document={openApiDocument(locale)}
      problems={allProblems(locale)}
      quotas={quotas()}
    />
  );
}
