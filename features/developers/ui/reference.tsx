import { DescriptionList } from '@/components/ui/description-list';
import { Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import type { Locale } from '@/lib/locale';
import type { OpenApiDocument } from '../document';
import { developerMessages } from '../messages';
import { fieldRows } from '../schema-text';
import { OperationPart } from './operation';
import { CodeBlock } from '@/components/ui/code-block';
import { Code, FieldList, schemaAnchor } from './parts';

type ProblemRow = { code: string; type: string; status: number; title: string; detail: string };
type Props = {
  locale: Locale;
  document: OpenApiDocument;
  problems: readonly ProblemRow[];
  quotas: { reads: number; assessments: number };
};

const operationsOf = (document: OpenApiDocument) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

const interfacePath = '/api/v1';
const documentPath = `${interfacePath}/openapi.json`;

/** Schemas whose inner fields are not listed, because they would fill a document of their own. */
const shallow = new Set(['Rules']);

function Start({ document, locale }: Pick<Props, 'document' | 'locale'>) {
  const t = developerMessages(locale);
  const posted = operationsOf(document).find(({ method }) => method === 'post');
  const [sample] = posted?.operation['x-codeSamples'] ?? [];
  if (!sample) return null;
  return (
    <Section id="start" title={t.start} lead={t.startLead}>
      <CodeBlock label={t.start}>{sample.source}</CodeBlock>
    </Section>
  );
}

function Basics({ document, quotas, locale }: Omit<Props, 'problems'>) {
  const t = developerMessages(locale);
  const [server] = document.servers;
  return (
    <Section id="basics" title={t.basics}>
      <DescriptionList
        items={[
          { term: t.base, value: <Code>{`${server?.url ?? ''}${interfacePath}`}</Code> },
          {
            term: t.machine,
            value: (
              <a className="link" href={`${documentPath}?lang=${locale}`}>
                <Code>{documentPath}</Code>
              </a>
            ),
          },
          { term: t.amounts, value: t.amountsText },
          { term: t.times, value: t.timesText },
          { term: t.languages, value: t.languagesText },
          { term: t.limits, value: t.limitsText(quotas) },
          { term: t.caching, value: t.cachingText },
          { term: t.browsers, value: t.browsersText },
          { term: t.versions, value: t.versionsText },
        ]}
      />
    </Section>
  );
}

function Schemas({ document, locale }: Pick<Props, 'document' | 'locale'>) {
  const t = developerMessages(locale);
  return (
    <Section id="fields" title={t.fields} lead={t.fieldsLead}>
      <div className="space-y-8">
        {Object.entries(document.components.schemas).map(([name, schema]) => (
          <section key={name} id={schemaAnchor(name)} className="space-y-2">
            <h3 className="font-semibold">
              <Code>{name}</Code>
            </h3>
            <p className="measure">
              {schema.description} {shallow.has(name) && t.deeper}
            </p>
            <FieldList fields={fieldRows(schema, !shallow.has(name))} />
          </section>
        ))}
      </div>
    </Section>
  );
}

function Problems({ problems, locale }: Pick<Props, 'problems' | 'locale'>) {
  const t = developerMessages(locale);
  return (
    <Section id="problems" title={t.problems} lead={t.problemsLead}>
      <dl className="divide-line border-line divide-y border-y">
        {problems.map(({ code, type, status, title, detail }) => (
          <div
            key={code}
            id={type.split('#').at(-1)}
            className="target:bg-info-bg grid gap-x-6 py-2.5 sm:grid-cols-[3rem_minmax(0,1fr)]"
          >
            <dt className="text-muted tabular">{status}</dt>
            <dd className="min-w-0">
              <p className="font-semibold">{title}</p>
              <p>{detail}</p>
              <p className="text-muted text-sm">
                <Code>#{type.split('#').at(-1)}</Code>
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

type Anchor = { id: string; title: string };

function Anchors({ anchors }: { anchors: readonly Anchor[] }) {
  return (
    <ul className="space-y-0.5">
      {anchors.map(({ id, title }) => (
        <li key={id}>
          <a className="link inline-flex min-h-8 items-center" href={`#${id}`}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Shows the reference, made from the OpenAPI document. */
export function ReferencePage(props: Props) {
  const { locale, document } = props;
  const t = developerMessages(locale);
  const operations = operationsOf(document);
  const anchors = [
    { id: 'start', title: t.start },
    { id: 'basics', title: t.basics },
    ...operations.map(({ operation }) => ({
      id: operation.operationId,
      title: operation.summary,
    })),
    { id: 'fields', title: t.fields },
    { id: 'problems', title: t.problems },
  ];
  const contents = (
    <nav aria-label={t.contents} className="beside hidden space-y-1 text-sm lg:block">
      <p className="font-semibold">{t.contents}</p>
      <Anchors anchors={anchors} />
    </nav>
  );
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <nav aria-label={t.contents} className="lg:hidden">
        <details className="border-line bg-surface rounded border px-4 py-2">
          <summary className="flex min-h-11 items-center font-semibold">{t.contents}</summary>
          <Anchors anchors={anchors} />
        </details>
      </nav>
      <Columns aside={contents}>
        <Start document={document} locale={locale} />
        <Basics {...props} />
        {operations.map((one) => (
          <OperationPart key={one.operation.operationId} {...one} locale={locale} />
        ))}
        <Schemas document={document} locale={locale} />
        <Problems {...props} />
      </Columns>
    </PageBody>
  );
}
