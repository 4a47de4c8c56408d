import { page } from '@/app/frame';
import { applicationMessages } from '@/features/applications/messages';
import { listRunning } from '@/features/applications/queries';
import { Dashboard } from '@/features/applications/ui/dashboard';
import { listToCorrect } from '@/features/claims/queries';
import { listToAnswer } from '@/features/redemptions/queries';
import { listOwnVouchers } from '@/features/vouchers/queries';

const { generateMetadata, Page } = page('/[locale]/startup', {
  permission: 'startup.read',
  title: (locale) => applicationMessages(locale).dashboard,
  load: async ({ actor, may }) => {
    const [cases, toAnswer, vouchers, toCorrect] = await Promise.all([
      listRunning(actor),
      listToAnswer(actor),
      listOwnVouchers(actor, undefined),
      listToCorrect(actor),
    ]);
    return {
      cases,
      toAnswer: toAnswer.rows,
      vouchers: vouchers.rows,
      toCorrect,
      owner: may('application.submit'),
      writes: may('application.draft'),
    };
  },
  view: Dashboard,
});
export { generateMetadata, Page as default };
