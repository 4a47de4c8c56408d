import 'server-only';
import type { SendMailOptions } from 'nodemailer';
import type { mails } from '@/db/schema/notifications';
import { categoryNames } from '@/features/notifications/centre/messages';
import { categories } from '@/features/notifications/domain/categories';
import { kinds } from '@/features/notifications/kinds';
import { mailText, storedText } from '@/features/notifications/mail-text';
import { digestMessages, mailFrame } from '@/features/notifications/mail-messages';
import { isMailTemplate, type MailTemplate } from '@/features/notifications/mail-values';
import { isSecret, pathOf } from '@/features/notifications/sealed-path';
import { escapeHtml } from '@/lib/escape-html';
import { isLocale, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { env, publicUrl } from '@/server/env';

type Mail = Pick<
  typeof mails.$inferSelect,
  'id' | 'recipient' | 'template' | 'locale' | 'values' | 'notificationId'
>;

/** The content of a mail, before it is written as text and as markup. */
type Content = { subject: string; blocks: readonly Block[]; mandatory: boolean };
type Block =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'button'; text: string; url: string }
  | { kind: 'item'; text: string; body: string; url: string };

/** With more items it would be no digest. */
const digestItems = 50;

type Item = { id: string; template: MailTemplate; values: Record<string, string> };

/**
 * Reads the items that the database put into a digest. A notification that this version cannot read is
 * left out of the mail.
 */
function itemsOf(values: Record<string, string>): Item[] {
  const items = JSON.parse(values.items ?? '[]') as (Omit<Item, 'template'> & {
    template: string;
  })[];
  return items.filter((item): item is Item => isMailTemplate(item.template));
}

function digest(mail: Mail, locale: Locale): Content {
  const t = digestMessages(locale);
  const all = itemsOf(mail.values);
  const shown = all.slice(0, digestItems);
  const blocks: Block[] = [{ kind: 'text', text: t.lead }];
  for (const category of categories) {
    const items = shown.filter(({ template }) => kinds[template].category === category);
    if (items.length === 0) continue;
    blocks.push({ kind: 'heading', text: categoryNames(locale)[category] });
    for (const { id, template, values } of items) {
      const { subject, body } = mailText(template, values, locale);
      blocks.push({
        kind: 'item',
        text: subject,
        body,
        url: publicUrl(locale, paths.notification(id)),
      });
    }
  }
  if (all.length > shown.length) {
    blocks.push({ kind: 'text', text: t.more({ count: all.length - shown.length }) });
  }
  blocks.push({
    kind: 'button',
    text: mailFrame(locale).open,
    url: publicUrl(locale, paths.notifications()),
  });
  const { subject } = storedText('digest', mail.values, locale);
  return { subject, blocks, mandatory: false };
}

function contentOf(mail: Mail, locale: Locale): Content {
  if (mail.template === 'digest') return digest(mail, locale);
  if (!isMailTemplate(mail.template)) throw new Error(`No mail is called ${mail.template}.`);
  const { subject, body } = mailText(mail.template, mail.values, locale);
  // A notification is marked as read where the link of its mail leads; an invitation has no notification.
  const path = mail.notificationId ? paths.notification(mail.notificationId) : pathOf(mail.values);
  if (!path && isSecret(mail.values)) throw new Error('The link was sealed with another secret.');
  const blocks: Block[] = [{ kind: 'text', text: body }];
  if (path) {
    blocks.push({ kind: 'button', text: mailFrame(locale).open, url: publicUrl(locale, path) });
  }
  return { subject, blocks, mandatory: kinds[mail.template].mandatory ?? false };
}

function asText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'button') return block.url;
      if (block.kind === 'item') return `${block.text}\n${block.body}\n${block.url}`;
      return block.text;
    })
    .join('\n\n');
}

const font =
  "font-family:system-ui,-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif";

function blockHtml(block: Block): string {
  const text = escapeHtml(block.text);
  if (block.kind === 'heading') {
    return `<h2 style="font-size:16px;margin:28px 0 8px">${text}</h2>`;
  }
  if (block.kind === 'text') {
    return `<p style="margin:0 0 16px;overflow-wrap:anywhere">${text}</p>`;
  }
  const url = escapeHtml(block.url);
  if (block.kind === 'item') {
    return `<p style="margin:0 0 16px;overflow-wrap:anywhere"><a href="${url}" style="color:#0f5c8c;font-weight:600">${text}</a><br>${escapeHtml(block.body)}</p>`;
  }
  return `<p style="margin:24px 0"><a href="${url}" style="background:#0f5c8c;color:#ffffff;display:inline-block;padding:12px 20px;border-radius:4px;text-decoration:none;font-weight:600">${text}</a></p>`;
}

/** Returns markup that any mail program shows: no picture, no script, no style sheet, nothing to load. */
function asHtml(content: Content, locale: Locale, footer: readonly string[]): string {
  const title = escapeHtml(content.subject);
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body style="margin:0;background:#f3f5f7;color:#1b2530;${font};font-size:16px;line-height:1.6">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 12px;color:#4a5968;font-weight:600">${escapeHtml(mailFrame(locale).brand)}</p>
<div style="background:#ffffff;border:1px solid #d5dce3;border-radius:4px;padding:24px">
<h1 style="font-size:20px;line-height:1.4;margin:0 0 16px;overflow-wrap:anywhere">${title}</h1>
${content.blocks.map(blockHtml).join('\n')}
</div>
<div style="color:#4a5968;font-size:13px;padding:16px 0">${footer.map((line) => `<p style="margin:0 0 4px">${line}</p>`).join('')}</div>
</div></body></html>`;
}

/** Removes line breaks and characters that reorder text, which must not be in a header. */
const oneLine = (text: string) =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();

/**
 * Returns a stored mail, ready to send, in its recipient's language: text and markup that say the same. Its
 * Message-ID is made from the row, so that mail programs recognise a mail that was sent twice after a
 * crash.
 * @throws Error for a kind of mail that this version does not support
 */
export function composeMail(mail: Mail): SendMailOptions {
  const locale = isLocale(mail.locale) ? mail.locale : 'zh-CN';
  const t = mailFrame(locale);
  const found = contentOf(mail, locale);
  const content = { ...found, subject: oneLine(found.subject) };
  const wishes = publicUrl(locale, paths.wishes());
  const rule = content.mandatory ? t.mandatory : t.preferences;
  const link = content.mandatory
    ? escapeHtml(rule)
    : `<a href="${escapeHtml(wishes)}" style="color:#0f5c8c">${escapeHtml(rule)}</a>`;
  return {
    from: env().MAIL_FROM,
    // One address, never a list of addresses, whatever the text contains.
    to: { name: '', address: mail.recipient },
    subject: content.subject,
    text: [
      `${asText(content.blocks)}\n`,
      '-- ',
      t.automatic,
      content.mandatory ? rule : `${rule}: ${wishes}`,
    ].join('\n'),
    html: asHtml(content, locale, [escapeHtml(t.automatic), link]),
    messageId: `<${mail.id}@${new URL(env().AUTH_URL).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': locale,
      ...(!content.mandatory && { 'List-Unsubscribe': `<${wishes}>` }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
