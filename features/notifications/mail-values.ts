import { mails } from './messages';

export type MailTemplate = keyof typeof mails;

/** The page that a mail opens. A person who has left an organisation has no page there any more. */
type Way<T extends MailTemplate> = T extends 'membership_ended'
  ? { readonly path?: string }
  : { readonly path: string };

/** The values that a mail needs; for one of several mails, the values of all of them. */
export type MailValues<T extends MailTemplate> = Way<T> &
  Readonly<Record<(typeof mails)[T]['names'][number], string>>;

/**
 * Checks values that the database has put together.
 * @throws Error if a value that the mail needs is missing
 */
export function mailValues<T extends MailTemplate>(
  template: T,
  values: Readonly<Record<string, string>>,
): MailValues<T> {
  const missing = [...mails[template].names, 'path'].filter((name) => !(name in values));
  if (missing.length > 0) throw new Error(`The mail ${template} lacks ${missing.join(', ')}.`);
  return values as MailValues<T>;
}

/** Returns whether a stored template name still exists. */
export const isMailTemplate = (name: string): name is MailTemplate => name in mails;
