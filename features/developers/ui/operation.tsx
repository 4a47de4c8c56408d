import type { ReactNode } from 'react';
import type { Locale } from '@/lib/locale';
import type { MediaType, OperationObject } from '../document';
import { developerMessages } from '../messages';
import { typeParts } from '../schema-text';
import { CodeBlock } from '@/components/ui/code-block';
import { Code, FieldList, schemaAnchor } from './parts';

type Props = { method: string; path: string; operation: OperationObject; locale: Locale };

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="space-y-2">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </div>
  );
}

/** Lists an operation's own parameters. The choice of language is the same everywhere, and is explained once. */
const own = ({ parameters }: OperationObject) =>
  parameters.filter(({ name, in: place }) => name !== 'lang' && place !== 'header');

function Parameters({ operation, locale }: Pick<Props, 'operation' | 'locale'>) {
  const t = developerMessages(locale);
  const places: Readonly<Record<string, string>> = { path: t.inPath, query: t.inQuery };
  return (
    <FieldList
      fields={own(operation).map(({ name, in: place, description, schema, required }) => ({
        path: name,
        type: typeParts(schema),
        description,
        optional: !required,
        note: places[place],
      }))}
    />
  );
}

/** Shows the schema of a body or an answer as a link to its fields. */
function SchemaLink({ media }: { media: MediaType }) {
  const [part] = typeParts(media.schema);
  if (!part?.schema) return null;
  return (
    <a className="link" href={`#${schemaAnchor(part.schema)}`}>
      <Code>{part.text}</Code>
    </a>
  );
}

function Problems({ operation }: Pick<Props, 'operation'>) {
  const found = Object.entries(operation.responses).flatMap(([status, { content }]) =>
    Object.entries(content?.['application/problem+json']?.examples ?? {}).map(
      ([code, { summary }]) => ({ code, status, summary }),
    ),
  );
  return (
    <ul className="space-y-1">
      {found.map(({ code, status, summary }) => (
        <li key={code}>
          <span className="tabular text-muted mr-3">{status}</span>
          <a className="link" href={`#problem-${code.replaceAll('_', '-')}`}>
            {summary}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Shows one operation: its purpose, its input, its output, and its problems. */
export function OperationPart({ method, path, operation, locale }: Props) {
  const t = developerMessages(locale);
  const body = operation.requestBody?.content['application/json'];
  const answer = operation.responses['200']?.content?.['application/json'];
  const [sample] = operation['x-codeSamples'];
  return (
    <section id={operation.operationId} className="space-y-5">
      <div>
        <h2 className="text-xl">{operation.summary}</h2>
        <p className="mt-1">
          <Code>
            <span className="text-primary font-semibold">{method.toUpperCase()}</span> {path}
          </Code>
        </p>
        <p className="measure mt-2">{operation.description}</p>
      </div>
      {own(operation).length > 0 && (
        <Part title={t.parameters}>
          <Parameters operation={operation} locale={locale} />
        </Part>
      )}
      {body && operation.requestBody && (
        <Part title={t.body}>
          <p>
            <SchemaLink media={body} /> · {operation.requestBody.description}
          </p>
        </Part>
      )}
      {sample && (
        <Part title={t.example}>
          <CodeBlock label={`${operation.summary}: ${t.example}`}>{sample.source}</CodeBlock>
        </Part>
      )}
      {answer && (
        <Part title={t.answer}>
          <p>
            <SchemaLink media={answer} />
          </p>
          <details className="border-line rounded border px-4 py-2">
            <summary className="link flex min-h-8 items-center">{t.exampleAnswer}</summary>
            <div className="pt-2 pb-1">
              <CodeBlock label={`${operation.summary}: ${t.exampleAnswer}`}>
                {JSON.stringify(answer.example, null, 2)}
              </CodeBlock>
            </div>
          </details>
        </Part>
      )}
      <Part title={t.problemsOf}>
        <Problems operation={operation} />
      </Part>
    </section>
  );
}
