import { randomUUID } from 'node:crypto';
import type { Life, CaseState } from '@/demo/life';
import type { TestDatabase } from './database';

/** Runs one round of a programme of its own, under the rules of Anhui's, which share the budget of a round out. */
export class SharedRound {
  private constructor(
    private readonly life: Life,
    private readonly slug: string,
    readonly programmeId: string,
    readonly roundId: string,
  ) {}

  static readonly days = 5;

  /** Opens the round now, with a budget in yuan. */
  static async open(database: TestDatabase, life: Life, budgetYuan: number): Promise<SharedRound> {
    const [programmeId, roundId] = [randomUUID(), randomUUID()];
    const slug = `anhui-${programmeId.slice(0, 8)}`;
    const city = life.world.cities.get('anhui') ?? '';
    const sql = database.superuser;
    await sql`insert into programmes (id, city_id, slug, state, current_version_id)
      select ${programmeId}, ${city}, ${slug}, 'published', current_version_id
      from programmes where slug = 'anhui-compute-2023'`;
    await sql`insert into rounds (id, programme_id, city_id, number, opens_at, closes_at)
      values (${roundId}, ${programmeId}, ${city}, 1, app.now(),
        app.now() + ${SharedRound.days} * interval '1 day')`;
    await sql.begin(async (tx) => {
      await tx`select set_config('app.city', ${city}, true)`;
      await tx`select ledger.set_budget(${city}, ${programmeId}, ${budgetYuan * 100}::bigint)`;
    });
    return new SharedRound(life, slug, programmeId, roundId);
  }

  /** Returns what is shared out: the programme's pool in this round. */
  get pot() {
    return { roundId: this.roundId, poolId: this.programmeId };
  }

  /** Moves the clock past the end of the round. */
  close(): Promise<void> {
    return this.life.setDay(this.life.day + SharedRound.days + 1);
  }

  /** Brings a start-up's case as far as its first review. A fifth of what was metered is its claim. */
  async recommended(startup: number, meteredYuan: number): Promise<CaseState> {
    const { life } = this;
    const owner = life.world.startups[startup]?.owner;
    if (!owner) throw new Error('The base has no more start-ups.');
    const state = await life.draft(owner, this.slug, meteredYuan, {
      citySlug: 'anhui',
      day: life.day,
      answers: {
        applicant: { region: '34', flag_self_built: 'no' },
        contract: { meteredAmount: `${meteredYuan.toString()}.00` },
      },
      files: ['licenceFile', 'usageFile', 'paymentFile'],
    });
    await life.submit(state);
    await life.take(state);
    await life.recommend(state);
    return state;
  }

  /** Brings a start-up's case past its final review, where it waits for its share. */
  async passed(startup: number, meteredYuan: number): Promise<CaseState> {
    const state = await this.recommended(startup, meteredYuan);
    await this.life.pass(state);
    return state;
  }
}
