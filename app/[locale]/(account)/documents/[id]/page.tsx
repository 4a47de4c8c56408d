import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { documentMessages } from '@/features/documents/messages';
import { getDocument } from '@/features/documents/queries';
import { DocumentPage } from '@/features/documents/ui/document-page';

const { generateMetadata, Page } = page('/[locale]/documents/[id]', {
  permission: 'document.read',
  title: (locale) => documentMessages(locale).file,
  load: async ({ actor, params }) => {
    const { id } = params;
    const document = (await getDocument(actor, id)) ?? notFound();
    return { id, document };
  },
  view: DocumentPage,
});
export { generateMetadata, Page as default };
