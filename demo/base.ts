import { hash } from '@node-rs/argon2';
import { randomUUID } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import { creditCodeCheckCharacter } from '@/lib/credit-code';
import type { Bilingual } from '@/lib/bilingual';
import { type IsoDate, addDays, addMonths, atClock, daysBetween, startOfDay } from '@/lib/dates';
import { parseYuan } from '@/lib/money';
import { citiesData, startupNames, vendorsData } from './names';
import { shippedProgrammes } from './programmes/all';
import type { ProgrammeData } from './programmes/types';
import type { OrganisationKind } from '@/lib/organisation-kind';
import type { Role } from '@/lib/roles';
import type { ActingMandate } from '@/server/actor';

export const demoPassword = 'suanquan-demo-2026';

export type Person = {
  userId: string;
  name: string;
  role: Role;
  cityId: string | null;
  organisationId: string | null;
  /** The mandate under which a person of an agency acts. */
  mandate?: ActingMandate;
};
export type World = {
  cities: Map<string, string>;
  people: Map<string, Person>;
  startups: { id: string; owner: Person }[];
  vendors: { id: string; slug: string; operator: Person }[];
};

/** Returns a valid credit code made from a number, for demonstration organisations only. */
export function creditCodeOf(number: number): string {
  const first17 = `91621000MA${number.toString().padStart(7, '0')}`;
  return first17 + creditCodeCheckCharacter(first17);
}

const officials = [
  ['manager', 'manager', '马主管'],
  ['reviewer', 'reviewer', '陈初审'],
  ['reviewer2', 'reviewer', '郑初审'],
  ['approver', 'approver', '李复审'],
  ['approver2', 'approver', '吴复审'],
  ['finance1', 'finance', '赵财务'],
  ['finance2', 'finance', '钱财务'],
  ['admin', 'city_admin', '孙管理'],
  ['admin2', 'city_admin', '郭管理'],
  ['auditor', 'auditor', '周审计'],
] as const;

/** Opens a part of a programme's pool, under the key by which the rules name it. @returns its id */
export async function openSubPool(
  tx: TransactionSql,
  part: { cityId: string; programmeId: string; key: string; title: Bilingual; budgetFen: bigint },
): Promise<string> {
  const { cityId, programmeId, key, title, budgetFen } = part;
  const [row] = await tx<{ id: string }[]>`
    insert into programme_pools (programme_id, city_id, key, title)
    values (${programmeId}, ${cityId}, ${key}, ${tx.json(title)}) returning id`;
  if (!row) throw new Error('The part was not written.');
  await tx`select ledger.set_sub_budget(${cityId}, ${programmeId}, ${row.id},
    ${budgetFen.toString()}::bigint)`;
  return row.id;
}

/** The day on which the dates of the programmes' rounds were written. */
const writtenOn = '2026-11-29';

/** Programmes to which the demonstration's start-ups apply, so that a round must be open on its day. */
const livedIn: ReadonlySet<string> = new Set([
  'qingyang-compute-2024',
  'shenzhen-training-2026',
  'nanning-compute-2025',
  'henan-compute-2025',
]);

const later = (a: IsoDate, b: IsoDate) => (a > b ? a : b);

/**
 * Returns the rounds of a programme as they would be on a later day: moved by whole years, or, where
 * start-ups of the demonstration apply, open for three more months.
 */
function roundsFor(data: ProgrammeData, today: IsoDate): ProgrammeData['rounds'] {
  const years = Math.max(0, Math.floor(daysBetween(writtenOn, today) / 365.25));
  if (livedIn.has(data.slug)) {
    const open = addDays(today, 90);
    return data.rounds.map((round) => ({ ...round, closesOn: later(round.closesOn, open) }));
  }
  return data.rounds.map((round) => ({
    ...round,
    opensOn: addMonths(round.opensOn, 12 * years),
    closesOn: addMonths(round.closesOn, 12 * years),
  }));
}

