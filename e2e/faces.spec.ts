import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';

/** Tells whether this machine has a Chinese font of its own, as its browser would find one. */
function hasChinese(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    // A machine without fontconfig has no face that its browser would find.
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
  // The style sheet comes after the page; its faces are known to the document once it is there.
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
