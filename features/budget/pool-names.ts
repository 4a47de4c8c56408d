import 'server-only';
import type { Tx } from '@/db/client';
import type { Bilingual } from '@/lib/bilingual';
import { listProgrammePools } from '@/features/programmes/pool-queries';
import { programmeTitles } from '@/features/programmes/queries';

/** Returns the name of a pool: its programme, followed by the part where it is a sub-pool. */
export async function poolName(tx: Tx, programmeId: string, poolId: string): Promise<Bilingual> {
  const title = (await programmeTitles(tx, [programmeId])).get(programmeId);
  const parts = await listProgrammePools(tx, [programmeId]);
  const part = parts.find(({ id }) => id === poolId)?.title;
  const name = (locale: keyof Bilingual) =>
    [title?.[locale], part?.[locale]].filter(Boolean).join(' · ');
  return { 'zh-CN': name('zh-CN'), en: name('en') };
}
