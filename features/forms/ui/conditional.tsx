'use client';

import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { FormContext } from '@/components/ui/form-context';
import { askedNames, type Answers, type Asked } from '../domain/form';
import { logicOf } from '../domain/kinds';
import type { Values } from '../domain/kinds/kind';

/** What is asked now; nothing where nobody keeps account of it. */
const AskedContext = createContext<ReadonlySet<string> | undefined>(undefined);

/**
 * The answers as they stand in a form, laid over those that were saved: enough of them to tell what
 * is asked.
 */
function answersIn(plan: readonly Asked[], saved: Answers, values: Values): Answers {
  const now: Record<string, string> = { ...saved };
  for (const { name, kind } of plan) {
    const answer = logicOf(kind).live(name, values);
    if (answer !== undefined) now[name] = answer;
  }
  return now;
}

/** What a form would send, with nothing for a choice of which none is made. */
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
 * Keeps account of which questions are asked while a form is filled in. Without JavaScript the
 * saved answers decide, or those that the form came back with.
 */
export function Conditions(props: {
  plan: readonly Asked[];
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
      const next = askedNames(plan, answersIn(plan, answers, valuesOf(form)));
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
  const asked = live ?? askedNames(plan, answersIn(plan, answers, values ?? {}));
  return (
    <AskedContext value={asked}>
      <span ref={place} hidden />
      {children}
    </AskedContext>
  );
}

/** Something that is there only while one of these questions is asked. */
export function Conditional({
  names,
  children,
}: {
  names: readonly string[];
  children: ReactNode;
}) {
  const asked = useContext(AskedContext);
  const shown = !asked || names.some((name) => asked.has(name));
  return <div hidden={!shown}>{children}</div>;
}
