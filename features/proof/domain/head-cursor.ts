import { isIsoDate, type IsoDate } from '../../../lib/dates';
import { decodeCursor } from '../../../lib/keyset';
import { isId } from '../../../lib/query';

/** Reads where a page of the list of heads begins: after a day and a chain. Returns nothing for any other text. */
export function readHeadCursor(
  text: string | undefined,
): { day: IsoDate; chain: string } | undefined {
  const [day, chain, ...rest] = decodeCursor(text) ?? [];
  if (typeof day !== 'string' || typeof chain !== 'string' || rest.length > 0) return undefined;
  return isIsoDate(day) && isId(chain) ? { day, chain } : undefined;
}

/** Reads where a page of the list of days begins: after a day. */
export function readDayCursor(text: string | undefined): IsoDate | undefined {
  const [day] = decodeCursor(text) ?? [];
  return typeof day === 'string' && isIsoDate(day) ? day : undefined;
}
