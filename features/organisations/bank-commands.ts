import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { bankAccounts } from '@/db/schema/people';
import { notify } from '@/features/notifications/commands';
import { areaOf } from '@/features/people/domain';
import { checkBankAccount, checkCnaps } from '@/lib/identifiers';
import { maskAccount } from '@/lib/mask';
import { sameName } from '@/lib/normal';
import { done, refused, type Outcome } from '@/lib/result';
import { organisationOf, roleOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { lockOwn, mergeEdit, organisationPage } from './edit';
import type * as inputs from './input';
import { bankAccountOf, bankChangeOf, type BankChange } from './queries';

const hour = 60 * 60 * 1000;
/** How long a change waits, so that a payee whose account was taken over can notice and cancel it. */
const waitHours = 72;

/** Notifies everybody at the organisation, the one who acts too: that account may be in other hands. */
async function tellAll(
  grant: Grant,
  template: 'bank_change_requested' | 'bank_change_confirmed' | 'bank_change_cancelled',
  change: Pick<BankChange, 'accountNumber'> & { effectiveAt?: Date },
): Promise<void> {
  const { tx, actor } = grant;
  const values = {
    account: maskAccount(change.accountNumber),
    path: areaOf(roleOf(actor)).organisationPart('bank'),
  };
  const everybody = {
    organisationId: organisationOf(actor),
    roles: ['owner', 'member', 'vendor_operator', 'vendor_finance'],
  } as const;
  await notify(tx, everybody, template, {
    ...values,
    at: change.effectiveAt?.toISOString() ?? '',
  });
}

/** Stores the request for another account. A change that took effect before becomes the account that is replaced. */
async function requestChange(
  grant: Grant<'organisation.edit'>,
  inForce: { accountNumber: string; bankName: string; cnapsCode: string },
  next: { accountNumber: string; bankName: string; cnapsCode: string },
): Promise<void> {
  const { tx, actor, now } = grant;
  const organisationId = organisationOf(actor);
  const { accountNumber, bankName, cnapsCode } = inForce;
  await tx
    .update(bankAccounts)
    .set({
      accountNumber,
      bankName,
      cnapsCode,
      nextAccountNumber: next.accountNumber,
      nextBankName: next.bankName,
      nextCnapsCode: next.cnapsCode,
      nextRequestedBy: userOf(actor),
      nextRequestedAt: now,
      nextConfirmedBy: null,
      nextEffectiveAt: null,
      updatedAt: now,
    })
    .where(eq(bankAccounts.organisationId, organisationId));
  await grant.record({
    action: 'bank_account.change_requested',
    subject: { kind: 'organisation', id: organisationId },
    data: { endsIn: next.accountNumber.slice(-4) },
  });
  await tellAll(grant, 'bank_change_requested', next);
}

/**
 * Stores the bank account to which the organisation is paid. It must be in the registered name. The first account counts at once;
 * a change is a request that a second person confirms and that waits.
 */
export async function saveBankAccount(
  grant: Grant<'organisation.edit'>,
  input: z.output<typeof inputs.bankAccountInput>,
): Promise<Outcome<{ to: string }, 'account_name_differs' | 'edit_stale'>> {
  const { tx, actor, now } = grant;
  const organisationId = organisationOf(actor);
  const own = await lockOwn(grant);
  // The treasury pays only into an account in the payee's registered name.
  if (!sameName(own.name, input.accountName))
    return refused('account_name_differs', {}, 'accountName');
  const number = checkBankAccount(input.accountNumber);
  const cnaps = checkCnaps(input.cnapsCode);
  if (!number.ok || !cnaps.ok) throw new Error('The schema let a wrong account through.');
  const inForce = await bankAccountOf(tx, organisationId);
  const waiting = await bankChangeOf(tx, organisationId);
  const typed = {
    // The bank gets the name as it is registered, however it was typed.
    accountName: own.name,
    accountNumber: number.value,
    bankName: input.bankName,
    cnapsCode: cnaps.value,
  };
  const { accountNumber, bankName, cnapsCode } = waiting ?? inForce ?? {};
  const shown = inForce
    ? { accountName: inForce.accountName, accountNumber, bankName, cnapsCode }
    : {};
  const merged = await mergeEdit(input.base, textsOf(shown), typed);
  if (!merged.ok) return merged;
  const account = { ...typed, ...merged.value.values };
  const details = ['accountNumber', 'bankName', 'cnapsCode'] as const;
  if (!inForce) {
    await tx.insert(bankAccounts).values({ organisationId, ...account, updatedAt: now });
  } else if (details.some((name) => inForce[name] !== account[name])) {
    if (!waiting || details.some((name) => waiting[name] !== account[name])) {
      await requestChange(grant, inForce, account);
      return done({ to: organisationPage(grant, 'bank', 'bank_requested') });
    }
  } else if (waiting) {
    // Entering the account in force again means that no change is wanted.
    await endChange(grant, waiting);
    return done({ to: organisationPage(grant, 'bank', 'bank_cancelled') });
  }
  await grant.record({
    action: 'bank_account.saved',
    subject: { kind: 'organisation', id: organisationId },
    data: { endsIn: account.accountNumber.slice(-4) },
  });
  return done({ to: organisationPage(grant, '', 'saved') });
}

const textsOf = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );

