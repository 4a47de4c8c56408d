'use client';

import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { FormContext } from '@/components/ui/form-context';
import { visibleNames, type Answers, type PlannedField } from '../domain/form';
import { logicOf } from '../domain/kinds';
import type { Values } from '../domain/kinds/kind';

/** The names of the questions that are asked now; undefined outside of `Conditions`. */
const VisibleFieldsContext = createContext<ReadonlySet<string> | undefined>(undefined);

/** Merges the present answers of a form over the saved ones, as far as needed to decide which questions are asked. */
function answersIn(plan: readonly PlannedField[], saved: Answers, values: Values): Answers {
  const now: Record<string, string> = { ...saved };
  for (const { name, kind } of plan) {
    const answer = logicOf(kind).live(name, values);
    if (answer !== undefined) now[name] = answer;
  }
  return now;
}

/** Returns the values that a form would send, and an empty text for radio buttons of which none is chosen. */
function valuesOf(form: HTMLFormElement): Values {
  const data = new FormData(form);
  const values: Record<string, string | string[]> = {};
  for (const element of form.elements) {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') continue;
    values[element.name] ??= '';
  }
  for (const name of new Set(data.keys())) {
    const texts = data.getAll(name).filter((one) => typeof one === 'string');
    values[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return values;
}

/**
 * Tracks which questions are asked while a form is filled in. Without JavaScript the saved answers decide, or those
 * with which the form came back.
 */
export function Conditions(props: {
  plan: readonly PlannedField[];
  answers: Answers;
  children: ReactNode;
}) {
  const { plan, answers, children } = props;
  const { values } = useContext(FormContext);
  const place = useRef<HTMLSpanElement>(null);
  const [live, setLive] = useState<ReadonlySet<string>>();
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return undefined;
    const look = () => {
      const next = visibleNames(plan, answersIn(plan, answers, valuesOf(form)));
      setLive((now) => (now && [...now].join() === [...next].join() ? now : next));
    };
    look();
    form.addEventListener('input', look);
    form.addEventListener('change', look);
    return () => {
      form.removeEventListener('input', look);
      form.removeEventListener('change', look);
    };
  }, [plan, answers]);
  const visible = live ?? visibleNames(plan, answersIn(plan, answers, values ?? {}));
  return (
    <VisibleFieldsContext value={visible}>
      <span ref={place} hidden />
      {children}
    </VisibleFieldsContext>
  );
}

/** Shows its children only while one of these questions is asked. */
export function Conditional({
  names,
  children,
}: {
  names: readonly string[];
  children: ReactNode;
}) {
  const visible = useContext(VisibleFieldsContext);
  const shown = !visible || names.some((name) => visible.has(name));
  return <div hidden={!shown}>{children}</div>;
}
