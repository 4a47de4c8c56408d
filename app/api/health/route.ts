import { recentHealth } from '@/server/health';

/** Returns whether the portal works, what will soon fail, and which version this is. */
export async function GET(): Promise<Response> {
  const health = await recentHealth();
  return Response.json(health, {
    status: health.ok ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
