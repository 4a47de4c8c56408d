import Link from 'next/link';
import { ChevronRight } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Figure, Grid, PageBody, PageHeader, Section } from '@/components/ui/page';
import { localePath, type Locale } from '@/lib/locale';
import { may } from '@/lib/permissions';
import type { Role } from '@/lib/roles';
import type { Desk, Waiting } from '../desk-queries';
import { deskMessages } from '../messages';
import { CaseTable } from './case-table';

const places: Record<Waiting['kind'], string> = {
  toTake: '/city/cases?stage=submitted',
  myCases: '/city/cases?who=mine',
  toDecide: '/city/cases?stage=first_passed',
  toPublish: '/city/notices',
  toResolve: '/city/objections',
  toPropose: '/city/issues',
  toRelease: '/city/issues',
  toVerify: '/city/redemptions?state=confirmed',
  disputed: '/city/redemptions?state=disputed',
  batches: '/city/settlements',
};

function WaitingList({ waiting, locale }: { waiting: readonly Waiting[]; locale: Locale }) {
  const t = deskMessages(locale);
  return (
    <ul className="border-line bg-surface divide-line max-w-2xl divide-y rounded border">
      {waiting.map(({ kind, n }) => (
        <li key={kind}>
          <Link
            href={localePath(locale, places[kind])}
            className="hover:bg-neutral-bg/60 flex min-h-13 items-center gap-4 px-4 py-2"
          >
            <span className="tabular w-8 text-right text-xl font-semibold">{n}</span>
            <span className="grow">{t[kind]}</span>
            <ChevronRight aria-hidden className="text-muted size-5" strokeWidth={1.75} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** An official's morning: what waits, what is late, what is due first. */
export function DeskPage(props: { locale: Locale; desk: Desk; city: string; role: Role }) {
  const { locale, desk, city, role } = props;
  const t = deskMessages(locale);
  const waiting = desk.waiting.filter(({ n }) => n > 0);
  return (
    <PageBody>
      <PageHeader eyebrow={city} title={t.home} />
      {may('case.read', role) && (
        <Grid>
          <Figure label={t.open} value={desk.figures.open} />
          <Figure label={t.soon} value={desk.figures.soon} />
          <Figure label={t.overdue} value={desk.figures.overdue} />
        </Grid>
      )}
      {desk.waiting.length > 0 && (
        <Section title={t.waiting}>
          {waiting.length > 0 ? (
            <WaitingList waiting={waiting} locale={locale} />
          ) : (
            <EmptyState title={t.nothingWaiting} body={t.nothingWaitingBody} />
          )}
        </Section>
      )}
      {desk.urgent.length > 0 && (
        <Section title={t.dueFirst}>
          <CaseTable locale={locale} caption={t.dueFirst} rows={desk.urgent} empty={null} />
        </Section>
      )}
    </PageBody>
  );
}
