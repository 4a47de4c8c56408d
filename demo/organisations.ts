import { saveRegistration } from '@/features/organisations/commands';
import { saveContact, saveParty } from '@/features/organisations/entry-commands';
import {
  refuseVerification,
  requestVerification,
  verifyOrganisation,
} from '@/features/organisations/verification-commands';
import type { PartyKind, Relation } from '@/features/organisations/domain/profile';
import { inviteColleague } from '@/features/people/invitation-commands';
import { as } from './act';
import { creditCodeOf, type Person } from './base';
import type { Life } from './life';

const licence = (id: string) =>
  new File([`%PDF-1.4\n% ${id}\n%%EOF\n`], '营业执照.pdf', { type: 'application/pdf' });

/** Creates what organisations enter about themselves, and how cities answer. */
export class Profiles {
  constructor(private readonly life: Life) {}

  private owner(at: number): Person {
    const startup = this.life.world.startups[at];
    if (!startup) throw new Error('Not enough start-ups.');
    return startup.owner;
  }

  private async edit(owner: Person, changes: Record<string, string>) {
    const [row] = await this.life.organisation(owner);
    if (!row) throw new Error('The organisation is not there.');
    const input = { ...row, ...changes, base: row };
    await as(owner, saveRegistration, input as Parameters<typeof saveRegistration>[1]);
  }

  private party(
    owner: Person,
    kind: PartyKind,
    name: string,
    rest: { share?: string; creditCode?: string; relation?: Relation },
  ) {
    const { share = '', creditCode = '', relation = '' } = rest;
    const entry = { entryId: undefined, kind, name, creditCode, relation, share, base: {} };
    return as(owner, saveParty, entry as Parameters<typeof saveParty>[1]);
  }

  private async ask(owner: Person, citySlug: string): Promise<string> {
    const cityId = this.life.world.cities.get(citySlug) ?? '';
    const file = licence(owner.organisationId ?? '');
    await as(owner, requestVerification, { cityId, licence: file, authorisation: undefined });
    return this.life.latestVerification(owner);
  }

  /**
   * Creates the events of some months ago: the demonstration's own start-up is complete and verified. Two other start-ups
   * were verified, and one of them then moved.
   */
  async monthsAgo() {
    const owner = this.owner(0);
    await this.edit(owner, { size: 'small', sector: 'software', onePerson: 'no' });
    await this.party(owner, 'shareholder', '林创始', { share: '62.5' });
    await this.party(owner, 'shareholder', '陇东数字产业投资有限公司', {
      share: '25',
      creditCode: creditCodeOf(9001),
    });
    await this.party(owner, 'shareholder', '高成员', { share: '12.5' });
    await this.party(owner, 'related', '庆阳星火数据标注有限公司', {
      relation: 'common_controller',
      creditCode: creditCodeOf(9002),
    });
    await as(owner, saveContact, {
      entryId: undefined,
      name: '林创始',
      post: '总经理',
      phone: '13900139000',
      email: 'owner@startup.demo',
      isMain: undefined,
      base: {},
    });
    const manager = this.life.official('manager', 'qingyang');
    for (const at of [0, 4, 5]) {
      const verificationId = await this.ask(this.owner(at), 'qingyang');
      const revision = await this.life.revisionOf(this.owner(at));
      await as(manager, verifyOrganisation, { verificationId, revision });
    }
    await this.edit(this.owner(5), { address: '东湖路 88 号' });
  }

  /** Creates the events of the last days: three firms wait in Qingyang, one was sent back, and an adviser is invited. */
  async lately() {
    const reviewer = this.life.official('reviewer', 'qingyang');
    const refused = await this.ask(this.owner(6), 'qingyang');
    await as(reviewer, refuseVerification, {
      verificationId: refused,
      reason: '营业执照上的地址为“科技路 9 号”，与登记信息不一致。请更正后重新申请。',
    });
    for (const at of [7, 8, 5]) await this.ask(this.owner(at), 'qingyang');
    await this.ask(this.owner(0), 'shenzhen');
    await as(this.owner(0), inviteColleague, {
      email: 'adviser@example.cn',
      role: 'viewer',
      endsOn: this.life.dateOf(90),
    });
  }
}
