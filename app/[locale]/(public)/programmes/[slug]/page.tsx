import { createElement } from 'react';
import { page } from '@/app/frame';
import { listActingAgencies } from '@/features/operators/queries';
import { HandledBy } from '@/features/operators/ui/handled-by';
import { ProgrammeGuide } from '@/features/programmes/guide/ui/guide';
import { getProgramme } from '@/features/programmes/queries';
import { say } from '@/lib/bilingual';

const { generateMetadata, Page } = page('/[locale]/programmes/[slug]', {
  permission: 'public.read',
  load: async ({ actor, params, locale }) => {
    const programme = await getProgramme(actor, params.slug);
    if (!programme) return undefined;
    const agencies = await listActingAgencies(actor, programme.city.slug);
    return { programme, handledBy: createElement(HandledBy, { locale, agencies }) };
  },
  titleOf: ({ locale, programme }) => say(programme.title, locale),
  view: ProgrammeGuide,
});
export { generateMetadata, Page as default };
