import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';

/** Returns whether this machine has a Chinese font, as its browser would find one. */
function hasChinese(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    // On a machine without fontconfig the browser finds no font.
    return false;
  }
}

test('a machine with a Chinese face fetches none; any other gets one', async ({ page }) => {
  const faces: string[] = [];
  page.on('request', (request) => {
    if (/noto-sans-sc.*\.woff2?/.test(request.url())) faces.push(request.url());
  });
  await page.goto('/programmes');
  await expect(page.locator('h1')).toBeVisible();
  // The style sheet arrives after the page; the document lists its faces once it is there.
  await expect
    .poll(() =>
      page.evaluate(
        () => [...document.fonts].filter(({ family }) => family.includes('Noto Sans SC')).length,
      ),
    )
    .toBeGreaterThan(50);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  if (hasChinese()) expect(faces).toEqual([]);
  else await expect.poll(() => faces.length).toBeGreaterThan(0);
});
