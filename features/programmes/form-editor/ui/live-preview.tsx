'use client';

import { useEffect, useRef, useState } from 'react';
import { freeQuestionName, putQuestion } from '@/features/forms/domain/edit-form';
import {
  controllersOf,
  planOf,
  type FieldKind,
  type FormDefinition,
  type FormField,
} from '@/features/forms/domain/form';
import type { Locale } from '@/lib/locale';
import { Reader } from '../reader';
import { readEdited } from '../question-input';
import { FormPreview } from './form-preview';

/** Returns what the editor's form would send; several boxes of one name are one list. */
function sentBy(form: HTMLFormElement): Record<string, unknown> {
  const data = new FormData(form);
  return Object.fromEntries(
    [...new Set(data.keys())].map((name) => {
      const all = data.getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
}

/** Returns the section of a question with the sections that its conditions use, to try them out. */
function around(form: FormDefinition, id: string): FormDefinition {
  const plan = planOf(form);
  const here = form.sections.find((section) => section.id === id)?.fields ?? [];
  const looked = new Set(here.flatMap(({ name }) => [...controllersOf(plan, name)]));
  return {
    sections: form.sections.filter(
      (section) => section.id === id || section.fields.some(({ name }) => looked.has(name)),
    ),
  };
}

/** Returns a question with a label in both languages, so that the preview can show it before it has one. */
function titled(field: FormField, untitled: string): FormField {
  const { 'zh-CN': zh, en } = field.label;
  return { ...field, label: { 'zh-CN': zh || en || untitled, en: en || zh || untitled } };
}

/** Scrolls the preview to a question, where the preview scrolls by itself; the page is not scrolled. */
function bringToView(place: HTMLElement, name: string) {
  const region = place.closest('[role=region]');
  const label = place.querySelector(`[data-label-of="${name}"]`);
  if (!region || !label || region.scrollHeight <= region.clientHeight) return;
  const whole = region.getBoundingClientRect();
  const { top } = label.getBoundingClientRect();
  const wellInside = top >= whole.top && top <= whole.top + whole.height / 2;
  if (!wellInside) region.scrollTop += top - whole.top - whole.height / 3;
}

/**
 * Shows the section of a question as applicants will see it, with the question as it is typed in the editor's form,
 * also where it cannot be saved yet. Without a script the stored question is shown.
 */
export function LivePreview(props: {
  editorId: string;
  form: FormDefinition;
  section: string;
  /** Undefined for a new question. */
  existing: FormField | undefined;
  kind: FieldKind;
  earlier: readonly FormField[];
  untitled: string;
  locale: Locale;
}) {
  const { editorId, form, section, existing, kind, earlier, untitled, locale } = props;
  const [edited, setEdited] = useState<FormField>();
  useEffect(() => {
    const editor = document.getElementById(editorId);
    if (!(editor instanceof HTMLFormElement)) return undefined;
    const name = freeQuestionName(form);
    const look = () => {
      const read = readEdited(new Reader(sentBy(editor)), { existing, name, kind, earlier });
      setEdited(titled(read, untitled));
    };
    look();
    editor.addEventListener('input', look);
    return () => {
      editor.removeEventListener('input', look);
    };
  }, [editorId, form, existing, kind, earlier, untitled]);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current && edited) bringToView(place.current, edited.name);
  }, [edited]);
  const sections = edited && putQuestion(form, section, edited);
  return (
    <div ref={place}>
      <FormPreview
        form={around(sections ? { sections } : form, section)}
        heading="h3"
        locale={locale}
      />
    </div>
  );
}
