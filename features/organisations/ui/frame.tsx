import type { ReactNode } from 'react';
import { Flash } from '@/components/ui/callout';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageBody, PageHeader } from '@/components/ui/page';
import { localePath, type Locale } from '@/lib/locale';
import type { OrganisationKind } from '@/lib/organisation-kind';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { parts, partsOf, type Part } from '../domain/parts';
import { organisationMessages } from '../messages';
import type { OwnOrganisation } from '../queries';
import { VerifiedBy } from './verified-by';

export const partPath = (locale: Locale, kind: OrganisationKind, part?: Part): string =>
  localePath(locale, part ? paths[kind].organisationPart(part) : paths[kind].organisation());

/** Returns the title of a part in the browser's tab, because six pages with one title could not be told apart. */
export const partTitle = (locale: Locale, name: string): string => {
  const t = organisationMessages(locale);
  const part = parts.find((known) => known === name);
  return part ? `${t[part]} · ${t.organisation}` : t.organisation;
};

/** Shows the head of every page of an organisation: its name, the cities that verified it, and its parts. */
export function Frame(props: {
  locale: Locale;
  own: OwnOrganisation;
  part?: Part;
  flash: string | undefined;
  note?: ReactNode;
  children: ReactNode;
}) {
  const { locale, own, part, flash, note, children } = props;
  const t = organisationMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={organisationName(own, locale)}
        eyebrow={t.organisation}
        lead={<VerifiedBy locale={locale} own={own} />}
      />
      <LinkTabs
        label={t.organisation}
        tabs={[
          {
            href: partPath(locale, own.kind),
            label: t.registration,
            current: part === undefined || part === 'registration',
          },
          ...partsOf(own.kind)
            .filter((part) => part !== 'registration')
            .map((tab) => ({
              href: partPath(locale, own.kind, tab),
              label: t[tab],
              current: part === tab,
            })),
        ]}
      />
      <Flash text={flash} />
      {note}
      {children}
    </PageBody>
  );
}
