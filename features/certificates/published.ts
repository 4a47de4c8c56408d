import 'server-only';
import { publicAddress } from '@/server/env';
import { paths } from '@/lib/paths';
import { sm2Id, type PublishedKey } from './domain/keys';
import type { CityKeys } from './queries';

/** Keys change rarely, but a new one must soon be found. */
const headers = {
  'cache-control': 'public, max-age=300',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
};

const toJson = (slug: string, key: PublishedKey) => ({
  key: key.keyId,
  algorithm: key.algorithm,
  ...(key.algorithm === 'sm2' && { hash: 'sm3', userId: sm2Id }),
  validFrom: key.validFrom.toISOString(),
  retiredAt: key.retiredAt?.toISOString() ?? null,
  sha256: key.fingerprint,
  pem: key.publicKey,
  url: publicAddress() + paths.api.signingKey(slug, `${key.keyId}.pem`),
});

/** Answers with all keys of a city as JSON. */
export const publishedKeys = ({ slug, city, keys }: CityKeys): Response =>
  Response.json(
    { city: { slug, name: city }, keys: keys.map((key) => toJson(slug, key)) },
    { headers },
  );

/** Answers with one key as a PEM file. */
export const publishedKey = ({ keyId, publicKey }: PublishedKey): Response =>
  new Response(publicKey, {
    headers: {
      ...headers,
      'content-type': 'application/x-pem-file',
      'content-disposition': `attachment; filename="${keyId}.pem"`,
    },
  });
