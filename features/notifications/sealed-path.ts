import 'server-only';
import { openText, sealText } from '@/server/sealed-text';

type Values = Readonly<Record<string, string>>;

const purpose = 'path of a letter';

/** Gives the values of a letter whose link is a secret in itself: it stands in the outbox sealed. */
export const sealedPath = (path: string): Record<string, string> => ({
  sealedPath: sealText(purpose, path),
});

/** Gives the page that a letter leads to; nothing where there is none, or where it was sealed with another secret. */
export const pathOf = ({ path, sealedPath: sealed }: Values): string | undefined =>
  sealed === undefined ? path : openText(purpose, sealed);

/** Tells a letter whose link nobody but its reader may have. */
export const isSecret = (values: Values): boolean => values.sealedPath !== undefined;
