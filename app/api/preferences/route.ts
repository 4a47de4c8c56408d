import { safePath } from '@/features/people/domain';
import { isSecure } from '@/server/env';

const year = 365 * 24 * 60 * 60;

/** Stores the user's choices about the look of the portal, and redirects back. Works without JavaScript. */
export function GET(request: Request): Response {
  const query = new URL(request.url).searchParams;
  const headers = new Headers({ location: safePath(query.get('back') ?? undefined) ?? '/' });
  const known = { theme: ['system', 'light', 'dark'], text: ['normal', 'large'] };
  for (const [name, values] of Object.entries(known)) {
    const value = query.get(name);
    if (value && values.includes(value)) {
      const secure = isSecure() ? '; Secure' : '';
      headers.append(
        'set-cookie',
        `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${secure}`,
      );
    }
  }
  return new Response(null, { status: 303, headers });
}
