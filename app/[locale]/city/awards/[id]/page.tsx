import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { awardMessages } from '@/features/awards/messages';
import { getImport } from '@/features/awards/queries';
import { awardRowFilter, listAwardRows } from '@/features/awards/row-queries';
import { ImportPageView } from '@/features/awards/ui/import-page';
import { getListNotice } from '@/features/notices/queries';
import { PublishList, WithdrawList } from '@/features/notices/ui/list-forms';
import { portalTime } from '@/server/scope';
import { readFilter } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/awards/[id]', {
  permission: 'award.read',
  title: (locale) => awardMessages(locale).title,
  load: async ({ actor, params, query, role, found }) => {
    const { id } = params;
    const list = found(await getImport(actor, id));
    const { filter, fits } = readFilter(awardRowFilter, query);
    if (!fits) notFound();
    const page = await listAwardRows(actor, id, filter);
    const notice = found(await getListNotice(actor, list));
    return { list, notice, page, filter, role: role(), now: await portalTime(actor) };
  },
  view: (props) => (
    <ImportPageView
      {...props}
      publish={
        <PublishList locale={props.locale} list={props.list} wouldEnd={props.notice.wouldEnd} />
      }
      withdraw={<WithdrawList locale={props.locale} importId={props.list.id} />}
    />
  ),
});
export { generateMetadata, Page as default };
