import 'server-only';
import {
  fieldKinds,
  type FieldKind,
  type FormField,
  type FormSection,
} from '@/features/forms/domain/form';
import { putSection, questionsBefore, shownAs } from '@/features/forms/domain/edit-form';
import type { Actor } from '@/server/actor';
import { getEditedProgramme, type EditedProgramme } from '../editor/queries';

/** The id in the address for a section or question that does not exist yet. */
const fresh = 'new';

type Found<T> = { programme: EditedProgramme; earlier: FormField[]; shown: string } & T;

/**
 * Loads a section of the programme's own in the draft, or the place of a new one; without a draft only the programme.
 */
export async function findFormSection(
  actor: Actor<'programme.manage'>,
  programmeId: string,
  id: string,
): Promise<Found<{ section: FormSection | undefined }> | undefined> {
  const programme = await getEditedProgramme(actor, programmeId);
  if (!programme) return undefined;
  const form = programme.open?.form ?? { sections: [] };
  const section = form.sections.find((one) => one.id === id && one.own);
  if (!section && id !== fresh && programme.open) return undefined;
  const place: FormSection = section ?? {
    id: fresh,
    title: { 'zh-CN': '', en: '' },
    fields: [],
    own: true,
  };
  const earlier = questionsBefore({ sections: putSection(form, place) ?? form.sections }, place.id);
  return { programme, section, earlier, shown: shownAs(section) };
}

/** Loads a question of the draft to edit, or the place and kind of a new one. */
export async function findQuestion(
  actor: Actor<'programme.manage'>,
  programmeId: string,
  wanted: { question: string; section: string | undefined; kind: string | undefined },
): Promise<
  Found<{ sectionId: string; field: FormField | undefined; kind: FieldKind }> | undefined
> {
  const programme = await getEditedProgramme(actor, programmeId);
  if (!programme) return undefined;
  const form = programme.open?.form ?? { sections: [] };
  const isNew = wanted.question === fresh;
  const section = form.sections.find(({ id, fields }) =>
    isNew ? id === wanted.section : fields.some(({ name }) => name === wanted.question),
  );
  const field = section?.fields.find(({ name }) => name === wanted.question);
  const kind = field?.kind ?? fieldKinds.find((one) => one === wanted.kind) ?? 'text';
  if (!section) {
    const nothing = { sectionId: '', field: undefined, earlier: [], shown: '', kind };
    return programme.open ? undefined : { programme, ...nothing };
  }
  const earlier = questionsBefore(form, section.id, field?.name ?? '');
  return { programme, sectionId: section.id, field, kind, earlier, shown: shownAs(field) };
}