class Builder {
  readonly world: World = { cities: new Map(), people: new Map(), startups: [], vendors: [] };
  private organisations = 0;

  constructor(
    private readonly tx: TransactionSql,
    private readonly passwordHash: string,
    readonly today: IsoDate,
  ) {}

  async person(
    email: string,
    name: string,
    role: Role,
    place: { cityId?: string; organisationId?: string; endsOn?: string },
  ) {
    const userId = randomUUID();
    const { cityId = null, organisationId = null, endsOn } = place;
    const endsAt = endsOn ? startOfDay(endsOn) : null;
    await this
      .tx`insert into users (id, email, name, password_hash) values (${userId}, ${email}, ${name}, ${this.passwordHash})`;
    await this
      .tx`insert into memberships (user_id, role, city_id, organisation_id, ends_at) values (${userId}, ${role}, ${cityId}, ${organisationId}, ${endsAt})`;
    const person: Person = { userId, name, role, cityId, organisationId };
    this.world.people.set(email, person);
    return person;
  }

  async city(city: (typeof citiesData)[number]) {
    const [row] = await this.tx<{ id: string }[]>`insert into cities ${this.tx(city)} returning id`;
    const cityId = row?.id ?? '';
    this.world.cities.set(city.slug, cityId);
    for (const [local, role, name] of officials) {
      await this.person(`${local}@${city.slug}.demo`, name, role, { cityId });
    }
  }

  async organisation(kind: OrganisationKind, name: string, nameEn: string, registeredOn: string) {
    this.organisations += 1;
    const id = randomUUID();
    const values = {
      id,
      kind,
      credit_code: creditCodeOf(this.organisations),
      name,
      name_en: nameEn,
      applicant_type: 'enterprise',
      region: '甘肃省庆阳市',
      address: `科技路 ${this.organisations} 号`,
      registered_on: registeredOn,
      legal_representative: '王建国',
    };
    await this.tx`insert into organisations ${this.tx(values)}`;
    const contact = {
      organisation_id: id,
      name: '刘洋',
      post: '财务负责人',
      phone: '13800138000',
      is_main: true,
    };
    await this.tx`insert into organisation_contacts ${this.tx(contact)}`;
    const account = {
      organisation_id: id,
      account_name: name,
      account_number: `6222${(1_000_000_000 + this.organisations).toString()}`,
      bank_name: '中国工商银行演示支行',
      cnaps_code: '102821000016',
    };
    await this.tx`insert into bank_accounts ${this.tx(account)}`;
    return id;
  }

  async programme(data: ProgrammeData) {
    const cityId = this.world.cities.get(data.citySlug) ?? '';
    const prepared = this.world.people.get(`manager@${data.citySlug}.demo`);
    const published = this.world.people.get(`admin@${data.citySlug}.demo`);
    const id = randomUUID();
    const versionId = randomUUID();
    const tx = this.tx;
    await tx`insert into programmes (id, city_id, slug, state, current_version_id) values (${id}, ${cityId}, ${data.slug}, 'published', ${versionId})`;
    await tx`insert into programme_versions (id, programme_id, city_id, number, state, rules, guide, form, examples, prepared_by, published_by, published_at)
      values (${versionId}, ${id}, ${cityId}, 1, 'published', ${tx.json(data.rules)}, ${tx.json(data.guide)}, ${tx.json(data.form)},
        ${tx.json(data.examples)}, ${prepared?.userId ?? null}, ${published?.userId ?? null}, ${startOfDay(data.publishedOn)})`;
    for (const round of roundsFor(data, this.today)) {
      await tx`insert into rounds (programme_id, city_id, number, opens_at, closes_at) values
        (${id}, ${cityId}, ${round.number}, ${startOfDay(round.opensOn)}, ${atClock(round.closesOn, round.closesAt)})`;
    }
    const budget = parseYuan(data.budgetYuan);
    if (!budget.ok) throw new Error(`Not a budget: ${data.budgetYuan}`);
    await tx`select set_config('app.city', ${cityId}, true)`;
    await tx`select ledger.set_budget(${cityId}, ${id}, ${budget.value.toString()}::bigint)`;
    for (const { id: key, title, yuan } of data.rules.pool.subPools ?? []) {
      const part = parseYuan(yuan);
      if (!part.ok) throw new Error(`Not a budget: ${yuan}`);
      await openSubPool(tx, { cityId, programmeId: id, key, title, budgetFen: part.value });
    }
  }
}

