import type { MessageValues, WithValues } from './messages';

/** A business yes. */
export type Done<T> = {
  readonly ok: true;
  readonly value: T;
  /** The same sending had its effect before: nothing was changed or recorded this time. */
  readonly repeated?: true;
};

/** What is wrong with one field: `code` is the key of its text. */
export type Fault<Code extends string = string> = {
  readonly code: Code;
  readonly values?: MessageValues;
};

/** A business no: `code` is also its key in the feature's `refusals` catalogue. */
export type Refused<Code extends string = string> = {
  readonly ok: false;
  readonly code: Code;
  readonly values?: MessageValues;
  /** The field the reader should change, where there is one. */
  readonly field?: string;
  /** Faults by field, where there are several. */
  readonly fields?: Readonly<Record<string, Fault>>;
  /** What the next attempt carries in place of what was sent: a newer revision, say. */
  readonly fresh?: Readonly<Record<string, string>>;
};

/** What a command or a domain decision answers; bugs throw instead. */
export type Outcome<T, Code extends string = string> = Done<T> | Refused<Code>;

export function done(): Done<undefined>;
export function done<T>(value: T): Done<T>;
export function done<T>(value?: T): Done<T | undefined> {
  return { ok: true, value };
}

/** The answer of the first sending, once more. */
export const repeated = <T>(value: T): Done<T> => ({ ok: true, value, repeated: true });

/** Makes a refusal with the values that the text of its code needs. */
export function refused<const Code extends string>(
  code: Code,
  ...rest: WithValues<Code, [field?: string]>
): Refused<Code>;
export function refused(code: string, values?: MessageValues, field?: string): Refused {
  return { ok: false, code, ...(values && { values }), ...(field && { field }) };
}

/** Makes a field's fault with the values that the text of its code needs. */
export function fault<const Code extends string>(
  code: Code,
  ...rest: WithValues<Code>
): Fault<Code>;
export function fault(code: string, values?: MessageValues): Fault {
  return { code, ...(values && { values }) };
}
