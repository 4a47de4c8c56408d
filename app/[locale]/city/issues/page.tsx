import { titled } from '@/components/shell/title';
import { getIssueDesk } from '@/features/issuing/queries';
import { issueMessages } from '@/features/issuing/messages';
import { IssueDeskPage } from '@/features/issuing/ui/issue-desk';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/issues'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, issueMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('issue.read');
  const role = roleOf(actor);
  return (
    <IssueDeskPage
      locale={locale}
      desk={await getIssueDesk(actor)}
      mayPropose={may('issue.propose', role)}
      mayRelease={may('issue.release', role)}
      done={one((await searchParams).done)}
    />
  );
}
