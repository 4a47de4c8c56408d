'use client';

import { usePathname } from 'next/navigation';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { FormState } from '@/lib/form-state';

type Texts = Readonly<Record<string, string | readonly string[]>>;

type Late = {
  texts: Texts | undefined;
  /** True where the head of the page shows what happened. */
  messageShown: boolean;
  /** Called where the form was accepted and its page stays: its fields keep what they show. */
  markAccepted: () => void;
  /** Called where another page follows, even one with the same address. */
  leave: () => void;
};

const LateForm = createContext<Late>({
  texts: undefined,
  messageShown: false,
  markAccepted: () => undefined,
  leave: () => undefined,
});

/**
 * Provides the texts of a form of an earlier build to the forms of the page that answers it. Only that page has them: the frame
 * around the pages stays when the user moves on.
 */
export function LateFormProvider(props: { texts: Texts | undefined; children: ReactNode }) {
  const pathname = usePathname();
  const [first] = useState({ texts: props.texts, pathname });
  const [left, setLeft] = useState(false);
  const [accepted, setAccepted] = useState(false);
  if (!left && pathname !== first.pathname) setLeft(true);
  const value = useMemo(
    () => ({
      texts: left ? undefined : first.texts,
      messageShown: !accepted && !left,
      markAccepted: () => setAccepted(true),
      leave: () => setLeft(true),
    }),
    [left, accepted, first],
  );
  return <LateForm value={value}>{props.children}</LateForm>;
}

/**
 * Returns what was typed in this form on a page of an earlier build, found by the form's scope. `follow` is called with each
 * sending of the form, because once a sending is accepted the message is no longer needed.
 */
export function useLate(scope = '') {
  const { texts, markAccepted, leave } = useContext(LateForm);
  const late = texts && (texts.formScope ?? '') === scope ? texts : undefined;
  const follow = (answer: Promise<FormState>) => {
    // An action that leads to another page rejects with that page's address.
    if (late) answer.then(({ status }) => status === 'done' && markAccepted(), leave);
    return answer;
  };
  return { late, follow };
}

/** Shows its children at the head of the page until the form has been accepted. */
export const WhileLate = ({ children }: { children: ReactNode }) =>
  useContext(LateForm).messageShown ? children : null;
