import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import { applications } from '@/db/schema/applications';
import { identityKey } from '@/lib/normal';

/** Tells whether the number of a contract is enough to tell it from another one. */
export const namesContract = (contractNumber: string | undefined): contractNumber is string =>
  identityKey(contractNumber ?? '') !== '';

/** Cases that name this contract, however its number is typed in them. */
export const sameContract = (contractNumber: string): SQL<boolean> =>
  sql<boolean>`app.identity_key(${applications.answers} ->> 'contractNumber') = app.identity_key(${contractNumber})`;
