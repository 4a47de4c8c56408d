import type { z } from 'zod';
import type { Locale } from '@/lib/locale';
import type { Operation } from './operation';

/** A text of the reference, in both languages. */
export type DocumentText = { readonly [L in Locale]: string };
/**
 * Texts by the name of a field; `parent.name` where a name means something else below that parent.
 */
export type FieldTexts = Readonly<Record<string, DocumentText>>;

/** Schemas by their names in the document, with a text for each field at any depth. */
export type DocumentedSchemas<S extends Readonly<Record<string, z.ZodType>>> = {
  readonly [Name in keyof S]: {
    readonly about: DocumentText;
    readonly fields: S[Name] extends z.ZodObject
      ? { readonly [F in keyof S[Name]['shape']]: DocumentText } & FieldTexts
      : FieldTexts;
  };
};

/** One operation as the reference describes it. */
export type DocumentedOperation = {
  readonly operation: Operation;
  readonly title: DocumentText;
  readonly about: DocumentText;
  /** Texts of the operation's own parameters, in the path and in the query. */
  readonly parameters: FieldTexts;
  /** A call that works, and its answer. */
  readonly example: {
    readonly address: string;
    readonly body?: unknown;
    /** @param origin of the portal, for addresses in the answer */
    readonly answer: (locale: Locale, origin: string) => unknown;
  };
};

/** One capability's part of the interface. */
export type InterfacePart = {
  /** The part's name, which generated clients use for a group of functions. */
  readonly tag: { readonly name: string; readonly about: DocumentText };
  readonly operations: readonly DocumentedOperation[];
  readonly answers: Readonly<Record<string, z.ZodType>>;
  readonly bodies: Readonly<Record<string, z.ZodType>>;
  readonly texts: Readonly<Record<string, { about: DocumentText; fields: FieldTexts }>>;
};
