import 'server-only';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { cities } from '@/db/schema/people';
import { firmsOf } from '@/features/awards/check';
import { mailAddresses, notifyMany } from '@/features/notifications/commands';
import type { MailTemplate, MailValues } from '@/features/notifications/mail-values';
import { programmeTitles } from '@/features/programmes/queries';
import { formatFen, type Fen } from '@/lib/money';

/** A firm on a list. It may have no account yet, and is then told at the address that the list names. */
export type Told = {
  name: string | null;
  creditCode: string | null;
  amountFen: Fen | null;
  email: string | null;
};

export type ListMail = Extract<
  MailTemplate,
  'award_publicised' | 'award_taken_off' | 'award_notice_withdrawn'
>;

/** What a mail says of the whole list. */
export type Common = { title: string; titleEn: string; phone: string; path: string };

/** Loads what all mails about a list say of its programme and its bureau. */
export async function commonOf(
  tx: Tx,
  list: { cityId: string; programmeId: string },
  path: string,
): Promise<Common> {
  const title = (await programmeTitles(tx, [list.programmeId])).get(list.programmeId);
  const [city] = await tx.select().from(cities).where(eq(cities.id, list.cityId));
  return {
    title: title?.['zh-CN'] ?? '',
    titleEn: title?.en ?? '',
    phone: city?.phone ?? '',
    path,
  };
}

/**
 * Tells the firms of some rows the same: their members on the portal, and by a mail to the address of the list those that have
 * no owner there.
 */
export async function tellListed<T extends ListMail>(
  tx: Tx,
  template: T,
  rows: readonly Told[],
  values: Omit<MailValues<T>, 'place' | 'amount'>,
): Promise<void> {
  const codes = rows.flatMap(({ creditCode }) => creditCode ?? []);
  const firms = await firmsOf(tx, [...new Set(codes)]);
  const members: { organisationId: string; values: MailValues<T> }[] = [];
  const others: { email: string; values: MailValues<T> }[] = [];
  for (const { name, creditCode, amountFen, email } of rows) {
    const own = { place: name ?? '', amount: amountFen === null ? '' : formatFen(amountFen) };
    const all = { ...values, ...own } as unknown as MailValues<T>;
    const firm = creditCode === null ? undefined : firms.get(creditCode);
    if (firm?.hasOwner) members.push({ organisationId: firm.id, values: all });
    else if (email !== null) others.push({ email, values: all });
  }
  await notifyMany(tx, ['owner', 'member'], template, members);
  await mailAddresses(tx, template, others);
}
