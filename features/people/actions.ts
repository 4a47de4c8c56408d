'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import { rememberDevice } from '@/server/known-device';
import { endSession, redrawFrame, startSession } from '@/server/session';
import * as account from './account-commands';
import * as commands from './commands';
import * as inputs from './input';
import * as invitations from './invitation-commands';
import * as members from './member-commands';
import * as reset from './reset-commands';
import * as session from './session-commands';
import { peopleFieldErrors, peopleMessages, peopleRefusals } from './messages';
import { z } from 'zod';

const nothing = z.object({});
const saved = (locale: 'zh-CN' | 'en') => peopleMessages(locale).saved;
const invited = (locale: 'zh-CN' | 'en') => peopleMessages(locale).invited;

/** Sets the cookies of a user who has just signed in with a password. */
async function signedIn({ sid }: { sid: string }, { email }: { email: string }): Promise<void> {
  await startSession(sid);
  await rememberDevice(email);
}

export const createAccountAction = action({
  permission: 'account.create',
  input: inputs.createAccountInput,
  prepare: account.prepareAccount,
  run: account.createAccount,
  refusals: peopleRefusals,
  constraints: { users_email_unique: 'email_taken' },
  after: signedIn,
  next: ({ home }) => home,
});

export const openSessionAction = action({
  permission: 'session.open',
  input: inputs.openSessionInput,
  prepare: account.proveIdentity,
  run: account.openSession,
  refusals: peopleRefusals,
  after: signedIn,
  next: ({ home }) => home,
});

export const forgotPasswordAction = action({
  permission: 'password.reset',
  input: inputs.forgotPasswordInput,
  prepare: reset.prepareForgotten,
  run: reset.requestLink,
  refusals: peopleRefusals,
  success: (locale) => peopleMessages(locale).linkAsked,
});

export const setNewPasswordAction = action({
  permission: 'password.reset',
  input: inputs.newPasswordInput,
  prepare: reset.prepareNewPassword,
  run: reset.setNewPassword,
  refusals: peopleRefusals,
  next: () => paths.signIn({ done: 'password_changed' }),
});

export const closeSessionAction = action({
  permission: 'session.close',
  input: nothing,
  run: session.closeSession,
  refusals: peopleRefusals,
  after: () => endSession(),
  next: () => '/',
});

export const revokeSessionAction = action({
  permission: 'account.edit',
  input: inputs.sessionInput,
  run: session.revokeSession,
  refusals: peopleRefusals,
  next: () => paths.settings(),
});

export const switchMembershipAction = action({
  permission: 'membership.switch',
  input: inputs.membershipInput,
  run: session.switchMembership,
  refusals: peopleRefusals,
  after: redrawFrame,
  next: ({ home }) => home,
});

export const inviteColleagueAction = action({
  permission: 'member.invite',
  once: 'inviteColleague',
  input: inputs.inviteInput,
  run: invitations.inviteColleague,
  refusals: peopleRefusals,
  success: invited,
});

export const revokeInvitationAction = action({
  permission: 'member.invite',
  once: 'revokeInvitation',
  input: inputs.invitationInput,
  run: invitations.revokeInvitation,
  refusals: peopleRefusals,
  success: (locale) => peopleMessages(locale).revoked,
});

export const renewInvitationAction = action({
  permission: 'member.invite',
  once: 'renewInvitation',
  input: inputs.invitationInput,
  run: invitations.renewInvitation,
  refusals: peopleRefusals,
  success: invited,
});

/** Constraints by which the database refuses when two users act at the same moment. */
const lastOwner = { memberships_last_owner: 'owner_last' } as const;
const heldAlready = { memberships_one_role_per_place: 'role_held' } as const;

export const changeRoleAction = action({
  permission: 'member.manage',
  once: 'changeRole',
  input: inputs.changeRoleInput,
  run: members.changeRole,
  refusals: peopleRefusals,
  constraints: { ...lastOwner, ...heldAlready },
  next: ({ to }) => to,
});

export const endColleagueAction = action({
  permission: 'member.manage',
  once: 'endColleague',
  input: inputs.membershipInput,
  run: members.endColleague,
  refusals: peopleRefusals,
  constraints: lastOwner,
  success: (locale) => peopleMessages(locale).ended,
});

export const leaveOrganisationAction = action({
  permission: 'organisation.leave',
  once: 'leaveOrganisation',
  input: nothing,
  run: members.leaveOrganisation,
  refusals: peopleRefusals,
  constraints: lastOwner,
  next: () => paths.settings({ done: 'left' }),
});

export const handOverAction = action({
  permission: 'member.manage',
  once: 'handOver',
  input: inputs.handOverInput,
  run: members.handOver,
  refusals: peopleRefusals,
  constraints: { ...lastOwner, ...heldAlready },
  next: ({ to }) => to,
});

export const inviteOfficialAction = action({
  permission: 'people.manage',
  once: 'inviteOfficial',
  input: inputs.inviteOfficialInput,
  run: invitations.inviteOfficial,
  refusals: peopleRefusals,
  success: invited,
});

export const endMembershipAction = action({
  permission: 'people.manage',
  once: 'endMembership',
  input: inputs.membershipInput,
  run: commands.endMembership,
  refusals: peopleRefusals,
  next: () => paths.city.people(),
});

export const appointCityAdminAction = action({
  permission: 'platform.manage',
  once: 'appointCityAdmin',
  input: inputs.appointInput,
  run: invitations.appointCityAdmin,
  refusals: peopleRefusals,
  success: invited,
});

export const addCityAction = action({
  permission: 'platform.manage',
  once: 'addCity',
  input: inputs.addCityInput,
  run: commands.addCity,
  refusals: peopleRefusals,
  fieldErrors: peopleFieldErrors,
  constraints: { cities_slug_unique: 'city_taken', cities_prefix_unique: 'city_taken' },
  next: ({ slug }) => paths.platform.city(slug),
});

export const acceptInvitationAction = action({
  permission: 'invitation.accept',
  input: inputs.tokenInput,
  run: invitations.acceptInvitation,
  refusals: peopleRefusals,
  constraints: {
    memberships_one_per_startup: 'invitation_unusable',
    memberships_agencies_apart: 'agencies_apart',
  },
  after: redrawFrame,
  next: ({ home }) => home,
});

export const changeLocaleAction = action({
  permission: 'account.edit',
  input: inputs.localeInput,
  run: commands.changeLocale,
  refusals: peopleRefusals,
  success: saved,
});
