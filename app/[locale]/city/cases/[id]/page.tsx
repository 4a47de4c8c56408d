import { randomUUID } from 'node:crypto';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { titled } from '@/components/shell/title';
import { getCase } from '@/features/reviews/case-queries';
import { listReviewers } from '@/features/reviews/queries';
import { CasePage, caseTitle } from '@/features/reviews/ui/case-page';
import { one } from '@/lib/query';
import { roleOf } from '@/lib/server/actor';
import { idOf, localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/city/cases/[id]'>;

/** Once a request, for the title and for the page. */
const load = cache(async (id: string) => {
  const actor = await allow('case.read');
  const view = await getCase(actor, id);
  return view ? { actor, view } : notFound();
});

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, caseTitle((await load(await idOf(params))).view, locale));
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const { actor, view } = await load(await idOf(params));
  const { act, done } = await searchParams;
  return (
    <CasePage
      view={view}
      locale={locale}
      role={roleOf(actor)}
      reviewers={await listReviewers(actor)}
      act={one(act)}
      done={one(done)}
      idempotencyKey={randomUUID()}
    />
  );
}
