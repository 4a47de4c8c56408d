import { receiveDocument } from '@/features/applications/uploads';

/** Receives a file; see features/documents/upload.ts. */
export const POST = receiveDocument;
