import { CodeBlock } from '@/components/ui/code-block';
import { DateOnly } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { say, sentenceGap } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { headMessages, proofMessages } from '../messages';
import type { Head, listHeads } from '../queries';

/** The commands that an auditor runs, the same in both languages. */
const commands = [
  'npm run verify -- --database URL --heads https://…/api/v1/proof/heads',
  'npm run verify -- --file export.ndjson --heads heads.json',
];

/** Shows heads in a table, with the city where there is more than one. */
export function HeadTable(props: {
  locale: Locale;
  heads: readonly Pick<Head, 'chain' | 'city' | 'day' | 'seal' | 'hash' | 'rows'>[];
  caption: string;
  cities?: boolean;
}) {
  const { locale, heads, caption, cities = false } = props;
  const t = proofMessages(locale);
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'day', header: t.day },
        ...(cities ? [{ key: 'city', header: t.city }] : []),
        { key: 'seal', header: t.seal, align: 'right' },
        { key: 'rows', header: t.rows, align: 'right' },
        { key: 'hash', header: t.hash, wrap: true },
      ]}
      rows={heads.map((head) => ({
        key: `${head.day} ${head.chain}`,
        cells: {
          day: <DateOnly on={head.day} locale={locale} />,
          city: head.city ? say(head.city, locale) : t.platform,
          seal: String(head.seal),
          rows: String(head.rows),
          hash: <code className="text-xs break-all">{head.hash}</code>,
        },
      }))}
      empty={<EmptyState title={t.noHeads} body={t.noHeadsBody} />}
    />
  );
}

/** Shows everybody the heads of all cities, and how they are checked. */
export function HeadsPage(props: {
  locale: Locale;
  page: Awaited<ReturnType<typeof listHeads>>;
  cursor: string | undefined;
  /** The address at which programs read the same. */
  address: string;
}) {
  const { locale, page, cursor, address } = props;
  const t = headMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <Section title={t.how}>
        <p className="measure">{t.howWhat}</p>
        {commands.map((command, at) => (
          <CodeBlock key={command} label={`${t.how} ${at + 1}`}>
            {command}
          </CodeBlock>
        ))}
        <p className="measure">
          {t.machine}
          {say(sentenceGap, locale)}
          <Link className="link break-all" href={address}>
            {address}
          </Link>
        </p>
      </Section>
      <Section title={t.list}>
        <HeadTable locale={locale} heads={page.rows} caption={t.list} cities />
        <Pager
          locale={locale}
          path={localePath(locale, paths.proof())}
          cursor={cursor}
          nextCursor={page.nextCursor}
        />
      </Section>
    </PageBody>
  );
}
