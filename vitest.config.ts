import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const resolve = {
  alias: {
    '@': root.replace(/\/$/, ''),
    'server-only': `${root}db/testing/server-only.ts`,
  },
};

export default defineConfig({
  test: {
    // The default leaves one core idle for somebody who watches.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          // Rules and texts keep nothing of what a test does; to load them anew for each file takes a third of the time.
          isolate: false,
          include: [
            '{app,features,components,docs,db,demo}/**/*.test.ts',
            'lib/{*,input/*}.test.ts',
          ],
          exclude: ['**/*.db.test.ts'],
          setupFiles: ['./db/testing/one-seed.ts'],
          testTimeout: 300_000,
        },
      },
      {
        resolve,
        test: {
          // What serves keeps its settings, its slots and its build for as long as it runs: each file has its own.
          name: 'server',
          include: ['server/**/*.test.ts', 'lib/testing/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: ['**/*.db.test.ts'],
          setupFiles: ['./db/testing/one-seed.ts'],
          testTimeout: 300_000,
          // Lint and types are run whole in a hook, on a machine that may be busy.
          hookTimeout: 300_000,
        },
      },
      {
        // Server code gets what Next gives to servers; the package's own entry is for browsers.
        resolve: {
          alias: {
            ...resolve.alias,
            'next/navigation': 'next/dist/client/components/navigation.react-server.js',
          },
        },
        ssr: { resolve: { conditions: ['react-server', 'node'] } },
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: ['node_modules/**', '.next/**'],
          pool: 'forks',
          globalSetup: ['./db/testing/global-setup.ts'],
          setupFiles: ['./db/testing/one-seed.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
