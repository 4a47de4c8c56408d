import type { Sql } from 'postgres';
import { readAllNotifications } from '@/features/notifications/centre/commands';
import { runSweeps } from '@/features/jobs/sweeps';
import * as applications from '@/features/applications/commands';
import { startApplication } from '@/features/applications/start-commands';
import { requestSignOff } from '@/features/applications/sign-off-commands';
import { dismissAppeal, fileAppeal } from '@/features/appeals/commands';
import * as claimDecisions from '@/features/claims/decision-commands';
import * as claims from '@/features/claims/draft-commands';
import * as claimSubmissions from '@/features/claims/submit-commands';
import * as budgets from '@/features/budget/commands';
import * as drafts from '@/features/applications/draft-commands';
import { sectionTexts } from '@/features/programmes/editor/domain/draft';
import { saveDraft } from '@/features/programmes/editor/commands';
import { createVersion } from '@/features/programmes/editor/version-commands';
import * as redemptions from '@/features/redemptions/commands';
import * as redemptionDecisions from '@/features/redemptions/decision-commands';
import * as holds from '@/features/redemptions/hold-commands';
import * as reviews from '@/features/reviews/commands';
import { finishStage } from '@/features/reviews/stage-commands';
import { publishNotice } from '@/features/notices/commands';
import { fileObjection } from '@/features/objections/commands';
import * as mandates from '@/features/operators/commands';
import * as recoveries from '@/features/recoveries/commands';
import * as credits from '@/features/recoveries/credit-commands';
import { settleableOn, type Cycle } from '@/features/settlements/domain/cycle';
import * as settlements from '@/features/settlements/commands';
import { getBatchFiles } from '@/features/settlements/file-queries';
import * as payments from '@/features/settlements/payment-commands';
import * as certificates from '@/features/certificates/commands';
import * as bans from '@/features/bans/commands';
import * as bills from '@/features/funders/bill-commands';
import * as receipts from '@/features/funders/receipt-commands';
import * as validity from '@/features/validity/commands';
import { releaseChange } from '@/features/validity/release-commands';
import * as vouchers from '@/features/vouchers/commands';
import * as issues from '@/features/issuing/commands';
import { ruleFen } from '@/features/rules/domain/sheet';
import { quantityOf } from '@/features/rules/domain/unit-price';
import { fen, formatYuanPlain, type Fen } from '@/lib/money';
import type { CreditCode } from '@/lib/credit-code';
import type { MandateRight } from '@/lib/permissions';
import { addDays, daysBetween, shanghaiDate, type IsoDate } from '@/lib/dates';
import { actorOf, as } from './act';
import { openSubPool, type Person, type World } from './base';
import type { ProgrammeData } from './programmes/types';
import { projects } from './names';

/** A one-page PDF: the smallest valid one. */
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
const file = (name: string) => new File([pdf], name, { type: 'application/pdf' });

/** Returns answers to Qingyang's own questions about a project, whose amounts add up to the contract. */
const planned = (yuan: number, today: string) => ({
  ownPlan: JSON.stringify([
    { chip: 'ascend910b', cardHours: String(Math.round(yuan / 20)), months: '6', price: '12.00' },
    { chip: 'cambricon590', cardHours: String(Math.round(yuan / 30)), months: '3', price: '12.00' },
  ]),
  ownPeriod: JSON.stringify({ from: addDays(today, -10), to: addDays(today, 340) }),
  ownFields: JSON.stringify(['industry', 'energy']),
  ownFinanced: 'no',
});

/** The cities whose start-ups have paid and used before they apply. */
const paidBefore: ReadonlySet<string> = new Set(['nanning', 'henan']);

export type CaseState = { id: string; owner: Person; citySlug: string; amountFen: Fen };

/** An amount that was redeemed and paid, by the entry that captured it. */
type Paid = { entryId: string; amountFen: Fen };

/** Creates the demonstration's past by running the commands. */
export class Life {
  private invoices = 10_000;
  private orders = 100;

  /** Cities with activity. Nothing can be due in any other city. */
  private readonly lived = new Set<string>();
  /** The present day, counted from `start`. */
  day = 0;

  /** @param start day 0, and the hour of every day */
  constructor(
    readonly world: World,
    private readonly owner: Sql,
    private readonly start: Date,
  ) {}

