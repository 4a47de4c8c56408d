import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packed, textsOf } from './sent-texts';

let known: ReadonlySet<string> | undefined;

/** Returns the ids of the actions of this build. */
function knownActions(): ReadonlySet<string> {
  if (known) return known;
  const path = join(process.cwd(), '.next', 'server', 'server-reference-manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { node: Record<string, unknown> };
  known = new Set(Object.keys(manifest.node));
  return known;
}

/** Enough for the fields that React puts first in a form, with their values. */
const headBytes = 64 * 1024;

/**
 * Returns whether a form names an action that this build does not have; the names are at its start.
 */
export function namesUnknownAction(
  head: string,
  boundary: string,
  actions: ReadonlySet<string>,
): boolean {
  const start = `--${boundary}\r\nContent-Disposition: form-data; name="$ACTION_`;
  const ids = head
    .split(start)
    .slice(1)
    .flatMap((part) => {
      const plain = /^ID_([^"]*)"/.exec(part);
      const bound = /^\d+:0"\r\n\r\n\{"id":"([^"]*)"/.exec(part);
      return plain?.[1] ?? bound?.[1] ?? [];
    });
  return ids.some((id) => !actions.has(id));
}

/**
 * Checks that the form comes from this site, because a page of another site must not fill in a form
 * here.
 */
function isOwn(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * Reads a body until the given number of bytes has arrived.
 * @returns whether it ended before
 */
async function readUntil(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  into: Uint8Array<ArrayBuffer>[],
  bytes: number,
): Promise<boolean> {
  for (let size = 0; size < bytes;) {
    const { done, value } = await reader.read();
    if (done) return true;
    into.push(value);
    size += value.length;
  }
  return false;
}

/**
 * Checks whether a form that was sent without a script comes from a page of an earlier build, whose
 * action this build does not have. Next would answer such a form with a line of plain text, and
 * what was typed would be lost.
 * @returns its texts for the page that answers, packed for the header of `sent-texts.ts`
 */
export async function fromEarlierBuild(request: Request): Promise<string | undefined> {
  const type = request.headers.get('content-type') ?? '';
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(type)?.[1];
  if (request.method !== 'POST' || !boundary || !request.body) return undefined;
  if (request.headers.has('next-action') || !isOwn(request)) return undefined;
  const reader = request.body.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const ended = await readUntil(reader, pieces, headBytes);
  const head = Buffer.concat(pieces).toString('latin1');
  if (!namesUnknownAction(head, boundary, knownActions())) return undefined;
  if (!ended) await readUntil(reader, pieces, Infinity);
  const form = new Response(new Blob(pieces), { headers: { 'content-type': type } });
  return packed(textsOf(await form.formData()) ?? []);
}
