import { page } from '@/app/frame';
import { fileMessages } from '@/features/settlements/file-messages';
import { getTemplate } from '@/features/settlements/file-queries';
import { isShipped } from '@/features/settlements/shipped-template-messages';
import { TemplatePage } from '@/features/settlements/ui/template-page';

const { generateMetadata, Page } = page('/[locale]/city/settlements/template', {
  permission: 'payment_file.edit',
  title: (locale) => fileMessages(locale).title,
  load: async ({ actor, text }) => {
    const start = text('start');
    return { current: await getTemplate(actor), start: isShipped(start) ? start : undefined };
  },
  view: TemplatePage,
});
export { generateMetadata, Page as default };
