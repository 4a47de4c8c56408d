/** The size of a page of the application form, and the time of a save in the background. */
import { gzipSync } from 'node:zlib';
import { Stop } from './project.mjs';

const unescaped = (text) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

async function readPage(url, cookie) {
  const response = await fetch(url, { headers: { cookie } });
  if (response.status !== 200) throw new Stop(`${url} answered ${response.status}.`);
  return response.text();
}

/**
 * Returns the bytes of JavaScript, gzipped, that a browser loads for a page: everything that the
 * page names.
 */
async function weigh(address, html) {
  const named = html.match(/\/_next\/static\/chunks\/[^"'\\ )]+?\.js/g) ?? [];
  const legacy = new Set(
    [...html.matchAll(/<script[^>]*noModule[^>]*>/gi)].flatMap(
      ([tag]) => tag.match(/\/_next\/static\/chunks\/[^"]+?\.js/) ?? [],
    ),
  );
  let bytes = 0;
  for (const path of new Set(named)) {
    if (legacy.has(path)) continue;
    const script = await fetch(address + path);
    if (script.status !== 200) throw new Stop(`${path} answered ${script.status}.`);
    bytes += gzipSync(Buffer.from(await script.arrayBuffer())).length;
  }
  return bytes;
}

/** Returns the form of the page that saves the section: its fields with their present values. */
function fieldsOf(html) {
  const form = html
    .split('<form')
    .map((part) => part.slice(0, part.indexOf('</form>')))
    .find((part) => part.includes('name="projectSummary"'));
  if (!form) throw new Stop('The page has no form to save.');
  const fields = {};
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const [, name] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? [];
    const choice = /type="(radio|checkbox)"/.test(input);
    if (name && !name.startsWith('$ACTION') && (!choice || /\schecked/.test(input)))
      fields[name] = unescaped(value);
  }
  return fields;
}

/** Sends a save as the page's script does. @returns the answer's text */
async function save(url, cookie, action, fields) {
  const body = new FormData();
  // A call of a server action: its arguments as JSON, and the form separately, under a prefix.
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  body.append('0', '[{"status":"idle"},"$K1"]');
  const { origin } = new URL(url);
  const headers = { cookie, origin, 'next-action': action, accept: 'text/x-component' };
  const response = await fetch(url, { method: 'POST', body, headers });
  return response.text();
}

const newest = (answer) => /"status":"done".*?"revision":"(\d+)"/s.exec(answer)?.[1];

/**
 * Finds the number of the action that saves in the background, in the data of the page's script.
 */
function actionOf(html) {
  const text = html.replaceAll('\\"', '"').replaceAll('\\n', '\n');
  const [, row] = /"action":"\$h([0-9a-f]+)","owner"/.exec(text) ?? [];
  const [, id] = new RegExp(`(?:^|\\n|")${row}:\\{"id":"([0-9a-f]+)"`).exec(text) ?? [];
  if (!id) throw new Stop('The page has no action that saves in the background.');
  return id;
}

/**
 * Measures a page of the form.
 * @returns the page's JavaScript in bytes, and milliseconds of each of `times` saves
 */
export async function measureForm(address, applicationId, cookie, times) {
  const url = `${address}/startup/applications/${applicationId}/project`;
  const html = await readPage(url, cookie);
  const bytes = await weigh(address, html);
  const fields = { ...fieldsOf(html), projectSummary: 'The first save.' };
  const action = actionOf(html);
  let { revision, base } = fields;
  const taken = [];
  for (let n = 0; n < times; n += 1) {
    const text = `What is typed grows with every save: ${'word '.repeat(n % 90)}${n}`;
    const start = performance.now();
    const sent = { ...fields, revision, base, projectSummary: text };
    const answer = await save(url, cookie, action, sent);
    if (n >= 20) taken.push(performance.now() - start);
    if (Number(newest(answer)) !== Number(revision) + 1)
      throw new Stop(`A save was answered with ${answer.slice(0, 300)}`);
    revision = newest(answer);
    base = JSON.stringify({ ...JSON.parse(base), projectSummary: text });
  }
  taken.sort((a, b) => a - b);
  return { bytes, taken };
}
