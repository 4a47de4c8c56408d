import { notFound, redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { pageSections } from '@/features/applications/domain/editing';
import { applicationMessages } from '@/features/applications/messages';
import { SectionPage } from '@/features/applications/ui/section-page';
import { casePath } from '@/features/applications/ui/task-page';
import { getApplication } from '@/features/applications/view-queries';
import { one } from '@/lib/query';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/startup/applications/[id]/[section]'>;

async function find({ params }: Props) {
  const { locale } = await localeOf(params);
  const { id, section: sectionId } = await params;
  const view = await getApplication(await allow('startup.read'), id);
  const known = view?.form.sections.some((page) => page.id === sectionId);
  if (!view || !known) notFound();
  const section = pageSections(view.form, view.answers).find((page) => page.id === sectionId);
  // Another answer may have made this part needless, after somebody opened it.
  if (!section) redirect(casePath(locale, view.id));
  return { locale, view, section };
}

export async function generateMetadata(props: Props) {
  const { locale, section } = await find(props);
  return titled(locale, `${section.title[locale]} · ${applicationMessages(locale).notSubmitted}`);
}

export default async function Page(props: Props) {
  const { locale, view, section } = await find(props);
  if (view.open.length === 0) redirect(casePath(locale, view.id, '/status'));
  const { from, done } = await props.searchParams;
  return (
    <SectionPage
      {...{ locale, view, section }}
      fromReview={one(from) === 'review'}
      done={one(done)}
    />
  );
}
