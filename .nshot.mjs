import { chromium } from '@playwright/test';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const base = 'http://localhost:3316';
async function sign(email, opts) {
  const c = await b.newContext(opts); const p = await c.newPage(); p.setDefaultTimeout(120000);
  p.on('console', m => { if (m.type()==='error') console.log(email, m.text().slice(0,200)); });
  await p.goto(base + '/en/sign-in'); await p.fill('#f-email', email); await p.fill('#f-password', 'suanquan-demo-2026');
  await p.locator('main button[type=submit]').click(); await p.waitForURL(u => !u.pathname.includes('sign-in'));
  return p;
}
const wide = { viewport: { width: 1440, height: 900 } }, small = { viewport: { width: 390, height: 844 } };
let p = await sign('owner@startup.demo', wide);
await p.goto(base + '/notifications'); await p.screenshot({ path: '/tmp/nshots/list-zh.png' });
await p.goto(base + '/en/settings/notifications'); await p.screenshot({ path: '/tmp/nshots/wishes-en.png', fullPage: true });
const state = await p.context().storageState();
p = await (await b.newContext({ ...small, storageState: state })).newPage(); p.setDefaultTimeout(120000);
await p.goto(base + '/en/notifications'); await p.screenshot({ path: '/tmp/nshots/list-en-390.png' });
await p.goto(base + '/settings/notifications'); await p.screenshot({ path: '/tmp/nshots/wishes-zh-390.png', fullPage: true });
p = await sign('manager@qingyang.demo', { ...wide, colorScheme: 'dark' });
await p.goto(base + '/en/notifications'); await p.screenshot({ path: '/tmp/nshots/list-en-dark.png' });
await p.goto(base + '/notifications?unread=1'); await p.screenshot({ path: '/tmp/nshots/unread-zh-dark.png', fullPage: true });
await b.close();
