import { page } from '@/app/frame';
import { applicationMessages } from '@/features/applications/messages';
import { getStart } from '@/features/applications/queries';
import { ChooseProgramme, ConfirmStart } from '@/features/applications/ui/start';
import { availabilityOfProgramme } from '@/features/programmes/domain/availability';
import { listProgrammes } from '@/features/programmes/list/queries';
import { paths } from '@/lib/paths';
import { one } from '@/lib/query';
import { allow } from '@/server/page';

const { generateMetadata, Page } = page('/[locale]/startup/applications/new', {
  permission: 'application.draft',
  title: (locale) => applicationMessages(locale).startTitle,
  load: async ({ query, text, found, redirectTo }) => {
    const actor = await allow('startup.read');
    const slug = text('programme');
    if (slug === undefined) {
      const cursor = text('cursor');
      const page = await listProgrammes(await allow('public.read'), { state: 'open', cursor });
      return { page, cursor };
    }
    const start = found(await getStart(actor, slug));
    // Redirects to the guide of an automatic programme, because nobody applies to it.
    if (availabilityOfProgramme(start.programme) === 'automatic') {
      return redirectTo(paths.programme(slug));
    }
    const given = Object.fromEntries(
      Object.entries(query).map(([name, value]) => [name, one(value)]),
    );
    return { confirmed: { ...start, given } };
  },
  view: ({ locale, confirmed, page, cursor }) =>
    confirmed ? (
      <ConfirmStart locale={locale} {...confirmed} />
    ) : (
      <ChooseProgramme locale={locale} page={page} cursor={cursor} />
    ),
});
export { generateMetadata, Page as default };
