import { publishedKeys } from '@/features/certificates/published';
import { getCityKeys } from '@/features/certificates/queries';
import { authorise } from '@/server/gate';

/** Sends all keys of a city to programs, retired ones too. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/signing-keys/[slug]'>,
): Promise<Response> {
  const { slug } = await params;
  const authority = await authorise('public.read');
  const found = authority.ok ? await getCityKeys(authority.value, slug) : undefined;
  return found ? publishedKeys(found) : new Response(null, { status: 404 });
}
