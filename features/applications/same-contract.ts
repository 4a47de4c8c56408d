import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import { applications } from '@/db/schema/applications';
import { identityKey } from '@/lib/normal';

/** Returns whether the number of a contract is enough to distinguish it from other contracts. */
export const namesContract = (contractNumber: string | undefined): contractNumber is string =>
  identityKey(contractNumber ?? '') !== '';

/** Matches cases that name this contract, however its number is typed in them. */
export const sameContract = (contractNumber: string): SQL<boolean> =>
  sql<boolean>`app.identity_key(${applications.answers} ->> 'contractNumber') = app.identity_key(${contractNumber})`;
