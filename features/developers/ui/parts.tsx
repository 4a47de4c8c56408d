import type { ReactNode } from 'react';
import type { FieldRow, TypePart } from '../schema-text';

export function Code({ children }: { children: ReactNode }) {
  return (
    <code lang="en" className="font-mono text-[0.9375em] break-words">
      {children}
    </code>
  );
}

/** Returns the anchor of a schema in the list of all schemas. */
export const schemaAnchor = (name: string) => `schema-${name}`;

function TypeText({ parts }: { parts: readonly TypePart[] }) {
  return (
    <Code>
      {parts.map(({ text, schema }, at) =>
        schema ? (
          <a key={at} className="link" href={`#${schemaAnchor(schema)}`}>
            {text}
          </a>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </Code>
  );
}

export type ListedField = FieldRow & { note?: ReactNode };

/** Shows fields with their types and meanings: in two columns, or on a phone one below the other. */
export function FieldList({ fields }: { fields: readonly ListedField[] }) {
  return (
    <dl className="@container divide-line border-line divide-y border-y">
      {fields.map(({ path, type, description, optional, note }) => (
        <div
          key={path}
          className="grid gap-x-6 py-2.5 @min-[34rem]:grid-cols-[minmax(9rem,14rem)_minmax(0,1fr)] @min-[34rem]:items-baseline"
        >
          <dt className="min-w-0 font-semibold">
            <Code>
              {path}
              {optional && <span className="text-muted font-normal">?</span>}
            </Code>
            {note && <span className="text-muted ml-2 text-sm font-normal">{note}</span>}
          </dt>
          <dd className="min-w-0">
            <p>{description}</p>
            <p className="text-muted text-sm">
              <TypeText parts={type} />
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
