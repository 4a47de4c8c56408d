import { localePath } from '@/lib/locale';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { titled } from '@/components/shell/title';
import { pageSections, typedAnswers } from '@/features/applications/domain/editing';
import type { FormSection } from '@/features/forms/domain/form';
import { applicationMessages } from '@/features/applications/messages';
import { findColleague } from '@/features/applications/queries';
import { ResendPage, resendTitle } from '@/features/applications/ui/resend-page';
import { SectionPage } from '@/features/applications/ui/section-page';
import { SectionReading } from '@/features/applications/ui/section-reading';
import { getApplication } from '@/features/applications/view-queries';
import { paths } from '@/lib/paths';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { authorityOf, userOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { signInPath } from '@/server/request';
import { currentSession } from '@/server/session';
import { sentForm } from '@/server/sent-form';
import { listed, type SentForm } from '@/server/sent-texts';

type Props = PageProps<'/[locale]/startup/applications/[id]/[section]'>;

/** Loads the application once per request, for the title and the page. */
const load = cache(async (id: string) => {
  const actor = await allow('startup.read');
  return { actor, view: await getApplication(actor, id) };
});

async function find({ params }: Props) {
  const { locale } = await localeOf(params);
  const { id, section: sectionId } = await params;
  const { actor, view } = await load(id);
  const known = view?.form.sections.some((page) => page.id === sectionId);
  if (!view || !known) notFound();
  const section = pageSections(view.form, view.answers).find((page) => page.id === sectionId);
  // A changed answer can remove this section after the user opened it.
  if (!section) redirect(localePath(locale, paths.startup.application(view.id)));
  return { locale, actor, view, section, writes: may('application.draft', authorityOf(actor)) };
}

/** Returns the sent values by answer: a table cell by cell, several ticks one by one. */
function sentAnswers(section: FormSection, sent: SentForm): Readonly<Record<string, string>> {
  const texts = listed(sent);
  const carried = ['revision', 'base'].flatMap((name) => {
    const text = texts[name];
    return typeof text === 'string' ? [[name, text] as const] : [];
  });
  return { ...Object.fromEntries(carried), ...typedAnswers(section, texts) };
}

export async function generateMetadata(props: Props) {
  const { locale: language } = await localeOf(props.params);
  if ((await sentForm()) && !(await currentSession())) return resendTitle(language);
  const { locale, section } = await find(props);
  return titled(locale, `${section.title[locale]} · ${applicationMessages(locale).notSubmitted}`);
}

export default async function Page(props: Props) {
  // A form sent without JavaScript after the user was signed out: what was typed must not be lost.
  const sent = await sentForm();
  if (sent && !(await currentSession())) {
    const { locale } = await localeOf(props.params);
    return <ResendPage locale={locale} sent={sent} signIn={await signInPath(locale)} />;
  }
  const { locale, actor, view, section, writes } = await find(props);
  if (view.open.length === 0) redirect(localePath(locale, paths.startup.status(view.id)));
  if (!writes) return <SectionReading locale={locale} view={view} section={section} />;
  const { from, done } = await props.searchParams;
  return (
    <SectionPage
      locale={locale}
      view={view}
      section={section}
      reader={userOf(actor)}
      late={sent && sentAnswers(section, sent)}
      colleague={await findColleague(actor, view.id, section.id)}
      fromReview={one(from) === 'review'}
      done={one(done)}
    />
  );
}
