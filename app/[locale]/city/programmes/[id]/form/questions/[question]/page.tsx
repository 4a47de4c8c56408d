import { notFound } from 'next/navigation';
import { page } from '@/app/frame';
import { formEditorMessages } from '@/features/programmes/form-editor/messages';
import { findQuestion } from '@/features/programmes/form-editor/queries';
import { QuestionPage } from '@/features/programmes/form-editor/ui/question-page';
import { one } from '@/lib/query';

const { generateMetadata, Page } = page(
  '/[locale]/city/programmes/[id]/form/questions/[question]',
  {
    permission: 'programme.manage',
    title: (locale) => formEditorMessages(locale).question,
    load: async ({ actor, params, query, done }) => {
      const { section, kind } = query;
      const wanted = { question: params.question, section: one(section), kind: one(kind) };
      const found = (await findQuestion(actor, params.id, wanted)) ?? notFound();
      return { done, ...found, mayManage: true };
    },
    view: QuestionPage,
  },
);

export { generateMetadata, Page as default };
