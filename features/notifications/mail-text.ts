import { formatDate, formatUntil, isIsoDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { digestMessages } from './mail-messages';
import { isMailTemplate, type MailTemplate } from './mail-values';
import { mails } from './messages';

type Values = Readonly<Record<string, string>>;
type Text = { subject: string; body: string };

/** Names of values that are days or instants. They are stored as ISO text, so that each reader gets their own format. */
const days: ReadonlySet<string> = new Set([
  'due',
  'from',
  'ends',
  'starts',
  'expires',
  'validTo',
  'appealBy',
  'at',
]);

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function shown(name: string, value: string, locale: Locale): string {
  if (!days.has(name)) return value;
  if (isIsoDate(value)) return formatDate(value, locale);
  return instant.test(value) ? formatUntil(new Date(value), locale) : value;
}

/** Returns the values of a mail with dates in the format of its reader. */
const localised = (values: Values, locale: Locale): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, shown(name, value, locale)]),
  );

/** Returns subject and text of a mail in one language. */
export function mailText(template: MailTemplate, values: Values, locale: Locale): Text {
  return mails[template].text(locale, localised(values, locale));
}

/**
 * Returns subject and text for a stored template name. If the name is from another version of the portal, the name is the
 * subject.
 */
export function storedText(template: string, values: Values, locale: Locale): Text {
  if (template === 'digest') {
    const t = digestMessages(locale);
    return { subject: t.subject({ count: values.count ?? '' }), body: t.lead };
  }
  if (!isMailTemplate(template)) return { subject: template, body: '' };
  return mailText(template, values, locale);
}
