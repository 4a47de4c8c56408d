import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { getPart } from '@/features/organisations/part-queries';
import { partTitle } from '@/features/organisations/ui/frame';
import { OrganisationPart } from '@/features/organisations/ui/part-page';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { authorise } from '@/server/gate';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/vendor/organisation/[part]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, partTitle(locale, (await params).part));
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('organisation.read');
  await allow('vendor.read');
  const editor = await authorise('organisation.edit');
  const view = await getPart(actor, editor.ok ? editor.value : null, (await params).part);
  if (!view) notFound();
  const { edit, done } = await searchParams;
  return (
    <OrganisationPart
      locale={locale}
      role={roleOf(actor)}
      view={view}
      edit={one(edit)}
      done={one(done)}
    />
  );
}
