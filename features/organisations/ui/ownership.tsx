import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField, NumberField, SelectField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Columns, Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { addressOf } from '@/lib/address';
import type { Locale } from '@/lib/locale';
import { removePartyAction, savePartyAction } from '../actions';
import type { Party, PartyKind } from '../domain/profile';
import { organisationMessages, relationNames } from '../messages';
import type { OwnOrganisation } from '../queries';
import { shownShare } from '../shown';
import { EntryActions, EntryButtons } from './entry-parts';
import { partPath } from './frame';

type Props = { locale: Locale; own: OwnOrganisation; edits: boolean; edit: string | undefined };

export function PartyTable(props: {
  locale: Locale;
  kind: PartyKind;
  parties: readonly Party[];
  path?: string;
}) {
  const { locale, kind, parties, path } = props;
  const t = organisationMessages(locale);
  const related = kind === 'related';
  const none = related ? t.noRelated : t.noShareholders;
  return (
    <Table
      caption={related ? t.related : t.shareholders}
      columns={[
        { key: 'name', header: t.partyName, wrap: true },
        { key: 'code', header: t.codeShort },
        ...(related ? [{ key: 'relation', header: t.relation }] : []),
        { key: 'share', header: t.share, align: 'right' as const },
        ...(path ? [{ key: 'actions', header: t.actions }] : []),
      ]}
      rows={parties
        .filter((party) => party.kind === kind)
        .map((party) => ({
          key: party.id,
          cells: {
            name: party.name,
            code: party.creditCode ? <span className="code">{party.creditCode}</span> : '—',
            relation: party.relation && relationNames(locale)[party.relation],
            share: party.share === null ? '—' : shownShare(party.share),
            actions: path && (
              <EntryActions
                locale={locale}
                id={party.id}
                name={party.name}
                editHref={`${addressOf(path, { edit: party.id })}#${kind}`}
                remove={removePartyAction}
              />
            ),
          },
        }))}
      empty={path ? <EmptyState title={none} /> : <p className="text-muted">{none}</p>}
    />
  );
}

function PartyForm(props: Omit<Props, 'edits'> & { kind: PartyKind }) {
  const { locale, own, kind, edit } = props;
  const t = organisationMessages(locale);
  const edited = own.parties.find((party) => party.id === edit && party.kind === kind);
  const related = kind === 'related';
  const shown = {
    name: edited?.name ?? '',
    creditCode: edited?.creditCode ?? '',
    relation: edited?.relation ?? '',
    share: edited?.share ? String(edited.share / 100) : '',
  };
  const titles = related
    ? { add: t.addRelated, change: t.changeRelated }
    : { add: t.addShareholder, change: t.changeShareholder };
  return (
    <Section id={kind} title={edited ? titles.change : titles.add}>
      <ActionForm key={edited?.id ?? 'new'} action={savePartyAction} locale={locale} scope={kind}>
        <HiddenField name="entryId" value={edited?.id ?? ''} />
        <HiddenField name="kind" value={kind} />
        <HiddenField name="base" value={JSON.stringify(edited ? shown : {})} />
        <TextField name="name" label={t.partyName} defaultValue={shown.name} />
        <TextField
          name="creditCode"
          label={t.partyCode}
          hint={t.partyCodeHint}
          defaultValue={shown.creditCode}
          optional
        />
        {related && (
          <SelectField
            name="relation"
            label={t.relation}
            defaultValue={shown.relation}
            options={Object.entries(relationNames(locale)).map(([value, label]) => ({
              value,
              label,
            }))}
          />
        )}
        <NumberField
          name="share"
          label={t.share}
          suffix="%"
          defaultValue={shown.share}
          optional={related}
        />
        <EntryButtons
          locale={locale}
          isNew={!edited}
          cancelHref={partPath(locale, own.kind, 'ownership')}
        />
      </ActionForm>
    </Section>
  );
}

export function Ownership(props: Props) {
  const { locale, own, edits } = props;
  const t = organisationMessages(locale);
  const path = partPath(locale, own.kind, 'ownership');
  const shares = own.parties.filter(({ kind }) => kind === 'shareholder');
  const together = shares.reduce((sum, { share }) => sum + (share ?? 0), 0);
  return (
    <>
      <p className="text-muted measure">{t.ownershipLead}</p>
      {(['shareholder', 'related'] as const).map((kind) => (
        <Columns key={kind} aside={edits && <PartyForm {...props} kind={kind} />}>
          <Section title={kind === 'related' ? t.related : t.shareholders}>
            <PartyTable
              locale={locale}
              kind={kind}
              parties={own.parties}
              {...(edits && { path })}
            />
            {kind === 'shareholder' && shares.length > 0 && (
              <p className="text-muted">{t.heldTogether({ share: shownShare(together) })}</p>
            )}
          </Section>
        </Columns>
      ))}
    </>
  );
}