  /** Sets the portal's clock to this many days after the start; a negative number means before it. */
  async setDay(days: number): Promise<void> {
    this.day = days;
    const ahead = days * 86_400 + (this.start.getTime() - Date.now()) / 1000;
    await this.owner`insert into portal_clock (one, ahead_seconds) values ('clock', ${ahead})
      on conflict (one) do update set ahead_seconds = excluded.ahead_seconds`;
    await runSweeps(this.lived);
  }

  /** Returns the date of a day counted from the start. */
  dateOf(days: number): IsoDate {
    return addDays(shanghaiDate(this.start), days);
  }

  /** Marks everything that these people have been notified of so far as read. */
  async readNotifications(emails: readonly string[]): Promise<void> {
    for (const email of emails) {
      await as(this.world.people.get(email) ?? null, readAllNotifications, {});
    }
  }

  /** Reads the database directly, for the ids of what a command has created. */
  private async look(query: string, value: string): Promise<{ found: string; amount?: string }[]> {
    return this.owner.begin(async (tx) => {
      await tx`set local role suanquan_engine`;
      return tx.unsafe<{ found: string; amount?: string }[]>(query, [value]);
    });
  }

  /** Returns the one value that the query finds. @throws when there is none */
  private async find(query: string, value: string): Promise<string> {
    const [row] = await this.look(query, value);
    if (!row) throw new Error(`Nothing is found by: ${query}`);
    return row.found;
  }

  /** Loads the registration of the person's organisation, as its form would show it. */
  organisation(person: Person): Promise<Record<string, string>[]> {
    return this.owner.begin(async (tx) => {
      await tx`set local role suanquan_engine`;
      return tx<Record<string, string>[]>`select name, coalesce(name_en, '') as "nameEn",
          applicant_type as "applicantType", region, address, registered_on::text as "registeredOn",
          legal_representative as "legalRepresentative", coalesce(size, '') as size,
          coalesce(sector, '') as sector,
          case one_person when true then 'yes' when false then 'no' else '' end as "onePerson"
        from organisations where id = ${person.organisationId}`;
    });
  }

  /** Loads the id of the organisation's last request to be verified. */
  latestVerification(person: Person): Promise<string> {
    return this.find(
      'select id as found from verifications where organisation_id = $1 order by id desc limit 1',
      person.organisationId ?? '',
    );
  }

  /** Loads the revision of the organisation's registration that an official would see now. */
  async revisionOf(person: Person): Promise<number> {
    const query = 'select revision::text as found from organisations where id = $1';
    return Number(await this.find(query, person.organisationId ?? ''));
  }

  official(local: string, citySlug: string): Person {
    const person = this.world.people.get(`${local}@${citySlug}.demo`);
    if (!person) throw new Error(`No ${local} in ${citySlug}.`);
    return person;
  }

  /** Gives the agency rights of a city for a number of days from today, by two administrators. @returns one of its people, who acts */
  async entrust(
    citySlug: string,
    rights: readonly MandateRight[],
    { days, agent = 'operator1@agency.demo' }: { days: number; agent?: string },
  ): Promise<Person> {
    const person = this.world.people.get(agent);
    if (!person) throw new Error(`No ${agent}.`);
    const query = 'select credit_code as found from organisations where id = $1';
    const creditCode = await this.find(query, person.organisationId ?? '');
    const { id } = await as(this.official('admin', citySlug), mandates.proposeMandate, {
      creditCode: creditCode as CreditCode,
      number: `${citySlug.toUpperCase()}-WT-${this.dateOf(this.day).slice(0, 4)}-01`,
      agreedOn: this.dateOf(this.day - 5),
      rights: [...rights],
      firstOn: this.dateOf(this.day),
      lastOn: this.dateOf(this.day + days),
    });
    await as(this.official('admin2', citySlug), mandates.confirmMandate, { mandateId: id });
    const cityId = this.world.cities.get(citySlug) ?? null;
    return { ...person, cityId, organisationId: null, mandate: { id, rights } };
  }

