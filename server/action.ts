import 'server-only';
import { randomUUID } from 'node:crypto';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { FormAction, FormState } from '@/lib/form-state';
import { localePath, type Locale } from '@/lib/locale';
import { textOf, type CodeCatalogue, type PlainCode, type TextsByCode } from '@/lib/messages';
import type { MoneyPermission, Permission } from '@/lib/permissions';
import type { Outcome, Refused } from '@/lib/result';
import type { Actor } from './actor';
import { csrfHolds } from './csrf';
import { explainFaults, explainIssues } from './field-errors';
import { authorise, execute, OutcomeUnknown, type Grant, type MandateRefusal } from './gate';
import { log } from './log';
import { gateMessages } from './messages';
import { storeAnswerForPage } from './plain-answer';
import { requestLocale, signInPath } from './request';
import { storeSentForm } from './sent-form';

/** The specification of an action: its permission, its input, its command, and what the user sees afterwards. */
type Spec<P extends Permission, S extends z.ZodType, R, T, C extends string, F extends string> = {
  permission: P;
  input: S;
  /**
   * Runs before the transaction begins: work that takes long would hold a database connection there, and work that must
   * survive a refusal would be rolled back. The command gets its result; a refusal ends the action.
   */
  prepare?: (actor: Actor<P>, input: z.output<S>) => Promise<Outcome<R, C>>;
  run: (grant: Grant<P>, input: z.output<S>, prepared: NoInfer<R>) => Promise<Outcome<T, C>>;
  /** A text for every code with which the command can refuse. */
  refusals: CodeCatalogue<NoInfer<C>>;
  /** Texts for the feature's own field codes. */
  fieldErrors?: CodeCatalogue<F>;
  /** Maps names of database constraints to refusals. Their texts have no values. */
  constraints?: Readonly<Record<string, PlainCode<NoInfer<C>>>>;
  /** Runs after the commit: cookies, files. Never money. */
  after?: (value: T, input: z.output<S>) => Promise<void>;
  /** Returns the next page, without the language. */
  next?: (value: T, input: z.output<S>) => string;
  /** Returns the confirmation if the user stays on the page. */
  success?: (locale: Locale, value: T) => string;
  /** Returns what a script that saves in the background shows and sends next. */
  data?: (locale: Locale, value: T) => Record<string, string>;
} & Once<P>;

/**
 * Names an action that takes effect only once, however often the same form is sent. An action that moves money must have it,
 * and then a form without a key is refused.
 */
type Once<P extends Permission> = P extends MoneyPermission ? { once: string } : { once?: string };

/** The refusals of the gate itself, which any action may get. */
const gateRefusals = ['key_reused', 'mandate_over', 'mandate_conflict'] as const;

type Typed = Record<string, string | string[]>;

/** Never sent back to the page: secrets, and fields that the form kit renders itself. */
const unechoed = /^(\$ACTION|csrf$|idempotencyKey$|formScope$|password|current)/;

/** More fields than any form of the portal has. Further fields are not read. */
const mostFields = 5_000;
/** More characters than any field takes. Sending longer texts back would only slow down the server. */
const longestEcho = 500_000;

/** Reads the form into an object: repeated names become lists, files stay files. */
export function readForm(data: FormData): { raw: Record<string, unknown>; typed: Typed } {
  const fields = new Map<string, FormDataEntryValue[]>();
  let read = 0;
  // One pass over the fields. Reading each name separately takes quadratic time.
  for (const [name, value] of data) {
    read += 1;
    if (read > mostFields) break;
    if (/^(\$ACTION|csrf$|idempotencyKey$|formScope$)/.test(name)) continue;
    const before = fields.get(name);
    if (before) before.push(value);
    else fields.set(name, [value]);
  }
  const raw: Record<string, unknown> = {};
  const typed: Typed = {};
  for (const [name, all] of fields) {
    raw[name] = all.length > 1 ? all : all[0];
    const texts = all.filter((value) => typeof value === 'string');
    if (unechoed.test(name) || texts.length === 0) continue;
    if (texts.some((text) => text.length > longestEcho)) continue;
    typed[name] = texts.length > 1 ? texts : (texts[0] ?? '');
  }
  return { raw, typed };
}

/** Returns the key of the form; undefined if it is missing or malformed. */
function keyOf(data: FormData): string | undefined {
  const key = data.get('idempotencyKey');
  return typeof key === 'string' && /^[\w-]{8,200}$/.test(key) ? key : undefined;
}

type No = {
  message?: string;
  errors?: Record<string, string>;
  values?: Typed;
  code?: 'stale_page';
  signIn?: string;
  idempotencyKey?: string;
};

/** Returns the state of a refused form: the faults, what was typed, and the next key. */
const refusal = (typed: Typed, state: No): FormState => ({
  status: state.errors ? 'invalid' : 'refused',
  errors: {},
  values: typed,
  idempotencyKey: randomUUID(),
  ...state,
});

