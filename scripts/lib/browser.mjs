/** A Chromium for the browser tests: an installed one, Playwright's own, or Debian's package. */
import { existsSync } from 'node:fs';
import { runToEnd, tool } from './children.mjs';
import { say, Stop } from './project.mjs';

// The headless shell leaves out the browser's window, which the tests never see, and so takes less of the processor.
const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const present = () => places.find((path) => path && existsSync(path));

/** Returns the path of a browser, or nothing when Playwright brings its own. */
export async function findBrowser() {
  if (present()) return present();
  say('Looking for a browser for the tests.');
  const own = await runToEnd(
    process.execPath,
    [tool('@playwright/test', 'playwright'), 'install', 'chromium'],
    {
      quiet: true,
    },
  );
  if (own === 0) return undefined;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await runToEnd('apt-get', ['update', '-qq']);
    for (const browser of ['chromium-headless-shell', 'chromium']) {
      await runToEnd('apt-get', ['install', '-y', '-qq', browser, 'fonts-noto-cjk']);
      if (present()) return present();
    }
  }
  throw new Stop('No browser for the tests: install Chromium, or set CHROMIUM_PATH to one.');
}
