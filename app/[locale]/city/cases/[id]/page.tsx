import { page } from '@/app/frame';
import { getCaseCaps } from '@/features/caps/queries';
import { CaseCapsSection } from '@/features/caps/ui/case-caps';
import { getCase } from '@/features/reviews/case-queries';
import { listReviewers } from '@/features/reviews/queries';
import { getSuspension } from '@/features/reviews/suspension-queries';
import { CasePage, caseTitle } from '@/features/reviews/ui/case-page';
import { SuspensionNote } from '@/features/reviews/ui/suspension';

const { generateMetadata, Page } = page('/[locale]/city/cases/[id]', {
  permission: 'case.read',
  load: async ({ locale, actor, params, text, role, found }) => {
    const view = found(await getCase(actor, params.id));
    const caps = await getCaseCaps(actor, params.id);
    const suspension = await getSuspension(actor, params.id);
    return {
      view,
      role: role(),
      reviewers: await listReviewers(actor),
      act: text('act'),
      caps: caps && <CaseCapsSection caps={caps} locale={locale} />,
      suspension: suspension && <SuspensionNote suspension={suspension} locale={locale} />,
    };
  },
  titleOf: ({ locale, view }) => caseTitle(view, locale),
  view: CasePage,
});
export { generateMetadata, Page as default };
