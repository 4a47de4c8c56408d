import { redirect } from 'next/navigation';
import { page } from '@/app/frame';
import { verifyMessages } from '@/features/vouchers/messages';
import { VerifyForm } from '@/features/vouchers/ui/verify';
import { parseVerifiable } from '@/lib/identifiers';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { one } from '@/lib/query';

const { generateMetadata, Page } = page('/[locale]/verify', {
  permission: 'public.read',
  title: (locale) => verifyMessages(locale).title,
  load: ({ locale, query }) => {
    const code = one(query.code);
    const parsed = code === undefined ? undefined : parseVerifiable(code);
    if (parsed?.ok) redirect(localePath(locale, paths.verified(parsed.value)));
    return { code };
  },
  view: VerifyForm,
});
export { generateMetadata, Page as default };
