import { expect, test } from './fixtures';

const plain = process.env.E2E_PLAIN_BASE_URL ?? '';

const files = {
  '/favicon.ico': /^image\/(x-icon|vnd\.microsoft\.icon)$/,
  '/icon.svg': /^image\/svg\+xml$/,
  '/apple-touch-icon.png': /^image\/png$/,
  '/icon-192.png': /^image\/png$/,
  '/icon-512.png': /^image\/png$/,
  '/icon-maskable-512.png': /^image\/png$/,
  '/site.webmanifest': /^application\/manifest\+json/,
};
const written = {
  '/robots.txt': /^text\/plain; charset=utf-8$/i,
  '/sitemap.xml': /^application\/xml; charset=utf-8$/i,
};

test('files without a language answer as they are: kept for a while, without a cookie, and to no other method', async ({
  request,
}) => {
  for (const [path, type] of Object.entries({ ...files, ...written })) {
    const response = await request.get(path, { maxRedirects: 0 });
    const headers = response.headers();
    expect(response.status(), path).toBe(200);
    expect(headers['content-type'], path).toMatch(type);
    expect(headers['cache-control'], path).toBe(
      `public, max-age=${path in files ? 86_400 : 3_600}`,
    );
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['set-cookie'], path).toBeUndefined();
    expect(headers['x-nextjs-cache'], path).toBeUndefined();
    const head = await request.head(path);
    expect([head.status(), (await head.body()).length], path).toEqual([200, 0]);
    expect(head.headers()['content-type'], path).toBe(headers['content-type']);
    for (const method of ['POST', 'DELETE', 'TRACE']) {
      expect((await request.fetch(path, { method })).status(), `${method} ${path}`).toBe(405);
    }
    const elsewhere = await request.get(`/en${path}`);
    expect(elsewhere.status(), `/en${path}`).toBe(404);
  }
});

for (const locale of ['', '/en']) {
  test(`a page names each of its files once, and the browser takes them${locale}`, async ({
    page,
    context,
  }) => {
    await page.goto(`${locale}/programmes`);
    const links = page.locator('head link:is([rel=icon], [rel=apple-touch-icon], [rel=manifest])');
    const named = await links.evaluateAll((all) =>
      all.map((link) => `${link.getAttribute('rel') ?? ''} ${link.getAttribute('href') ?? ''}`),
    );
    expect(named.sort()).toEqual([
      'apple-touch-icon /apple-touch-icon.png',
      'icon /favicon.ico',
      'icon /icon.svg',
      'manifest /site.webmanifest',
    ]);
    const client = await context.newCDPSession(page);
    const { url, errors } = await client.send('Page.getAppManifest');
    expect(new URL(url).pathname).toBe('/site.webmanifest');
    expect(errors).toEqual([]);
    for (const path of Object.keys(files).filter((name) => name !== '/site.webmanifest')) {
      const width = await page.evaluate(async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return image.naturalWidth;
      }, path);
      expect(width, path).toBeGreaterThan(0);
    }
  });
}

test("the colour of the browser's bar follows the system, or the theme that was chosen", async ({
  page,
}) => {
  const colours = () =>
    page
      .locator('head meta[name=theme-color]')
      .evaluateAll((all) => all.map((meta) => meta.getAttribute('content')));
  const ofHeader = () =>
    page.locator('header.site').evaluate((header) => {
      const canvas = document.createElement('canvas').getContext('2d');
      if (!canvas) throw new Error('No canvas.');
      canvas.fillStyle = getComputedStyle(header).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      const bytes = [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
      return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    });
  const shown: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    shown.push(await ofHeader());
  }
  expect(await colours()).toEqual(shown);
  await page.goto('/api/preferences?theme=light&back=/');
  expect(await colours()).toEqual([shown[0]]);
});

test('the sitemap lists public pages in both languages, and each kind of them answers a stranger', async ({
  request,
  baseURL,
}) => {
  const xml = await (await request.get('/sitemap.xml')).text();
  const addresses = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
  const { origin } = new URL(baseURL ?? '');
  expect(addresses.every((address) => new URL(address).origin === origin)).toBe(true);
  const kinds = new Map<string, string>();
  for (const address of addresses) {
    const { pathname } = new URL(address);
    const kind = pathname.replace(/^((?:\/en)?\/(?:programmes|vendors|notices)\/)[^/]+/, '$1');
    if (!kinds.has(kind)) kinds.set(kind, pathname);
  }
  expect([...kinds.keys()]).toEqual(
    expect.arrayContaining(['/', '/en', '/en/programmes/', '/notices/', '/en/vendors/']),
  );
  for (const path of kinds.values()) {
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(200);
  }
});

test('robots.txt names the sitemap where it is, and security.txt is there only with a contact', async ({
  request,
}) => {
  const robots = await (await request.get('/robots.txt')).text();
  const [, sitemap = ''] = /^Sitemap: (.+)$/m.exec(robots) ?? [];
  expect((await request.get(sitemap)).status()).toBe(200);
  // One build serves at both addresses, so the address must come from the running server and not
  // from the build.
  for (const path of ['/robots.txt', '/sitemap.xml']) {
    const elsewhere = await (await request.get(plain + path)).text();
    expect(elsewhere, path).toContain(`${plain}/`);
    expect(elsewhere, path).not.toContain(`${new URL(sitemap).origin}/`);
  }
  const none = await request.get('/.well-known/security.txt');
  expect([none.status(), (await none.body()).length]).toEqual([404, 0]);
  const named = await request.get(`${plain}/.well-known/security.txt`);
  expect(named.status()).toBe(200);
  expect(named.headers()['content-type']).toMatch(/^text\/plain; charset=utf-8$/i);
  const text = await named.text();
  expect(text).toMatch(/^Contact: mailto:security@portal\.example$/m);
  expect(text).toContain(`Canonical: ${plain}/.well-known/security.txt`);
  const [, expires = ''] = /^Expires: (.+)$/m.exec(text) ?? [];
  const days = (new Date(expires).getTime() - Date.now()) / 86_400_000;
  expect(days > 1 && days < 365, expires).toBe(true);
});
