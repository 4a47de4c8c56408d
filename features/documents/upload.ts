import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { maximumBytes, maximumMegabytes } from '@/lib/file-size';
import { defaultLocale, isLocale } from '@/lib/locale';
import { textOf, type CodeCatalogue, type MessageValues, type TextsByCode } from '@/lib/messages';
import type { Permission } from '@/lib/permissions';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf, type Actor } from '@/server/actor';
import { takeRate } from '@/server/api/rate-limit';
import { csrfHolds } from '@/server/csrf';
import { authorise, execute, type Command, type MandateRefusal } from '@/server/gate';
import { log } from '@/server/log';
import { gateMessages } from '@/server/messages';
import { inScope, type Reading } from '@/server/scope';
import { documentRefusals, uploadRefusals, type DocumentRefusal } from './messages';
import { discard, receiveFile, type Received } from './receive';
import { uploadSlots } from './slots';

/** A route to which files are sent by themselves: the permission, what they are for, and what is done with them. */
type Spec<P extends Permission, S extends z.ZodType, T, C extends string> = {
  permission: P;
  /** What the address contains besides the file's name. */
  input: S;
  /** Checks whether a file of this size would be accepted, before any byte of it is read. */
  check: (
    reading: Reading & { actor: Actor<P> },
    input: z.output<S>,
    sizeBytes: number,
  ) => Promise<Outcome<undefined, C>>;
  run: Command<P, z.output<S> & { file: Received }, T, C>;
  refusals: CodeCatalogue<NoInfer<C>>;
};

const statuses: Readonly<Record<string, number>> = {
  request_wrong: 400,
  sign_in_needed: 401,
  not_allowed: 403,
  stale_page: 403,
  case_unknown: 404,
  upload_slow: 408,
  length_needed: 411,
  file_too_large: 413,
  file_type: 415,
  uploads_fast: 429,
  unexpected: 500,
  uploads_busy: 503,
  scanner_unavailable: 503,
  storage_unavailable: 503,
  storage_full: 507,
};

const noStore = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };
/** Above this content length the rest of a refused body is not read. */
const patienceBytes = 64 * 1024 * 1024;

type No = { code: string; values?: MessageValues | undefined; retrySeconds?: number };

/** Returns a refusal as in RFC 9457, with its text in the sender's language. */
function problem(no: No, detail: string, close: boolean): Response {
  const status = statuses[no.code] ?? 422;
  return Response.json(
    { type: 'about:blank', status, code: no.code, detail },
    {
      status,
      headers: {
        ...noStore,
        'content-type': 'application/problem+json',
        ...(no.retrySeconds !== undefined && { 'retry-after': String(no.retrySeconds) }),
        ...(close && { connection: 'close' }),
      },
    },
  );
}

/** Reads the size of the body from the headers. Rejects what cannot be accepted before it is read. */
function sizeOf(request: Request): Outcome<number, 'length_needed' | DocumentRefusal> {
  const given = request.headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(given)) return refused('length_needed');
  const size = Number(given);
  if (size === 0) return refused('file_empty');
  if (size <= maximumBytes) return done(size);
  return refused('file_too_large', { maximum: maximumMegabytes });
}

type Accepted<T> = Outcome<T> & { retrySeconds?: number };

async function accept<P extends Permission, S extends z.ZodType, T, C extends string>(
  spec: Spec<P, S, T, C>,
  request: Request,
  address: URL,
): Promise<Accepted<T>> {
  const authority = await authorise(spec.permission);
  if (!authority.ok) return authority;
  if (!(await csrfHolds(request.headers.get('x-csrf')))) return refused('stale_page');
  const { name = '', ...said } = Object.fromEntries(address.searchParams);
  const input = await spec.input.safeParseAsync(said);
  if (!input.success) return refused('request_wrong');
  const size = sizeOf(request);
  if (!size.ok) return size;
  const actor = authority.value;
  const rate = await takeRate('uploads', userOf(actor));
  if (!rate.allowed) {
    return { ...refused('uploads_fast'), retrySeconds: rate.retrySeconds };
  }
  const wanted = await inScope(actor, (reading) =>
    spec.check({ ...reading, actor }, input.data, size.value),
  );
  if (!wanted.ok) return wanted;
  const release = await uploadSlots().take(actor.organisationId ?? userOf(actor));
  if (!release) return { ...refused('uploads_busy'), retrySeconds: 5 };
  try {
    if (!request.body) return refused('file_empty');
    const received = await receiveFile(request.body, name);
    return received.ok ? await attach(spec, actor, input.data, received.value) : received;
  } finally {
    release();
  }
}

/** Creates the file's row. Without one the file is not kept. */
async function attach<P extends Permission, S extends z.ZodType, T, C extends string>(
  spec: Spec<P, S, T, C>,
  actor: Actor<P>,
  input: z.output<S>,
  file: Received,
): Promise<Outcome<T, C | MandateRefusal>> {
  const sent = { ...(input as object), file } as z.output<S> & { file: Received };
  try {
    const outcome = await execute(actor, spec.run, sent, { idempotencyKey: randomUUID() });
    if (!outcome.ok) await discard(file);
    return outcome;
  } catch (error) {
    await discard(file);
    throw error;
  }
}

/**
 * Returns the handler for files that are sent by themselves, as the body of a request. It checks permission,
 * token, size, rate and quota before anything is read, receives the file piece by piece, and runs the command
 * with the stored file. It answers 201 with the result of `answer`, or a problem.
 */
export function upload<
  P extends Permission,
  S extends z.ZodType,
  T extends object,
  C extends string,
>(spec: Spec<P, S, T, C>): (request: Request) => Promise<Response> {
  return async (request) => {
    const address = new URL(request.url);
    const requested = address.searchParams.get('locale');
    address.searchParams.delete('locale');
    const locale = isLocale(requested) ? requested : defaultLocale;
    const texts = (of: typeof locale) => ({
      ...gateMessages(of),
      ...documentRefusals(of),
      ...uploadRefusals(of),
      ...spec.refusals(of),
    });
    try {
      const accepted = await accept(spec, request, address);
      if (accepted.ok) return Response.json(accepted.value, { status: 201, headers: noStore });
      const detail = textOf(texts as TextsByCode<string>, locale, accepted.code, accepted.values);
      const long = Number(request.headers.get('content-length') ?? Infinity) > patienceBytes;
      return problem(accepted, detail, long);
    } catch (error) {
      if (request.signal.aborted) return new Response(null, { status: 408, headers: noStore });
      const reference = randomUUID().slice(0, 8);
      log().error({ reference, err: error, permission: spec.permission }, 'upload failed');
      return problem({ code: 'unexpected' }, gateMessages(locale).unexpected({ reference }), true);
    }
  };
}
