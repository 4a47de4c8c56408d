import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isLocale, locales, type Locale } from '@/lib/locale';
import { preferredLocale } from '@/lib/negotiate';
import { networkIn } from '@/lib/network';
import type { Actor } from '../actor';
import { authoriseCaller } from '../gate';
import { log } from '../log';
import { readJson } from './body';
import { bodyFaults, parameterFaults } from './faults';
import type { Operation } from './operation';
import { dress, problemResponse } from './answer';
import { problem, type Problem } from './problem';
import { rateHeaders, takeRate } from './rate-limit';

/** The input of an operation; everything in it is checked. */
export type Call<O extends Operation> = {
  readonly actor: Actor<O['permission']>;
  readonly parameters: z.output<O['parameters']>;
  readonly query: z.output<O['query']>;
  readonly body: O['body'] extends z.ZodType ? z.output<O['body']> : undefined;
  readonly locale: Locale;
  /** The address as it was called, for links to other pages of a list. */
  readonly url: URL;
};

type Answer<O extends Operation> = {
  readonly ok: true;
  readonly value: z.output<O['answer']>;
  readonly headers?: Readonly<Record<string, string>>;
};
type OwnCode<O extends Operation> = Extract<keyof O['problems'], string>;
export type Run<O extends Operation> = (call: Call<O>) => Promise<Answer<O> | Problem<OwnCode<O>>>;

/** Next passes no parameters at all where the address has none. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> };
export type Handler = (request: Request, context: Context) => Promise<Response>;

/**
 * Reads the language: `?lang=` comes before the header, and a language that the portal does not
 * have is a fault.
 */
function readLocale(url: URL, headers: Headers): { locale: Locale; wrong: boolean } {
  const requested = url.searchParams.getAll('lang');
  const [only] = requested;
  if (requested.length === 1 && isLocale(only)) return { locale: only, wrong: false };
  return { locale: preferredLocale(headers.get('accept-language')), wrong: requested.length > 0 };
}

/** Returns the query as an object; a repeated parameter becomes a list, which no schema accepts. */
function readQuery(url: URL): Record<string, unknown> {
  const entries = [...new Set(url.searchParams.keys())]
    .filter((name) => name !== 'lang')
    .map((name): [string, unknown] => {
      const all = url.searchParams.getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    });
  return Object.fromEntries(entries);
}

const langSchema = z.strictObject({ lang: z.enum(locales) });

function parseQuery<O extends Operation>(operation: O, url: URL, locale: Locale, wrong: boolean) {
  if (wrong) {
    const lang = { lang: url.searchParams.getAll('lang').join() };
    const { error } = langSchema.safeParse(lang);
    const errors = parameterFaults(error?.issues ?? [], lang, locale);
    return problem('parameters_invalid', { errors });
  }
  const raw = readQuery(url);
  const parsed = operation.query.safeParse(raw);
  if (parsed.success) return { ok: true as const, value: parsed.data };
  const errors = parameterFaults(parsed.error.issues, raw, locale);
  return problem('parameters_invalid', { errors });
}

async function parseBody(operation: Operation, request: Request, locale: Locale) {
  if (!operation.body) return { ok: true as const, value: undefined };
  const read = await readJson(request);
  if (!read.ok) return read;
  const parsed = await operation.body.safeParseAsync(read.value);
  if (parsed.success) return { ok: true as const, value: parsed.data };
  return problem('body_invalid', { errors: bodyFaults(parsed.error.issues, read.value, locale) });
}

type Sent = { request: Request; context: Context; url: URL; locale: Locale; wrongLocale: boolean };
type Result = Answer<Operation> | Problem;

/** Answers a call: checks rate, authority, parameters and body, and then runs the operation. */
async function answer<O extends Operation>(
  operation: O,
  run: Run<O>,
  { request, context, url, locale, wrongLocale }: Sent,
  note: (headers: Record<string, string>) => void,
): Promise<Result> {
  const rate = await takeRate(operation.rate, networkIn(request.headers));
  note(rateHeaders(operation.rate, rate));
  if (!rate.allowed) return problem('too_many_requests');
  const query = parseQuery(operation, url, locale, wrongLocale);
  if (!query.ok) return query;
  const parameters = operation.parameters.safeParse((await context.params) ?? {});
  if (!parameters.success) return problem('address_unknown');
  const body = await parseBody(operation, request, locale);
  if (!body.ok) return body;
  return run({
    actor: authoriseCaller(operation.permission),
    parameters: parameters.data,
    query: query.value,
    body: body.value,
    locale,
    url,
  } as Call<O>);
}

const same = (header: string | null, etag: string): boolean =>
  header !== null && header.split(',').some((one) => [etag, `W/${etag}`, '*'].includes(one.trim()));

function succeed(operation: Operation, request: Request, { value, headers }: Answer<Operation>) {
  const text = JSON.stringify(value);
  const all = new Headers({ ...headers, 'content-type': 'application/json; charset=utf-8' });
  if (operation.maxAgeSeconds === undefined) {
    all.set('cache-control', 'no-store');
    return new Response(text, { headers: all });
  }
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  all.set('etag', etag);
  all.set('cache-control', `public, max-age=${operation.maxAgeSeconds}`);
  if (!same(request.headers.get('if-none-match'), etag))
    return new Response(text, { headers: all });
  all.delete('content-type');
  return new Response(null, { status: 304, headers: all });
}

/**
 * Wraps an operation of the interface: counts the call, authorises, parses and runs it, and reports
 * faults in the reader's language. An error of the portal is logged under the number that is in the
 * answer.
 */
export function endpoint<O extends Operation>(operation: O, run: Run<O>): Handler {
  return async (request, context) => {
    const requestId = randomUUID();
    const started = performance.now();
    const url = new URL(request.url);
    const { locale, wrong } = readLocale(url, request.headers);
    let headers: Record<string, string> = {};
    let response: Response;
    try {
      const sent = { request, context, url, locale, wrongLocale: wrong };
      const result = await answer(operation, run, sent, (rate) => (headers = rate));
      response = result.ok
        ? succeed(operation, request, result)
        : problemResponse(result, operation.problems, locale, requestId);
    } catch (error) {
      log().error({ requestId, err: error, operation: operation.id }, 'operation failed');
      response = problemResponse(problem('unexpected'), {}, locale, requestId);
    }
    const language = operation.translated ? locale : locales.join(', ');
    if (!response.headers.has('content-language')) {
      response.headers.set('content-language', language);
    }
    const { status } = response;
    const ms = Math.round(performance.now() - started);
    log().info({ requestId, operation: operation.id, status, ms }, 'operation');
    return dress(response, requestId, headers);
  };
}
