import { page } from '@/app/frame';
import { listSigningCities } from '@/features/certificates/queries';
import { Offline } from '@/features/certificates/ui/offline';
import { verifyMessages } from '@/features/vouchers/messages';
import { VerifyForm } from '@/features/vouchers/ui/verify';
import { parseVerifiable } from '@/lib/identifiers';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/verify', {
  permission: 'public.read',
  title: (locale) => verifyMessages(locale).title,
  load: async ({ actor, text, redirectTo }) => {
    const code = text('code');
    const parsed = code === undefined ? undefined : parseVerifiable(code);
    if (parsed?.ok) return redirectTo(paths.verified(parsed.value));
    return { code, cities: await listSigningCities(actor) };
  },
  view: ({ locale, code, cities }) => (
    <VerifyForm locale={locale} code={code} offline={<Offline locale={locale} cities={cities} />} />
  ),
});
export { generateMetadata, Page as default };