  /** Fills a draft for a programme; `upTo` leaves it unfinished. */
  async draft(
    owner: Person,
    programme: string,
    yuan: number,
    options: {
      citySlug: string;
      day: number;
      vendorAt?: number;
      unfinished?: boolean;
      /** Answers that only this programme's form asks for, by section, and its files. */
      answers?: Record<string, Record<string, string>>;
      files?: readonly string[];
    },
  ): Promise<CaseState> {
    const { id } = await as(owner, startApplication, { programme });
    this.lived.add(this.world.cities.get(options.citySlug) ?? '');
    const today = this.dateOf(options.day);
    const cityVendors = this.world.vendors.filter((_, at) =>
      options.citySlug === 'qingyang'
        ? at !== 3 && at !== 5
        : options.citySlug === 'shenzhen'
          ? at === 0 || at === 2
          : at === 0 || at === 1 || at === 3,
    );
    const vendor = cityVendors[(options.vendorAt ?? 0) % cityVendors.length];
    const contract = formatYuanPlain(fen(BigInt(yuan) * 100n));
    this.orders += 1;
    const startup = this.world.startups.findIndex((known) => known.owner === owner);
    const [project, summary] = projects[startup % projects.length] ?? ['', ''];
    const sections: Record<string, Record<string, string>> = {
      contact: {
        contactName: '刘洋',
        contactPhone: '13800138000',
        contactEmail: 'contact@example.cn',
      },
      project: {
        projectName: project,
        projectSummary: summary,
        purpose: 'training',
        chipOrigin: 'domestic',
        cardHours: String(Math.round(yuan / 12)),
      },
      contract: {
        vendorId: vendor?.id ?? '',
        contractNumber: `HT-2026-${this.orders}`,
        contractAmount: contract,
        settledAmount: contract,
        signedOn: addDays(today, -20),
        startsOn: addDays(today, -10),
        endsOn: addDays(today, 340),
        affiliated: 'no',
        otherSupport: 'no',
      },
    };
    if (options.citySlug === 'qingyang')
      Object.assign(sections.project ?? {}, planned(yuan, today));
    if (options.citySlug === 'nanning') {
      Object.assign(sections.contract ?? {}, {
        startsOn: '2025-03-01',
        endsOn: '2025-12-31',
        signedOn: '2025-02-20',
      });
    }
    for (const [section, answers] of Object.entries(options.answers ?? {})) {
      sections[section] = { ...sections[section], ...answers };
    }
    const names = options.unfinished ? ['contact', 'project'] : Object.keys(sections);
    let revision = 0;
    for (const section of names) {
      const saved = await as(owner, drafts.saveSection, {
        applicationId: id,
        section,
        revision,
        onward: '',
        ...sections[section],
      });
      revision = saved.revision;
    }
    const files = options.files ?? [
      'licenceFile',
      'contractFile',
      ...(options.citySlug === 'henan' ? ['usageFile'] : []),
      ...(paidBefore.has(options.citySlug) ? ['invoiceFile', 'paymentFile'] : []),
    ];
    for (const requirement of options.unfinished ? [] : files) {
      await as(owner, drafts.attachDocument, {
        applicationId: id,
        requirement,
        file: file(`${requirement}.pdf`),
      });
    }
    const amountFen = fen((BigInt(yuan) * 100n * 30n) / 100n);
    return { id, owner, citySlug: options.citySlug, amountFen };
  }

  submit(state: CaseState) {
    return as(state.owner, applications.submitApplication, {
      applicationId: state.id,
      declared: 'yes',
    });
  }

  take(state: CaseState, by = this.official('reviewer', state.citySlug)) {
    return as(by, reviews.takeCase, {
      applicationId: state.id,
    });
  }

  giveBack(state: CaseState, by = this.official('reviewer', state.citySlug)) {
    return as(by, reviews.requestCorrection, {
      applicationId: state.id,
      message: '合同金额与附件不一致，请核对后补正。',
      'named.contractAmount': 'yes',
      'fault.contractAmount': '金额与合同第 3 页不一致。',
      'named.contractFile': 'yes',
      'fault.contractFile': '请上传盖章页。',
    });
  }

  correct(state: CaseState) {
    return as(state.owner, applications.resubmitApplication, {
      applicationId: state.id,
      declared: 'yes',
    });
  }

  private async assessed(state: CaseState): Promise<Fen> {
    const query = 'select assessed_fen::text as found from applications where id = $1';
    return fen(BigInt(await this.find(query, state.id)));
  }

  /** Returns an amount of a case as its form takes it: in fen, or as a quantity where the rules have a unit price. */
  private async typed({ id }: CaseState, amountFen: Fen) {
    const query = `select coalesce(v.rules #>> '{unitPrice,yuan}', '') as found
      from applications a join programme_versions v on v.id = a.version_id where a.id = $1`;
    const yuan = await this.find(query, id);
    if (yuan === '') return { amountFen };
    const price = { unit: 'cardHour', priceFen: ruleFen(yuan) } as const;
    return { quantity: fen(quantityOf(amountFen, price, 'down')) };
  }

