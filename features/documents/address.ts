import 'server-only';
import { paths } from '@/lib/paths';
import { sealedAddress } from '@/server/seal';

/** Returns the address where a file can be downloaded now. It is valid for this session and some minutes. */
export const downloadAddress = (id: string): Promise<string> =>
  sealedAddress(paths.api.document(id));
