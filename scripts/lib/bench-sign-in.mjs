/** 300 wrong sign-ins at the same moment, and how long other users wait for a page meanwhile. */
import { probePages } from './page-probe.mjs';
import { Stop } from './project.mjs';

const senders = 300;

const unescaped = (text) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Reads the form of the sign-in page: its hidden fields, the cookie it is bound to, and its action. */
async function readForm(address) {
  const page = await fetch(`${address}/sign-in`);
  const cookie = page.headers
    .getSetCookie()
    .map((text) => text.slice(0, text.indexOf(';')))
    .join('; ');
  const form = (await page.text())
    .split('<form')
    .map((part) => part.slice(0, part.indexOf('</form>')))
    .find((part) => part.includes('name="password"'));
  if (!form) throw new Stop('The sign-in page has no form.');
  const fields = {};
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const [, name] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? [];
    if (name) fields[name] = unescaped(value);
  }
  const [, action] = /"id":"([0-9a-f]+)"/.exec(Object.values(fields).join(' ')) ?? [];
  if (!action) throw new Stop('The sign-in page names no action.');
  return { fields, cookie, action };
}

/** Sends a wrong password as a browser without a script does, or as the script of the page does. */
async function guess(address, { fields, cookie, action }, number, { script, network }) {
  const typed = { email: `nobody${number}@example.cn`, password: `a guess ${number}` };
  const body = new FormData();
  const headers = { cookie, origin: address, 'x-forwarded-for': network };
  if (script) {
    for (const [name, value] of Object.entries({ ...fields, ...typed })) {
      if (!name.startsWith('$ACTION')) body.append(`_1_${name}`, value);
    }
    body.append('0', '[{"status":"idle"},"$K1"]');
    Object.assign(headers, { 'next-action': action, accept: 'text/x-component' });
  } else {
    for (const [name, value] of Object.entries({ ...fields, ...typed })) body.append(name, value);
  }
  const answer = await fetch(`${address}/sign-in`, { method: 'POST', body, headers });
  const text = await answer.text();
  if (answer.status === 503) return answer.headers.has('retry-after') ? '503' : 'no Retry-After';
  if (answer.status !== 200) throw new Stop(`A sign-in was answered ${answer.status}.`);
  if (text.includes('邮箱或密码不正确')) return 'wrong';
  if (text.includes('尝试次数过多')) return 'too many';
  return text.includes('登录、注册的人较多') ? 'busy' : 'something else';
}

const middle = (numbers) => numbers[Math.floor(numbers.length / 2)];

async function measureOne(address, how) {
  const form = await readForm(address);
  const watch = () => probePages(['/', '/programmes', '/api/health'].map((path) => address + path));
  const endQuiet = watch();
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const before = await endQuiet();
  const endBusy = watch();
  // The thread that sends the requests first loads its modules, which must not count as waiting for the portal.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const start = performance.now();
  const answers = await Promise.all(
    Array.from({ length: senders }, (_, n) => {
      const network = how.spread
        ? `198.51.${n >> 8}.${n & 255}`
        : `203.0.113.${how.script ? 1 : 2}`;
      return guess(address, form, n, { script: how.script, network });
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const taken = await endBusy();
  const tally = {};
  for (const one of answers) tally[one] = (tally[one] ?? 0) + 1;
  return {
    seconds,
    before: middle(before),
    median: middle(taken),
    most: taken.at(-1),
    answers: Object.entries(tally)
      .map(([what, n]) => `${n} ${what}`)
      .sort()
      .join(', '),
  };
}

/**
 * Measures wrong sign-ins.
 * @returns for each way of sending, how long all took and how long other users waited for their pages
 */
export async function measureSignIns(address) {
  const rows = [];
  for (const [name, how] of [
    ['without script, 300 networks', { script: false, spread: true }],
    ['without script, one network', { script: false, spread: false }],
    ['with script, 300 networks', { script: true, spread: true }],
    ['with script, one network', { script: true, spread: false }],
  ]) {
    rows.push([name, await measureOne(address, how)]);
    // The queue must be empty before the next measurement.
    await new Promise((resolve) => setTimeout(resolve, 3000));
  }
  return rows;
}
