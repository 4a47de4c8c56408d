import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody, PageHeader } from '@/components/ui/page';
import { localePath, type Locale } from '@/lib/locale';
import { say } from '@/lib/bilingual';
import { editorMessages } from '@/features/programmes/editor/messages';
import type { EditedProgramme, OpenVersion } from '@/features/programmes/editor/queries';
import { paths } from '@/lib/paths';
import { formEditorMessages } from '../messages';
import { CreateVersion } from '@/features/programmes/editor/ui/begin';

export type FormPageProps = { locale: Locale; programme: EditedProgramme; mayManage: boolean };

/** Returns the version whose form can be edited now; undefined where there is no draft. */
export const draftOf = (programme: EditedProgramme): OpenVersion | undefined =>
  programme.open?.state === 'draft' ? programme.open : undefined;

/** Shows the frame of the form editor's pages; without a draft it shows why the form cannot be edited. */
export function FormPage(
  props: FormPageProps & {
    title: string;
    lead?: ReactNode;
    /** Whether the link back leads to the form's overview, not to the programme. */
    inner?: boolean;
    actions?: ReactNode;
    narrow?: boolean;
    children: ReactNode;
  },
) {
  const { locale, programme, mayManage, title, lead, inner, actions, narrow, children } = props;
  const t = editorMessages(locale);
  const version = draftOf(programme);
  return (
    <PageBody narrow={narrow ?? false}>
      <PageHeader
        title={title}
        {...(version && {
          eyebrow: `${say(programme.title, locale)} · ${t.draftTitle({ number: version.number })}`,
        })}
        {...(version && lead !== undefined && { lead })}
        back={
          inner
            ? {
                href: localePath(locale, paths.city.form(programme.id)),
                label: formEditorMessages(locale).backToForm,
              }
            : {
                href: localePath(locale, paths.city.programme(programme.id)),
                label: say(programme.title, locale),
              }
        }
        {...(version && actions !== undefined && { actions })}
      />
      {version && children}
      {!version && programme.open && <Callout tone="info" title={t.fixed} />}
      {!version && !programme.open && (
        <EmptyState
          title={t.noDraft}
          body={t.noDraftBody}
          {...(mayManage && { action: <CreateVersion locale={locale} programme={programme} /> })}
        />
      )}
    </PageBody>
  );
}
