import { page } from '@/app/frame';
import { mandateMessages } from '@/features/operators/messages';
import { ProposeMandate } from '@/features/operators/ui/propose-mandate';

const { generateMetadata, Page } = page('/[locale]/city/mandates/new', {
  permission: 'mandate.propose',
  title: (locale) => mandateMessages(locale).propose,
  load: () => ({}),
  view: ProposeMandate,
});
export { generateMetadata, Page as default };
