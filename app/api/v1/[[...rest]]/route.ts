import { nowhere } from '@/server/api/route';

/** Every other address below this one: a problem, never a page. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE } = nowhere;
