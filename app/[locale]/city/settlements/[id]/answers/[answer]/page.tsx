import { page } from '@/app/frame';
import { answerMessages } from '@/features/settlements/answer-messages';
import { getAnswer } from '@/features/settlements/answer-queries';
import { AnswerPage } from '@/features/settlements/ui/answer-page';
import { isId } from '@/lib/query';

const { generateMetadata, Page } = page('/[locale]/city/settlements/[id]/answers/[answer]', {
  permission: 'payment.mark',
  title: (locale) => answerMessages(locale).title,
  load: async ({ actor, params, found }) => ({
    answer: found(isId(params.answer) && (await getAnswer(actor, params.id, params.answer))),
  }),
  view: AnswerPage,
});
export { generateMetadata, Page as default };
