import type { Instrumentation } from 'next';

/** Runs once when the server starts, so that a wrong setting stops the start and not a later request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { env } = await import('@/server/env');
  env();
  const { watchAnswers } = await import('@/server/password-forms');
  watchAnswers();
  const { warnOfDemonstration } = await import('@/server/demonstration');
  // This is not awaited, because the server must start even while the database is away.
  void warnOfDemonstration();
  const { mendOddRequests } = await import('@/server/odd-requests');
  mendOddRequests();
  const { watchPages } = await import('@/server/page-answer');
  watchPages();
}

/** Keeps the reference of a fault for the page that reports it. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { digest } = error as { digest?: string };
  const { noteFault } = await import('@/server/failed-page');
  if (digest) noteFault(request.headers, digest);
};
