import { notFound, redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { pageSections } from '@/features/applications/domain/editing';
import { applicationMessages } from '@/features/applications/messages';
import { SectionPage } from '@/features/applications/ui/section-page';
import { SectionReading } from '@/features/applications/ui/section-reading';
import { casePath } from '@/features/applications/ui/task-page';
import { getApplication } from '@/features/applications/view-queries';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/lib/server/actor';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/startup/applications/[id]/[section]'>;

async function find({ params }: Props) {
  const { locale } = await localeOf(params);
  const { id, section: sectionId } = await params;
  const actor = await allow('startup.read');
  const view = await getApplication(actor, id);
  const section = view && pageSections(view.form).find((page) => page.id === sectionId);
  if (!view || !section) notFound();
  return { locale, view, section, writes: may('application.draft', roleOf(actor)) };
}

export async function generateMetadata(props: Props) {
  const { locale, section } = await find(props);
  return titled(locale, `${section.title[locale]} · ${applicationMessages(locale).notSubmitted}`);
}

export default async function Page(props: Props) {
  const { locale, view, section, writes } = await find(props);
  if (view.open.length === 0) redirect(casePath(locale, view.id, '/status'));
  if (!writes) return <SectionReading {...{ locale, view, section }} />;
  const { from, done } = await props.searchParams;
  return (
    <SectionPage
      {...{ locale, view, section }}
      fromReview={one(from) === 'review'}
      done={one(done)}
    />
  );
}
