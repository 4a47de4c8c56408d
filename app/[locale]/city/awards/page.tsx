import { titled } from '@/components/shell/title';
import { awardMessages } from '@/features/awards/messages';
import { listAutomaticProgrammes, listImports } from '@/features/awards/queries';
import { AwardLists } from '@/features/awards/ui/lists';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/city/awards'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, awardMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('award.read');
  const query = await searchParams;
  const cursor = cursorOf(query.cursor);
  const mayImport = may('award.import', roleOf(actor));
  const [page, programmes] = await Promise.all([
    listImports(actor, cursor),
    mayImport ? listAutomaticProgrammes(actor) : undefined,
  ]);
  const done = one(query.done);
  return (
    <AwardLists locale={locale} page={page} cursor={cursor} programmes={programmes} done={done} />
  );
}
