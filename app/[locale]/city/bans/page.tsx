import { page } from '@/app/frame';
import { banMessages } from '@/features/bans/messages';
import { listBans } from '@/features/bans/queries';
import { BanRegister } from '@/features/bans/ui/register';

const { generateMetadata, Page } = page('/[locale]/city/bans', {
  permission: 'ban.read',
  title: (locale) => banMessages(locale).title,
  load: async ({ actor, listAt, may }) => ({
    ...(await listAt((cursor) => listBans(actor, cursor))),
    mayPropose: may('ban.propose'),
    mayDecide: may('ban.release'),
  }),
  view: BanRegister,
});
export { generateMetadata, Page as default };