async function vendors(builder: Builder, tx: TransactionSql) {
  for (const vendor of vendorsData) {
    const id = await builder.organisation('vendor', vendor.name, vendor.nameEn, '2021-03-15');
    const operator = await builder.person(
      `operator@${vendor.slug}.demo`,
      '何经办',
      'vendor_operator',
      { organisationId: id },
    );
    await builder.person(`finance@${vendor.slug}.demo`, '冯财务', 'vendor_finance', {
      organisationId: id,
    });
    builder.world.vendors.push({ id, slug: vendor.slug, operator });
    for (const citySlug of vendor.cities) {
      const cityId = builder.world.cities.get(citySlug) ?? '';
      const values = {
        city_id: cityId,
        vendor_id: id,
        state: vendor.slug === 'vendor6' ? 'suspended' : 'listed',
        items: tx.json(['training', 'inference']),
        chips: tx.json(vendor.chips),
        listed_at: startOfDay('2026-01-10'),
        expires_at: startOfDay(later('2027-12-31', addDays(builder.today, 400))),
      };
      await tx`insert into accreditations ${tx(values)}`;
    }
  }
}

/** The agency that acts for Qingyang. */
export const agencyName = '陇上惠企服务中心有限公司';

async function agency(builder: Builder) {
  const id = await builder.organisation(
    'operator',
    agencyName,
    'Longshang Enterprise Service Centre',
    '2019-05-20',
  );
  const place = { organisationId: id };
  await builder.person('admin@agency.demo', '方负责', 'operator_admin', place);
  await builder.person('operator1@agency.demo', '张经办', 'operator_staff', place);
  await builder.person('operator2@agency.demo', '罗经办', 'operator_staff', place);
}

/**
 * Writes cities, people, organisations, vendors and programmes, which must exist before anything else.
 * @param today the demonstration's present day; rounds and listings extend beyond it
 */
export async function buildBase(owner: Sql, today: IsoDate): Promise<World> {
  const passwordHash = await hash(demoPassword, {
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
  });
  return owner.begin(async (tx) => {
    await tx`set local role suanquan_engine`;
    const builder = new Builder(tx, passwordHash, today);
    for (const city of citiesData) await builder.city(city);
    await builder.person('platform@suanquan.demo', '平台管理', 'platform_admin', {});
    await builder.person('platform2@suanquan.demo', '平台复核', 'platform_admin', {});
    for (const [at, [name, nameEn]] of startupNames.entries()) {
      const slug = at === 0 ? 'startup' : `startup${at + 1}`;
      const year = at % 7 === 3 ? '2026-03-02' : `20${18 + (at % 6)}-0${1 + (at % 9)}-15`;
      const id = await builder.organisation('startup', name, nameEn, year);
      const owner1 = await builder.person(
        `owner@${slug}.demo`,
        at === 0 ? '林创始' : '许创始',
        'owner',
        { organisationId: id },
      );
      await builder.person(`member@${slug}.demo`, '高成员', 'member', { organisationId: id });
      if (at === 0) {
        // An adviser from outside, whose role lasts as long as the demonstration is used.
        const place = { organisationId: id, endsOn: addDays(today, 400) };
        await builder.person(`viewer@${slug}.demo`, '顾查看', 'viewer', place);
      }
      builder.world.startups.push({ id, owner: owner1 });
    }
    await vendors(builder, tx);
    await agency(builder);
    for (const data of shippedProgrammes) await builder.programme(data);
    return builder.world;
  });
}
