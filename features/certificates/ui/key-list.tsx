import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusTag } from '@/components/ui/status-tag';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { groupedFingerprint, type PublishedKey } from '../domain/keys';
import { algorithmNames, offlineMessages } from '../messages';

/** Shows a city's keys, the present one first, each with its term, its fingerprint and its file. */
export function KeyList(props: { locale: Locale; slug: string; keys: readonly PublishedKey[] }) {
  const { locale, slug, keys } = props;
  const t = offlineMessages(locale);
  if (keys.length === 0) return <EmptyState title={t.none} />;
  return keys.map((key) => (
    <section key={key.keyId} className="space-y-3">
      <h3 className="flex flex-wrap items-center gap-3 text-lg">
        <span className="code">{key.keyId}</span>
        <StatusTag tone={key.retiredAt ? 'neutral' : 'success'}>
          {key.retiredAt ? t.retired : t.current}
        </StatusTag>
      </h3>
      <DescriptionList
        items={[
          { term: t.algorithm, value: algorithmNames(locale)[key.algorithm] },
          { term: t.from, value: <DateTime at={key.validFrom} locale={locale} /> },
          ...(key.retiredAt
            ? [{ term: t.until, value: <DateTime at={key.retiredAt} locale={locale} /> }]
            : []),
          {
            term: t.fingerprint,
            value: <span className="code break-all">{groupedFingerprint(key.fingerprint)}</span>,
          },
          {
            term: t.pem,
            value: (
              <a className="link" href={paths.api.signingKey(slug, `${key.keyId}.pem`)} download>
                {`${key.keyId}.pem`}
              </a>
            ),
          },
        ]}
      />
    </section>
  ));
}
