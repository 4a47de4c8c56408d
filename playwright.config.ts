import { defineConfig, devices } from '@playwright/test';

const inStillTime = 'organisation.spec.ts';
const later = 'later.spec.ts';

/** The servers are started by scripts/test.mjs: one with the demonstration, one without. */
export default defineConfig({
  testDir: 'e2e',
  // Waits long: on a busy machine even a quick answer takes its time, and only what hangs should end here.
  timeout: 900_000,
  expect: { timeout: 60_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json']],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    actionTimeout: 60_000,
    navigationTimeout: 120_000,
    // What the page was is in its snapshots; pictures of every moment take a tenth of the whole time.
    trace: { mode: 'retain-on-failure', screenshots: false },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  projects: [
    { name: 'chromium', use: devices['Desktop Chrome'], testIgnore: [inStillTime, later] },
    // While the life of a voucher is walked through the portal's clock jumps, by more than an invitation is good for.
    {
      name: 'in still time',
      use: devices['Desktop Chrome'],
      testMatch: inStillTime,
      dependencies: ['chromium'],
    },
    {
      name: 'years later',
      use: devices['Desktop Chrome'],
      testMatch: later,
      dependencies: ['in still time'],
    },
  ],
});
