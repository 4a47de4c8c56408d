/** A hundred files of 10 MB at the same time, and by how much the serving process grows meanwhile. */
import { execFileSync } from 'node:child_process';
import { request } from 'node:http';
import { Stop } from './project.mjs';

const files = 100;
const bytes = 10 * 1024 * 1024;
const filesPerRequirement = 20;
/** Files sent before the measurement, so that it measures the hundred and not the first ones. */
const warmUp = 12;

const piece = Buffer.alloc(256 * 1024, 'the middle of a document, long and dull\n');
const end = Buffer.from('\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Returns a PDF of 10 MB that differs from all others, piece by piece. */
function* pdf(number) {
  const head = Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${number} ${Math.random()}\n`,
  );
  yield head;
  for (let left = bytes - head.length - end.length; left > 0; left -= piece.length) {
    yield left < piece.length ? piece.subarray(0, left) : piece;
  }
  yield end;
}

/** Sends one file as a browser does; returns the status, and how long to wait when there is no room. */
function send(address, { cookie, csrf, applicationId, requirement }, number) {
  const query = new URLSearchParams({ applicationId, requirement, name: `bench-${number}.pdf` });
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${address}/api/documents?${query}`,
      {
        method: 'POST',
        agent: false,
        headers: { cookie, 'x-csrf': csrf, 'content-length': bytes },
      },
      (response) => {
        response.resume();
        response.on('end', () =>
          resolve({ status: response.statusCode, wait: Number(response.headers['retry-after']) }),
        );
      },
    );
    outgoing.on('error', reject);
    void (async () => {
      for (const part of pdf(number)) {
        if (!outgoing.write(part)) await new Promise((go) => outgoing.once('drain', go));
      }
      outgoing.end();
    })();
  });
}

async function sendUntilTaken(address, place, number) {
  for (let asked = 1; ; asked += 1) {
    const { status, wait } = await send(address, place, number);
    if (status === 201) return asked;
    if (!wait) throw new Stop(`A file was answered ${status}.`);
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  }
}

/** Returns the megabytes of memory that a process and its children use. */
function residentMegabytes(pid) {
  const out = execFileSync('ps', ['-o', 'rss=', '-p', String(pid), '--ppid', String(pid)]);
  const kilobytes = out.toString().trim().split(/\s+/).map(Number);
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** Lists where files may be handed in: every requirement of these drafts, as often as it takes a file. */
async function placesOf(address, drafts) {
  const places = [];
  for (const { applicationId, cookie } of drafts) {
    const page = await fetch(`${address}/startup/applications/${applicationId}/files`, {
      headers: { cookie },
    });
    const html = await page.text();
    const [, csrf] = /name="csrf" value="([^"]+)"/.exec(html) ?? [];
    for (const [, requirement] of html.matchAll(/data-requirement="(\w+)"/g)) {
      const place = { cookie, csrf, applicationId, requirement };
      // One place fewer, because the demonstration may have a file there.
      places.push(...Array.from({ length: filesPerRequirement - 1 }, () => place));
    }
  }
  return places;
}

/**
 * Measures the uploads.
 * @param drafts applications with a cookie that may edit them
 * @returns seconds for all, memory before and at most, in MB, and how often a sender had to wait
 */
export async function measureUploads(address, pid, drafts) {
  const places = await placesOf(address, drafts);
  if (places.length < files + warmUp) throw new Stop('The drafts have too few places for files.');
  const first = places.splice(0, warmUp);
  for (const [at, place] of first.entries()) await sendUntilTaken(address, place, `warm-${at}`);
  const before = residentMegabytes(pid);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, residentMegabytes(pid))), 100);
  const start = performance.now();
  const asked = await Promise.all(
    Array.from({ length: files }, (_, at) => sendUntilTaken(address, places[at], at)),
  );
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  const waits = asked.reduce((sum, times) => sum + times - 1, 0);
  return { seconds, before, most, waits };
}