  /** Finishes the stages of review that the rules name, as far as they are open. */
  async finishStages(state: CaseState, by = this.official('reviewer', state.citySlug)) {
    for (;;) {
      const query =
        'select stage::text as found from applications where id = $1 and stage is not null';
      const [open] = await this.look(query, state.id);
      if (!open) return;
      await as(by, finishStage, {
        applicationId: state.id,
        stage: Number(open.found),
        note: '',
      });
    }
  }

  async recommend(state: CaseState, by = this.official('reviewer', state.citySlug)) {
    const amountFen = await this.assessed(state);
    await this.finishStages(state, by);
    await as(by, reviews.recommendCase, {
      applicationId: state.id,
      ...(await this.typed(state, amountFen)),
      reason: '材料齐全，合同真实，金额计算无误。',
      noConflict: 'yes',
    });
    state.amountFen = amountFen;
  }

  refuse(state: CaseState) {
    return as(this.official('reviewer', state.citySlug), reviews.refuseFirst, {
      applicationId: state.id,
      reason: '合同标的为存储服务，不属于算力费用。',
      noConflict: 'yes',
    });
  }

  appeal(state: CaseState) {
    return as(state.owner, fileAppeal, {
      applicationId: state.id,
      grounds: '合同附件二列明租用的是训练算力，存储只是随附的免费服务，不应据此不予通过。',
    });
  }

  async dismissAppeal(state: CaseState) {
    const query = `select id as found from appeals where application_id = $1 and state = 'open'`;
    await as(this.official('approver', state.citySlug), dismissAppeal, {
      appealId: await this.find(query, state.id),
      decision: '附件二所列为存储容量，未见训练算力的计量，原决定认定事实清楚。',
      noConflict: 'yes',
    });
  }

  /** Sends, as a colleague, the request that the owner check and submit the case. */
  async askSignOff(state: CaseState) {
    const member = [...this.world.people.values()].find(
      ({ role, organisationId }) =>
        role === 'member' && organisationId === state.owner.organisationId,
    );
    if (!member) throw new Error('The start-up has no member.');
    await as(member, requestSignOff, {
      applicationId: state.id,
      note: '合同金额已按补充协议更新，请核对后提交。',
    });
  }

  async pass(state: CaseState) {
    return as(this.official('approver', state.citySlug), reviews.passFinal, {
      applicationId: state.id,
      ...(await this.typed(state, state.amountFen)),
      reason: '同意初审意见。',
      noConflict: 'yes',
    });
  }

  withdraw(state: CaseState) {
    return as(state.owner, applications.withdrawApplication, {
      applicationId: state.id,
      reason: '服务商变更，合同将重新签订。',
    });
  }

  async publish(states: readonly CaseState[]) {
    const [first] = states;
    if (!first) return;
    const query = 'select programme_id as found from applications where id = $1';
    await as(this.official('manager', first.citySlug), publishNotice, {
      programmeId: await this.find(query, first.id),
      applicationIds: states.map((state) => state.id),
    });
  }

  async object(state: CaseState) {
    const query = 'select id as found from notice_items where application_id = $1';
    await as(null, fileObjection, {
      itemId: await this.find(query, state.id),
      objectorName: '张异议',
      objectorContact: '13900139000',
      grounds: '该单位与服务商为同一控制人，请核查其关联关系。',
    });
  }

  propose(state: CaseState) {
    return as(this.official('finance1', state.citySlug), issues.proposeIssue, {
      applicationId: state.id,
    });
  }

  async release(state: CaseState): Promise<string> {
    const query = `select id as found from issue_proposals
      where application_id = $1 and state = 'proposed'`;
    const { voucherId } = await as(this.official('finance2', state.citySlug), issues.releaseIssue, {
      proposalId: await this.find(query, state.id),
    });
    return voucherId;
  }

  freeze(state: CaseState, voucherId: string) {
    return as(this.official('finance1', state.citySlug), vouchers.freezeVoucher, {
      voucherId,
      reason: '核查关联关系期间暂停使用。',
    });
  }

  certify(state: CaseState, voucherId: string) {
    return as(state.owner, certificates.issueCertificate, { voucherId });
  }

