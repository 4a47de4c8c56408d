import { fen } from '@/lib/money';
import { demoAccounts } from '@/features/demo/accounts';
import type { CaseState, Life } from './life';
import { Profiles } from './organisations';
import { qingyang2024 } from './programmes/qingyang-2024';

const half = (amount: bigint) => fen(amount / 2n);
const quarter = (amount: bigint) => fen(amount / 4n);

const qingyang = 'qingyang-compute-2024';
const shenzhen = 'shenzhen-training-2026';
const nanning = 'nanning-compute-2025';
const henan = 'henan-compute-2025';

type Spent = { state: CaseState; id: string };

/** Creates the demonstration's past from its beginning. Days are counted from today. */
class Story {
  private readonly voucherIds = new Map<CaseState, string>();
  /** The cases whose awards are claimed after paying the vendor. */
  private payFirst: CaseState[] = [];

  constructor(private readonly life: Life) {}

  private ownerOf(at: number) {
    const startup = this.life.world.startups[at];
    if (!startup) throw new Error('Not enough start-ups.');
    return startup.owner;
  }

  private open(at: number, yuan: number, programme: string, day: number, unfinished = false) {
    const citySlug = programme.slice(0, programme.indexOf('-'));
    const options = { citySlug, day, vendorAt: at, unfinished };
    return this.life.draft(this.ownerOf(at), programme, yuan, options);
  }

  /** Opens a case of Henan, whose awards the province and the city pay together. */
  private funded(at: number, yuan: number, day: number) {
    const answers = { contract: { vendorCapacity: 'yes' } };
    const options = { citySlug: 'henan', day, answers };
    return this.life.draft(this.ownerOf(at), henan, yuan, options);
  }

  private demo(place: string): string[] {
    return demoAccounts
      .map(({ email }) => email)
      .filter((email) => email.endsWith(`@${place}.demo`));
  }

  private voucherOf(state: CaseState): string {
    const id = this.voucherIds.get(state);
    if (!id) throw new Error('This case has no voucher yet.');
    return id;
  }

  private async issue(states: readonly CaseState[]) {
    for (const state of states) {
      await this.life.propose(state);
      this.voucherIds.set(state, await this.life.release(state));
    }
  }

  /** Submits, accepts, recommends, passes and publishes cases, each on its day. */
  private async review(states: readonly CaseState[], day: number) {
    const { life } = this;
    for (const state of states) await life.submit(state);
    await life.setDay(day + 3);
    for (const state of states) await life.take(state);
    await life.setDay(day + 10);
    for (const state of states) await life.recommend(state);
    await life.setDay(day + 14);
    for (const state of states) await life.pass(state);
    const cities = new Set(states.map((state) => state.citySlug));
    for (const city of cities) {
      await life.publish(states.filter((state) => state.citySlug === city));
    }
  }

  /** Creates the events of more than a year ago: vouchers that have expired, one of them half spent. */
  async yearBefore() {
    const { life } = this;
    const day = -460;
    await life.setDay(day);
    const states = [
      await this.open(15, 1_800_000, qingyang, day),
      await this.open(16, 900_000, qingyang, day),
    ];
    await this.review(states, day);
    await life.setDay(day + 30);
    await this.issue(states);
    await life.setDay(day + 40);
    const [spent] = states;
    if (!spent) return;
    const hold = await life.hold(spent, this.voucherOf(spent), half(spent.amountFen));
    const id = await life.redeem(hold, half(spent.amountFen), day + 40);
    await life.setDay(day + 45);
    await life.confirm(spent, id);
    await life.verify(spent, id);
    await life.setDay(day + 60);
    const batch = await life.batch('qingyang');
    await life.releaseBatch('qingyang', batch);
    await life.setDay(day + 65);
    await life.payAll('qingyang', batch, day + 65);
  }

