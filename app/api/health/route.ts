import { checkHealth } from '@/lib/server/health';

/** Whether the portal can work: database reachable and migrated, and which version this is. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.ok ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
