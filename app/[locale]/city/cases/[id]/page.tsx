import { page } from '@/app/frame';
import { getCase } from '@/features/reviews/case-queries';
import { listReviewers } from '@/features/reviews/queries';
import { CasePage, caseTitle } from '@/features/reviews/ui/case-page';

const { generateMetadata, Page } = page('/[locale]/city/cases/[id]', {
  permission: 'case.read',
  load: async ({ actor, params, text, done, role }) => {
    const view = await getCase(actor, params.id);
    if (!view) return undefined;
    const reviewers = await listReviewers(actor);
    return { view, role: role(), reviewers, act: text('act'), done };
  },
  titleOf: ({ locale, view }) => caseTitle(view, locale),
  view: CasePage,
});
export { generateMetadata, Page as default };
