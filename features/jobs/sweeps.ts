import 'server-only';

export async function runSweeps(): Promise<void> {
  await Promise.resolve();
}