  proposeRevocation(state: CaseState, voucherId: string) {
    return as(this.official('manager', state.citySlug), validity.proposeRevocation, {
      voucherId,
      ground: '《实施办法》第十二条',
      reason: '经核查，持券单位与服务商存在关联关系，不符合用券条件。',
    });
  }

  /** Revokes, as finance, the voucher whose revocation a manager has proposed. */
  async revoke(state: CaseState, voucherId: string) {
    await this.proposeRevocation(state, voucherId);
    const query = `select id as found from voucher_changes where voucher_id = $1 and state = 'proposed'`;
    await as(this.official('finance1', state.citySlug), releaseChange, {
      changeId: await this.find(query, voucherId),
    });
  }

  /** Proposes to ban a start-up from a city's support until a day. @returns the ban's id */
  async proposeBan(citySlug: string, owner: Person, untilOn: IsoDate): Promise<string> {
    const query = 'select credit_code as found from organisations where id = $1';
    await as(this.official('manager', citySlug), bans.proposeBan, {
      creditCode: (await this.find(query, owner.organisationId ?? '')) as CreditCode,
      untilOn,
      ground: '《实施办法》第十九条',
      reason: '以同一合同在两地重复申领，已书面承认。',
    });
    const latest = `select id as found from bans where organisation_id = $1 and state = 'proposed'`;
    return this.find(latest, owner.organisationId ?? '');
  }

  releaseBan(citySlug: string, banId: string) {
    return as(this.official('approver', citySlug), bans.releaseBan, { banId });
  }

  /** Bills a funder of a programme for everything that was released until today. @returns the bill's id */
  async bill(citySlug: string, slug: string, funder: string, fromOn: IsoDate): Promise<string> {
    const funderId = await this.find(
      `select f.id as found from ledger.funders f join programmes p on p.id = f.programme_id
        where p.slug = $1 and f.name_zh = '${funder}'`,
      slug,
    );
    const shownFen = await this.find(
      'select sum(amount_fen)::text as found from ledger.funder_entries where funder_id = $1',
      funderId,
    );
    const toOn = this.dateOf(this.day);
    const input = { funderId, fromOn, toOn, shownFen };
    return (await as(this.official('finance1', citySlug), bills.issueBill, input)).id;
  }

  /** Enters and confirms that a funder has paid a bill in full. */
  async receive(citySlug: string, billId: string) {
    const amount = await this.find(
      'select amount_fen::text as found from funder_bills where id = $1',
      billId,
    );
    await as(this.official('finance1', citySlug), receipts.enterReceipt, {
      billId,
      amountFen: fen(BigInt(amount)),
      paidOn: this.dateOf(this.day),
      bankReference: 'GK-2026-0001',
    });
    const query = `select id as found from funder_receipts where bill_id = $1 and state = 'proposed'`;
    await as(this.official('finance2', citySlug), receipts.confirmReceipt, {
      receiptId: await this.find(query, billId),
    });
  }

  async hold(state: CaseState, voucherId: string, amountFen: Fen, vendorAt = 0): Promise<string> {
    this.orders += 1;
    await as(state.owner, holds.authoriseHold, {
      voucherId,
      vendorId: this.world.vendors[vendorAt]?.id ?? '',
      orderNumber: `DD-2026-${this.orders}`,
      orderFen: fen(amountFen * 3n),
      amountFen,
    });
    const query = 'select id as found from holds where voucher_id = $1 order by id desc limit 1';
    return this.find(query, voucherId);
  }

  async redeem(holdId: string, amountFen: Fen, day: number, vendorAt = 0): Promise<string> {
    const vendor = this.world.vendors[vendorAt];
    if (!vendor) throw new Error('No such vendor.');
    this.invoices += 1;
    const today = this.dateOf(day);
    const number = `26622000000${this.invoices.toString().padStart(9, '0')}`;
    const { id } = await as(vendor.operator, redemptions.submitRedemption, {
      holdId,
      invoiceCode: '',
      invoiceNumber: number,
      invoiceKey: `:${number}`,
      invoiceFen: fen(amountFen * 3n),
      subsidyFen: amountFen,
      cardHours: '1200',
      chip: 'ascend',
      servedFrom: addDays(today, -20),
      servedTo: addDays(today, -1),
      invoiceFile: file('invoice.pdf'),
    });
    return id;
  }

