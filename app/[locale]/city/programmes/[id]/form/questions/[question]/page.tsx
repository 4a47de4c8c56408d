import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { formEditorMessages } from '@/features/programmes/form-editor/messages';
import { findQuestion } from '@/features/programmes/form-editor/queries';
import { QuestionPage } from '@/features/programmes/form-editor/ui/question-page';
import { one } from '@/lib/query';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/programmes/[id]/form/questions/[question]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, formEditorMessages(locale).question);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('programme.manage');
  const { section, kind, done } = await searchParams;
  const asked = { question: (await params).question, section: one(section), kind: one(kind) };
  const found = await findQuestion(actor, await idOf(params), asked);
  if (!found) notFound();
  return <QuestionPage locale={locale} done={one(done)} {...found} mayManage />;
}
