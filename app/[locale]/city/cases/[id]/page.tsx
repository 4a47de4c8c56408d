import { randomUUID } from 'node:crypto';
import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { getCase } from '@/features/reviews/case-queries';
import { reviewMessages } from '@/features/reviews/messages';
import { listReviewers } from '@/features/reviews/queries';
import { CasePage } from '@/features/reviews/ui/case-page';
import { one } from '@/lib/query';
import { roleOf } from '@/lib/server/actor';
import { idOf, localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/city/cases/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, reviewMessages(locale).case);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('case.read');
  const { act, done } = await searchParams;
  const view = await getCase(actor, await idOf(params));
  if (!view) notFound();
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
