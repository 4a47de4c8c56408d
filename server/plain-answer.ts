import 'server-only';
import type { FormState } from '@/lib/form-state';
import { PerRequest } from './per-request';

/** The answer of an action, for a page that may no longer have the form. */
export type PlainAnswer = { done: boolean; message: string; errors: readonly string[] };

const answers = new PerRequest<PlainAnswer>();

/**
 * Keeps the answer to a plain form for the head of its page. The form, which would show it, may be gone because the thing that it
 * changed is in another state now.
 */
export async function storeAnswerForPage(state: FormState): Promise<void> {
  if (state.status === 'idle') return;
  const message = state.message ?? '';
  const errors = 'errors' in state ? Object.values(state.errors) : [];
  if (message === '' && errors.length === 0) return;
  await answers.store({ done: state.status === 'done', message, errors });
}

/** Returns the answer to the plain form of this request, if there was one. */
export const plainAnswer = (): Promise<PlainAnswer | undefined> => answers.read();
