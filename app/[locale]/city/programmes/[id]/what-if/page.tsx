import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { effects } from '@/features/programmes/what-if/domain/what-if';
import { editorMessages } from '@/features/programmes/editor/messages';
import { WhatIfPage } from '@/features/programmes/what-if/ui/what-if-page';
import { getWhatIf, mostCases } from '@/features/programmes/what-if/queries';

const { generateMetadata, Page } = page('/[locale]/city/programmes/[id]/what-if', {
  permission: 'programme.read',
  title: (locale) => editorMessages(locale).whatIf,
  load: async ({ actor, params, text, cursorOf, found }) => {
    const view = found(await getWhatIf(actor, params.id));
    const wanted = text('effect') || undefined;
    const filter = { effect: effects.find((known) => known === wanted), cursor: cursorOf() };
    if (filter.effect !== wanted) notFound();
    return { ...view, filter, most: mostCases };
  },
  view: WhatIfPage,
});
export { generateMetadata, Page as default };
