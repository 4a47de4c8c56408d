import { createElement } from 'react';
import { page } from '@/app/frame';
import { listActingAgencies } from '@/features/operators/queries';
import { HandledBy } from '@/features/operators/ui/handled-by';
import { getPause } from '@/features/pauses/queries';
import { PauseNotice } from '@/features/pauses/ui/notice';
import { ProgrammeGuide } from '@/features/programmes/guide/ui/guide';
import { getProgramme } from '@/features/programmes/queries';
import { say } from '@/lib/bilingual';

const { generateMetadata, Page } = page('/[locale]/programmes/[slug]', {
  permission: 'public.read',
  load: async ({ actor, params, locale }) => {
    const programme = await getProgramme(actor, params.slug);
    if (!programme) return undefined;
    const agencies = await listActingAgencies(actor, programme.city.slug);
    return {
      programme,
      pause: await getPause(actor, programme.id),
      handledBy: createElement(HandledBy, { locale, agencies }),
    };
  },
  titleOf: ({ locale, programme }) => say(programme.title, locale),
  view: ({ pause, ...shown }) => (
    <ProgrammeGuide {...shown} notice={<PauseNotice pause={pause} locale={shown.locale} />} />
  ),
});
export { generateMetadata, Page as default };
