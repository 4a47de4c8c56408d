import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import type { FormAction, FormState } from '@/lib/form-state';
import type { Locale } from '@/lib/locale';
import { unansweredMessages } from './unanswered-messages';

/** Never shown again: secrets, and what the form kit renders itself. */
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

type Asked = { action: FormAction; locale: Locale };

const unanswered = (data: FormData, message: string) => ({
  status: 'refused' as const,
  errors: {},
  message,
  values: typedIn(data),
});

/** Calls an action from a script. Says so where the portal does not know it, because the page is of an earlier build. */
export async function askKnown(
  { action, locale }: Asked,
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
 * The same for a form that somebody sends. Where no answer comes back, the error would take the
 * page's place, and with the page what was typed: the form says so instead, and keeps everything. It
 * keeps its key too, because the action may have been carried out.
 */
export async function askAction(
  asked: Asked,
  previous: FormState,
  data: FormData,
): Promise<FormState> {
  try {
    return await askKnown(asked, previous, data);
  } catch (error) {
    unstable_rethrow(error);
    // An error that the portal made itself carries a reference, which its own page shows.
    if (!(error instanceof Error) || 'digest' in error) throw error;
    const key = data.get('idempotencyKey');
    return {
      ...unanswered(data, unansweredMessages(asked.locale).lost),
      ...(typeof key === 'string' && { idempotencyKey: key }),
    };
  }
}