  /** Creates the cases of five months ago, in three cities, which now have vouchers. @returns Qingyang's cases */
  async firstWave(): Promise<CaseState[]> {
    const { life } = this;
    const day = -150;
    await life.setDay(day);
    const states: CaseState[] = [];
    for (const at of [0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]) {
      states.push(await this.open(at, 600_000 + at * 410_000, qingyang, day));
    }
    states.push(await this.open(1, 3_000_000, shenzhen, day));
    states.push(await this.open(19, 8_000_000, shenzhen, day));
    states.push(await this.open(20, 1_200_000, shenzhen, day));
    states.push(await this.open(2, 200_000, nanning, day));
    states.push(await this.open(23, 900_000, nanning, day));
    states.push(await this.open(24, 2_400_000, nanning, day));
    states.push(await this.funded(21, 2_400_000, day));
    states.push(await this.funded(26, 1_600_000, day));
    const refusedCase = await this.open(15, 6_750_000, qingyang, day);
    const corrected = await this.open(17, 2_300_000, qingyang, day);
    for (const state of [refusedCase, corrected]) {
      await life.submit(state);
      await life.take(state);
    }
    await life.refuse(refusedCase);
    await life.giveBack(corrected);
    await life.setDay(day + 2);
    await life.correct(corrected);
    await life.recommend(corrected);
    await life.pass(corrected);
    await life.publish([corrected]);
    await this.review(states, day);
    await life.setDay(day + 30);
    await this.issue([...states, corrected]);
    this.payFirst = states.filter((state) => state.citySlug === 'shenzhen');
    return states.filter((state) => state.citySlug === 'qingyang');
  }

  /** Creates the budget changes since then: one that was released and one that was not. */
  async budgetsChanged() {
    const { life } = this;
    await life.setDay(-112);
    await life.proposeBudget('nanning', nanning, 60_000_000n, '市财政追加下达 1000 万元。');
    await life.proposeBudget('qingyang', qingyang, 150_000_000n, '拟统筹使用结余资金。');
    await life.setDay(-110);
    await life.releaseBudget('nanning', nanning);
    await life.declineBudget('qingyang', qingyang, '结余资金用途尚未批复，请取得批复后再提请。');
  }

  /**
   * Creates the events of three months ago: orders, invoices and the first settlement.
   */
  async firstSpending(states: readonly CaseState[]) {
    const { life } = this;
    await life.setDay(-95);
    for (const state of states.slice(0, 3)) await life.certify(state, this.voucherOf(state));
    const held: Spent[] = [];
    for (const state of states.slice(0, 10)) {
      held.push({
        state,
        id: await life.hold(state, this.voucherOf(state), half(state.amountFen)),
      });
    }
    await life.setDay(-80);
    const redeemed: Spent[] = [];
    for (const { state, id } of held.slice(0, 8)) {
      redeemed.push({ state, id: await life.redeem(id, quarter(state.amountFen), -80) });
    }
    await life.setDay(-76);
    for (const { state, id } of redeemed) await life.confirm(state, id);
    await life.setDay(-70);
    for (const { state, id } of redeemed) await life.verify(state, id);
    await life.setDay(-60);
    const firstBatch = await life.batch('qingyang');
    await life.releaseBatch('qingyang', firstBatch);
    await life.setDay(-55);
    await life.payAll('qingyang', firstBatch, -55);
  }

  /** Creates Nanning's settlement of the quarter in which its awards were issued, with a payment that failed. */
  async firstQuarter() {
    const { life } = this;
    const day = life.settledFrom('quarterly', -120);
    await life.setDay(day);
    const batch = await life.batch('nanning');
    await life.releaseBatch('nanning', batch);
    await life.setDay(day + 5);
    await life.payAll('nanning', batch, day + 5, true);
    await life.setDay(day + 6);
    await this.billed(day + 6);
  }

  /** Creates Henan's settlement, and its bills to both funders: the province has paid, the city has not yet. */
  private async billed(day: number) {
    const { life } = this;
    const batch = await life.batch('henan');
    await life.releaseBatch('henan', batch);
    await life.payAll('henan', batch, day);
    const from = life.dateOf(day - 120);
    const province = await life.bill('henan', henan, '省级财政', from);
    await life.bill('henan', henan, '市级财政', from);
    await life.receive('henan', province);
  }

  /** Creates a ban that is in force, and a revoked voucher. */
  async misused(states: readonly CaseState[]) {
    const { life } = this;
    const [, , , , , , , , , , revoked] = states;
    await life.setDay(-30);
    if (revoked) await life.revoke(revoked, this.voucherOf(revoked));
    const inForce = await life.proposeBan('qingyang', this.ownerOf(15), life.dateOf(335));
    await life.releaseBan('qingyang', inForce);
  }

  /** Creates three more cases of eleven weeks ago, issued a month later. */
  async secondWave() {
    const { life } = this;
    const day = -76;
    await life.setDay(day);
    const payFirst = await this.open(0, 2_400_000, shenzhen, day);
    const states = [
      await this.open(20, 1_900_000, qingyang, day),
      await this.open(24, 3_400_000, qingyang, day),
      payFirst,
    ];
    await this.review(states, day);
    await life.setDay(day + 30);
    await this.issue(states);
    this.payFirst.unshift(payFirst);
  }

