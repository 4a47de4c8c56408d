import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf, signingAlgorithms, verifyCommand } from './domain/keys';
import { fingerprintOf, isSigned, makeKey, signText } from './signer';

/**
 * Signatures as others verify them: by the command that the pages print, in a folder with nothing but the three files. Without
 * the command this fails, because nothing else proves that a vendor can verify a certificate offline.
 */
const number = 'CT12345678901234';
let folder = '';

beforeAll(() => {
  const found = spawnSync('openssl', ['version'], { encoding: 'utf8' });
  if (found.status !== 0)
    throw new Error('Install openssl (3.0 or newer): the certificates are verified by it.');
  expect(found.stdout).toMatch(/^OpenSSL ([3-9]|\d\d)\./);
  folder = mkdtempSync(join(tmpdir(), 'certificate-'));
});
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true });
});

const statement = 'suanquan-certificate: 1\nholder: 庆阳阿依古丽·买买提智算有限公司\n';

/** Runs a printed command as it stands. */
function run(command: string): { status: number | null; said: string } {
  const [program = '', ...rest] = command.split(' ');
  const { status, stdout, stderr } = spawnSync(program, rest, { cwd: folder, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

function lay(algorithm: 'ed25519' | 'sm2') {
  const key = makeKey(algorithm);
  const files = filesOf(number, key.fingerprint.slice(0, 16));
  writeFileSync(join(folder, files.key), key.publicKey);
  writeFileSync(join(folder, files.statement), statement);
  writeFileSync(join(folder, files.signature), signText(key, statement));
  return { key, files, command: verifyCommand(algorithm, files) };
}

describe.each(signingAlgorithms)('a certificate signed with %s', (algorithm) => {
  it('is verified by the printed command', () => {
    const { status, said } = run(lay(algorithm).command);
    expect(said).toMatch(/Signature Verified Successfully|Verified OK/);
    expect(status).toBe(0);
  });

  it('is refused by the printed command where one character was changed', () => {
    const { files, command } = lay(algorithm);
    writeFileSync(join(folder, files.statement), statement.replace('庆阳', '庆陽'));
    expect(run(command).status).not.toBe(0);
  });

  it('is refused by the printed command with another key', () => {
    const { files, command } = lay(algorithm);
    writeFileSync(join(folder, files.key), makeKey(algorithm).publicKey);
    expect(run(command).status).not.toBe(0);
  });

  it('has a key whose fingerprint is the one that openssl calculates', () => {
    const { key, files } = lay(algorithm);
    const arguments_ = ['pkey', '-pubin', '-in', files.key, '-outform', 'DER', '-out', 'key.der'];
    execFileSync('openssl', arguments_, { cwd: folder });
    const hash = execFileSync('openssl', ['dgst', '-sha256', '-r', 'key.der'], { cwd: folder });
    expect(hash.toString().slice(0, 64)).toBe(key.fingerprint);
    expect(fingerprintOf(key.publicKey)).toBe(key.fingerprint);
  });

  it('holds for any text, and for no other text, signature or key', () => {
    const key = makeKey(algorithm);
    const other = makeKey(algorithm);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(), (text, at) => {
        const signature = signText(key, text);
        expect(isSigned(key, text, signature)).toBe(true);
        expect(isSigned(key, `${text} `, signature)).toBe(false);
        expect(isSigned(other, text, signature)).toBe(false);
        const spoiled = Buffer.from(signature);
        const place = at % spoiled.length;
        spoiled.writeUInt8(spoiled.readUInt8(place) ^ 1, place);
        expect(isSigned(key, text, spoiled)).toBe(false);
        expect(isSigned(key, text, signature.subarray(1))).toBe(false);
      }),
      { numRuns: 25 },
    );
    expect(isSigned(key, statement, new Uint8Array())).toBe(false);
  });
});

describe('an SM2 signature', () => {
  it('is made with the usual id: without it, openssl refuses', () => {
    const { files } = lay('sm2');
    const without = `openssl dgst -sm3 -verify ${files.key} -signature ${files.signature} ${files.statement}`;
    expect(run(without).status).not.toBe(0);
  });

  it('of openssl itself is verified too', () => {
    const make = (...rest: string[]) => execFileSync('openssl', rest, { cwd: folder });
    make('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:SM2', '-out', 'own.pem');
    make('pkey', '-in', 'own.pem', '-pubout', '-out', 'own-public.pem');
    writeFileSync(join(folder, 'own.txt'), statement);
    const id = 'distid:1234567812345678';
    make(...['dgst', '-sm3', '-sign', 'own.pem', '-sigopt', id, '-out', 'own.sig', 'own.txt']);
    const publicKey = execFileSync('cat', ['own-public.pem'], { cwd: folder }).toString();
    const signature = execFileSync('cat', ['own.sig'], { cwd: folder });
    expect(isSigned({ algorithm: 'sm2', publicKey }, statement, signature)).toBe(true);
  });
});
