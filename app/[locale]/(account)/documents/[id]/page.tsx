import { page } from '@/app/frame';
import { documentMessages } from '@/features/documents/messages';
import { getDocument } from '@/features/documents/queries';
import { DocumentPage } from '@/features/documents/ui/document-page';

const { generateMetadata, Page } = page('/[locale]/documents/[id]', {
  permission: 'document.read',
  title: (locale) => documentMessages(locale).file,
  load: async ({ actor, params: { id }, found }) => ({
    id,
    document: found(await getDocument(actor, id)),
  }),
  view: DocumentPage,
});
export { generateMetadata, Page as default };
