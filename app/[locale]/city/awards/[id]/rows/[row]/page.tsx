import { page } from '@/app/frame';
import { awardMessages } from '@/features/awards/messages';
import { getAwardRow } from '@/features/awards/row-queries';
import { AwardRowPageView } from '@/features/awards/ui/row-page';
import { TakeOffRow } from '@/features/notices/ui/list-forms';
import { isId } from '@/lib/query';
import { portalTime } from '@/server/scope';

const { generateMetadata, Page } = page('/[locale]/city/awards/[id]/rows/[row]', {
  permission: 'award.read',
  title: (locale) => awardMessages(locale).rowsTitle,
  load: async ({ actor, params, role }) => {
    const row = isId(params.row) && (await getAwardRow(actor, params.id, params.row));
    return row && { row, role: role(), now: await portalTime(actor) };
  },
  view: (props) => (
    <AwardRowPageView
      {...props}
      takeOff={<TakeOffRow locale={props.locale} rowId={props.row.id} />}
    />
  ),
});
export { generateMetadata, Page as default };
