import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import type { FormAction, FormState } from '@/lib/form-state';
import type { Locale } from '@/lib/locale';
import { unansweredMessages } from './unanswered-messages';

/** Fields that are never shown again: secrets, and those that the form kit renders itself. */
const unechoed = /^(\$ACTION|csrf$|idempotencyKey$|formScope$|password|current)/;

function typedIn(data: FormData): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    const texts = data.getAll(name).filter((value) => typeof value === 'string');
    if (unechoed.test(name) || texts.length === 0) continue;
    typed[name] = texts.length > 1 ? texts : (texts[0] ?? '');
  }
  return typed;
}

type ActionCall = { action: FormAction; locale: Locale };

const unanswered = (data: FormData, message: string) => ({
  status: 'refused' as const,
  errors: {},
  message,
  values: typedIn(data),
});

/**
 * Calls an action from a script. Returns a message where the portal does not have the action, because the page is of an earlier
 * build.
 */
export async function callAction(
  { action, locale }: ActionCall,
  previous: FormState,
  data: FormData,
): Promise<FormState> {
  try {
    return await action(previous, data);
  } catch (error) {
    if (!unstable_isUnrecognizedActionError(error)) throw error;
    return { ...unanswered(data, unansweredMessages(locale).renewed), code: 'renewed' };
  }
}

/**
 * Calls an action for a form that the user sends. Where no answer arrives, the error would replace the page, and with it what was
 * typed: instead the form shows a message and keeps everything. It keeps its key too, because the action may have taken effect.
 */
export async function sendAction(
  call: ActionCall,
  previous: FormState,
  data: FormData,
): Promise<FormState> {
  try {
    return await callAction(call, previous, data);
  } catch (error) {
    unstable_rethrow(error);
    // An error of the portal itself carries a reference, which its own page shows.
    if (!(error instanceof Error) || 'digest' in error) throw error;
    const key = data.get('idempotencyKey');
    return {
      ...unanswered(data, unansweredMessages(call.locale).lost),
      ...(typeof key === 'string' && { idempotencyKey: key }),
    };
  }
}