  /** Creates the claims of the last six weeks, where start-ups pay first: paid, reduced, refused, to be verified, unfinished. */
  async claims() {
    const { life } = this;
    const [own, first, second, third] = this.payFirst;
    if (!own || !first || !second || !third) throw new Error('Not enough awards to claim on.');
    const claim = (state: CaseState, yuan: readonly number[], day: number) =>
      life.claim(state.owner, this.voucherOf(state), yuan, day);
    await life.setDay(-42);
    const paid = await claim(own, [600_000, 300_000], -42);
    const reduced = await claim(first, [1_800_000], -42);
    const refused = await claim(second, [2_000_000], -42);
    const verifiedOn = -40;
    await life.setDay(verifiedOn);
    await life.verifyClaim('shenzhen', paid, 900_000);
    await life.verifyClaim(
      'shenzhen',
      reduced,
      1_500_000,
      '其中存储费用 300,000 元不属于支持范围。',
    );
    await life.refuseClaim('shenzhen', refused);
    const settledOn = life.settledFrom('monthly', verifiedOn);
    await life.setDay(settledOn);
    const batch = await life.batch('shenzhen');
    await life.releaseBatch('shenzhen', batch);
    const day = settledOn + 2;
    await life.setDay(day);
    await life.payAll('shenzhen', batch, day);
    await claim(second, [2_400_000, 1_600_000], day);
    await life.draftClaim(third.owner, this.voucherOf(third), [700_000], day);
  }

  /** Creates a claim of the last days that the demonstration's own start-up is to correct. */
  async latestClaim() {
    const { life } = this;
    const [own] = this.payFirst;
    if (!own) throw new Error('There is no award to claim on.');
    await life.setDay(-4);
    const claim = await life.claim(own.owner, this.voucherOf(own), [800_000], -4);
    await life.setDay(-3);
    await life.sendBackClaim('shenzhen', claim);
  }

  /** Creates the redemptions of three weeks ago, one in every possible state. */
  async secondSpending(states: readonly CaseState[]) {
    const { life } = this;
    await life.readNotifications([
      ...this.demo('startup'),
      ...this.demo('vendor'),
      ...this.demo('qingyang'),
    ]);
    await life.setDay(-20);
    const [, , , , , frozen] = states;
    const wave: Spent[] = [];
    for (const state of [...states.slice(0, 5), ...states.slice(6, 8)]) {
      const hold = await life.hold(state, this.voucherOf(state), quarter(state.amountFen));
      wave.push({ state, id: await life.redeem(hold, fen(state.amountFen / 8n), -20) });
    }
    if (frozen) await life.freeze(frozen, this.voucherOf(frozen));
    await life.setDay(-16);
    if (frozen) await life.proposeRevocation(frozen, this.voucherOf(frozen));
    const [, disputed, verified, rejected, ...confirmed] = wave;
    if (!disputed || !verified || !rejected) return;
    await life.dispute(disputed.state, disputed.id);
    for (const { state, id } of [verified, rejected, ...confirmed]) await life.confirm(state, id);
    await life.setDay(-12);
    await life.reject(rejected.state, rejected.id);
    const [batched] = confirmed.slice(-1);
    if (batched) await life.verify(batched.state, batched.id);
    await life.batch('qingyang');
    await life.setDay(-11);
    await life.verify(verified.state, verified.id);
  }

  /** Creates the cases since a month ago: one in every state of the queue, in Qingyang. */
  async underWay() {
    const { life } = this;
    const day = -34;
    await life.setDay(day);
    const running: CaseState[] = [];
    for (const [at, startup] of [16, 18, 21, 22, 25, 26, 27].entries()) {
      running.push(await this.open(startup, 700_000 + at * 350_000, qingyang, day));
    }
    const [approved, proposed, objected, publicised, passed, recommended, entrusted] = running;
    if (!approved || !proposed || !objected || !publicised) return;
    if (!passed || !recommended || !entrusted) return;
    const waiting = [passed, recommended];
    const agent = await life.entrust('qingyang', ['first_review', 'issuing', 'voucher_reading'], {
      days: 400,
    });
    await this.review([approved, proposed], day);
    await life.setDay(-25);
    const lapsed = await this.open(13, 1_500_000, qingyang, -25);
    const withdrawn = await this.open(14, 2_600_000, qingyang, -25);
    for (const state of [objected, publicised, ...waiting, entrusted, lapsed, withdrawn]) {
      await life.submit(state);
    }
    await life.setDay(-22);
    await life.withdraw(withdrawn);
    for (const state of [objected, publicised, ...waiting, lapsed]) await life.take(state);
    await life.take(entrusted, agent);
    await life.giveBack(lapsed);
    await life.setDay(-18);
    for (const state of [objected, publicised, ...waiting]) await life.recommend(state);
    await life.recommend(entrusted, agent);
    await life.setDay(-14);
    for (const state of [objected, publicised, ...waiting]) await life.pass(state);
    await this.refusals();
    await life.setDay(-4);
    await life.propose(proposed);
    await life.publish([objected, publicised]);
    await life.object(objected);
  }

