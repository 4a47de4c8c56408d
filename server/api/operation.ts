import type { z } from 'zod';
import type { Permission } from '@/lib/permissions';
import type { ProblemKinds } from './problem';
import type { RateName } from './rate-limit';

/**
 * One operation of the interface, as data: the route handler is made from it, and so is its part
 * of the OpenAPI document, so that the two cannot differ.
 */
export type Operation = {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** With `{names}` for the parts that vary. */
  readonly path: string;
  readonly permission: Permission;
  readonly rate: RateName;
  /** The parameters in the path, by name. */
  readonly parameters: z.ZodObject;
  /** The parameters behind the question mark; `lang` is everybody's and not named here. */
  readonly query: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** Problems of its own, beside the general ones. */
  readonly problems: ProblemKinds;
  /** How long a browser or proxy may keep an answer. Never kept where this is left out. */
  readonly maxAgeSeconds?: number;
  /** Whether the answer's texts follow the reader's language; else it has both or none. */
  readonly translated: boolean;
};

/** Declares an operation, keeping the exact types of its parts. */
export const operation = <const O extends Operation>(declared: O): O => declared;
