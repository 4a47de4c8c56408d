import { NotFound } from '@/components/shell/not-found';
import { requestLocale } from '@/server/request';

export default async function Page() {
  return <NotFound locale={await requestLocale()} />;
}
