import { listHeadsHandler } from '@/features/proof/api/handlers';
import { route } from '@/server/api/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: listHeadsHandler });
