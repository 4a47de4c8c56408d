import { titled } from '@/components/shell/title';
import { applicationMessages } from '@/features/applications/messages';
import { listRunning } from '@/features/applications/queries';
import { Dashboard } from '@/features/applications/ui/dashboard';
import { listToAnswer } from '@/features/redemptions/queries';
import { listOwnVouchers } from '@/features/vouchers/queries';
import { may } from '@/lib/permissions';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/startup'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, applicationMessages(locale).dashboard);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('startup.read');
  const [cases, toAnswer, vouchers] = await Promise.all([
    listRunning(actor),
    listToAnswer(actor),
    listOwnVouchers(actor, undefined),
  ]);
  return (
    <Dashboard
      locale={locale}
      cases={cases}
      toAnswer={toAnswer.rows}
      vouchers={vouchers.rows}
      owner={may('application.submit', roleOf(actor))}
      writes={may('application.draft', roleOf(actor))}
    />
  );
}