  confirm(state: CaseState, redemptionId: string) {
    return as(state.owner, redemptionDecisions.confirmRedemption, { redemptionId });
  }

  dispute(state: CaseState, redemptionId: string) {
    return as(state.owner, redemptionDecisions.disputeRedemption, {
      redemptionId,
      reason: '卡时与我方监控记录不符，多计 300 卡时。',
    });
  }

  verify(state: CaseState, redemptionId: string) {
    return as(this.official('finance1', state.citySlug), redemptionDecisions.verifyRedemption, {
      redemptionId,
    });
  }

  reject(state: CaseState, redemptionId: string) {
    return as(this.official('finance1', state.citySlug), redemptionDecisions.rejectRedemption, {
      redemptionId,
      reason: '发票抬头与用券单位不符。',
    });
  }

  /** Fills in a claim: one invoice for each amount in yuan, all of it counted and paid three days ago. @returns its id */
  async draftClaim(owner: Person, voucherId: string, yuan: readonly number[], day: number) {
    const { id: claimId } = await as(owner, claims.startClaim, { voucherId });
    for (const amount of yuan) {
      this.invoices += 1;
      const invoiceNumber = `26952000000${this.invoices.toString().padStart(9, '0')}`;
      const paidFen = fen(BigInt(amount) * 100n);
      await as(owner, claims.addCost, {
        claimId,
        invoiceCode: '',
        invoiceNumber,
        invoiceKey: `:${invoiceNumber}`,
        invoicedOn: this.dateOf(day - 6),
        invoiceFen: paidFen,
        countedFen: paidFen,
        paidFen,
        paidOn: this.dateOf(day - 3),
        paymentReference: `CMB${this.invoices}`,
      });
    }
    for (const requirement of ['invoice', 'payment'] as const) {
      await as(owner, claims.attachToClaim, {
        claimId,
        requirement,
        file: file(`${requirement}.pdf`),
      });
    }
    return claimId;
  }

  /** Fills in a claim and submits it. @returns its id */
  async claim(owner: Person, voucherId: string, yuan: readonly number[], day: number) {
    const claimId = await this.draftClaim(owner, voucherId, yuan, day);
    await as(owner, claimSubmissions.submitClaim, { claimId, declared: 'yes' });
    return claimId;
  }

  /** Verifies a claim with the costs that the city accepts, in yuan. */
  verifyClaim(citySlug: string, claimId: string, acceptedYuan: number, reason = '') {
    return as(this.official('finance1', citySlug), claimDecisions.verifyClaim, {
      claimId,
      acceptedFen: fen(BigInt(acceptedYuan) * 100n),
      reason,
    });
  }

  sendBackClaim(citySlug: string, claimId: string) {
    return as(this.official('finance1', citySlug), claimDecisions.sendBackClaim, {
      claimId,
      correction: '付款凭证未显示收款方户名，请补充银行回单。',
    });
  }

  refuseClaim(citySlug: string, claimId: string) {
    return as(this.official('finance1', citySlug), claimDecisions.refuseClaim, {
      claimId,
      reason: '发票购买方与申请单位不一致。',
    });
  }

  /** Proposes, as its manager, a new budget for the whole of a programme. */
  async proposeBudget(citySlug: string, slug: string, yuan: bigint, reason: string) {
    await as(this.official('manager', citySlug), budgets.proposeBudgetChange, {
      poolId: await this.find('select id as found from programmes where slug = $1', slug),
      toFen: fen(yuan * 100n),
      reason,
    });
  }

  /** Begins, as its manager, a new version of a programme's rules with other rates and limits. */
  async draftVersion(programme: ProgrammeData, typed: Readonly<Record<string, string>>) {
    const { slug, citySlug, rules, guide, examples } = programme;
    const manager = this.official('manager', citySlug);
    const programmeId = await this.find('select id as found from programmes where slug = $1', slug);
    await as(manager, createVersion, { programmeId });
    const versionId = await this.find(
      `select id as found from programme_versions where programme_id = $1 and state = 'draft'`,
      programmeId,
    );
    const base = sectionTexts('amounts', { rules, guide, examples, rounds: [] });
    await as(manager, saveDraft, {
      ...base,
      ...typed,
      versionId,
      section: 'amounts',
      move: '',
      onward: '',
      base: { ...base },
      revision: 0,
    });
  }