/** Checks the user's permission, the form's token and the input. */
async function admit<P extends Permission, S extends z.ZodType>(
  spec: { permission: P; input: S; fieldErrors?: TextsByCode<string> },
  data: FormData,
  raw: Record<string, unknown>,
  locale: Locale,
): Promise<{ actor: Actor<P>; input: z.output<S> } | { no: No }> {
  const t = gateMessages(locale);
  const authority = await authorise(spec.permission);
  if (!authority.ok) {
    if (authority.code === 'not_allowed') return { no: { message: t.not_allowed } };
    await storeSentForm(data);
    return { no: { message: t.sign_in_needed, signIn: await signInPath(locale) } };
  }
  if (!(await csrfHolds(data.get('csrf')))) {
    await storeSentForm(data);
    return { no: { message: t.stale_page, code: 'stale_page' } };
  }
  const parsed = await spec.input.safeParseAsync(raw);
  if (parsed.success) return { actor: authority.value, input: parsed.data };
  const errors = explainIssues(parsed.error.issues, locale, spec.fieldErrors);
  return { no: { message: t.fields_wrong, errors } };
}

/** Translates a refusal into the user's language, and puts it beside the field if it names one. */
function explain<C extends string>(
  spec: { refusals: TextsByCode<C>; fieldErrors?: TextsByCode<string> },
  outcome: Refused<C>,
  sent: { raw: Record<string, unknown>; typed: Typed },
  locale: Locale,
): No {
  const text = textOf(spec.refusals, locale, outcome.code, outcome.values);
  const values = { ...sent.typed, ...outcome.fresh };
  if (outcome.fields) {
    const errors = explainFaults(outcome.fields, locale, spec.fieldErrors);
    return { message: text, errors, values };
  }
  if (!outcome.field || !(outcome.field in sent.raw)) return { message: text, values };
  const errors = { [outcome.field]: text };
  return { message: gateMessages(locale).fields_wrong, errors, values };
}

/** Runs `prepare`, then runs the command in its transaction. */
async function carryOut<
  P extends Permission,
  S extends z.ZodType,
  R,
  T,
  C extends string,
  F extends string,
>(
  spec: Spec<P, S, R, T, C, F>,
  actor: Actor<P>,
  input: z.output<S>,
  key: string | undefined,
): Promise<Outcome<T, C | 'key_reused' | MandateRefusal>> {
  const prepared = await spec.prepare?.(actor, input);
  if (prepared?.ok === false) return prepared;
  // Without a `prepare` R is unknown, and no command can use it.
  const run = (grant: Grant<P>, sent: z.output<S>) => spec.run(grant, sent, prepared?.value as R);
  return execute(actor, run, input, {
    idempotencyKey: key ?? randomUUID(),
    once: spec.once,
    ...(spec.constraints && { constraints: spec.constraints }),
  });
}

/**
 * Makes the action of a form; every write from a page goes through it. It checks the CSRF token and the permission, parses
 * the input, runs the command in a transaction with its audit event, and returns what the form shows.
 */
export function action<
  P extends Permission,
  S extends z.ZodType,
  R,
  T,
  C extends string,
  F extends string,
>(spec: Spec<P, S, R, T, C, F>): FormAction {
  return async (_previous, data) => {
    const state = await answerTo(spec, data);
    await storeAnswerForPage(state);
    return state;
  };
}

/** Runs the action. Redirects after a success if the action names a next page. */
async function answerTo<
  P extends Permission,
  S extends z.ZodType,
  R,
  T,
  C extends string,
  F extends string,
>(spec: Spec<P, S, R, T, C, F>, data: FormData): Promise<FormState> {
  const locale = await requestLocale();
  const t = gateMessages(locale);
  const sent = readForm(data);
  const key = keyOf(data);
  const no = (state: No) => refusal(sent.typed, state);
  let destination: string | undefined;
  let committed = false;
  try {
    const admitted = await admit(spec, data, sent.raw, locale);
    if ('no' in admitted) return no(admitted.no);
    if (spec.once !== undefined && key === undefined) return no({ message: t.key_missing });
    const outcome = await carryOut(spec, admitted.actor, admitted.input, key);
    if (!outcome.ok) {
      const byGate = gateRefusals.find((code) => code === outcome.code);
      if (byGate) return no({ message: t[byGate] });
      return no(explain(spec, outcome as Refused<C>, sent, locale));
    }
    committed = true;
    await spec.after?.(outcome.value, admitted.input);
    destination = spec.next?.(outcome.value, admitted.input);
    if (destination === undefined) {
      const message = spec.success?.(locale, outcome.value);
      const data = spec.data?.(locale, outcome.value);
      return {
        status: 'done',
        // This key is used up. What the form sends next is another request.
        idempotencyKey: randomUUID(),
        ...(message !== undefined && { message }),
        ...(data && { data }),
      };
    }
  } catch (error) {
    unstable_rethrow(error);
    const reference = randomUUID().slice(0, 8);
    log().error({ reference, err: error, permission: spec.permission }, 'action failed');
    const perhaps = committed || error instanceof OutcomeUnknown;
    const message = perhaps ? t.perhaps_done({ reference }) : t.unexpected({ reference });
    // The key stays. If the transaction was committed after all, sending the form again finds that out.
    return no({ message, idempotencyKey: key ?? randomUUID() });
  }
  redirect(localePath(locale, destination));
}
