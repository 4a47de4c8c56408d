import { EmptyState } from '@/components/ui/empty-state';
import { Checkbox, EmailField, HiddenField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Columns, Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { addressOf } from '@/lib/address';
import type { Locale } from '@/lib/locale';
import { removeContactAction, saveContactAction } from '../actions';
import type { Contact } from '../domain/profile';
import { organisationMessages } from '../messages';
import type { OwnOrganisation } from '../queries';
import { EntryActions, EntryButtons } from './entry-parts';
import { partPath } from './frame';

type Props = { locale: Locale; own: OwnOrganisation; edits: boolean; edit: string | undefined };

export function ContactTable(props: {
  locale: Locale;
  contacts: readonly Contact[];
  path?: string;
}) {
  const { locale, contacts, path } = props;
  const t = organisationMessages(locale);
  return (
    <Table
      caption={t.contacts}
      columns={[
        { key: 'name', header: t.personName, wrap: true },
        { key: 'post', header: t.post, wrap: true },
        { key: 'phone', header: t.phone },
        { key: 'email', header: t.email },
        ...(path ? [{ key: 'actions', header: t.actions }] : []),
      ]}
      rows={contacts.map((contact) => ({
        key: contact.id,
        cells: {
          name: (
            <>
              {words(contact.name)}
              {contact.isMain && <span className="text-muted"> · {t.main}</span>}
            </>
          ),
          post: contact.post || '—',
          phone: contact.phone,
          email: contact.email || '—',
          actions: path && (
            <EntryActions
              locale={locale}
              id={contact.id}
              name={contact.name}
              editHref={`${addressOf(path, { edit: contact.id })}#edit`}
              remove={removeContactAction}
            />
          ),
        },
      }))}
      empty={<EmptyState title={t.noContacts} />}
    />
  );
}

function ContactForm({ locale, own, edit }: Props) {
  const t = organisationMessages(locale);
  const edited = own.contacts.find(({ id }) => id === edit);
  const { name = '', post = '', phone = '', email = '' } = edited ?? {};
  return (
    <Section id="edit" title={edited ? t.changeContact : t.addContact}>
      <ActionForm
        key={edited?.id ?? 'new'}
        action={saveContactAction}
        locale={locale}
        scope="contact"
      >
        <HiddenField name="entryId" value={edited?.id ?? ''} />
        <HiddenField
          name="base"
          value={JSON.stringify(edited ? { name, post, phone, email } : {})}
        />
        <TextField name="name" label={t.personName} defaultValue={name} />
        <TextField name="post" label={t.post} defaultValue={post} optional />
        <TextField name="phone" label={t.phone} defaultValue={phone} autoComplete="tel" />
        <EmailField name="email" label={t.email} defaultValue={email} optional autoComplete="off" />
        {edited?.isMain !== true && <Checkbox name="isMain" label={t.makeMain} optional />}
        <EntryButtons
          locale={locale}
          isNew={!edited}
          cancelHref={partPath(locale, own.kind, 'contacts')}
        />
      </ActionForm>
    </Section>
  );
}

export function Contacts(props: Props) {
  const { locale, own, edits } = props;
  const t = organisationMessages(locale);
  return (
    <Columns aside={edits && <ContactForm {...props} />}>
      <Section title={t.contacts} lead={t.contactsLead}>
        <ContactTable
          locale={locale}
          contacts={own.contacts}
          {...(edits && { path: partPath(locale, own.kind, 'contacts') })}
        />
      </Section>
    </Columns>
  );
}