  /** Creates three refusals: one that can still be appealed, one under appeal, and one whose appeal failed. */
  private async refusals() {
    const { life } = this;
    const states = [
      await this.open(19, 1_150_000, qingyang, -14),
      await this.open(23, 1_650_000, qingyang, -14),
      await this.open(2, 950_000, qingyang, -14),
    ];
    for (const state of states) {
      await life.submit(state);
      await life.take(state);
    }
    const [open, appealed, failed] = states;
    if (!open || !appealed || !failed) return;
    await life.setDay(-8);
    await life.refuse(appealed);
    await life.refuse(failed);
    await life.setDay(-6);
    await life.appeal(appealed);
    await life.appeal(failed);
    await life.setDay(-5);
    await life.dismissAppeal(failed);
    await life.refuse(open);
  }

  /** Creates the events of the last days. */
  async justNow() {
    const { life } = this;
    await life.readNotifications(this.demo('qingyang'));
    await life.setDay(-3);
    const states = [
      await this.open(14, 3_100_000, qingyang, -3),
      await this.open(13, 1_450_000, qingyang, -3),
      await this.open(12, 2_050_000, qingyang, -3),
      await this.open(11, 980_000, qingyang, -3),
      await this.open(1, 4_000_000, shenzhen, -3),
      await this.open(2, 700_000, nanning, -3),
      await this.open(22, 2_000_000, shenzhen, -3),
      await this.open(25, 500_000, nanning, -3),
    ];
    for (const state of states) await life.submit(state);
    await life.setDay(-2);
    const [taken, returned, , , inShenzhen, inNanning] = states;
    for (const state of [taken, returned, inShenzhen, inNanning]) {
      if (state) await life.take(state);
    }
    if (returned) await life.giveBack(returned);
    await life.proposeBudget(
      'qingyang',
      qingyang,
      120_000_000n,
      '庆算办〔2026〕31 号批复追加 2000 万元。',
    );
    // Next year's rules are being written: the examples do not match the new rate yet.
    await life.draftVersion(qingyang2024, { 'rules.rates.0.percent': '35' });
    await this.recovered();
    await life.setDay(-1);
    await this.open(3, 800_000, qingyang, -1, true);
    await this.open(0, 300_000, nanning, -1, true);
    await this.open(4, 2_000_000, shenzhen, -1, true);
    await life.askSignOff(await this.open(0, 1_600_000, shenzhen, -1));
    await life.setDay(0);
  }

  /** Creates a recovery of which a part is repaid, another repayment that waits, and a recovery that waits for its release. */
  private async recovered() {
    const { life } = this;
    const [first, second] = await life.paidRedemptions('qingyang');
    if (!first || !second) return;
    const recovery = await life.proposeRecovery('qingyang', first, quarter(first.amountFen));
    await life.releaseRecovery('qingyang', recovery);
    const part = fen(first.amountFen / 16n);
    await life.releaseCredit('qingyang', await life.enterRepayment('qingyang', recovery, part, 1));
    await life.enterRepayment('qingyang', recovery, part, 2);
    await life.proposeRecovery('qingyang', second, quarter(second.amountFen));
  }
}

/** Creates the whole past of the demonstration, by the commands and at their proper times. */
export async function liveThrough(life: Life) {
  const story = new Story(life);
  await story.yearBefore();
  const states = await story.firstWave();
  await story.budgetsChanged();
  const profiles = new Profiles(life);
  await profiles.monthsAgo();
  await story.firstSpending(states);
  await story.firstQuarter();
  await story.secondWave();
  await story.claims();
  await story.secondSpending(states);
  await story.misused(states);
  await story.underWay();
  await story.latestClaim();
  await story.justNow();
  await profiles.lately();
}