  /** Opens a part of a programme's pool, as its rules would set it aside. @returns its id */
  async subPool(cityId: string, programmeId: string, key: string, budgetFen: bigint) {
    return this.owner.begin(async (tx) => {
      await tx`set local role suanquan_engine`;
      await tx`select set_config('app.city', ${cityId}, true)`;
      return openSubPool(tx, {
        cityId,
        programmeId,
        key,
        title: { 'zh-CN': key, en: key },
        budgetFen,
      });
    });
  }

  private async openChange(slug: string): Promise<string> {
    const query = `select c.id as found from budget_changes c join programmes p on p.id = c.programme_id
      where p.slug = $1 and c.state = 'proposed'`;
    return this.find(query, slug);
  }

  async releaseBudget(citySlug: string, slug: string) {
    await as(this.official('finance1', citySlug), budgets.releaseBudgetChange, {
      changeId: await this.openChange(slug),
    });
  }

  async declineBudget(citySlug: string, slug: string, answer: string) {
    await as(this.official('finance2', citySlug), budgets.declineBudgetChange, {
      changeId: await this.openChange(slug),
      answer,
    });
  }

  /**
   * Counts the days from the start to the first day on which what is verified on that day may be settled. The day depends on
   * where the start lies in the calendar.
   */
  settledFrom(cycle: Cycle, day: number): number {
    const { nextOn } = settleableOn(cycle, this.dateOf(day));
    return nextOn === null ? day : day + daysBetween(this.dateOf(day), nextOn);
  }

  async batch(citySlug: string): Promise<string> {
    const { id } = await as(this.official('finance1', citySlug), settlements.proposeBatch, {});
    return id;
  }

  /** Releases a batch as the second person, who has seen its payment files. */
  async releaseBatch(citySlug: string, batchId: string) {
    const person = this.official('finance2', citySlug);
    const seen = await getBatchFiles(actorOf(person), batchId);
    const fileSha256 = seen?.hash ?? '';
    return as(person, settlements.releaseBatch, { batchId, fileSha256 });
  }

  async payAll(citySlug: string, batchId: string, day: number, failing = false) {
    const query = 'select id as found from payments where batch_id = $1 order by reference';
    const finance = this.official('finance1', citySlug);
    for (const [at, { found: id }] of (await this.look(query, batchId)).entries()) {
      if (failing && at === 0) {
        await as(finance, payments.markFailed, { paymentId: id, reason: '账号与户名不符' });
      } else {
        await as(finance, payments.markPaid, {
          paymentId: id,
          paidOn: this.dateOf(day),
          bankReference: `ICBC${day + 1000}${at}`,
        });
      }
    }
  }

  /** Lists what was redeemed and paid in a city, the oldest first. */
  async paidRedemptions(citySlug: string): Promise<Paid[]> {
    const rows = await this.look(
      `select capture_entry_id as found, subsidy_fen::text as amount from redemptions
        where city_id = $1 and state = 'paid' order by id`,
      this.world.cities.get(citySlug) ?? '',
    );
    return rows.map(({ found, amount }) => ({
      entryId: found,
      amountFen: fen(BigInt(amount ?? '0')),
    }));
  }

  async proposeRecovery(citySlug: string, { entryId }: Paid, amountFen: Fen): Promise<string> {
    const { id } = await as(this.official('finance1', citySlug), recoveries.proposeRecovery, {
      entryId,
      amountFen,
      voucherAfter: 'ended',
      ground: '《实施办法》第十八条',
      reason: '抽查发现部分卡时未实际使用，服务商已书面确认。',
    });
    return id;
  }

  releaseRecovery(citySlug: string, recoveryId: string) {
    return as(this.official('finance2', citySlug), recoveries.releaseRecovery, { recoveryId });
  }

  async enterRepayment(citySlug: string, recoveryId: string, amountFen: Fen, number: number) {
    await as(this.official('finance1', citySlug), credits.enterRepayment, {
      recoveryId,
      amountFen,
      paidOn: this.dateOf(this.day),
      bankReference: `CCB-TH-${number.toString().padStart(4, '0')}`,
    });
    const query =
      'select id as found from recovery_credits where recovery_id = $1 order by id desc';
    return this.find(query, recoveryId);
  }

  releaseCredit(citySlug: string, creditId: string) {
    return as(this.official('finance2', citySlug), credits.releaseCredit, { creditId });
  }
}
