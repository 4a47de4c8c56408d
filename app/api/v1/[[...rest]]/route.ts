import { nowhere } from '@/server/api/route';

/** Whatever else is asked for below this address: a problem, never a page. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE } = nowhere;
