import { randomUUID } from 'node:crypto';
import { notFound } from 'next/navigation';
import { cache } from 'react';
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

/** Once a request, for the title and for the page. */
const load = cache(async (id: string) => {
  const actor = await allow('objection.read');
  const objection = await getObjection(actor, id);
  return objection ? { actor, objection } : notFound();
});

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  const { reference } = (await load(await idOf(params))).objection;
  return titled(locale, noticeMessages(locale).objectionOf({ reference }));
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const { actor, objection } = await load(await idOf(params));
  const { act, done } = await searchParams;
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
