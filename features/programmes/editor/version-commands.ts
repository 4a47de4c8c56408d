import 'server-only';
import { and, asc, eq, max, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { programmes, programmeVersions, rounds } from '@/db/schema/programmes';
import { getPool } from '@/features/ledger/queries';
import { notify } from '@/features/notifications/commands';
import { shanghaiDate } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { readSection, type Draft } from './domain/draft';
import { programmeLifecycle, versionLifecycle } from '../domain/lifecycle';
import { sectionIds } from '@/features/rules/domain/parameter-table';
import type * as inputs from '../input';
import { readinessOf } from './readiness';
import {
  aboutVersion,
  findVersionRow,
  fromDraft,
  storedForm,
  lockProgramme,
  lockVersion,
  noForm,
  titleOf,
  toDraft,
} from './version-row';

/** Returns an empty document; it contains only the values that the law fixes. */
const blank = (): Draft =>
  sectionIds.reduce<Draft>((draft, section) => readSection(section, {}, draft).draft, {
    rules: {},
    guide: {},
    rounds: [],
    examples: [],
  });

/** Formats the clock time in China of an instant, such as `17:30`. */
const clockOf = (at: Date) =>
  new Date(at.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(11, 16);

/** Lists the existing rounds of a programme in the form in which a draft plans them. */
async function existingRounds(tx: Tx, programmeId: string): Promise<Draft['rounds']> {
  const found = await tx
    .select()
    .from(rounds)
    .where(eq(rounds.programmeId, programmeId))
    .orderBy(asc(rounds.number));
  return found.map(({ number, opensAt, closesAt }) => ({
    number,
    opensOn: shanghaiDate(opensAt),
    opensAt: clockOf(opensAt),
    closesOn: shanghaiDate(closesAt),
    closesAt: clockOf(closesAt),
  }));
}

type NewRefusal = 'slug_taken' | 'programme_unknown';

/** Creates a programme with a first draft, which is empty or a copy of another programme's current version. */
export async function createProgramme(
  grant: Grant<'programme.manage'>,
  input: z.output<typeof inputs.newProgrammeInput>,
): Promise<Outcome<{ id: string }, NewRefusal>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  let draft = blank();
  let form = noForm;
  if (input.from !== '') {
    const [source] = await tx
      .select({ versionId: programmes.currentVersionId })
      .from(programmes)
      .where(and(eq(programmes.id, input.from), ne(programmes.state, 'draft')));
    const row = source?.versionId ? await findVersionRow(tx, source.versionId) : undefined;
    if (!row) return refused('programme_unknown', undefined, 'from');
    draft = { ...toDraft(row), rounds: [], budgetYuan: undefined };
    form = storedForm(row);
  }
  const title = { 'zh-CN': input.titleZh, en: input.titleEn };
  const [taken] = await tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(eq(programmes.slug, input.slug));
  if (taken) return refused('slug_taken', undefined, 'slug');
  const [programme] = await tx
    .insert(programmes)
    .values({ cityId, slug: input.slug, state: programmeLifecycle.initial, createdAt: now })
    .returning();
  if (!programme) throw new Error('The programme was not written.');
  const [version] = await tx
    .insert(programmeVersions)
    .values({
      ...fromDraft({ ...draft, guide: { ...draft.guide, title } }),
      programmeId: programme.id,
      cityId,
      number: 1,
      form,
      changedAt: now,
      preparedBy: userOf(actor),
      state: versionLifecycle.initial,
      createdAt: now,
    })
    .returning();
  if (!version) throw new Error('The version was not written.');
  await grant.record({
    action: 'programme.prepared',
    ...aboutVersion(version),
    data: { slug: input.slug, number: 1 },
  });
  return done({ id: programme.id });
}

/** Creates the next version of a programme from the one in force, with the existing rounds. */
export async function createVersion(
  grant: Grant<'programme.manage'>,
  input: z.output<typeof inputs.programmeInput>,
): Promise<Outcome<{ id: string }, 'programme_unknown' | 'programme_closed' | 'draft_exists'>> {
  const { tx, actor, now } = grant;
  const programme = await lockProgramme(grant, input.programmeId);
  if (!programme) return refused('programme_unknown');
  if (programme.state === 'closed') return refused('programme_closed');
  const own = eq(programmeVersions.programmeId, programme.id);
  const open = await tx
    .select({ id: programmeVersions.id, state: programmeVersions.state })
    .from(programmeVersions)
    .where(own);
  if (open.some(({ state }) => state === 'draft' || state === 'proposed')) {
    return refused('draft_exists');
  }
  const current = programme.currentVersionId;
  const source = current === null ? undefined : await findVersionRow(tx, current);
  const [last] = await tx
    .select({ number: max(programmeVersions.number) })
    .from(programmeVersions)
    .where(own);
  const draft = { ...(source ? toDraft(source) : blank()), budgetYuan: undefined };
  const [version] = await tx
    .insert(programmeVersions)
    .values({
      ...fromDraft({ ...draft, rounds: await existingRounds(tx, programme.id) }),
      programmeId: programme.id,
      cityId: programme.cityId,
      form: source ? storedForm(source) : noForm,
      number: (last?.number ?? 0) + 1,
      changedAt: now,
      createdAt: now,
      preparedBy: userOf(actor),
      state: versionLifecycle.initial,
    })
    .returning();
  if (!version) throw new Error('The version was not written.');
  await grant.record({
    action: 'programme.prepared',
    ...aboutVersion(version),
    data: { slug: programme.slug, number: version.number },
  });
  return done({ id: programme.id });
}

type ProposeRefusal = 'version_unknown' | 'state_changed' | 'not_ready';

/** Proposes a draft for publication by another person; rejects it while a part is missing or contradicts another. */
export async function proposeVersion(
  grant: Grant<'programme.manage'>,
  input: z.output<typeof inputs.versionInput>,
): Promise<Outcome<{ id: string }, ProposeRefusal>> {
  const { tx, actor, now } = grant;
  const found = await lockVersion(grant, input.versionId);
  if (!found) return refused('version_unknown');
  const { version, programme } = found;
  if (!versionLifecycle.can(version.state, 'propose')) return refused('state_changed');
  const draft = toDraft(version);
  const pool = await getPool(tx, programme.id);
  if (!readinessOf(draft, pool?.budgetFen, storedForm(version)).ready) return refused('not_ready');
  const moved = await advance(grant, programmeVersions, version, {
    lifecycle: versionLifecycle,
    transition: 'propose',
    set: { proposedBy: userOf(actor), proposedAt: now, returnReason: null },
    event: {
      action: 'programme.proposed',
      ...aboutVersion(version),
      data: { slug: programme.slug, number: version.number },
    },
  });
  if (!moved.ok) return moved;
  await notify(
    tx,
    { cityId: programme.cityId, roles: ['city_admin', 'approver'] },
    'version_proposed',
    {
      ...titleOf(draft, programme),
      number: String(version.number),
      path: paths.city.programme(programme.id),
    },
  );
  return done({ id: programme.id });
}

/** Returns a proposal to its draft state, with the reason. */
export async function returnVersion(
  grant: Grant<'programme.publish'>,
  input: z.output<typeof inputs.returnInput>,
): Promise<Outcome<{ id: string }, 'version_unknown' | 'state_changed'>> {
  const { tx } = grant;
  const found = await lockVersion(grant, input.versionId);
  if (!found) return refused('version_unknown');
  const { version, programme } = found;
  const moved = await advance(grant, programmeVersions, version, {
    lifecycle: versionLifecycle,
    transition: 'return',
    set: { returnReason: input.reason, proposedBy: null, proposedAt: null },
    event: {
      action: 'programme.returned',
      ...aboutVersion(version),
      data: { slug: programme.slug, number: version.number, reason: input.reason },
    },
  });
  if (!moved.ok) return moved;
  await notify(tx, { cityId: programme.cityId, roles: ['manager'] }, 'version_returned', {
    ...titleOf(toDraft(version), programme),
    number: String(version.number),
    reason: input.reason,
    path: paths.city.programme(programme.id),
  });
  return done({ id: programme.id });
}

/** Discards a draft for good; it stays on record. */
export async function discardVersion(
  grant: Grant<'programme.manage'>,
  input: z.output<typeof inputs.versionInput>,
): Promise<Outcome<{ id: string }, 'version_unknown' | 'state_changed'>> {
  const found = await lockVersion(grant, input.versionId);
  if (!found) return refused('version_unknown');
  const { version, programme } = found;
  const moved = await advance(grant, programmeVersions, version, {
    lifecycle: versionLifecycle,
    transition: 'discard',
    event: {
      action: 'programme.discarded',
      ...aboutVersion(version),
      data: { slug: programme.slug, number: version.number },
    },
  });
  return moved.ok ? done({ id: programme.id }) : moved;
}
