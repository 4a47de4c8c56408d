import 'server-only';
import { and, asc, eq, lt, sql } from 'drizzle-orm';
import nodemailer, { type Transporter } from 'nodemailer';
import { db } from '@/db/client';
import { mails } from '@/db/schema/notifications';
import { isMailTemplate, letters } from '@/features/notifications/messages';
import { isLocale, localePath } from '@/lib/locale';
import { env } from '@/lib/server/env';
import { portalActor } from '@/lib/server/gate';
import { log } from '@/lib/server/log';
import { enterScope } from '@/lib/server/scope';

const maxAttempts = 10;

let transporter: Transporter | undefined;
const transport = (url: string) => (transporter ??= nodemailer.createTransport(url));

type Mail = typeof mails.$inferSelect;

/** Subject and text of a stored letter in its reader's language. */
export function composeLetter(mail: Pick<Mail, 'template' | 'locale' | 'values'>) {
  const locale = isLocale(mail.locale) ? mail.locale : 'zh-CN';
  if (!isMailTemplate(mail.template)) throw new Error(`No letter is called ${mail.template}.`);
  const letter = letters[mail.template][locale];
  const path = mail.values.path;
  const link = path ? `\n\n${env().AUTH_URL}${localePath(locale, path)}` : '';
  return { subject: letter.subject(mail.values), text: letter.body(mail.values) + link };
}

/** Sends one waiting letter; another worker skips what this one holds. */
async function sendOne(url: string): Promise<boolean> {
  return db().transaction(async (tx) => {
    await enterScope(tx, portalActor(null));
    const [mail] = await tx
      .select()
      .from(mails)
      .where(and(eq(mails.state, 'queued'), lt(mails.attempts, maxAttempts)))
      .orderBy(asc(mails.attempts), asc(mails.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!mail) return false;
    try {
      await transport(url).sendMail({
        from: env().MAIL_FROM,
        to: mail.recipient,
        ...composeLetter(mail),
      });
      await tx
        .update(mails)
        .set({ state: 'sent', sentAt: sql`now()`, attempts: mail.attempts + 1 })
        .where(eq(mails.id, mail.id));
      return true;
    } catch (error) {
      const lastError = error instanceof Error ? error.message : String(error);
      log().warn({ mail: mail.id, lastError }, 'a letter could not be sent');
      const attempts = mail.attempts + 1;
      await tx
        .update(mails)
        .set({ attempts, lastError, state: attempts >= maxAttempts ? 'failed' : 'queued' })
        .where(eq(mails.id, mail.id));
      return false;
    }
  });
}

/** Sends what waits in the outbox. Without a mail server the letters stay there, to be read by nobody. */
export async function sendMails(): Promise<void> {
  const url = env().SMTP_URL;
  if (!url) return;
  for (let sent = 0; sent < 200 && (await sendOne(url)); sent += 1);
}
