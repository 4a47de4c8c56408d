import { ButtonLink } from '@/components/ui/button';
import { PageBody, PageHeader } from '@/components/ui/page';
import { localePath, type Locale } from '@/lib/locale';
import { shellMessages } from './messages';

export function NotFound({ locale }: { locale: Locale }) {
  const t = shellMessages(locale);
  return (
    <PageBody narrow>
      <PageHeader title={t.notFoundTitle} lead={t.notFoundBody} />
      <ButtonLink href={localePath(locale, '/')}>{t.home}</ButtonLink>
    </PageBody>
  );
}
