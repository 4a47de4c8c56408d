import { page } from '@/app/frame';
import { formEditorMessages } from '@/features/programmes/form-editor/messages';
import { findQuestion } from '@/features/programmes/form-editor/queries';
import { QuestionPage } from '@/features/programmes/form-editor/ui/question-page';

const { generateMetadata, Page } = page(
  '/[locale]/city/programmes/[id]/form/questions/[question]',
  {
    permission: 'programme.manage',
    title: (locale) => formEditorMessages(locale).question,
    load: async ({ actor, params: { id, question }, text, found }) => {
      const wanted = { question, section: text('section'), kind: text('kind') };
      return { ...found(await findQuestion(actor, id, wanted)), mayManage: true };
    },
    view: QuestionPage,
  },
);

export { generateMetadata, Page as default };
