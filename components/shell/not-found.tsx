import { ButtonLink } from '@/components/ui/button-link';
import { PageBody, PageHeader } from '@/components/ui/page';
import { localePath, type Locale } from '@/lib/locale';
import { shellMessages } from './messages';

export function NotFound({ locale }: { locale: Locale }) {
  const t = shellMessages(locale);
  return (
    <PageBody narrow>
      {/* A page that ends before its metadata has only this title. */}
      <title>{`${t.notFoundTitle} · ${t.brand}`}</title>
      <PageHeader title={t.notFoundTitle} lead={t.notFoundBody} />
      <ButtonLink href={localePath(locale, '/')}>{t.home}</ButtonLink>
    </PageBody>
  );
}
