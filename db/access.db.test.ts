import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mapImport, uploadImport } from '@/features/awards/import-commands';
import type { FormState } from '@/lib/form-state';
import { may, type Permission } from '@/lib/permissions';
import { roles, type Role } from '@/lib/roles';
import { csrfToken } from '@/server/csrf';
import { gateMessages } from '@/server/messages';
import type { Person } from '@/demo/base';
import { accounts } from './testing/accounts';
import { addAutomaticProgramme, listedCode } from './testing/automatic-programme';
import { freshDatabase, type TestDatabase } from './testing/database';
import { seedDemonstration } from './testing/demonstration';
import { listFile } from './testing/list-file';
import { as } from '@/demo/act';
import { request } from './testing/request';
import { sessionOf } from './testing/sign-in';
import { allActions } from './testing/all-actions';

vi.mock('next/headers', async () => (await import('./testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('./testing/request')).envelope);

/**
 * Every action × every role × a user from elsewhere, through the very functions that a browser calls. An action that is not in
 * the tables below fails the first test.
 */
const actions = await allActions();

const required: Readonly<Record<string, Permission>> = {
  startApplicationAction: 'application.draft',
  copyAnswersAction: 'application.draft',
  saveSectionAction: 'application.draft',
  autosaveSectionAction: 'application.draft',
  attachDocumentAction: 'application.draft',
  removeDocumentAction: 'application.draft',
  restoreDocumentAction: 'application.draft',
  submitApplicationAction: 'application.submit',
  resubmitApplicationAction: 'application.submit',
  withdrawApplicationAction: 'application.withdraw',
  requestSignOffAction: 'application.draft',
  returnSignOffAction: 'application.submit',
  fileAppealAction: 'appeal.file',
  dismissAppealAction: 'appeal.resolve',
  grantAppealAction: 'appeal.resolve',
  demoSignInAction: 'demo.use',
  advanceClockAction: 'demo.use',
  createAccountAction: 'account.create',
  openSessionAction: 'session.open',
  forgotPasswordAction: 'password.reset',
  setNewPasswordAction: 'password.reset',
  closeSessionAction: 'session.close',
  revokeSessionAction: 'account.edit',
  switchMembershipAction: 'membership.switch',
  registerOrganisationAction: 'organisation.register',
  saveRegistrationAction: 'organisation.edit',
  saveBankAccountAction: 'organisation.edit',
  confirmBankAccountAction: 'bank_account.confirm',
  cancelBankChangeAction: 'bank_account.confirm',
  saveContactAction: 'organisation.edit',
  removeContactAction: 'organisation.edit',
  savePartyAction: 'organisation.edit',
  removePartyAction: 'organisation.edit',
  requestVerificationAction: 'organisation.edit',
  verifyOrganisationAction: 'organisation.verify',
  refuseVerificationAction: 'organisation.verify',
  inviteColleagueAction: 'member.invite',
  revokeInvitationAction: 'member.invite',
  renewInvitationAction: 'member.invite',
  changeRoleAction: 'member.manage',
  endColleagueAction: 'member.manage',
  handOverAction: 'member.manage',
  leaveOrganisationAction: 'organisation.leave',
  proposeMandateAction: 'mandate.propose',
  confirmMandateAction: 'mandate.confirm',
  declineMandateAction: 'mandate.confirm',
  endMandateAction: 'mandate.end',
  enterMandateAction: 'mandate.enter',
  leaveMandateAction: 'mandate.leave',
  inviteOfficialAction: 'people.manage',
  endMembershipAction: 'people.manage',
  appointCityAdminAction: 'platform.manage',
  addCityAction: 'platform.manage',
  acceptInvitationAction: 'invitation.accept',
  changeLocaleAction: 'account.edit',
  readNotificationAction: 'account.edit',
  readAllNotificationsAction: 'account.edit',
  openNotificationAction: 'membership.switch',
  saveWishesAction: 'account.edit',
  createProgrammeAction: 'programme.manage',
  createVersionAction: 'programme.manage',
  saveDraftAction: 'programme.manage',
  autosaveDraftAction: 'programme.manage',
  saveFormSectionAction: 'programme.manage',
  saveQuestionAction: 'programme.manage',
  changeFormAction: 'programme.manage',
  proposeVersionAction: 'programme.manage',
  discardVersionAction: 'programme.manage',
  returnVersionAction: 'programme.publish',
  publishVersionAction: 'programme.publish',
  suspendProgrammeAction: 'programme.publish',
  resumeProgrammeAction: 'programme.publish',
  closeProgrammeAction: 'programme.publish',
  authoriseHoldAction: 'hold.authorise',
  releaseHoldAction: 'hold.authorise',
  submitRedemptionAction: 'redemption.submit',
  confirmRedemptionAction: 'redemption.answer',
  disputeRedemptionAction: 'redemption.answer',
  verifyRedemptionAction: 'redemption.verify',
  rejectRedemptionAction: 'redemption.verify',
  startClaimAction: 'claim.draft',
  addCostAction: 'claim.draft',
  removeCostAction: 'claim.draft',
  attachToClaimAction: 'claim.draft',
  removeFromClaimAction: 'claim.draft',
  submitClaimAction: 'claim.submit',
  withdrawClaimAction: 'claim.submit',
  sendBackClaimAction: 'claim.verify',
  verifyClaimAction: 'claim.verify',
  refuseClaimAction: 'claim.verify',
  verifyRedemptionsAction: 'redemption.verify',
  takeCaseAction: 'case.take',
  assignCasesAction: 'case.assign',
  requestCorrectionAction: 'case.review',
  recommendCaseAction: 'case.review',
  refuseFirstAction: 'case.refuse',
  finishStageAction: 'case.review',
  passFinalAction: 'case.decide',
  refuseFinalAction: 'case.decide',
  publishNoticeAction: 'notice.publish',
  publishListAction: 'award.release',
  withdrawListAction: 'award.release',
  takeOffListedAction: 'award.release',
  fileObjectionAction: 'objection.file',
  dismissObjectionAction: 'objection.resolve',
  upholdObjectionAction: 'objection.resolve',
  proposeRecoveryAction: 'recovery.propose',
  recordRedInvoiceAction: 'redemption.verify',
  releaseRecoveryAction: 'recovery.release',
  declineRecoveryAction: 'recovery.release',
  enterRepaymentAction: 'recovery.credit',
  proposeWriteOffAction: 'recovery.credit',
  proposeWaiverAction: 'recovery.credit',
  releaseCreditAction: 'recovery.release',
  declineCreditAction: 'recovery.release',
  proposeLevelAction: 'advance.propose',
  proposeReturnAction: 'advance.propose',
  releaseAdvanceAction: 'advance.release',
  declineAdvanceAction: 'advance.release',
  endAdvanceAction: 'advance.propose',
  issueBillAction: 'funder.bill',
  withdrawBillAction: 'funder.bill',
  enterReceiptAction: 'funder.receive',
  confirmReceiptAction: 'funder.confirm',
  declineReceiptAction: 'funder.confirm',
  proposeBatchAction: 'settlement.propose',
  releaseBatchAction: 'settlement.release',
  sendBackBatchAction: 'settlement.release',
  takeBackBatchAction: 'settlement.propose',
  markPaidAction: 'payment.mark',
  markFailedAction: 'payment.mark',
  requeuePaymentAction: 'payment.mark',
  proposeBanAction: 'ban.propose',
  releaseBanAction: 'ban.release',
  declineBanAction: 'ban.release',
  liftBanAction: 'ban.release',
  proposePauseAction: 'pause.propose',
  releasePauseAction: 'pause.release',
  declinePauseAction: 'pause.release',
  endPauseAction: 'pause.end',
  proposeCapAction: 'cap.propose',
  releaseCapAction: 'cap.release',
  declineCapAction: 'cap.release',
  takeSampleAction: 'sample.draw',
  confirmDecisionAction: 'sample.check',
  reportFindingAction: 'sample.check',
  proposeShareAction: 'share.propose',
  releaseShareAction: 'share.release',
  declineShareAction: 'share.release',
  saveTemplateAction: 'payment_file.edit',
  uploadAnswerAction: 'payment.mark',
  mapAnswerAction: 'payment.mark',
  applyAnswerAction: 'payment.mark',
  discardAnswerAction: 'payment.mark',
  proposeIssueAction: 'issue.propose',
  releaseIssueAction: 'issue.release',
  declineIssueAction: 'issue.release',
  proposeBudgetChangeAction: 'budget.propose',
  releaseBudgetChangeAction: 'budget.release',
  declineBudgetChangeAction: 'budget.release',
  proposeYearAction: 'calendar.propose',
  releaseYearAction: 'calendar.release',
  declineYearAction: 'calendar.release',
  issueCertificateAction: 'certificate.issue',
  rotateKeyAction: 'key.rotate',
  proposeRevocationAction: 'validity.propose',
  proposeExtensionAction: 'validity.propose',
  takeBackChangeAction: 'validity.propose',
  releaseChangeAction: 'validity.release',
  declineChangeAction: 'validity.release',
  freezeVoucherAction: 'voucher.freeze',
  unfreezeVoucherAction: 'voucher.freeze',
  uploadImportAction: 'award.import',
  mapImportAction: 'award.import',
  checkImportAction: 'award.import',
  uploadCorrectionsAction: 'award.import',
  discardImportAction: 'award.import',
  correctRowAction: 'award.import',
  setAsideRowAction: 'award.import',
  setAsideProblemAction: 'award.import',
  takeBackRowAction: 'award.import',
  proposeImportAction: 'award.propose',
  releaseImportAction: 'award.release',
  declineImportAction: 'award.release',
  resendInvitationAction: 'award.import',
};

/** A user with the same work in another place; for the platform there is no other place. */
const strangers: Partial<Record<Role, string>> = {
  owner: 'owner@startup2.demo',
  vendor_operator: 'operator@vendor4.demo',
  manager: 'manager@shenzhen.demo',
  reviewer: 'reviewer@shenzhen.demo',
  approver: 'approver@nanning.demo',
  finance: 'finance1@shenzhen.demo',
  city_admin: 'admin@shenzhen.demo',
  operator_admin: 'admin@agency.demo',
};

let database: TestDatabase;
const sessions = new Map<string, string>();
const ids: Record<string, string> = {};

async function signedIn(email: string): Promise<void> {
  request.sid = null;
  if (!sessions.has(email)) {
    sessions.set(email, await sessionOf(email));
  }
  request.sid = sessions.get(email) ?? null;
}

beforeAll(async () => {
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.9', 'user-agent': 'a browser' });
  database = await freshDatabase();
  await seedDemonstration(database);
  const find = async (name: string, query: string) => {
    const [row] = await database.superuser.unsafe<{ id: string }[]>(query);
    if (!row) throw new Error(`The demonstration has no ${name}.`);
    ids[name] = row.id;
  };
  const city = `(select id from cities where slug = 'qingyang')`;
  const owner = `(select m.organisation_id from memberships m join users u on u.id = m.user_id where u.email = '${accounts.owner}')`;
  const caseIn = (state: string) =>
    `select id from applications where city_id = ${city} and state = '${state}' limit 1`;
  await find(
    'draft',
    `select id from applications where state = 'draft' and organisation_id <> (
    select m.organisation_id from memberships m join users u on u.id = m.user_id where u.email = '${strangers.owner ?? ''}') limit 1`,
  );
  await find('submitted', caseIn('submitted'));
  await find('accepted', caseIn('accepted'));
  await find('recommended', caseIn('first_passed'));
  await find('document', `select id from documents where application_id is not null limit 1`);
  await find('programme', `select id from programmes where city_id = ${city} limit 1`);
  await find(
    'version',
    `select v.id from programme_versions v where v.city_id = ${city} order by v.number limit 1`,
  );
  await find(
    'objection',
    `select id from objections where city_id = ${city} and state = 'open' limit 1`,
  );
  await find('round', `select round_id as id from applications where city_id = ${city} limit 1`);
  await find('rejected', caseIn('rejected'));
  await find('appeal', `select id from appeals where city_id = ${city} and state = 'open' limit 1`);
  await find(
    'voucher',
    `select id from vouchers where city_id = ${city} and organisation_id = ${owner} and state = 'active' limit 1`,
  );
  await find(
    'key',
    `select key_id as id from signing_keys where city_id = ${city} and retired_at is null`,
  );
  await find(
    'hold',
    `select h.id from holds h where h.state = 'open' and h.city_id = ${city} limit 1`,
  );
  await find(
    'redemption',
    `select id from redemptions where city_id = ${city} and state = 'submitted' limit 1`,
  );
  await find('claim', `select id from claims where state = 'returned' limit 1`);
  await find('toVerify', `select id from claims where state = 'submitted' limit 1`);
  await find('cost', `select id from claim_costs where claim_id = '${ids.claim ?? ''}' limit 1`);
  await find('claimFile', `select id from documents where claim_id = '${ids.claim ?? ''}' limit 1`);
  await find(
    'capture',
    `select capture_entry_id id from redemptions where city_id = ${city} and state = 'paid' limit 1`,
  );
  await find(
    'voucherChange',
    `select id from voucher_changes where city_id = ${city} and state = 'proposed' limit 1`,
  );
  await find(
    'recovery',
    `select id from recoveries where city_id = ${city} and state = 'proposed' limit 1`,
  );
  await find(
    'debt',
    `select id from recoveries where city_id = ${city} and state = 'released' limit 1`,
  );
  await find(
    'credit',
    `select id from recovery_credits where city_id = ${city} and state = 'proposed' limit 1`,
  );
  await find(
    'proposal',
    `select id from issue_proposals where city_id = ${city} and state = 'proposed' limit 1`,
  );
  await find(
    'batch',
    `select id from settlement_batches where city_id = ${city} and state = 'proposed' limit 1`,
  );
  await find(
    'change',
    `select id from budget_changes where city_id = ${city} and state = 'proposed' limit 1`,
  );
  await find('payment', `select id from payments where city_id = ${city} limit 1`);
  await find(
    'notification',
    `select n.id from notifications n join users u on u.id = n.user_id where u.email = '${accounts.owner}' limit 1`,
  );
  await find('reviewer', `select id from users where email = '${accounts.reviewer}'`);
  await find(
    'membership',
    `select m.id from memberships m join users u on u.id = m.user_id where u.email = '${accounts.reviewer}'`,
  );
  await find(
    'colleague',
    `select m.id from memberships m join users u on u.id = m.user_id where u.email = '${accounts.member}'`,
  );
  await find('invitation', `select id from invitations where organisation_id = ${owner} limit 1`);
  await find(
    'contact',
    `select id from organisation_contacts where organisation_id = ${owner} limit 1`,
  );
  await find(
    'party',
    `select id from organisation_parties where organisation_id = ${owner} limit 1`,
  );
  await find('verification', `select id from verifications where city_id = ${city} limit 1`);
  await find(
    'vendor',
    `select vendor_id as id from accreditations where city_id = ${city} and state = 'listed' limit 1`,
  );
  await addMandates(find);
  await addBill(find);
  await addAdvance(find);
  await addShareOut(find);
  await addSample(find);
  await find(
    'creditCode',
    `select o.credit_code as id from organisations o join applications a on a.organisation_id = o.id
    where a.id = '${ids.accepted ?? ''}'`,
  );
  await find(
    'ban',
    `insert into bans (city_id, organisation_id, until_on, ground, reason, state, proposed_by, proposed_at)
    select a.city_id, a.organisation_id, app.now()::date + 30, 'x', 'x', 'proposed', m.user_id, app.now()
    from applications a join memberships m on m.city_id = a.city_id and m.role = 'manager'
    where a.id = '${ids.accepted ?? ''}' limit 1 returning id`,
  );
  await find('pausable', `select p.id from programmes p where p.city_id = ${city} limit 1`);
  await find(
    'pause',
    `insert into pauses (city_id, programme_id, from_on, reason, state, proposed_by, proposed_at)
    select p.city_id, p.id, app.now()::date + 30, 'x', 'proposed', m.user_id, app.now()
    from programmes p join memberships m on m.city_id = p.city_id and m.role = 'manager'
    where p.id = '${ids.pausable ?? ''}' limit 1 returning id`,
  );
  await find(
    'cap',
    `insert into cap_decisions (city_id, organisation_id, application_id, cap_fen, basis, document_id,
      state, proposed_by, proposed_at)
    select a.city_id, a.organisation_id, a.id, 1, 'x', d.id, 'proposed', m.user_id, app.now()
    from applications a join documents d on d.application_id = a.id
    join memberships m on m.city_id = a.city_id and m.role = 'manager'
    where a.id = '${ids.accepted ?? ''}' limit 1 returning id`,
  );
  await addList(find);
  await find(
    'answer',
    `insert into bank_answers (city_id, batch_id, state, file_name, file_sha256, headers, rows, mapping, created_by)
      select b.city_id, b.id, 'read', 'answer.csv', 'x', '{a,b}', '[{"line":2,"cells":["1","成功"]}]',
        '{"columns":{"reference":0,"result":1},"paidOn":"","bankReference":""}', b.proposed_by
      from settlement_batches b where b.city_id = ${city} limit 1 returning id`,
  );
});

/** Adds a proposed mandate of Qingyang's, and one in force of an agency for which nobody of the demonstration works. */
async function addMandates(find: (name: string, query: string) => Promise<void>): Promise<void> {
  const values = (agency: string, state: string) => `
    insert into mandates (city_id, operator_id, number, agreed_on, rights, first_on, last_on, state, proposed_by,
      proposed_at, decided_by, decided_at)
    select m.city_id, ${agency}, 'WT-1', app.now()::date, array['first_review'], app.now()::date,
      app.now()::date + 30, '${state}', m.user_id, app.now(), ${state === 'proposed' ? 'null, null' : 'o.user_id, app.now()'}
    from memberships m join memberships o on o.city_id = m.city_id and o.user_id <> m.user_id
    join cities c on c.id = m.city_id and c.slug = 'qingyang'
    where m.role = 'city_admin' and o.role = 'city_admin' limit 1 returning id`;
  await find(
    'otherAgency',
    `insert into organisations (kind, credit_code, name, region, address, legal_representative)
    values ('operator', '91110108MA01ABCD2X', '另一机构', '一', '二', '三') returning id`,
  );
  await find('otherMandate', values(`'${ids.otherAgency ?? ''}'::uuid`, 'confirmed'));
  await find('mandate', values(`'${ids.otherAgency ?? ''}'::uuid`, 'proposed'));
}

/** Adds a funder of Qingyang's with a bill and a receipt that waits for its second person. */
async function addBill(find: (name: string, query: string) => Promise<void>): Promise<void> {
  await find(
    'funder',
    `insert into ledger.funders (city_id, programme_id, name_zh, name_en)
    select city_id, id, '省级财政', 'the province' from programmes
    where id = '${ids.programme ?? ''}' returning id`,
  );
  await find(
    'bill',
    `insert into funder_bills (city_id, programme_id, funder_id, reference, from_on, to_on, amount_fen,
      state, issued_by, issued_at)
    select f.city_id, f.programme_id, f.id, 'QY-ZD-1', '2026-01-01', '2026-01-31', 100, 'issued', m.user_id,
      app.now()
    from ledger.funders f join memberships m on m.city_id = f.city_id and m.role = 'finance'
    where f.id = '${ids.funder ?? ''}' limit 1 returning id`,
  );
  await find(
    'receipt',
    `insert into funder_receipts (city_id, bill_id, amount_fen, paid_on, bank_reference, state, proposed_by,
      proposed_at)
    select city_id, id, 1, '2026-01-31', 'ICBC-1', 'proposed', issued_by, issued_at from funder_bills
    where id = '${ids.bill ?? ''}' returning id`,
  );
}

/** Adds an advance of Qingyang's to a vendor, with a proposal that waits for its second person. */
async function addAdvance(find: (name: string, query: string) => Promise<void>): Promise<void> {
  await find(
    'advance',
    `insert into ledger.advances (city_id, programme_id, payee_id, level_fen)
    select city_id, id, '${ids.vendor ?? ''}', 100 from programmes
    where id = '${ids.programme ?? ''}' returning id`,
  );
  await find(
    'advanceRequest',
    `insert into advance_requests (city_id, reference, kind, programme_id, payee_id, amount_fen, paid_on,
      bank_reference, state, proposed_by, proposed_at)
    select a.city_id, 'QY-BY-1', 'return', a.programme_id, a.payee_id, 1, '2026-01-31', 'ICBC-5', 'proposed',
      m.user_id, app.now()
    from ledger.advances a join memberships m on m.city_id = a.city_id and m.role = 'finance'
    where a.id = '${ids.advance ?? ''}' limit 1 returning id`,
  );
}

/** Adds a proposed share-out of Qingyang's. */
async function addShareOut(find: (name: string, query: string) => Promise<void>): Promise<void> {
  await find(
    'shareOut',
    `insert into share_outs (city_id, programme_id, round_id, pool_id, available_fen, claimed_fen,
      shared_fen, unit_fen, state, proposed_by, proposed_at)
    select r.city_id, r.programme_id, r.id, r.programme_id, 1, 2, 1, 1, 'proposed', m.user_id, app.now()
    from rounds r join memberships m on m.city_id = r.city_id and m.role = 'manager'
    where r.id = '${ids.round ?? ''}' limit 1 returning id`,
  );
}

/** Adds a sample of Qingyang's with one decision to check. */
async function addSample(find: (name: string, query: string) => Promise<void>): Promise<void> {
  await find(
    'decision',
    `insert into sole_decisions (city_id, programme_id, application_id, reviewer_id, amount_fen,
      limit_fen, at)
    select city_id, programme_id, id, first_reviewer_id, 1, 1, app.now() from applications
    where id = '${ids.recommended ?? ''}' returning id`,
  );
  await find(
    'sample',
    `insert into samples (city_id, programme_id, number, seed, percent, decisions, drawn, drawn_by,
      drawn_at)
    select city_id, programme_id, 1, 'seed', 10, 1, 1, reviewer_id, at from sole_decisions
    where id = '${ids.decision ?? ''}' returning id`,
  );
  await find(
    'line',
    `insert into sample_lines (sample_id, decision_id, city_id, reviewer_id, is_drawn)
    select '${ids.sample ?? ''}', id, city_id, reviewer_id, true from sole_decisions
    where id = '${ids.decision ?? ''}' returning decision_id as id`,
  );
}

/** Adds a checked list of Qingyang's with one row. */
async function addList(find: (name: string, query: string) => Promise<void>): Promise<void> {
  const officials = await database.superuser<Person[]>`
    select u.id as "userId", u.name, m.role, m.city_id as "cityId", null as "organisationId"
    from users u join memberships m on m.user_id = u.id
    where u.email in (${accounts.manager}, ${accounts.city_admin}) order by m.role desc`;
  const [manager, admin] = officials;
  if (!manager?.cityId || !admin) throw new Error('Qingyang has no officials.');
  ids.automatic = await addAutomaticProgramme(
    database.owner,
    {
      cities: new Map([['qingyang', manager.cityId]]),
      people: new Map([
        ['manager@qingyang.demo', manager],
        ['admin@qingyang.demo', admin],
      ]),
    },
    { citySlug: 'qingyang' },
  );
  const { id } = await as(manager, uploadImport, {
    programmeId: ids.automatic,
    file: await listFile(listText),
  });
  const columns = { column_creditCode: 0, column_name: 1, column_base: 2 };
  await as(manager, mapImport, { ...noColumns, ...columns, importId: id, period: '2026' });
  ids.list = id;
  await find('row', `select id from award_rows where import_id = '${id}' limit 1`);
}

const noColumns = {
  column_reference: undefined,
  column_email: undefined,
  column_registeredOn: undefined,
  column_signedOn: undefined,
  column_startsOn: undefined,
  column_endsOn: undefined,
  column_chipOrigin: undefined,
  column_purpose: undefined,
  column_otherSupport: undefined,
  column_stated: undefined,
};

const listText = `信用代码,名称,金额\n${listedCode(1)},甲公司,1000\n`;
const csv = () => new File([listText], '名单.csv');

afterAll(() => database.close());

type Fields = Record<string, string | File>;

const messageOf = (state: FormState) => ('message' in state ? (state.message ?? '') : '');
const errorsOf = (state: FormState) => ('errors' in state ? Object.values(state.errors) : []);

async function send(name: string, fields: Fields): Promise<FormState> {
  const form = new FormData();
  form.append('idempotencyKey', randomUUID());
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  const run = actions[name];
  if (!run) throw new Error(`There is no ${name}.`);
  return run({ status: 'idle' }, form);
}

/** Returns counts of what is on record; a refusal must not change them. */
async function changes(): Promise<string> {
  const [row] = await database.superuser<{ seen: string }[]>`
    select concat_ws('/', (select count(*) from audit_events), (select count(*) from ledger.entries),
      (select count(*) from documents), (select count(*) from mails)) as seen`;
  return row?.seen ?? '';
}

describe('every action', () => {
  it('is listed with the permission that it requires', () => {
    expect(Object.keys(actions).sort()).toEqual(Object.keys(required).sort());
  });

  it('refuses users without the permission, and then forms that are not from a page of the portal', async () => {
    const t = gateMessages('zh-CN');
    for (const role of [undefined, ...roles]) {
      request.sid = null;
      if (role) await signedIn(accounts[role]);
      const opened = await changes();
      for (const [name, permission] of Object.entries(required)) {
        const message = messageOf(await send(name, {}));
        const expected = may(permission, role)
          ? t.stale_page
          : role
            ? t.not_allowed
            : t.sign_in_needed;
        expect(message, `${role ?? 'nobody'}: ${name}`).toBe(expected);
      }
      expect(await changes(), role).toBe(opened);
    }
  });
});

const pdf = () => new File(['%PDF-1.4\n%%EOF\n'], 'invoice.pdf', { type: 'application/pdf' });
const why = { reason: '理由充分，特此说明。', noConflict: 'yes' };

/** For each action on something that exists: another place's thing, and the message of the refusal. */
const reaches: Record<
  string,
  {
    as: Role;
    /** The stranger to try with, if the usual one belongs to the city of the thing. */
    stranger?: string;
    fields: () => Fields;
    refusal: RegExp;
  }
> = {
  copyAnswersAction: {
    as: 'owner',
    fields: () => ({ applicationId: ids.draft ?? '', earlier: ids.submitted ?? '' }),
    refusal: /没有这份申请/,
  },
  saveSectionAction: {
    as: 'owner',
    fields: () => ({ applicationId: ids.draft ?? '', section: 'contact', revision: '0' }),
    refusal: /没有这份申请/,
  },
  autosaveSectionAction: {
    as: 'owner',
    fields: () => ({ applicationId: ids.draft ?? '', section: 'contact', revision: '0' }),
    refusal: /没有这份申请/,
  },
  attachDocumentAction: {
    as: 'owner',
    fields: () => ({
      applicationId: ids.draft ?? '',
      requirement: 'licenceFile',
      licenceFile: pdf(),
    }),
    refusal: /没有这份申请/,
  },
  removeDocumentAction: {
    as: 'owner',
    fields: () => ({ applicationId: ids.draft ?? '', documentId: ids.document ?? '' }),
    refusal: /没有这份申请/,
  },
  restoreDocumentAction: {
    as: 'owner',
    fields: () => ({ applicationId: ids.draft ?? '', documentId: ids.document ?? '' }),
    refusal: /没有这份申请/,
  },
  submitApplicationAction: {
    as: 'owner',
    fields: () => ({ applicationId: ids.draft ?? '', declared: 'yes' }),
    refusal: /没有这份申请/,
  },
  resubmitApplicationAction: {
    as: 'owner',
    fields: () => ({ applicationId: ids.draft ?? '', declared: 'yes' }),
    refusal: /没有这份申请/,
  },
  withdrawApplicationAction: {
    as: 'owner',
    fields: () => ({ applicationId: ids.submitted ?? '', ...why }),
    refusal: /没有这份申请/,
  },
  requestSignOffAction: {
    as: 'owner',
    fields: () => ({ applicationId: ids.draft ?? '', note: '' }),
    refusal: /没有这份申请/,
  },
  returnSignOffAction: {
    as: 'owner',
    fields: () => ({ applicationId: ids.draft ?? '', ...why }),
    refusal: /没有这份申请/,
  },
  fileAppealAction: {
    as: 'owner',
    fields: () => ({
      applicationId: ids.rejected ?? '',
      grounds: '合同附件二列明租用的是训练算力，不应据此不予通过。',
    }),
    refusal: /没有这份申请/,
  },
  dismissAppealAction: {
    as: 'approver',
    fields: () => ({ appealId: ids.appeal ?? '', decision: '维持。', ...why }),
    refusal: /没有这项申诉/,
  },
  grantAppealAction: {
    as: 'approver',
    fields: () => ({ appealId: ids.appeal ?? '', decision: '撤销。', ...why }),
    refusal: /没有这项申诉/,
  },
  createVersionAction: {
    as: 'manager',
    fields: () => ({ programmeId: ids.programme ?? '' }),
    refusal: /没有这项政策/,
  },
  saveDraftAction: {
    as: 'manager',
    fields: () => ({ versionId: ids.version ?? '', section: 'contact', revision: '0' }),
    refusal: /没有这个版本/,
  },
  autosaveDraftAction: {
    as: 'manager',
    fields: () => ({ versionId: ids.version ?? '', section: 'contact', revision: '0' }),
    refusal: /没有这个版本/,
  },
  saveFormSectionAction: {
    as: 'manager',
    fields: () => ({ versionId: ids.version ?? '', titleZh: '团队', titleEn: 'Team' }),
    refusal: /没有这个版本/,
  },
  saveQuestionAction: {
    as: 'manager',
    fields: () => ({ versionId: ids.version ?? '', section: 'project', kind: 'text' }),
    refusal: /没有这个版本/,
  },
  changeFormAction: {
    as: 'manager',
    fields: () => ({ versionId: ids.version ?? '', section: 'project', move: 'remove' }),
    refusal: /没有这个版本/,
  },
  proposeVersionAction: {
    as: 'manager',
    fields: () => ({ versionId: ids.version ?? '' }),
    refusal: /没有这个版本/,
  },
  discardVersionAction: {
    as: 'manager',
    fields: () => ({ versionId: ids.version ?? '' }),
    refusal: /没有这个版本/,
  },
  returnVersionAction: {
    as: 'city_admin',
    fields: () => ({ versionId: ids.version ?? '', ...why }),
    refusal: /没有这个版本/,
  },
  publishVersionAction: {
    as: 'city_admin',
    fields: () => ({ versionId: ids.version ?? '' }),
    refusal: /没有这个版本/,
  },
  suspendProgrammeAction: {
    as: 'city_admin',
    fields: () => ({ programmeId: ids.programme ?? '', ...why }),
    refusal: /没有这项政策/,
  },
  resumeProgrammeAction: {
    as: 'city_admin',
    fields: () => ({ programmeId: ids.programme ?? '' }),
    refusal: /没有这项政策/,
  },
  closeProgrammeAction: {
    as: 'city_admin',
    fields: () => ({ programmeId: ids.programme ?? '', ...why }),
    refusal: /没有这项政策/,
  },
  authoriseHoldAction: {
    as: 'owner',
    fields: () => ({
      voucherId: ids.voucher ?? '',
      vendorId: ids.vendor ?? '',
      orderNumber: 'DD-1',
      orderFen: '1000',
      amountFen: '1',
    }),
    refusal: /没有这张算力券/,
  },
  releaseHoldAction: {
    as: 'owner',
    fields: () => ({ holdId: ids.hold ?? '' }),
    refusal: /没有这笔锁定/,
  },
  submitRedemptionAction: {
    as: 'vendor_operator',
    fields: () => ({
      holdId: ids.hold ?? '',
      invoiceNumber: '26622000000088888888',
      invoiceFen: '100',
      subsidyFen: '1',
      cardHours: '10',
      chip: 'ascend',
      servedFrom: '2026-06-01',
      servedTo: '2026-06-02',
      invoiceFile: pdf(),
    }),
    refusal: /没有这笔锁定/,
  },
  confirmRedemptionAction: {
    as: 'owner',
    fields: () => ({ redemptionId: ids.redemption ?? '' }),
    refusal: /没有这笔核销/,
  },
  disputeRedemptionAction: {
    as: 'owner',
    fields: () => ({ redemptionId: ids.redemption ?? '', ...why }),
    refusal: /没有这笔核销/,
  },
  verifyRedemptionAction: {
    as: 'finance',
    fields: () => ({ redemptionId: ids.redemption ?? '' }),
    refusal: /没有这笔核销/,
  },
  rejectRedemptionAction: {
    as: 'finance',
    fields: () => ({ redemptionId: ids.redemption ?? '', ...why }),
    refusal: /没有这笔核销/,
  },
  startClaimAction: {
    as: 'owner',
    fields: () => ({ voucherId: ids.voucher ?? '' }),
    refusal: /没有这张算力券/,
  },
  addCostAction: {
    as: 'owner',
    fields: () => ({
      claimId: ids.claim ?? '',
      invoiceNumber: '26952000000088888888',
      invoicedOn: '2026-06-01',
      invoiceFen: '100',
      countedFen: '100',
      paidFen: '100',
      paidOn: '2026-06-02',
      paymentReference: 'CMB-1',
    }),
    refusal: /没有这笔兑付申请/,
  },
  removeCostAction: {
    as: 'owner',
    fields: () => ({ claimId: ids.claim ?? '', costId: ids.cost ?? '' }),
    refusal: /没有这笔兑付申请/,
  },
  attachToClaimAction: {
    as: 'owner',
    fields: () => ({ claimId: ids.claim ?? '', requirement: 'invoice', file: pdf() }),
    refusal: /没有这笔兑付申请/,
  },
  removeFromClaimAction: {
    as: 'owner',
    fields: () => ({ claimId: ids.claim ?? '', documentId: ids.claimFile ?? '' }),
    refusal: /没有这笔兑付申请/,
  },
  submitClaimAction: {
    as: 'owner',
    fields: () => ({ claimId: ids.claim ?? '', declared: 'yes' }),
    refusal: /没有这笔兑付申请/,
  },
  withdrawClaimAction: {
    as: 'owner',
    fields: () => ({ claimId: ids.claim ?? '' }),
    refusal: /没有这笔兑付申请/,
  },
  sendBackClaimAction: {
    as: 'finance',
    stranger: 'finance1@nanning.demo',
    fields: () => ({ claimId: ids.toVerify ?? '', correction: '不对' }),
    refusal: /没有这笔兑付申请/,
  },
  verifyClaimAction: {
    as: 'finance',
    stranger: 'finance1@nanning.demo',
    fields: () => ({ claimId: ids.toVerify ?? '', acceptedFen: '1', ...why }),
    refusal: /没有这笔兑付申请/,
  },
  refuseClaimAction: {
    as: 'finance',
    stranger: 'finance1@nanning.demo',
    fields: () => ({ claimId: ids.toVerify ?? '', ...why }),
    refusal: /没有这笔兑付申请/,
  },
  takeCaseAction: {
    as: 'reviewer',
    fields: () => ({ applicationId: ids.submitted ?? '' }),
    refusal: /没有这个案件/,
  },
  assignCasesAction: {
    as: 'manager',
    fields: () => ({ applicationIds: ids.submitted ?? '', reviewerId: ids.reviewer ?? '' }),
    refusal: /请选择本市的初审员/,
  },
  requestCorrectionAction: {
    as: 'reviewer',
    fields: () => ({
      applicationId: ids.accepted ?? '',
      message: '请补正。',
      'named.contractAmount': 'yes',
      'fault.contractAmount': '请核对。',
    }),
    refusal: /没有这个案件/,
  },
  recommendCaseAction: {
    as: 'reviewer',
    fields: () => ({ applicationId: ids.accepted ?? '', amountFen: '1', ...why }),
    refusal: /没有这个案件/,
  },
  refuseFirstAction: {
    as: 'reviewer',
    fields: () => ({ applicationId: ids.accepted ?? '', ...why }),
    refusal: /没有这个案件/,
  },
  finishStageAction: {
    as: 'reviewer',
    fields: () => ({ applicationId: ids.accepted ?? '', stage: '0', note: '' }),
    refusal: /没有这个案件/,
  },
  passFinalAction: {
    as: 'approver',
    fields: () => ({ applicationId: ids.recommended ?? '', amountFen: '1', ...why }),
    refusal: /没有这个案件/,
  },
  refuseFinalAction: {
    as: 'approver',
    fields: () => ({ applicationId: ids.recommended ?? '', ...why }),
    refusal: /没有这个案件/,
  },
  publishNoticeAction: {
    as: 'manager',
    fields: () => ({ programmeId: ids.programme ?? '', applicationIds: ids.recommended ?? '' }),
    refusal: /没有这个案件/,
  },
  dismissObjectionAction: {
    as: 'approver',
    fields: () => ({ objectionId: ids.objection ?? '', resolution: '不成立。', ...why }),
    refusal: /没有这项异议/,
  },
  upholdObjectionAction: {
    as: 'approver',
    fields: () => ({ objectionId: ids.objection ?? '', resolution: '成立。', ...why }),
    refusal: /没有这项异议/,
  },
  proposeRecoveryAction: {
    as: 'finance',
    fields: () => ({
      entryId: ids.capture ?? '',
      amountFen: '1',
      voucherAfter: 'ended',
      ground: '办法第十八条',
      ...why,
    }),
    refusal: /没有这笔核销或拨付/,
  },
  recordRedInvoiceAction: {
    as: 'finance',
    fields: () => ({
      redemptionId: ids.redemption ?? '',
      redInvoiceNumber: '26622000000077777777',
      redInvoiceOn: '2026-01-05',
      voucherAfter: 'ended',
    }),
    refusal: /没有这笔核销/,
  },
  releaseRecoveryAction: {
    as: 'finance',
    fields: () => ({ recoveryId: ids.recovery ?? '' }),
    refusal: /没有这项追回/,
  },
  declineRecoveryAction: {
    as: 'finance',
    fields: () => ({ recoveryId: ids.recovery ?? '', answer: '依据不足。' }),
    refusal: /没有这项追回/,
  },
  enterRepaymentAction: {
    as: 'finance',
    fields: () => ({
      recoveryId: ids.debt ?? '',
      amountFen: '1',
      paidOn: '2026-01-05',
      bankReference: 'CCB-9',
    }),
    refusal: /没有这项追回/,
  },
  proposeWriteOffAction: {
    as: 'finance',
    fields: () => ({ recoveryId: ids.debt ?? '', amountFen: '1', ...why }),
    refusal: /没有这项追回/,
  },
  proposeWaiverAction: {
    as: 'finance',
    fields: () => ({ recoveryId: ids.debt ?? '', amountFen: '1', ...why }),
    refusal: /没有这项追回/,
  },
  releaseCreditAction: {
    as: 'finance',
    fields: () => ({ creditId: ids.credit ?? '' }),
    refusal: /没有这笔还款或核减/,
  },
  declineCreditAction: {
    as: 'finance',
    fields: () => ({ creditId: ids.credit ?? '', answer: '流水不符。' }),
    refusal: /没有这笔还款或核减/,
  },
  proposeLevelAction: {
    as: 'finance',
    fields: () => ({
      programmeId: ids.programme ?? '',
      payeeId: ids.vendor ?? '',
      amountFen: '0.01',
    }),
    refusal: /没有这项政策/,
  },
  proposeReturnAction: {
    as: 'finance',
    fields: () => ({
      advanceId: ids.advance ?? '',
      amountFen: '0.01',
      paidOn: '2026-01-05',
      bankReference: 'CCB-8',
    }),
    refusal: /没有这笔备用金/,
  },
  releaseAdvanceAction: {
    as: 'finance',
    fields: () => ({ requestId: ids.advanceRequest ?? '' }),
    refusal: /没有这项提请/,
  },
  declineAdvanceAction: {
    as: 'finance',
    fields: () => ({ requestId: ids.advanceRequest ?? '', answer: '流水不符。' }),
    refusal: /没有这项提请/,
  },
  endAdvanceAction: {
    as: 'finance',
    fields: () => ({ advanceId: ids.advance ?? '', ...why }),
    refusal: /没有这笔备用金/,
  },
  issueBillAction: {
    as: 'finance',
    fields: () => ({
      funderId: ids.funder ?? '',
      fromOn: '2026-01-01',
      toOn: '2026-01-31',
      shownFen: '1',
    }),
    refusal: /没有这个出资方/,
  },
  withdrawBillAction: {
    as: 'finance',
    fields: () => ({ billId: ids.bill ?? '', ...why }),
    refusal: /没有这张请款单/,
  },
  enterReceiptAction: {
    as: 'finance',
    fields: () => ({
      billId: ids.bill ?? '',
      amountFen: '0.01',
      paidOn: '2026-01-05',
      bankReference: 'CCB-9',
    }),
    refusal: /没有这张请款单/,
  },
  confirmReceiptAction: {
    as: 'finance',
    fields: () => ({ receiptId: ids.receipt ?? '' }),
    refusal: /没有这笔到账登记/,
  },
  declineReceiptAction: {
    as: 'finance',
    fields: () => ({ receiptId: ids.receipt ?? '', answer: '流水不符。' }),
    refusal: /没有这笔到账登记/,
  },
  proposeBatchAction: {
    as: 'finance',
    fields: () => ({ programmeId: ids.programme ?? '' }),
    refusal: /没有这项政策/,
  },
  releaseBatchAction: {
    as: 'finance',
    fields: () => ({ batchId: ids.batch ?? '', fileSha256: '0'.repeat(64) }),
    refusal: /没有这个批次/,
  },
  verifyRedemptionsAction: {
    as: 'finance',
    fields: () => ({ redemptionIds: ids.redemption ?? '' }),
    refusal: /没有这笔核销/,
  },
  uploadAnswerAction: {
    as: 'finance',
    fields: () => ({ batchId: ids.batch ?? '', file: csv() }),
    refusal: /没有这个批次/,
  },
  mapAnswerAction: {
    as: 'finance',
    fields: () => ({ answerId: ids.answer ?? '', column_reference: '0', column_result: '1' }),
    refusal: /没有这份回单/,
  },
  applyAnswerAction: {
    as: 'finance',
    fields: () => ({ answerId: ids.answer ?? '', judged: '0'.repeat(64) }),
    refusal: /没有这份回单/,
  },
  discardAnswerAction: {
    as: 'finance',
    fields: () => ({ answerId: ids.answer ?? '' }),
    refusal: /没有这份回单/,
  },
  sendBackBatchAction: {
    as: 'finance',
    fields: () => ({ batchId: ids.batch ?? '', ...why }),
    refusal: /没有这个批次/,
  },
  takeBackBatchAction: {
    as: 'finance',
    fields: () => ({ batchId: ids.batch ?? '' }),
    refusal: /没有这个批次/,
  },
  markPaidAction: {
    as: 'finance',
    fields: () => ({
      paymentId: ids.payment ?? '',
      paidOn: '2026-01-05',
      bankReference: 'ICBC-1',
    }),
    refusal: /没有这笔付款/,
  },
  markFailedAction: {
    as: 'finance',
    fields: () => ({ paymentId: ids.payment ?? '', ...why }),
    refusal: /没有这笔付款/,
  },
  requeuePaymentAction: {
    as: 'finance',
    fields: () => ({ paymentId: ids.payment ?? '' }),
    refusal: /没有这笔付款/,
  },
  proposeIssueAction: {
    as: 'finance',
    fields: () => ({ applicationId: ids.recommended ?? '' }),
    refusal: /没有这个案件/,
  },
  proposeBanAction: {
    as: 'manager',
    fields: () => ({
      creditCode: ids.creditCode ?? '',
      untilOn: '2027-12-31',
      ground: '办法第十八条',
      reason: '骗取补贴。',
    }),
    refusal: /没有以此代码向本市申报/,
  },
  releaseBanAction: {
    as: 'approver',
    fields: () => ({ banId: ids.ban ?? '' }),
    refusal: /没有这项记录/,
  },
  declineBanAction: {
    as: 'approver',
    fields: () => ({ banId: ids.ban ?? '', answer: '依据不足。' }),
    refusal: /没有这项记录/,
  },
  liftBanAction: {
    as: 'approver',
    fields: () => ({ banId: ids.ban ?? '', liftReason: '已整改。' }),
    refusal: /没有这项记录/,
  },
  proposePauseAction: {
    as: 'finance',
    fields: () => ({
      programmeId: ids.pausable ?? '',
      fromOn: '2027-12-01',
      reason: '机房检修。',
      noVendor: 'yes',
    }),
    refusal: /没有这项政策/,
  },
  releasePauseAction: {
    as: 'finance',
    fields: () => ({ pauseId: ids.pause ?? '' }),
    refusal: /没有这项暂停/,
  },
  declinePauseAction: {
    as: 'finance',
    fields: () => ({ pauseId: ids.pause ?? '', answer: '依据不足。' }),
    refusal: /没有这项暂停/,
  },
  endPauseAction: {
    as: 'finance',
    fields: () => ({ pauseId: ids.pause ?? '' }),
    refusal: /没有这项暂停/,
  },
  proposeCapAction: {
    as: 'manager',
    fields: () => ({
      applicationId: ids.accepted ?? '',
      capFen: '9000000',
      basis: '会议纪要',
      document: new File(['%PDF-1.4\n%%EOF\n'], 'decision.pdf'),
    }),
    refusal: /没有这个案件/,
  },
  releaseCapAction: {
    as: 'approver',
    fields: () => ({ decisionId: ids.cap ?? '' }),
    refusal: /没有这项决定/,
  },
  declineCapAction: {
    as: 'approver',
    fields: () => ({ decisionId: ids.cap ?? '', answer: '依据不足。' }),
    refusal: /没有这项决定/,
  },
  takeSampleAction: {
    as: 'manager',
    fields: () => ({ programmeId: ids.programme ?? '' }),
    refusal: /没有这项政策/,
  },
  confirmDecisionAction: {
    as: 'approver',
    fields: () => ({ decisionId: ids.decision ?? '' }),
    refusal: /没有这件抽查/,
  },
  reportFindingAction: {
    as: 'approver',
    fields: () => ({ decisionId: ids.decision ?? '', ...why }),
    refusal: /没有这件抽查/,
  },
  proposeShareAction: {
    as: 'manager',
    fields: () => ({ roundId: ids.round ?? '', poolId: ids.programme ?? '' }),
    refusal: /没有等待分配的案件/,
  },
  releaseShareAction: {
    as: 'finance',
    fields: () => ({ shareOutId: ids.shareOut ?? '' }),
    refusal: /没有这项分配/,
  },
  declineShareAction: {
    as: 'finance',
    fields: () => ({ shareOutId: ids.shareOut ?? '', answer: '依据不足。' }),
    refusal: /没有这项分配/,
  },
  releaseIssueAction: {
    as: 'finance',
    fields: () => ({ proposalId: ids.proposal ?? '' }),
    refusal: /没有这项发放/,
  },
  declineIssueAction: {
    as: 'finance',
    fields: () => ({ proposalId: ids.proposal ?? '', ...why }),
    refusal: /没有这项发放/,
  },
  proposeBudgetChangeAction: {
    as: 'manager',
    fields: () => ({ poolId: ids.programme ?? '', toFen: '200000000', ...why }),
    refusal: /没有这项预算/,
  },
  releaseBudgetChangeAction: {
    as: 'finance',
    fields: () => ({ changeId: ids.change ?? '' }),
    refusal: /没有这项调整/,
  },
  declineBudgetChangeAction: {
    as: 'finance',
    fields: () => ({ changeId: ids.change ?? '', answer: '依据不足。' }),
    refusal: /没有这项调整/,
  },
  issueCertificateAction: {
    as: 'owner',
    fields: () => ({ voucherId: ids.voucher ?? '' }),
    refusal: /没有这张算力券/,
  },
  rotateKeyAction: {
    as: 'city_admin',
    fields: () => ({ seen: ids.key ?? '', algorithm: 'ed25519', confirmed: 'yes' }),
    refusal: /签名密钥已由他人更换/,
  },
  proposeRevocationAction: {
    as: 'finance',
    fields: () => ({ voucherId: ids.voucher ?? '', ground: '办法第十二条', ...why }),
    refusal: /没有这张算力券/,
  },
  proposeExtensionAction: {
    as: 'finance',
    fields: () => ({
      voucherId: ids.voucher ?? '',
      validTo: '2027-12-31',
      ground: '办法第十二条',
      ...why,
    }),
    refusal: /没有这张算力券/,
  },
  takeBackChangeAction: {
    as: 'finance',
    fields: () => ({ changeId: ids.voucherChange ?? '' }),
    refusal: /没有这项撤销或延期/,
  },
  releaseChangeAction: {
    as: 'finance',
    fields: () => ({ changeId: ids.voucherChange ?? '' }),
    refusal: /没有这项撤销或延期/,
  },
  declineChangeAction: {
    as: 'finance',
    fields: () => ({ changeId: ids.voucherChange ?? '', answer: '依据不足。' }),
    refusal: /没有这项撤销或延期/,
  },
  freezeVoucherAction: {
    as: 'finance',
    fields: () => ({ voucherId: ids.voucher ?? '', ...why }),
    refusal: /没有这张算力券/,
  },
  unfreezeVoucherAction: {
    as: 'finance',
    fields: () => ({ voucherId: ids.voucher ?? '' }),
    refusal: /没有这张算力券/,
  },
  uploadImportAction: {
    as: 'manager',
    fields: () => ({ programmeId: ids.automatic ?? '', file: csv() }),
    refusal: /没有这项免申即享的政策/,
  },
  mapImportAction: {
    as: 'manager',
    fields: () => ({ importId: ids.list ?? '', period: '2026' }),
    refusal: /没有这份名单/,
  },
  checkImportAction: {
    as: 'manager',
    fields: () => ({ importId: ids.list ?? '' }),
    refusal: /没有这份名单/,
  },
  uploadCorrectionsAction: {
    as: 'manager',
    fields: () => ({ importId: ids.list ?? '', file: csv() }),
    refusal: /没有这份名单/,
  },
  discardImportAction: {
    as: 'manager',
    fields: () => ({ importId: ids.list ?? '', ...why }),
    refusal: /没有这份名单/,
  },
  correctRowAction: {
    as: 'manager',
    fields: () => ({ rowId: ids.row ?? '', cell_name: '乙公司' }),
    refusal: /没有这一行/,
  },
  setAsideRowAction: {
    as: 'manager',
    fields: () => ({ rowId: ids.row ?? '', ...why }),
    refusal: /没有这一行/,
  },
  setAsideProblemAction: {
    as: 'manager',
    fields: () => ({ importId: ids.list ?? '', problem: 'required', ...why }),
    refusal: /没有这份名单/,
  },
  takeBackRowAction: {
    as: 'manager',
    fields: () => ({ rowId: ids.row ?? '' }),
    refusal: /没有这一行/,
  },
  proposeImportAction: {
    as: 'manager',
    fields: () => ({ importId: ids.list ?? '' }),
    refusal: /没有这份名单/,
  },
  releaseImportAction: {
    as: 'finance',
    fields: () => ({ importId: ids.list ?? '' }),
    refusal: /没有这份名单/,
  },
  publishListAction: {
    as: 'finance',
    fields: () => ({ importId: ids.list ?? '' }),
    refusal: /没有这份名单/,
  },
  withdrawListAction: {
    as: 'finance',
    fields: () => ({ importId: ids.list ?? '', ...why }),
    refusal: /没有这份名单/,
  },
  takeOffListedAction: {
    as: 'finance',
    fields: () => ({ rowId: ids.row ?? '', ...why }),
    refusal: /没有这一行/,
  },
  declineImportAction: {
    as: 'finance',
    fields: () => ({ importId: ids.list ?? '', ...why }),
    refusal: /没有这份名单/,
  },
  resendInvitationAction: {
    as: 'manager',
    fields: () => ({ rowId: ids.row ?? '' }),
    refusal: /没有这一行/,
  },
  readNotificationAction: {
    as: 'owner',
    fields: () => ({ notificationId: ids.notification ?? '' }),
    refusal: /没有这条通知/,
  },
  openNotificationAction: {
    as: 'owner',
    fields: () => ({ notificationId: ids.notification ?? '' }),
    refusal: /没有这条通知/,
  },
  switchMembershipAction: {
    as: 'reviewer',
    fields: () => ({ membershipId: ids.membership ?? '' }),
    refusal: /没有这一身份/,
  },
  endMembershipAction: {
    as: 'city_admin',
    fields: () => ({ membershipId: ids.membership ?? '' }),
    refusal: /没有这一身份/,
  },
  changeRoleAction: {
    as: 'owner',
    fields: () => ({ membershipId: ids.colleague ?? '', role: 'owner' }),
    refusal: /没有这一身份/,
  },
  endColleagueAction: {
    as: 'owner',
    fields: () => ({ membershipId: ids.colleague ?? '' }),
    refusal: /没有这一身份/,
  },
  handOverAction: {
    as: 'owner',
    fields: () => ({ membershipId: ids.colleague ?? '', then: 'stay' }),
    refusal: /没有这一身份/,
  },
  revokeInvitationAction: {
    as: 'owner',
    fields: () => ({ invitationId: ids.invitation ?? '' }),
    refusal: /没有这份邀请/,
  },
  renewInvitationAction: {
    as: 'owner',
    fields: () => ({ invitationId: ids.invitation ?? '' }),
    refusal: /没有这份邀请/,
  },
  saveContactAction: {
    as: 'owner',
    fields: () => ({ entryId: ids.contact ?? '', name: '别人', phone: '13800138000' }),
    refusal: /没有这一条/,
  },
  removeContactAction: {
    as: 'owner',
    fields: () => ({ entryId: ids.contact ?? '' }),
    refusal: /没有这一条/,
  },
  savePartyAction: {
    as: 'owner',
    fields: () => ({ entryId: ids.party ?? '', kind: 'shareholder', name: '别人', share: '1' }),
    refusal: /没有这一条/,
  },
  removePartyAction: {
    as: 'owner',
    fields: () => ({ entryId: ids.party ?? '' }),
    refusal: /没有这一条/,
  },
  confirmMandateAction: {
    as: 'city_admin',
    fields: () => ({ mandateId: ids.mandate ?? '' }),
    refusal: /没有这项委托/,
  },
  declineMandateAction: {
    as: 'city_admin',
    fields: () => ({ mandateId: ids.mandate ?? '', answer: '退回。' }),
    refusal: /没有这项委托/,
  },
  endMandateAction: {
    as: 'city_admin',
    fields: () => ({ mandateId: ids.otherMandate ?? '', endReason: '终止。' }),
    refusal: /没有这项委托/,
  },
  enterMandateAction: {
    as: 'operator_admin',
    fields: () => ({ mandateId: ids.otherMandate ?? '' }),
    refusal: /该委托今天不在期限内/,
  },
  verifyOrganisationAction: {
    as: 'manager',
    fields: () => ({ verificationId: ids.verification ?? '', revision: '0' }),
    refusal: /没有这项核验申请/,
  },
  refuseVerificationAction: {
    as: 'manager',
    fields: () => ({ verificationId: ids.verification ?? '', ...why }),
    refusal: /没有这项核验申请/,
  },
};

/** Actions on nothing that another place could have: a new thing, the actor's own, the portal's, or what a secret names. */
const reachNothing = [
  'startApplicationAction',
  'demoSignInAction',
  'advanceClockAction',
  'createAccountAction',
  'openSessionAction',
  'forgotPasswordAction',
  'setNewPasswordAction',
  'closeSessionAction',
  'revokeSessionAction',
  'registerOrganisationAction',
  'saveRegistrationAction',
  'saveBankAccountAction',
  'confirmBankAccountAction',
  'cancelBankChangeAction',
  'requestVerificationAction',
  'inviteColleagueAction',
  'leaveOrganisationAction',
  'proposeMandateAction',
  'leaveMandateAction',
  'inviteOfficialAction',
  'appointCityAdminAction',
  'addCityAction',
  'acceptInvitationAction',
  'changeLocaleAction',
  'readAllNotificationsAction',
  'saveWishesAction',
  'createProgrammeAction',
  'fileObjectionAction',
  'saveTemplateAction',
  'proposeYearAction',
  'releaseYearAction',
  'declineYearAction',
];

describe('somebody of another place', () => {
  it('is tried with every action, unless it is on nothing that another place could have', () => {
    expect([...Object.keys(reaches), ...reachNothing].sort()).toEqual(Object.keys(required).sort());
  });

  it.each(Object.entries(reaches))(
    '%s: gets the answer that there is no such thing',
    async (name, reach) => {
      await signedIn(reach.stranger ?? strangers[reach.as] ?? '');
      const before = await changes();
      const state = await send(name, { ...reach.fields(), csrf: await csrfToken() });
      expect(state.status).not.toBe('done');
      const said = [messageOf(state), ...errorsOf(state)].join(' ');
      expect(said).toMatch(reach.refusal);
      expect(await changes()).toBe(before);
    },
  );
});
