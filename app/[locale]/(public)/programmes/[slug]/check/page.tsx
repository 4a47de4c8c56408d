import { page } from '@/app/frame';
import { checkQuery } from '@/features/programmes/check/domain/check';
import { EligibilityCheck, checkTitle } from '@/features/programmes/check/ui/check';
import { getCheck } from '@/features/programmes/queries';

const { generateMetadata, Page } = page('/[locale]/programmes/[slug]/check', {
  permission: 'public.read',
  load: async ({ actor, params, query }) => {
    const check = await getCheck(actor, params.slug);
    return check && { ...check, typed: checkQuery(check.programme.rules, query) };
  },
  titleOf: checkTitle,
  view: EligibilityCheck,
});
export { generateMetadata, Page as default };
