import type { Instrumentation } from 'next';

/** Runs once when the server starts: a wrong setting stops it there, and not at somebody's request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { env } = await import('@/server/env');
  env();
  const { watchAnswers } = await import('@/server/password-forms');
  watchAnswers();
  const { warnOfDemonstration } = await import('@/server/demonstration');
  // Not waited for: a database that is away must not keep the server from starting.
  void warnOfDemonstration();
  const { mendOddRequests } = await import('@/server/odd-requests');
  mendOddRequests();
  const { replaceFailures } = await import('@/server/failed-page');
  replaceFailures();
}

/** Keeps the reference of a fault for the page that tells of it. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { digest } = error as { digest?: string };
  const { noteFault } = await import('@/server/failed-page');
  if (digest) noteFault(request.headers, digest);
};
