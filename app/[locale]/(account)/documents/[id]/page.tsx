import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { documentMessages } from '@/features/documents/messages';
import { getDocument } from '@/features/documents/queries';
import { DocumentPage } from '@/features/documents/ui/document-page';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/documents/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, documentMessages(locale).file);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('document.read');
  const id = await idOf(params);
  const document = await getDocument(actor, id);
  if (!document) notFound();
  return <DocumentPage id={id} document={document} locale={locale} />;
}
