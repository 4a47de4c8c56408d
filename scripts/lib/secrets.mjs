/** The secrets of this installation: made once at random, kept in `secrets.json`, readable by its owner alone. */
import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { dataDir, ensureDataDir, readJson, writeJson } from './project.mjs';

const names = ['superuserPassword', 'ownerPassword', 'appPassword', 'authSecret'];

/** Returns `{ superuserPassword, ownerPassword, appPassword, authSecret }`; the missing ones are made and stored. */
export function loadSecrets() {
  ensureDataDir();
  const path = join(dataDir, 'secrets.json');
  const stored = readJson(path) ?? {};
  const missing = names.filter((name) => typeof stored[name] !== 'string');
  if (missing.length === 0) return stored;
  for (const name of missing) stored[name] = randomBytes(32).toString('base64url');
  writeJson(path, stored);
  return stored;
}

/** Returns the app role's password on a server that is not ours: the same for the same `AUTH_SECRET`, stored nowhere. */
export function derivePassword(authSecret, role) {
  return createHmac('sha256', authSecret).update(`database role ${role}`).digest('base64url');
}
