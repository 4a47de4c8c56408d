import 'server-only';
import type { Tx } from '@/db/client';
import { notify } from '@/features/notifications/commands';
import { paths } from '@/lib/paths';
import type { Bilingual } from '@/lib/bilingual';
import type { Finding } from './domain/records';
import { findingText } from './finding-text';
import { proofMessages } from './messages';

/** The city whose books differ; null for the events that belong to no city. */
export type Place = { cityId: string; name: Bilingual } | null;

/**
 * Notifies the city's finance officers and auditors and the platform's administrators of findings that are new, in one e-mail for
 * each check. What was told once is not told again while it stays.
 */
export async function alarm(tx: Tx, place: Place, fresh: readonly Finding[]): Promise<void> {
  const [first] = fresh;
  if (!first) return;
  const values = {
    city: place?.name['zh-CN'] ?? proofMessages('zh-CN').platform,
    cityEn: place?.name.en ?? proofMessages('en').platform,
    count: String(fresh.length),
    what: findingText('zh-CN', first),
    whatEn: findingText('en', first),
    subject: first.subject,
  };
  if (place) {
    const officials = { cityId: place.cityId, roles: ['finance', 'auditor'] as const };
    await notify(tx, officials, 'books_differ', { ...values, path: paths.city.proof() });
  }
  const administrators = { platform: true, roles: ['platform_admin'] as const } as const;
  await notify(tx, administrators, 'books_differ', { ...values, path: paths.platform.home() });
}
