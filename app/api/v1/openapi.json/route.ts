import { openApiHandler } from '@/features/developers/handlers';
import { route } from '@/server/api/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: openApiHandler });
