/** Users at work on a portal: readers, sign-ins, and a start-up that sets money aside and takes it back. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Stop } from '../lib/project.mjs';
import { formsOf, Visitor } from './visitor.mjs';

const pages = ['/', '/programmes', '/en/programmes', '/compare?contractAmount=1000000', '/awards'];
const people = ['viewer@startup.demo', 'manager@qingyang.demo', 'operator@vendor.demo'];
const spender = 'owner@startup.demo';
const writers = 2;

/**
 * Records what was sent and what was answered, outside of the portal: every request, every order number with whether its hold was
 * acknowledged, and every release in the same way.
 */
export class Journal {
  /** The beginning of this drill's order numbers, so that those of other drills are not counted. */
  prefix = `DRILL-${randomUUID().slice(0, 8)}-`;
  requests = [];
  /** Order number → whether its hold was acknowledged. */
  holds = new Map();
  /** Number of a hold → whether its release was acknowledged. */
  releases = new Map();
  /** How often a form was sent again, with the same key, because its outcome was unknown. */
  repeats = 0;
  /** Acts that were acknowledged, each with its form and how often that was answered: they are sent five times in all. */
  acts = [];
}

/** Puts load on the portal until `stop` is called, which waits until everything that was sent has ended. */
export function startLoad(address) {
  const journal = new Journal();
  const state = { isOver: false };
  const onEnd = (entry) => journal.requests.push(entry);
  const visitor = () => new Visitor(address, onEnd);
  const health = visitor();
  const loops = [
    repeat(state, 150, reader(visitor())),
    repeat(state, 150, reader(visitor())),
    repeat(state, 250, () => health.get('health', '/api/health')),
    repeat(state, 400, signer(visitor())),
    ...Array.from({ length: writers }, () => write(state, visitor(), journal)),
  ];
  const ended = Promise.all(loops);
  // A fault of the drill itself is reported at the end; until then it must only not be an unhandled rejection.
  ended.catch(() => {});
  return {
    journal,
    stop: async () => {
      state.isOver = true;
      await ended;
    },
  };
}

async function repeat(state, pauseMs, once) {
  for (let n = 0; !state.isOver; n += 1) {
    await once(n);
    await sleep(pauseMs);
  }
}

const reader = (visitor) => (n) => visitor.get('page', pages[n % pages.length]);
const signer = (visitor) => (n) => visitor.signIn(people[n % people.length]);

/** Waits for a portal that is down: repeats a request until it is answered. */
async function until(state, once) {
  while (!state.isOver) {
    const value = await once();
    if (value) return value;
    await sleep(500);
  }
  return undefined;
}

async function write(state, visitor, journal) {
  await until(state, () => visitor.signIn(spender));
  const voucher = await until(state, () => findVoucher(visitor));
  const own = [];
  while (!state.isOver) {
    own.push(await hold(state, visitor, journal, voucher));
    own.push(await release(state, visitor, journal, voucher));
    await sendOldAgain(visitor, journal, own);
    await sleep(200);
  }
}

/** How often each act is sent and answered, and the least milliseconds between two of its sendings: mostly there is a kill between. */
const timesSent = 5;
const betweenMs = 5_000;

/** Sends an old act of this visitor once more, as a browser does whose user goes back: it must change nothing. */
async function sendOldAgain(visitor, journal, own) {
  const now = performance.now();
  const act = own.find((one) => one && one.answered < timesSent && now - one.at > betweenMs);
  if (!act) return;
  act.at = now;
  const answer = await visitor.post(act.kind, act.path, act.fields);
  if (isYes(answer)) act.answered += 1;
  if (!journal.acts.includes(act)) journal.acts.push(act);
}

/** Describes an act that was acknowledged once. */
const acknowledgedAct = (kind, path, fields) => ({
  kind,
  path,
  fields,
  answered: 1,
  at: performance.now(),
});

/** Returns the path of a voucher from which money can be set aside. */
async function findVoucher(visitor) {
  const list = await visitor.read('page', '/startup/vouchers');
  for (const [path] of list.matchAll(/\/startup\/vouchers\/[0-9a-f-]{36}/g)) {
    const form = await holdForm(visitor, path);
    if (form) return path;
  }
  if (list !== '') throw new Stop('The demonstration has no voucher of which to set money aside.');
  return undefined;
}

async function holdForm(visitor, path) {
  const page = await visitor.read('page', `${path}/hold`);
  const form = formsOf(page).find(({ text }) => text.includes('name="orderNumber"'));
  const vendor = /<option[^>]*value="([0-9a-f-]{36})"/.exec(form?.text ?? '')?.[1];
  return form && vendor && { ...form.fields, vendorId: vendor };
}

const isYes = ({ status, location }) => status === 303 && location.includes('done=');

/** Sends a form until it is acknowledged: the same form with the same key, because its outcome is unknown until then. */
async function sendUntilYes(state, visitor, journal, kind, path, fields) {
  for (let sent = 1; ; sent += 1) {
    if (isYes(await visitor.post(kind, path, fields))) return true;
    if (state.isOver || sent >= 60) return false;
    journal.repeats += 1;
    await sleep(500);
  }
}

/** Sets money aside; returns the act where it was acknowledged. */
async function hold(state, visitor, journal, voucher) {
  const path = `${voucher}/hold`;
  const form = await until(state, () => holdForm(visitor, voucher));
  if (!form) return undefined;
  const orderNumber = `${journal.prefix}${randomUUID()}`;
  journal.holds.set(orderNumber, { acknowledged: false });
  const fields = { ...form, orderNumber, orderFen: '1', amountFen: '0.01' };
  const acknowledged = await sendUntilYes(state, visitor, journal, 'hold', path, fields);
  journal.holds.set(orderNumber, { acknowledged });
  return acknowledged ? acknowledgedAct('hold', path, fields) : undefined;
}

/** Releases one of the open holds that no writer has tried to release yet; returns the act where it was acknowledged. */
async function release(state, visitor, journal, voucher) {
  const html = await until(state, () => visitor.read('page', voucher));
  if (!html) return undefined;
  const form = formsOf(html).find(
    ({ text, fields }) =>
      fields.holdId && text.includes(journal.prefix) && !journal.releases.has(fields.holdId),
  );
  if (!form) return undefined;
  const { holdId } = form.fields;
  journal.releases.set(holdId, { acknowledged: false });
  for (let sent = 1; sent < 60; sent += 1) {
    if (isYes(await visitor.post('release', voucher, form.fields))) {
      journal.releases.set(holdId, { acknowledged: true });
      return acknowledgedAct('release', voucher, form.fields);
    }
    if (state.isOver) return undefined;
    journal.repeats += 1;
    await sleep(500);
    const again = await until(state, () => visitor.read('page', voucher));
    // The hold is no longer on the page: it was released, but no answer was received.
    if (again && !again.includes(holdId)) return undefined;
  }
  return undefined;
}
