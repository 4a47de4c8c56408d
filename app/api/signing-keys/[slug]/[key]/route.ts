import { publishedKey } from '@/features/certificates/published';
import { getCityKeys } from '@/features/certificates/queries';
import { noFile } from '@/server/download';
import { authorise } from '@/server/gate';

/** Sends one public key of a city as the file that `openssl` reads; its name is the key's, with or without `.pem`. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/signing-keys/[slug]/[key]'>,
): Promise<Response> {
  const { slug, key } = await params;
  const authority = await authorise('public.read');
  const found = authority.ok ? await getCityKeys(authority.value, slug) : undefined;
  const keyId = key.replace(/\.pem$/, '');
  const wanted = found?.keys.find((one) => one.keyId === keyId);
  return wanted ? publishedKey(wanted) : noFile();
}
