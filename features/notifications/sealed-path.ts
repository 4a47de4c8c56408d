import 'server-only';
import { openText, sealText } from '@/server/sealed-text';

type Values = Readonly<Record<string, string>>;

const purpose = 'path of a letter';

/** Returns the values of a mail whose link is itself a secret. The link is stored sealed in the outbox. */
export const sealedPath = (path: string): Record<string, string> => ({
  sealedPath: sealText(purpose, path),
});

/** Returns the page that a mail links to; undefined if it has none, or if it was sealed with another secret. */
export const pathOf = ({ path, sealedPath: sealed }: Values): string | undefined =>
  sealed === undefined ? path : openText(purpose, sealed);

/** Returns whether only the reader of the mail may have its link. */
export const isSecret = (values: Values): boolean => values.sealedPath !== undefined;
