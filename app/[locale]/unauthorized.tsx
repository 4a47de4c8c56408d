import { ResendPage } from '@/components/shell/resend-page';
import { requestLocale, signInPath } from '@/lib/server/request';
import { takeSentForm } from '@/lib/server/sent-form';

/** Shown to a form sent without a script after its sender was signed out. */
export default async function Unauthorized() {
  const locale = await requestLocale();
  return (
    <ResendPage locale={locale} signIn={await signInPath(locale)} sent={await takeSentForm()} />
  );
}
