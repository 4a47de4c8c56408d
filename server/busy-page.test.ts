import { expect, it } from 'vitest';
import { locales } from '@/lib/locale';
import { busyPage } from './busy-page';
import { gateMessages } from './messages';

const address = '/sign-in?next=%2Fcity';
const page = { address, locale: 'zh-CN', nonce: 'once' } as const;

async function answerTo(sent: FormData | string, type?: string) {
  const request = new Request('http://localhost/sign-in', { method: 'POST', body: sent });
  const given = type ?? request.headers.get('content-type') ?? '';
  const response = await busyPage({ body: await request.arrayBuffer(), type: given }, page);
  return { response, html: await response.text() };
}

function form(entries: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.set(name, value);
  return data;
}

it('answers 503, says when to come back, and is kept by nobody', async () => {
  const { response } = await answerTo(form({ email: 'a@example.cn', password: 'secret words' }));
  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(response.headers.get('cache-control')).toContain('no-store');
});

it('brings back everything that was typed, and never the password', async () => {
  const { html } = await answerTo(
    form({
      $ACTION_REF_1: '',
      '$ACTION_1:0': '{"id":"abc","bound":"$@1"}',
      csrf: 'token',
      email: 'a@example.cn',
      name: '张三',
      next: '/city',
      password: 'secret words',
    }),
  );
  for (const [name, value] of [
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', '{&quot;id&quot;:&quot;abc&quot;,&quot;bound&quot;:&quot;$@1&quot;}'],
    ['csrf', 'token'],
    ['email', 'a@example.cn'],
    ['name', '张三'],
    ['next', '/city'],
  ] as const) {
    expect(html).toContain(`<input type="hidden" name="${name}" value="${value}">`);
  }
  expect(html).toContain(`action="${address}"`);
  expect(html).toContain('name="password"');
  expect(html).not.toContain('secret words');
});

it('never repeats a password, under whatever name, and shows a field for one only where one was sent', async () => {
  for (const name of ['password', 'passwordAgain', 'currentPassword', 'current']) {
    const { html } = await answerTo(form({ token: 'abc', [name]: 'secret words' }));
    expect(html, name).not.toContain('secret words');
    expect(html, name).toContain('<input type="password" name="password" required>');
    expect(html).toContain(gateMessages('zh-CN').busy_kept_but_password);
  }
  const { html } = await answerTo(form({ email: 'a@example.cn' }));
  expect(html).not.toContain('type="password"');
  expect(html).toContain(gateMessages('zh-CN').busy_kept);
});

it('is only text where somebody sends markup', async () => {
  const { html } = await answerTo(form({ email: '"><script>x</script>', '"><b>': "'><i>" }));
  expect(html).not.toMatch(/<script|<b>|<i>/);
});

it('leads back to the page where the form cannot be read', async () => {
  for (const { response, html } of [
    await answerTo(''),
    await answerTo('not a form', 'multipart/form-data; boundary=none'),
    await answerTo('{}', 'application/json'),
  ]) {
    expect(response.status).toBe(503);
    expect(html).toContain(`<a href="${address}">`);
    expect(html).not.toContain('<form');
  }
});

it('speaks the reader’s language', async () => {
  for (const locale of locales) {
    const response = await busyPage({ body: new ArrayBuffer(), type: '' }, { ...page, locale });
    const html = await response.text();
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain(gateMessages(locale).busy);
    expect(response.headers.get('content-language')).toBe(locale);
  }
});
