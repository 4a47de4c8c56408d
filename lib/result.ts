import type { MessageValues } from './messages';

/** A business yes. */
export type Done<T> = {
  readonly ok: true;
  readonly value: T;
  /** The same sending had its effect before: nothing was changed or recorded this time. */
  readonly repeated?: true;
};

/** A business no: `code` is also its key in the feature's `refusals` catalogue. */
export type Refused<Code extends string = string> = {
  readonly ok: false;
  readonly code: Code;
  readonly values?: MessageValues;
  /** The field the reader should change, where there is one. */
  readonly field?: string;
  /** Faults by field, where there are several: codes of field errors. */
  readonly fields?: Readonly<Record<string, { code: string; values?: MessageValues }>>;
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

export function refused<const Code extends string>(
  code: Code,
  values?: MessageValues,
  field?: string,
): Refused<Code> {
  return { ok: false, code, ...(values && { values }), ...(field && { field }) };
}
