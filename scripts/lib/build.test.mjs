import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionsKey, buildId, buildName, builtFolders } from './build.mjs';
import { root } from './project.mjs';

const secret = 'a secret of more than thirty-two signs';

describe('the key of server actions', () => {
  it('is the same wherever the secret is, and another where it is not', () => {
    const key = actionsKey({ AUTH_SECRET: secret });
    expect(actionsKey({ AUTH_SECRET: secret, PORT: '4000' })).toBe(key);
    expect(actionsKey({ AUTH_SECRET: `${secret}!` })).not.toBe(key);
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
  });

  it("is the operator's own where one is set", () => {
    const own = Buffer.alloc(32, 7).toString('base64');
    const env = { AUTH_SECRET: secret, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: own };
    expect(actionsKey(env)).toBe(own);
    expect(() => actionsKey({ ...env, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'short' })).toThrow(
      /base64/,
    );
  });
});

describe('the sources of a build', () => {
  it('are in every folder with code, except what only loads, tests or describes the portal', () => {
    const apart = ['demo', 'docs', 'e2e', 'scripts'];
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
      .map(({ name }) => name)
      .filter((name) =>
        readdirSync(join(root, name), { recursive: true }).some((file) => /\.tsx?$/.test(file)),
      );
    expect([...builtFolders, ...apart].sort()).toEqual(folders.sort());
  });
});

describe('the name of a build', () => {
  it('changes with the sources and with the key', () => {
    const names = ['one', 'other'].flatMap((sources) =>
      [secret, `${secret}!`].map((AUTH_SECRET) => buildName(sources, actionsKey({ AUTH_SECRET }))),
    );
    expect(new Set(names).size).toBe(4);
    expect(buildName('one', actionsKey({ AUTH_SECRET: secret }))).toBe(names[0]);
  });

  it('makes an id that no blocker of advertisements takes offence at', () => {
    const ids = Array.from({ length: 500 }, (_, at) => buildId(buildName(`${at}`, secret)));
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) expect(id).toMatch(/^[b-fx\d]{24}$/);
  });
});
