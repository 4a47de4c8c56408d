import 'server-only';
import { shanghaiDate } from '@/lib/dates';
import { zeroFen } from '@/lib/money';
import { endpoint } from '@/server/api/endpoint';
import { faultAt } from '@/server/api/faults';
import { problem } from '@/server/api/problem';
import { publicAddress } from '@/server/env';
import { assess } from '@/features/rules/domain/assess';
import { missingFacts, readFacts } from '@/features/rules/domain/read-facts';
import { fromMoney } from '@/features/rules/domain/unit-price';
import { listProgrammes } from '../list/queries';
import { getProgramme } from '../queries';
import { toAssessment, toProgramme, toSummary } from './mapping';
import { assessOperation, getProgrammeOperation, listProgrammesOperation } from './operations';

/** Returns the link to the next page of a list (RFC 8288). */
function nextLink(url: URL, cursor: string): string {
  const next = new URL(`${url.pathname}${url.search}`, publicAddress());
  next.searchParams.set('cursor', cursor);
  return `<${next.toString()}>; rel="next"`;
}

export const listProgrammesHandler = endpoint(
  listProgrammesOperation,
  async ({ actor, query, url }) => {
    const { open, limit, ...rest } = query;
    const isOpen = open === undefined ? undefined : open === 'true';
    const search = { ...rest, open: isOpen, sort: 'name' } as const;
    const { rows, nextCursor } = await listProgrammes(actor, search, limit);
    return {
      ok: true,
      value: { programmes: rows.map((row) => toSummary(row, publicAddress())), nextCursor },
      ...(nextCursor !== null && { headers: { link: nextLink(url, nextCursor) } }),
    };
  },
);

export const getProgrammeHandler = endpoint(
  getProgrammeOperation,
  async ({ actor, parameters }) => {
    const found = await getProgramme(actor, parameters.slug);
    if (!found) return problem('programme_unknown');
    return { ok: true, value: toProgramme(found, publicAddress()) };
  },
);

/** Returns the path of a fact in the request's body; `flag:green` is among the flags. */
const placeOf = (fact: string): string[] =>
  fact.startsWith('flag:') ? ['flags', fact.slice(5)] : [fact];

export const assessHandler = endpoint(
  assessOperation,
  async ({ actor, parameters, body, locale }) => {
    const found = await getProgramme(actor, parameters.slug);
    if (!found) return problem('programme_unknown');
    const missing = missingFacts(found.rules, body);
    if (missing.length > 0) {
      const errors = missing.map((fact) => faultAt(placeOf(fact), 'missing', locale));
      return problem('facts_missing', { errors, more: { missing } });
    }
    const known = {
      on: shanghaiDate(found.asOf),
      poolFen: fromMoney(found.rules, found.pool?.leftFen ?? zeroFen, 'down'),
      subPoolFen: found.subPoolFen,
    };
    const facts = readFacts(body, known);
    return {
      ok: true,
      value: toAssessment(found, assess(found.rules, facts), facts.on, locale),
    };
  },
);
