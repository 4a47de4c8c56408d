import 'server-only';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import { sm2 } from 'sm-crypto';
import { sm2Id, type SigningAlgorithm } from './domain/keys';

/** A key as it is made: the private half must be sealed before it goes anywhere. */
export type NewKey = {
  readonly algorithm: SigningAlgorithm;
  /** In PEM. */
  readonly publicKey: string;
  /** SHA-256 of the public key in DER. */
  readonly fingerprint: string;
  readonly privateKey: string;
};

/** How every SM2 signature is made and verified: over the SM3 hash, in ASN.1, with the usual id. OpenSSL then takes it. */
const sm2Options = { hash: true, der: true, userId: sm2Id } as const;

/** What stands before the 65 bytes of a point in the DER of an SM2 public key. */
const sm2Head = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');

const toPem = (der: Buffer): string => {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`;
};

const fromPem = (pem: string): Buffer =>
  Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');

/** Returns the point of an SM2 public key in hexadecimal digits, as the library takes it. */
const sm2Point = (pem: string): string => fromPem(pem).subarray(sm2Head.length).toString('hex');

/** Returns the fingerprint of a public key: SHA-256 of its DER. */
export const fingerprintOf = (pem: string): string =>
  createHash('sha256').update(fromPem(pem)).digest('hex');

function makePair(algorithm: SigningAlgorithm): { publicKey: string; privateKey: string } {
  if (algorithm === 'ed25519') {
    const pair = generateKeyPairSync('ed25519');
    return {
      publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
  }
  // The library draws on a generator that Node's own has seeded.
  const pair = sm2.generateKeyPairHex();
  return {
    publicKey: toPem(Buffer.concat([sm2Head, Buffer.from(pair.publicKey, 'hex')])),
    privateKey: pair.privateKey,
  };
}

/** Makes a new pair of keys. */
export function makeKey(algorithm: SigningAlgorithm): NewKey {
  const pair = makePair(algorithm);
  return { algorithm, ...pair, fingerprint: fingerprintOf(pair.publicKey) };
}

/** Signs a text. @param key the algorithm and both halves of a key that `makeKey` has made */
export function signText(key: Omit<NewKey, 'fingerprint'>, text: string): Buffer {
  if (key.algorithm === 'ed25519') {
    return sign(null, Buffer.from(text, 'utf8'), createPrivateKey(key.privateKey));
  }
  const options = { ...sm2Options, publicKey: sm2Point(key.publicKey) };
  return Buffer.from(sm2.doSignature(text, key.privateKey, options), 'hex');
}

/** Returns whether the signature was made over this text with the private half of this key. */
export function isSigned(
  key: { algorithm: SigningAlgorithm; publicKey: string },
  text: string,
  signature: Uint8Array,
): boolean {
  const bytes = Buffer.from(text, 'utf8');
  if (key.algorithm === 'ed25519') {
    return verify(null, bytes, createPublicKey(key.publicKey), signature);
  }
  const hex = Buffer.from(signature).toString('hex');
  return sm2.doVerifySignature(text, hex, sm2Point(key.publicKey), sm2Options);
}
