import type { z } from 'zod';
import type { Permission } from '@/lib/permissions';
import type { ProblemKinds } from './problem';
import type { RateName } from './rate-limit';

/**
 * One operation of the interface, as data: the route handler and its part of the OpenAPI document
 * are both made from it, so that they cannot differ.
 */
export type Operation = {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** The path, with `{names}` for the parts that vary. */
  readonly path: string;
  readonly permission: Permission;
  readonly rate: RateName;
  /** The parameters in the path, by name. */
  readonly parameters: z.ZodObject;
  /** The parameters of the query; every operation also takes `lang`, which is not named here. */
  readonly query: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** The operation's own problems, in addition to the general ones. */
  readonly problems: ProblemKinds;
  /** How long a browser or proxy may keep an answer. Without it an answer is never kept. */
  readonly maxAgeSeconds?: number;
  /**
   * Whether the answer's texts are in the reader's language; otherwise it has both languages or no
   * texts.
   */
  readonly translated: boolean;
};

/** Declares an operation, keeping the exact types of its parts. */
export const operation = <const O extends Operation>(declared: O): O => declared;