type ConfirmGrant = Grant<'bank_account.confirm'>;
type Shown = z.output<typeof inputs.confirmBankInput>;

/** Returns the waiting change, if it is the one that the page showed. */
async function shownChange(grant: ConfirmGrant, shown: Shown): Promise<BankChange | undefined> {
  await lockOwn(grant);
  const change = await bankChangeOf(grant.tx, organisationOf(grant.actor));
  const same =
    change?.accountNumber === shown.accountNumber &&
    change.bankName === shown.bankName &&
    change.cnapsCode === shown.cnapsCode;
  return same ? change : undefined;
}

/** Confirms a change for the organisation as its second person. It takes effect 72 hours after it was requested. */
export async function confirmBankAccount(
  grant: ConfirmGrant,
  input: Shown,
): Promise<Outcome<{ to: string }, 'bank_change_none' | 'bank_same_person'>> {
  const { tx, actor, now } = grant;
  const organisationId = organisationOf(actor);
  const change = await shownChange(grant, input);
  if (!change || change.effectiveAt !== null) return refused('bank_change_none');
  if (change.requestedBy === userOf(actor)) return refused('bank_same_person');
  const earliest = change.requestedAt.getTime() + waitHours * hour;
  const effectiveAt = new Date(Math.max(earliest, now.getTime()));
  await tx
    .update(bankAccounts)
    .set({ nextConfirmedBy: userOf(actor), nextEffectiveAt: effectiveAt })
    .where(eq(bankAccounts.organisationId, organisationId));
  await grant.record({
    action: 'bank_account.change_confirmed',
    subject: { kind: 'organisation', id: organisationId },
    data: { endsIn: change.accountNumber.slice(-4), at: effectiveAt.toISOString() },
  });
  await tellAll(grant, 'bank_change_confirmed', { ...change, effectiveAt });
  return done({ to: organisationPage(grant, 'bank', 'bank_confirmed') });
}

/** Ends a change that has not taken effect, and notifies everybody at the organisation. */
async function endChange(
  grant: Grant<'organisation.edit' | 'bank_account.confirm'>,
  change: BankChange,
): Promise<void> {
  const organisationId = organisationOf(grant.actor);
  await grant.tx
    .update(bankAccounts)
    .set({
      nextAccountNumber: null,
      nextBankName: null,
      nextCnapsCode: null,
      nextRequestedBy: null,
      nextRequestedAt: null,
      nextConfirmedBy: null,
      nextEffectiveAt: null,
    })
    .where(eq(bankAccounts.organisationId, organisationId));
  await grant.record({
    action: 'bank_account.change_cancelled',
    subject: { kind: 'organisation', id: organisationId },
    data: { endsIn: change.accountNumber.slice(-4) },
  });
  await tellAll(grant, 'bank_change_cancelled', { accountNumber: change.accountNumber });
}

/** Cancels a change that has not taken effect; anybody at the organisation who could confirm one may. */
export async function cancelBankChange(
  grant: ConfirmGrant,
  input: Shown,
): Promise<Outcome<{ to: string }, 'bank_change_none'>> {
  const change = await shownChange(grant, input);
  if (!change) return refused('bank_change_none');
  await endChange(grant, change);
  return done({ to: organisationPage(grant, 'bank', 'bank_cancelled') });
}
