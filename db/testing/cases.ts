import type { Person } from '@/demo/base';
import type { CaseState, Life } from '@/demo/life';
import type { Fen } from '@/lib/money';
import type { TestDatabase } from './database';

/** The programme that cases are of where a test names no other. */
const ownProgramme = 'qingyang-compute-2024';

/** Brings cases to where a test needs them, each of a start-up that has no other, and counts what became of them. */
export class Cases {
  private startups: number;
  private claimants = 0;

  /** @param taken how many start-ups of the base have a case of the test's own already */
  constructor(
    private readonly life: Life,
    private readonly database: TestDatabase,
    taken = 0,
  ) {
    this.startups = taken;
  }

  private nextOwner(): Person {
    const owner = this.life.world.startups[this.startups]?.owner;
    if (!owner) throw new Error('The base has no more start-ups.');
    this.startups += 1;
    return owner;
  }

  async submitted(programme = ownProgramme): Promise<CaseState> {
    const owner = this.nextOwner();
    const options = { citySlug: 'qingyang', day: this.life.day };
    const state = await this.life.draft(owner, programme, 100_000, options);
    await this.life.submit(state);
    return state;
  }

  async recommended(programme = ownProgramme): Promise<CaseState> {
    const state = await this.submitted(programme);
    await this.life.take(state);
    await this.life.recommend(state);
    return state;
  }

  async approved(programme = ownProgramme): Promise<CaseState> {
    const state = await this.recommended(programme);
    await this.life.pass(state);
    await this.life.publish([state]);
    await this.life.setDay(this.life.day + 14);
    return state;
  }

  async issued(programme = ownProgramme): Promise<{ state: CaseState; voucherId: string }> {
    const state = await this.approved(programme);
    await this.life.propose(state);
    return { state, voucherId: await this.life.release(state) };
  }

  /**
   * Brings a case of Shenzhen, whose start-ups pay first and then claim, to its voucher: ¥1,000,000 for a contract of ¥2,000,000.
   * The start-up is old enough for the common rate of 50 %. Twelve start-ups take turns, because one may have several awards there.
   */
  async toClaim(): Promise<{ state: CaseState; voucherId: string }> {
    const { life } = this;
    const owner = life.world.startups.at(-1 - (this.claimants % 12))?.owner;
    if (!owner) throw new Error('The base has no start-ups.');
    this.claimants += 1;
    await this.database.superuser`
      update organisations set registered_on = '2020-01-01' where id = ${owner.organisationId}`;
    const options = { citySlug: 'shenzhen', day: life.day };
    const state = await life.draft(owner, 'shenzhen-training-2026', 2_000_000, options);
    await life.submit(state);
    await life.take(state);
    await life.recommend(state);
    await life.pass(state);
    await life.publish([state]);
    await life.setDay(life.day + 14);
    await life.propose(state);
    return { state, voucherId: await life.release(state) };
  }

  /** Makes a redemption of a voucher of its own that is verified and ready to be settled. */
  async verified(
    amountFen: Fen,
    programme = ownProgramme,
  ): Promise<{ redemption: string; voucherId: string }> {
    const { state, voucherId } = await this.issued(programme);
    const hold = await this.life.hold(state, voucherId, amountFen);
    const redemption = await this.life.redeem(hold, amountFen, this.life.day);
    await this.life.confirm(state, redemption);
    await this.life.verify(state, redemption);
    return { redemption, voucherId };
  }

  /** Makes a redemption of a voucher of its own, and pays it with everything else that waits in Qingyang. */
  async paid(amountFen: Fen, programme = ownProgramme) {
    const verified = await this.verified(amountFen, programme);
    const batchId = await this.life.batch('qingyang');
    await this.life.releaseBatch('qingyang', batchId);
    await this.life.payAll('qingyang', batchId, this.life.day);
    return { ...verified, batchId };
  }

  /** Counts the rows of a table or of what follows `from`. */
  async count(query: string, ...values: string[]): Promise<number> {
    const [row] = await this.database.superuser.unsafe<{ n: number }[]>(
      `select count(*)::int as n from ${query}`,
      values,
    );
    return row?.n ?? -1;
  }

  /** Counts where the ledger's figures contradict one another, as each city sees it: most of the proof is blind without a city. */
  async breaks(): Promise<number> {
    let found = 0;
    for (const city of this.life.world.cities.values()) {
      const [row] = await this.database.app.begin(async (tx) => {
        await tx`select set_config('app.city', ${city}, true)`;
        return tx<{ n: number }[]>`select count(*)::int as n from ledger.breaks`;
      });
      found += row?.n ?? 1;
    }
    return found;
  }
}

/** Returns the codes of several outcomes in one order, `done` for those that were not refused. */
export const codesOf = (outcomes: readonly { ok: boolean; code?: string }[]) =>
  outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.code)).sort();
