import 'server-only';
import { escapeHtml } from '@/lib/escape-html';
import type { Locale } from '@/lib/locale';
import { gateMessages } from './messages';

/** A form as it came, read to its end. */
type Sent = { body: ArrayBuffer; type: string };

/**
 * Reads what a plain form brought, so that it can be sent once more. Secrets and files are left out.
 * @returns nothing where there is no such form
 */
async function readSent({
  body,
  type,
}: Sent): Promise<[name: string, value: string][] | undefined> {
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(type)) return undefined;
  try {
    return [...(await new Response(body, { headers: { 'content-type': type } }).formData())].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && !/^(password|current)/.test(entry[0]),
    );
  } catch (error) {
    // A body that is no form, or was broken off.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const hidden = ([name, value]: readonly [string, string]) =>
  `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;

function formOf(sent: readonly [string, string][], address: string, locale: Locale): string {
  const t = gateMessages(locale);
  const shown = sent.find(([name]) => name === 'email')?.[1];
  return `<form method="post" enctype="multipart/form-data" action="${escapeHtml(address)}">
${sent.map(hidden).join('\n')}
${shown === undefined ? '' : `<p>${escapeHtml(shown)}</p>`}
<p><label>${t.busy_password}<br><input type="password" name="password" required></label></p>
<p><button>${t.busy_again}</button></p>
</form>`;
}

/** How soon it is worth trying again. */
const retrySeconds = 5;

/**
 * Answers a form of passwords that was sent without a script while too many others are: 503, and the same
 * form once more with all that was typed but the password. Made by hand, because drawing the page itself is
 * what would keep the portal busy.
 */
export async function busyPage(
  form: Sent,
  page: { address: string; locale: Locale; nonce: string },
): Promise<Response> {
  const { address, locale, nonce } = page;
  const t = gateMessages(locale);
  const sent = await readSent(form);
  const again = sent
    ? formOf(sent, address, locale)
    : `<p><a href="${escapeHtml(address)}">${t.busy_again}</a></p>`;
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${t.busy_title}</title>
<style nonce="${nonce}">body{font:1rem/1.6 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}</style>
</head>
<body>
<main>
<h1>${t.busy_title}</h1>
<p>${t.busy}</p>
${again}
</main>
</body>
</html>
`;
  return new Response(html, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'cache-control': 'private, no-store',
      'retry-after': String(retrySeconds),
    },
  });
}
