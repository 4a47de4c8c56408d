import { page } from '@/app/frame';
import { pauseRegisterMessages } from '@/features/pauses/register/messages';
import { listPausable, listPauses } from '@/features/pauses/register/queries';
import { PauseRegister } from '@/features/pauses/register/ui/register';

const { generateMetadata, Page } = page('/[locale]/city/pauses', {
  permission: 'pause.read',
  title: (locale) => pauseRegisterMessages(locale).title,
  load: async ({ actor, listAt, may }) => ({
    ...(await listAt((cursor) => listPauses(actor, cursor))),
    programmes: await listPausable(actor),
    mayPropose: may('pause.propose'),
    mayDecide: may('pause.release'),
    mayEnd: may('pause.end'),
  }),
  view: PauseRegister,
});
export { generateMetadata, Page as default };
