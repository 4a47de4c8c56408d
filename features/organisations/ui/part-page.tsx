import { doneText as peopleDoneText } from '@/features/people/messages';
import { Members } from '@/features/people/ui/members';
import type { Locale } from '@/lib/locale';
import { may } from '@/lib/permissions';
import type { Role } from '@/lib/roles';
import { doneText } from '../messages';
import type { PartView } from '../part-queries';
import { Bank } from './bank';
import { Contacts } from './contacts';
import { Frame, partPath } from './frame';
import { Ownership } from './ownership';
import { RegistrationForm } from './registration-form';
import { Verification } from './verification';

type Props = {
  locale: Locale;
  role: Role;
  view: PartView;
  /** The entry whose form is open, and what was just done. */
  edit: string | undefined;
  done: string | undefined;
};

function Body({ locale, role, view, edit }: Props) {
  const { own } = view;
  const edits = may('organisation.edit', role);
  switch (view.part) {
    case 'registration':
      return <RegistrationForm locale={locale} own={own} />;
    case 'contacts':
      return <Contacts locale={locale} own={own} edits={edits} edit={edit} />;
    case 'ownership':
      return <Ownership locale={locale} own={own} edits={edits} edit={edit} />;
    case 'bank':
      return <Bank locale={locale} own={own} edits={edits} />;
    case 'verification':
      return <Verification locale={locale} own={own} edits={edits} cities={view.cities} />;
    case 'members':
      return (
        <Members
          locale={locale}
          role={role}
          edit={edit}
          path={partPath(locale, own.kind, 'members')}
          colleagues={view.colleagues}
          invitations={view.invitations}
        />
      );
  }
}

/** Shows one part of an organisation: all its members read it, and its owners change it. */
export function OrganisationPart(props: Props) {
  const { locale, view, done } = props;
  return (
    <Frame
      locale={locale}
      own={view.own}
      part={view.part}
      flash={view.part === 'members' ? peopleDoneText(locale, done) : doneText(locale, done)}
    >
      <Body {...props} />
    </Frame>
  );
}
