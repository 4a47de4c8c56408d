import 'server-only';
import { paths } from '@/lib/paths';
import { sealedAddress } from '@/server/seal';

/** Where a file can be had now: good for this session and some minutes. */
export const downloadAddress = (id: string): Promise<string> =>
  sealedAddress(paths.api.document(id));
