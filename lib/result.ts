import type { MessageValues, WithValues } from './messages';

/** A success. */
export type Done<T> = {
  readonly ok: true;
  readonly value: T;
  /** The same request succeeded before: nothing was changed or recorded this time. */
  readonly repeated?: true;
};

/** The fault of one field. `code` is the key of its text. */
export type Fault<Code extends string = string> = {
  readonly code: Code;
  readonly values?: MessageValues;
};

/** A refusal. `code` is also its key in the feature's `refusals` catalogue. */
export type Refused<Code extends string = string> = {
  readonly ok: false;
  readonly code: Code;
  readonly values?: MessageValues;
  /** The field that the user should change, if there is one. */
  readonly field?: string;
  /** Faults by field, if there are several. */
  readonly fields?: Readonly<Record<string, Fault>>;
  /** Values that the next attempt must send instead, such as a newer revision. */
  readonly fresh?: Readonly<Record<string, string>>;
};

/** The result of a command or a domain decision. Bugs throw instead. */
export type Outcome<T, Code extends string = string> = Done<T> | Refused<Code>;

export function done(): Done<undefined>;
export function done<T>(value: T): Done<T>;
export function done<T>(value?: T): Done<T | undefined> {
  return { ok: true, value };
}

/** Returns the result of the first request again. */
export const repeated = <T>(value: T): Done<T> => ({ ok: true, value, repeated: true });

/** Returns a refusal with the values that the text of its code needs. */
export function refused<const Code extends string>(
  code: Code,
  ...rest: WithValues<Code, [field?: string]>
): Refused<Code>;
export function refused(code: string, values?: MessageValues, field?: string): Refused {
  return { ok: false, code, ...(values && { values }), ...(field && { field }) };
}

/** Returns a field's fault with the values that the text of its code needs. */
export function fault<const Code extends string>(
  code: Code,
  ...rest: WithValues<Code>
): Fault<Code>;
export function fault(code: string, values?: MessageValues): Fault {
  return { code, ...(values && { values }) };
}
