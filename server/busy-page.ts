import 'server-only';
import { escapeHtml } from '@/lib/escape-html';
import { gateMessages } from './messages';
import { plainPage, type PlainReader } from './plain-page';

/** A form as it arrived, read to its end. */
type Sent = { body: ArrayBuffer; type: string };

/** The texts of a form, and whether a password was among them. */
type Read = { texts: readonly (readonly [name: string, value: string])[]; hadPassword: boolean };

const isSecret = (name: string): boolean => /^(password|current)/.test(name);

/**
 * Reads the texts of a plain form, so that it can be sent again. Secrets and files are left out.
 * @returns nothing where there is no such form
 */
async function readSent({ body, type }: Sent): Promise<Read | undefined> {
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(type)) return undefined;
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    return {
      texts: [...form].filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string' && !isSecret(entry[0]),
      ),
      hadPassword: [...form.keys()].some(isSecret),
    };
  } catch (error) {
    // The body is no form, or was cut short.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const hidden = ([name, value]: readonly [string, string]) =>
  `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;

type Page = PlainReader & { readonly address: string };

function formOf({ texts, hadPassword }: Read, { address, locale }: Page): string[] {
  const t = gateMessages(locale);
  const shown = texts.find(([name]) => name === 'email')?.[1];
  const password = `<p><label>${t.busy_password}<br><input type="password" name="password" required></label></p>`;
  return [
    `<p>${hadPassword ? t.busy_kept_but_password : t.busy_kept}</p>`,
    `<form method="post" enctype="multipart/form-data" action="${escapeHtml(address)}">`,
    ...texts.map(hidden),
    ...(shown === undefined ? [] : [`<p>${escapeHtml(shown)}</p>`]),
    ...(hadPassword ? [password] : []),
    `<p><button>${t.busy_again}</button></p>`,
    '</form>',
  ];
}

/** Seconds after which trying again makes sense. */
const retrySeconds = 5;

/**
 * Answers a form of passwords that was sent without a script while there are too many of them: 503, and the same form again with
 * all that was typed except the password. The page is made without rendering, because rendering is what would overload the
 * portal.
 */
export async function busyPage(form: Sent, page: Page): Promise<Response> {
  const { address, locale } = page;
  const t = gateMessages(locale);
  const sent = await readSent(form);
  const again = sent
    ? formOf(sent, page)
    : [`<p><a href="${escapeHtml(address)}">${t.busy_again}</a></p>`];
  return plainPage(
    page,
    { title: t.busy_title, body: [`<p>${t.busy}</p>`, ...again] },
    { status: 503, headers: { 'retry-after': String(retrySeconds) } },
  );
}
