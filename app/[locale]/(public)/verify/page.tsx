import { page } from '@/app/frame';
import { verifyMessages } from '@/features/vouchers/messages';
import { VerifyForm } from '@/features/vouchers/ui/verify';
import { parseVerifiable } from '@/lib/identifiers';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/verify', {
  permission: 'public.read',
  title: (locale) => verifyMessages(locale).title,
  load: ({ text, redirectTo }) => {
    const code = text('code');
    const parsed = code === undefined ? undefined : parseVerifiable(code);
    if (parsed?.ok) return redirectTo(paths.verified(parsed.value));
    return { code };
  },
  view: VerifyForm,
});
export { generateMetadata, Page as default };
