import { notFound } from 'next/navigation';
import { cache } from 'react';
import { titled } from '@/components/shell/title';
import { getCase } from '@/features/reviews/case-queries';
import { reviewMessages } from '@/features/reviews/messages';
import { listReviewers } from '@/features/reviews/queries';
import { CasePage, caseTitle } from '@/features/reviews/ui/case-page';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { authorise } from '@/server/gate';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/cases/[id]'>;

/** Once a request, for the title and for the page; absent also for who may not read it. */
const load = cache(async (id: string) => {
  const authority = await authorise('case.read');
  return authority.ok ? getCase(authority.value, id) : undefined;
});

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  const view = await load((await params).id);
  return titled(locale, view ? caseTitle(view, locale) : reviewMessages(locale).case);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('case.read');
  const view = (await load((await params).id)) ?? notFound();
  const { act, done } = await searchParams;
  return (
    <CasePage
      view={view}
      locale={locale}
      role={roleOf(actor)}
      reviewers={await listReviewers(actor)}
      act={one(act)}
      done={one(done)}
    />
  );
}
