import { formatDate, formatUntil, isIsoDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { digestMessages } from './mail-messages';
import { isMailTemplate, mails, type MailTemplate } from './messages';

type Values = Readonly<Record<string, string>>;
type Text = { subject: string; body: string };

/** Days and instants travel as ISO text under these names, so that each reader gets their own form. */
const days: ReadonlySet<string> = new Set([
  'due',
  'from',
  'ends',
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

/** The values of a mail as its reader reads them. */
const localised = (values: Values, locale: Locale): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, shown(name, value, locale)]),
  );

/** Subject and text of a mail in one language. */
export function mailText(template: MailTemplate, values: Values, locale: Locale): Text {
  return mails[template].text(locale, localised(values, locale));
}

/** The same for a stored name, which may be one of a version before this: then the name stands for it. */
export function storedText(template: string, values: Values, locale: Locale): Text {
  if (template === 'digest') {
    const t = digestMessages(locale);
    return { subject: t.subject({ count: values.count ?? '' }), body: t.lead };
  }
  if (!isMailTemplate(template)) return { subject: template, body: '' };
  return mailText(template, values, locale);
}
