import { page } from '@/app/frame';
import { ProgrammeGuide } from '@/features/programmes/guide/ui/guide';
import { getProgramme } from '@/features/programmes/queries';
import { say } from '@/lib/bilingual';

const { generateMetadata, Page } = page('/[locale]/programmes/[slug]', {
  permission: 'public.read',
  load: async ({ actor, params }) => {
    const programme = await getProgramme(actor, params.slug);
    return programme && { programme };
  },
  titleOf: ({ locale, programme }) => say(programme.title, locale),
  view: ProgrammeGuide,
});
export { generateMetadata, Page as default };
