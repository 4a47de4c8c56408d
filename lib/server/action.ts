import 'server-only';
import { randomUUID } from 'node:crypto';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { FormAction, FormState } from '@/lib/form-state';
import { localePath, type Locale } from '@/lib/locale';
import { textOf, type CodeCatalogue } from '@/lib/messages';
import type { Permission } from '@/lib/permissions';
import type { Outcome } from '@/lib/result';
import type { Actor } from './actor';
import { csrfHolds } from './csrf';
import { explainFaults, explainIssues } from './field-errors';
import { authorise, execute, type Grant } from './gate';
import { log } from './log';
import { gateMessages } from './messages';
import { requestLocale, signInPath } from './request';
import { keepSent } from './sent-form';

/** An action: who may, what comes in, which command runs, and what is shown afterwards. */
type Spec<P extends Permission, S extends z.ZodType, R, T, C extends string> = {
  permission: P;
  input: S;
  /**
   * Works before the transaction begins: what takes long would hold a connection there, and what must outlast
   * a refusal would be undone. The command gets what it answers; a refusal ends the matter.
   */
  prepare?: (actor: Actor<P>, input: z.output<S>) => Promise<Outcome<R, C>>;
  run: (grant: Grant<P>, input: z.output<S>, prepared: NoInfer<R>) => Promise<Outcome<T, C>>;
  /** A text for every code the command may refuse with. */
  refusals: CodeCatalogue<NoInfer<C>>;
  /** Texts for the feature's own field codes. */
  fieldErrors?: CodeCatalogue<string>;
  /** Database constraints that stand for a refusal. */
  constraints?: Readonly<Record<string, NoInfer<C>>>;
  /** After the transaction stands: cookies, files. Never money. */
  after?: (value: T, input: z.output<S>) => Promise<void>;
  /** Where to go then, without the language. */
  next?: (value: T, input: z.output<S>) => string;
  /** What to say when one stays on the page. */
  success?: (locale: Locale, value: T) => string;
  /** For a script that saves in the background: what it should show and send next. */
  data?: (locale: Locale, value: T) => Record<string, string>;
};

type Typed = Record<string, string | string[]>;

/** Never echoed to the page: secrets, and what the form kit renders itself. */
const unechoed = /^(\$ACTION|csrf$|idempotencyKey$|password|current)/;

/** The form as an object: repeated names become lists, files stay files. */
export function readForm(data: FormData): { raw: Record<string, unknown>; typed: Typed } {
  const raw: Record<string, unknown> = {};
  const typed: Typed = {};
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION') || name === 'csrf' || name === 'idempotencyKey') continue;
    const all = data.getAll(name);
    raw[name] = all.length > 1 ? all : all[0];
    const texts = all.filter((value) => typeof value === 'string');
    if (unechoed.test(name) || texts.length === 0) continue;
    typed[name] = texts.length > 1 ? texts : (texts[0] ?? '');
  }
  return { raw, typed };
}

const keyOf = (data: FormData) => {
  const key = data.get('idempotencyKey');
  return typeof key === 'string' && /^[\w-]{8,64}$/.test(key) ? key : randomUUID();
};

/** Prepares what must come before the transaction, then runs the command in it. */
async function carryOut<P extends Permission, S extends z.ZodType, R, T, C extends string>(
  spec: Spec<P, S, R, T, C>,
  actor: Actor<P>,
  input: z.output<S>,
  idempotencyKey: string,
): Promise<Outcome<T, C>> {
  const prepared = await spec.prepare?.(actor, input);
  if (prepared?.ok === false) return prepared;
  // Without a `prepare` R is unknown, and no command can ask for it.
  const run = (grant: Grant<P>) => spec.run(grant, input, prepared?.value as R);
  const { constraints } = spec;
  return execute(actor, run, undefined, { idempotencyKey, ...(constraints && { constraints }) });
}

/**
 * The one door for writes from a page: checks the CSRF token and the permission, parses, runs the
 * command in a transaction with its audit event, and answers with what the form should show.
 */
export function action<P extends Permission, S extends z.ZodType, R, T, C extends string>(
  spec: Spec<P, S, R, T, C>,
): FormAction {
  return async (_previous, data) => {
    const locale = await requestLocale();
    const { raw, typed } = readForm(data);
    const no = (state: {
      message?: string;
      errors?: Record<string, string>;
      values?: Typed;
      code?: 'stale_page';
      signIn?: string;
    }): FormState => ({
      status: state.errors ? 'invalid' : 'refused',
      errors: {},
      values: typed,
      idempotencyKey: randomUUID(),
      ...state,
    });
    const t = gateMessages(locale);
    let destination: string | undefined;
    try {
      const authority = await authorise(spec.permission);
      if (!authority.ok) {
        if (authority.code === 'not_allowed') return no({ message: t.not_allowed });
        await keepSent(data);
        return no({ message: t.sign_in_needed, signIn: await signInPath(locale) });
      }
      if (!(await csrfHolds(data.get('csrf')))) {
        await keepSent(data);
        return no({ message: t.stale_page, code: 'stale_page' });
      }
      const parsed = await spec.input.safeParseAsync(raw);
      if (!parsed.success) {
        const errors = explainIssues(parsed.error.issues, locale, spec.fieldErrors);
        return no({ message: t.fields_wrong, errors });
      }
      const outcome = await carryOut(spec, authority.value, parsed.data, keyOf(data));
      if (!outcome.ok) {
        const text = textOf(spec.refusals, locale, outcome.code, outcome.values);
        const values = { ...typed, ...outcome.fresh };
        if (outcome.fields) {
          const errors = explainFaults(outcome.fields, locale, spec.fieldErrors);
          return no({ message: text, errors, values });
        }
        return outcome.field && outcome.field in raw
          ? no({ message: t.fields_wrong, errors: { [outcome.field]: text }, values })
          : no({ message: text, values });
      }
      await spec.after?.(outcome.value, parsed.data);
      destination = spec.next?.(outcome.value, parsed.data);
      if (destination === undefined) {
        const message = spec.success?.(locale, outcome.value);
        const data = spec.data?.(locale, outcome.value);
        return { status: 'done', ...(message !== undefined && { message }), ...(data && { data }) };
      }
    } catch (error) {
      unstable_rethrow(error);
      const reference = randomUUID().slice(0, 8);
      log().error({ reference, err: error, permission: spec.permission }, 'action failed');
      return no({ message: t.unexpected({ reference }) });
    }
    redirect(localePath(locale, destination));
  };
}
