/** The ways to sign: Ed25519 unless a city chooses SM2 with SM3, which few verifiers abroad know. */
export const signingAlgorithms = ['ed25519', 'sm2'] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/** The public half of a city's key, as everybody may read it. */
export type PublishedKey = {
  readonly keyId: string;
  readonly algorithm: SigningAlgorithm;
  /** In PEM. */
  readonly publicKey: string;
  readonly fingerprint: string;
  readonly validFrom: Date;
  readonly retiredAt: Date | null;
};

/** The id with which SM2 signatures are made and verified (GB/T 32918): the usual one, written out at every call. */
export const sm2Id = '1234567812345678';

/** The three files that a verification needs. */
type Files = { readonly key: string; readonly statement: string; readonly signature: string };

/** Returns the names of the files of one certificate. */
export const filesOf = (number: string, keyId: string): Files => ({
  key: `${keyId}.pem`,
  statement: `${number}.txt`,
  signature: `${number}.sig`,
});

/** Returns the command that verifies a certificate without the portal, with OpenSSL 3.0 or newer. */
export const verifyCommand = (algorithm: SigningAlgorithm, files: Files): string =>
  algorithm === 'ed25519'
    ? `openssl pkeyutl -verify -rawin -pubin -inkey ${files.key} -in ${files.statement} -sigfile ${files.signature}`
    : `openssl dgst -sm3 -verify ${files.key} -sigopt distid:${sm2Id} -signature ${files.signature} ${files.statement}`;

/** Returns a fingerprint in groups of four, for comparing by eye. */
export const groupedFingerprint = (fingerprint: string): string =>
  fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
