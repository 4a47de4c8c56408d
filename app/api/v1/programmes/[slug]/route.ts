import { getProgrammeHandler } from '@/features/programmes/api/handlers';
import { route } from '@/server/api/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getProgrammeHandler });
