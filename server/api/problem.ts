import 'server-only';
import type { Locale } from '@/lib/locale';
import { publicAddress } from '../env';
import { paths } from '@/lib/paths';

/** A kind of problem (RFC 9457): its status, and its text in the reader's language. */
export type ProblemKind = {
  readonly status: number;
  readonly title: { readonly [L in Locale]: string };
  readonly detail: { readonly [L in Locale]: string };
};
export type ProblemKinds = Readonly<Record<string, ProblemKind>>;

/** What is wrong with one part of what was sent. */
export type Fault = {
  /** The place in the body, as a JSON pointer (RFC 6901) in fragment form: `#/contractAmount`. */
  readonly pointer?: string;
  /** The parameter of the address. */
  readonly parameter?: string;
  readonly code: string;
  readonly detail: string;
};

export type Problem<Code extends string = string> = {
  readonly ok: false;
  readonly code: Code;
  readonly errors?: readonly Fault[];
  /** Additional members of this problem. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

export const problem = <const Code extends string>(
  code: Code,
  rest: Omit<Problem, 'ok' | 'code'> = {},
): Problem<Code> => ({ ok: false, code, ...rest });

/**
 * Returns the anchor of a problem on the reference page. It is part of the problem's type, so it
 * must never change.
 */
export const problemAnchor = (code: string) => `problem-${code.replaceAll('_', '-')}`;

/** Returns what identifies a kind of problem: an address where people can read about it. */
export const problemType = (code: string): string =>
  `${publicAddress()}${paths.developers()}#${problemAnchor(code)}`;

/**
 * Returns the body of a problem.
 * @param requestId names this one occurrence, here and in the log
 */
export function problemBody(
  { code, errors, more }: Problem,
  kind: ProblemKind,
  locale: Locale,
  requestId: string,
): Record<string, unknown> {
  return {
    type: problemType(code),
    title: kind.title[locale],
    status: kind.status,
    detail: kind.detail[locale],
    instance: `urn:uuid:${requestId}`,
    ...more,
    ...(errors && { errors }),
  };
}
