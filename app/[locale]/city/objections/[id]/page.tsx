import { randomUUID } from 'node:crypto';
import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { noticeMessages } from '@/features/reviews/messages';
import { getObjection } from '@/features/reviews/objection-queries';
import { ObjectionPage } from '@/features/reviews/ui/objections';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/lib/server/actor';
import { idOf, localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/city/objections/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, noticeMessages(locale).objections);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('objection.read');
  const { act, done } = await searchParams;
  const objection = await getObjection(actor, await idOf(params));
  if (!objection) notFound();
  return (
    <ObjectionPage
      objection={objection}
      locale={locale}
      act={one(act)}
      done={one(done)}
      resolver={may('objection.resolve', roleOf(actor))}
      idempotencyKey={randomUUID()}
    />
  );
}
