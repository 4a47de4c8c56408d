import { ButtonLink } from '@/components/ui/button-link';
import { PageBody, PageHeader } from '@/components/ui/page';
import { localePath, type Locale } from '@/lib/locale';
import { notFoundMessages } from '@/lib/not-found-messages';
import { shellMessages } from './messages';

export function NotFound({ locale }: { locale: Locale }) {
  const t = notFoundMessages(locale);
  return (
    <PageBody narrow>
      {/* A page that ends before its metadata has only this title. */}
      <title>{`${t.title} · ${shellMessages(locale).brand}`}</title>
      <PageHeader title={t.title} lead={t.body} />
      <ButtonLink href={localePath(locale, '/')}>{t.home}</ButtonLink>
    </PageBody>
  );
}
