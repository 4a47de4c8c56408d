import { receiveDocument } from '@/features/applications/uploads';

/** A file on its way in; see features/documents/upload.ts. */
export const POST = receiveDocument;
