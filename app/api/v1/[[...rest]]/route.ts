import { nowhere } from '@/server/api/route';

/** Answers all other addresses of the interface with a problem document, never with a page. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE } = nowhere;
