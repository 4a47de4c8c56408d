import { page } from '@/app/frame';
import { getPause } from '@/features/pauses/queries';
import { PauseNotice } from '@/features/pauses/ui/notice';
import { ProgrammeGuide } from '@/features/programmes/guide/ui/guide';
import { getProgramme } from '@/features/programmes/queries';
import { say } from '@/lib/bilingual';

const { generateMetadata, Page } = page('/[locale]/programmes/[slug]', {
  permission: 'public.read',
  load: async ({ actor, params }) => {
    const programme = await getProgramme(actor, params.slug);
    return programme && { programme, pause: await getPause(actor, programme.id) };
  },
  titleOf: ({ locale, programme }) => say(programme.title, locale),
  view: ({ pause, ...shown }) => (
    <ProgrammeGuide {...shown} notice={<PauseNotice pause={pause} locale={shown.locale} />} />
  ),
});
export { generateMetadata, Page as default };
