import type { Locale } from '@/lib/locale';
import { messages } from '@/lib/messages';
import { patternOf } from './domain/parameters';
import { factNames, termNames } from './term-messages';
import { valueNames } from './value-messages';

/**
 * What each parameter is called, by its path without the places of rows. A part that means the
 * same wherever it stands is called by its last step alone.
 */
const labels = messages({
  // Parts that many rules have.
  clause: { 'zh-CN': '条款（如 5.2）', en: 'Article (as 5.2)' },
  yuan: { 'zh-CN': '金额', en: 'Amount' },
  id: { 'zh-CN': '代号', en: 'Code' },
  title: { 'zh-CN': '名称', en: 'Name' },
  number: { 'zh-CN': '批次', en: 'Round' },

  // Situations
  applicantTypes: { 'zh-CN': '单位类别', en: 'Kind of organisation' },
  firmYoungerThanMonths: { 'zh-CN': '成立不满（个月）', en: 'Registered less than (months) ago' },
  firmOlderThanMonths: { 'zh-CN': '成立已满（个月）', en: 'Registered at least (months) ago' },
  regions: { 'zh-CN': '行政区划代码', en: 'Administrative divisions' },
  sizes: { 'zh-CN': '企业规模', en: 'Size of the firm' },
  sectors: { 'zh-CN': '行业', en: 'Sector' },
  onePerson: { 'zh-CN': '一人公司（OPC）', en: 'One-person company' },
  chipOrigin: { 'zh-CN': '芯片来源', en: 'Chips' },
  purpose: { 'zh-CN': '算力用途', en: 'Purpose of the compute' },
  models: { 'zh-CN': '模型备案情况', en: 'Registration of the model' },
  projects: { 'zh-CN': '承担项目的级别', en: 'Public projects won' },
  direction: { 'zh-CN': '申请方向', en: 'Direction' },
  side: { 'zh-CN': '申请方', en: 'Who claims' },
  baseAtLeastYuan: { 'zh-CN': '计算基数不低于', en: 'Amount that counts at least' },
  baseBelowYuan: { 'zh-CN': '计算基数低于', en: 'Amount that counts below' },
  flags: { 'zh-CN': '自设问题须答“是”', en: 'Own questions answered yes' },
  notFlags: { 'zh-CN': '自设问题须答“否”', en: 'Own questions answered no' },

  // About
  'guide.title': { 'zh-CN': '政策名称', en: 'Title' },
  'guide.summary': { 'zh-CN': '一句话说明', en: 'Summary' },
  'rules.mode': { 'zh-CN': '兑现方式', en: 'How it pays' },
  'rules.kind': { 'zh-CN': '券种', en: 'Kind of voucher' },
  'rules.unit': { 'zh-CN': '计量单位', en: 'Unit' },

  // Who
  'rules.applicants': { 'zh-CN': '支持对象', en: 'Who is supported' },
  'rules.applicants.types': { 'zh-CN': '单位类别', en: 'Kinds of organisations' },
  'rules.requirements': { 'zh-CN': '必备条件', en: 'Requirements' },
  'rules.questions': { 'zh-CN': '自设问题（是或否）', en: 'Own questions (yes or no)' },
  'rules.questions.text': { 'zh-CN': '问题', en: 'Question' },
  'rules.directions': { 'zh-CN': '申请方向', en: 'Directions' },
  'rules.beneficiary': { 'zh-CN': '申请方与收款方', en: 'Who claims and who is paid' },
  'rules.beneficiary.side': { 'zh-CN': '申请方', en: 'Who claims' },
  'rules.beneficiary.payee': { 'zh-CN': '收款方', en: 'Who is paid' },
  'rules.beneficiary.exclusive': {
    'zh-CN': '同一合同仅一方可申请',
    en: 'Only one side may claim for a contract',
  },
  'rules.consecutiveYears': { 'zh-CN': '连续支持年数', en: 'Years in a row' },
  'rules.consecutiveYears.most': { 'zh-CN': '最多（年）', en: 'At most (years)' },

  // Conditions
  'rules.claim': { 'zh-CN': '申领方式', en: 'What is claimed for' },
  'rules.claim.basis': { 'zh-CN': '凭什么申领', en: 'Claimed on' },
  'rules.claim.voucher': { 'zh-CN': '发放算力券', en: 'A voucher is issued' },
  'rules.claim.oncePerContract': {
    'zh-CN': '每份合同只能申领一次',
    en: 'Once for each contract',
  },
  'rules.purposes': { 'zh-CN': '算力用途', en: 'Purposes' },
  'rules.purposes.allowed': { 'zh-CN': '支持的用途', en: 'Purposes that are supported' },
  'rules.contract': { 'zh-CN': '合同', en: 'Contract' },
  'rules.contract.signedFrom': { 'zh-CN': '签订不早于', en: 'Signed on or after' },
  'rules.contract.signedTo': { 'zh-CN': '签订不晚于', en: 'Signed on or before' },
  'rules.contract.longestMonths': { 'zh-CN': '最长期限（月）', en: 'Longest term (months)' },
  'rules.vendors': { 'zh-CN': '服务商', en: 'Vendors' },
  'rules.vendors.scope': { 'zh-CN': '范围', en: 'Which vendors' },
  'rules.vendors.items': { 'zh-CN': '须入库的服务项目', en: 'Accredited for' },
  'rules.vendors.leastPetaflops': {
    'zh-CN': '算力规模至少（PFLOPS）',
    en: 'Capacity at least (PFLOPS)',
  },
  'rules.vendors.regions': { 'zh-CN': '算力所在地代码', en: 'Where the compute is' },
  'rules.vendors.listedWhenSigned': {
    'zh-CN': '签订合同时已入库',
    en: 'Accredited when the contract was signed',
  },
  'rules.affiliates': { 'zh-CN': '关联关系不予支持', en: 'No affiliates' },
  'rules.affiliates.sharePercent': {
    'zh-CN': '持股达到（%）即为关联',
    en: 'Affiliated from a share of (%)',
  },
  'rules.affiliates.commonController': {
    'zh-CN': '同一控制人视为关联',
    en: 'A common controller counts',
  },
  'rules.affiliates.lookThrough': { 'zh-CN': '间接持股计入', en: 'Indirect shares count' },
  'rules.stacking': { 'zh-CN': '其他财政支持', en: 'Other public support' },
  'rules.stacking.otherSupportAllowed': { 'zh-CN': '可同时享受', en: 'May be had as well' },
  'rules.stacking.scope': { 'zh-CN': '不得同时享受的范围', en: 'What rules it out' },
  'rules.stacking.totalPercent': {
    'zh-CN': '合计不超过合同的（%）',
    en: 'Together at most (%) of the contract',
  },
  'rules.stacking.deduct': { 'zh-CN': '其他支持从哪里扣除', en: 'Other support is taken off' },
  'rules.stacking.upperTierFirst': {
    'zh-CN': '须先申请上级支持',
    en: 'The higher tier comes first',
  },
  'rules.intake': { 'zh-CN': '受理方式', en: 'Intake' },
  'rules.intake.kind': { 'zh-CN': '方式', en: 'In what way' },
  'rules.intake.places': { 'zh-CN': '每批名额', en: 'Places of a round' },

  // Amounts
  'rules.base': { 'zh-CN': '计算基数', en: 'What the subsidy is worked out from' },
  'rules.base.of': { 'zh-CN': '以什么为基数', en: 'Amount' },
  'rules.base.proration': { 'zh-CN': '按政策期折算', en: 'By the days in a period' },
  'rules.base.proration.from': { 'zh-CN': '政策期自', en: 'Period from' },
  'rules.base.proration.to': { 'zh-CN': '政策期至', en: 'Period to' },
  'rules.base.proration.dayCount': { 'zh-CN': '首日', en: 'The first day' },
  'rules.base.proration.rounding': { 'zh-CN': '折算后取整', en: 'Rounding of the share' },
  'rules.costs': { 'zh-CN': '费用项目', en: 'Costs' },
  'rules.costs.items': { 'zh-CN': '计入', en: 'Count' },
  'rules.costs.excluded': { 'zh-CN': '不计入', en: 'Do not count' },
  'rules.costs.taxIncluded': { 'zh-CN': '含增值税', en: 'With value-added tax' },
  'rules.rates': { 'zh-CN': '补贴比例', en: 'Rates' },
  'rules.rates.percent': { 'zh-CN': '比例（%）', en: 'Rate (%)' },
  'rules.rateKind': { 'zh-CN': '比例的性质', en: 'What the rate is' },
  'rules.pick': { 'zh-CN': '同时符合几项时', en: 'Where several rates fit' },
  'rules.rounding': { 'zh-CN': '取整', en: 'Rounding' },
  unitFen: { 'zh-CN': '取整到', en: 'To whole' },
  'rules.rounding.mode': { 'zh-CN': '尾数', en: 'Fractions' },
  'rules.base.proration.rounding.mode': { 'zh-CN': '尾数', en: 'Fractions' },
  'rules.roundingAt': { 'zh-CN': '何时取整', en: 'What is rounded' },
  'rules.threshold': { 'zh-CN': '金额门槛', en: 'Threshold' },
  'rules.threshold.perYear': { 'zh-CN': '按年计', en: 'A year' },
  'rules.minimumAward': { 'zh-CN': '发放起点', en: 'Least award' },
  'rules.minimumAward.of': { 'zh-CN': '与什么比较', en: 'Held against' },
  'rules.capPerContract': { 'zh-CN': '每个合同上限', en: 'Cap per contract' },
  'rules.capPerYear': { 'zh-CN': '每个自然年上限', en: 'Cap per calendar year' },
  'rules.caps': { 'zh-CN': '其他上限', en: 'Further caps' },
  'rules.caps.per': { 'zh-CN': '计算范围', en: 'Over' },
  'rules.caps.counts': { 'zh-CN': '哪些计入上限', en: 'What uses it up' },
  'rules.caps.periodMonths': { 'zh-CN': '期间（个月）', en: 'Period (months)' },
  'rules.caps.raisedByDecision': { 'zh-CN': '本市可决定提高', en: 'The city may raise it' },
  'rules.fixedAwards': { 'zh-CN': '定额奖励', en: 'Fixed awards' },
  'rules.fixedAwards.insideCap': { 'zh-CN': '计入上限', en: 'Counts towards the cap' },
  'rules.voucher': { 'zh-CN': '算力券', en: 'The voucher' },
  'rules.voucher.validMonths': { 'zh-CN': '有效期（个月）', en: 'Valid for (months)' },
  'rules.voucher.transferable': { 'zh-CN': '可转让', en: 'Transferable' },
  'rules.affiliates.allowed': { 'zh-CN': '允许关联', en: 'Affiliates allowed' },
  'rules.voucher.partialUse': { 'zh-CN': '可分次使用', en: 'May be spent in parts' },
  'rules.voucher.percentOfOrder': {
    'zh-CN': '每笔订单最多抵扣（%）',
    en: 'Pays at most (%) of an order',
  },
  'rules.voucher.holdDays': { 'zh-CN': '锁定期（天）', en: 'A hold lasts (days)' },
  'rules.inKind': { 'zh-CN': '实物算力', en: 'Compute in kind' },
  'rules.inKind.quantity': { 'zh-CN': '数量', en: 'Quantity' },
  'rules.inKind.unit': { 'zh-CN': '单位', en: 'Unit' },
  'rules.inKind.by': { 'zh-CN': '提供方', en: 'Given by' },

  // Documents, process, time
  'rules.evidence': { 'zh-CN': '申请材料', en: 'Documents' },
  'rules.evidence.application': { 'zh-CN': '申请时', en: 'With the application' },
  'rules.evidence.redemption': { 'zh-CN': '核销时', en: 'With each redemption' },
  'guide.process': { 'zh-CN': '办理步骤', en: 'Steps' },
  'rules.settlement': { 'zh-CN': '结算拨付', en: 'Settlement' },
  'rules.settlement.cycle': { 'zh-CN': '周期', en: 'How often' },
  'rules.settlement.advancePercent': { 'zh-CN': '预拨备用金（%）', en: 'Paid in advance (%)' },
  'rules.service': { 'zh-CN': '办理时限', en: 'How long it takes' },
  'rules.service.reviewWorkingDays': { 'zh-CN': '审核（工作日）', en: 'Review (working days)' },
  'rules.service.correctionWorkingDays': {
    'zh-CN': '补正（工作日）',
    en: 'Correction (working days)',
  },
  'rules.service.noticeWorkingDays': { 'zh-CN': '公示（天）', en: 'Public notice (days)' },
  'rules.service.noticeDays': { 'zh-CN': '公示按', en: 'Public notice counts' },
  'rules.service.appealWorkingDays': {
    'zh-CN': '申诉期限（工作日）',
    en: 'Time for an appeal (working days)',
  },
  'rules.service.autoApproveYuan': { 'zh-CN': '免复审金额上限', en: 'No final review up to' },
  'rules.service.stages': { 'zh-CN': '审核环节', en: 'Stages of review' },
  'rules.service.stages.workingDays': { 'zh-CN': '工作日', en: 'Working days' },
  'rules.terms': { 'zh-CN': '条款的施行与暂停', en: 'Terms of single articles' },
  'rules.terms.from': { 'zh-CN': '施行自', en: 'In force from' },
  'rules.terms.to': { 'zh-CN': '施行至', en: 'In force to' },
  'rules.terms.suspendedFrom': { 'zh-CN': '暂停自', en: 'Suspended from' },
  'rules.terms.suspendedTo': { 'zh-CN': '暂停至', en: 'Suspended to' },
  'rules.terms.reason': { 'zh-CN': '原因', en: 'Reason' },

  // Basis, questions, contact
  'guide.basis': { 'zh-CN': '设定依据', en: 'Legal basis' },
  'rules.source': { 'zh-CN': '来源', en: 'Source' },
  'rules.source.title': { 'zh-CN': '文件名称', en: 'Title of the document' },
  'rules.source.url': { 'zh-CN': '网址', en: 'Address' },
  'rules.source.grade': { 'zh-CN': '来源性质', en: 'Kind of source' },
  'rules.source.effectiveFrom': { 'zh-CN': '施行自', en: 'In force from' },
  'rules.source.effectiveTo': { 'zh-CN': '施行至', en: 'In force to' },
  'rules.assumed': { 'zh-CN': '原文未明之处的设定', en: 'What the text leaves open' },
  'guide.questions': { 'zh-CN': '常见问题', en: 'Questions and answers' },
  'guide.questions.question': { 'zh-CN': '问题', en: 'Question' },
  'guide.questions.answer': { 'zh-CN': '回答', en: 'Answer' },
  'guide.contact': { 'zh-CN': '咨询', en: 'Contact' },
  'guide.supervision': { 'zh-CN': '监督投诉', en: 'Complaints' },

  // Rounds and money
  rounds: { 'zh-CN': '申报批次', en: 'Rounds' },
  'rounds.opensOn': { 'zh-CN': '开放日期', en: 'Opens on' },
  'rounds.opensAt': { 'zh-CN': '开放时间', en: 'Opens at' },
  'rounds.closesOn': { 'zh-CN': '截止日期', en: 'Closes on' },
  'rounds.closesAt': { 'zh-CN': '截止时间', en: 'Closes at' },
  budgetYuan: { 'zh-CN': '预算', en: 'Budget' },
  'rules.pool': { 'zh-CN': '预算', en: 'Budget' },
  'rules.pool.exhaustion': { 'zh-CN': '余额不足时', en: 'Where it falls short' },
  'rules.pool.subPools': { 'zh-CN': '分项预算', en: 'Parts of the budget' },
  'rules.funding': { 'zh-CN': '资金分担', en: 'Who bears it' },
  'rules.funding.shares': { 'zh-CN': '分担方', en: 'Funders' },
  'rules.funding.shares.funder': { 'zh-CN': '出资方', en: 'Funder' },
  'rules.funding.shares.parts': { 'zh-CN': '份数', en: 'Parts' },
  'rules.funding.oddFenTo': { 'zh-CN': '尾数归第几方', en: 'Odd fen go to funder no.' },

  // Examples
  examples: { 'zh-CN': '算例', en: 'Worked examples' },
  'examples.facts': { 'zh-CN': '情形', en: 'Situation' },
  'examples.expected': { 'zh-CN': '应得结果', en: 'What the text gives' },
  'examples.expected.amount': { 'zh-CN': '应得金额', en: 'Amount' },
  'examples.expected.refusals': { 'zh-CN': '或：不予支持的原因', en: 'Or: reasons against' },
  on: { 'zh-CN': '申请日期', en: 'Day of the application' },
  applicantType: { 'zh-CN': '单位类别', en: 'Kind of organisation' },
  registeredOn: { 'zh-CN': '成立日期', en: 'Registered on' },
  region: { 'zh-CN': '注册地代码', en: 'Division of registration' },
  size: { 'zh-CN': '企业规模', en: 'Size of the firm' },
  sector: { 'zh-CN': '行业', en: 'Sector' },
  model: { 'zh-CN': '模型备案情况', en: 'Registration of the model' },
  project: { 'zh-CN': '承担项目的级别', en: 'Public project won' },
  otherSideClaims: { 'zh-CN': '合同另一方已申请', en: 'The other side claims' },
  'examples.facts.flags': { 'zh-CN': '自设问题', en: 'Own questions' },
  contractAmount: { 'zh-CN': '合同金额', en: 'Contract amount' },
  paidAmount: { 'zh-CN': '已支付金额', en: 'Amount paid' },
  settledAmount: { 'zh-CN': '已结算金额', en: 'Amount settled' },
  meteredAmount: { 'zh-CN': '平台计量金额', en: 'Metered spend' },
  requestedAmount: { 'zh-CN': '申请额度', en: 'Amount asked for' },
  excludedAmount: { 'zh-CN': '不计入的费用', en: 'Costs that do not count' },
  taxAmount: { 'zh-CN': '增值税', en: 'Value-added tax' },
  signedOn: { 'zh-CN': '签订日期', en: 'Signed on' },
  startsOn: { 'zh-CN': '服务开始', en: 'Service from' },
  endsOn: { 'zh-CN': '服务结束', en: 'Service to' },
  contractClaimed: { 'zh-CN': '该合同已申领过', en: 'Contract claimed for before' },
  affiliated: { 'zh-CN': '与服务商关联', en: 'Affiliated with the vendor' },
  sharePercent: { 'zh-CN': '持股（%）', en: 'Shareholding (%)' },
  commonController: { 'zh-CN': '同一控制人', en: 'Common controller' },
  otherSupport: { 'zh-CN': '另有财政支持', en: 'Other public support' },
  otherSupportAmount: { 'zh-CN': '其他财政支持金额', en: 'How much other support' },
  upperTierClaimed: { 'zh-CN': '已申请上级支持', en: 'Higher tier claimed' },
  vendorListed: { 'zh-CN': '服务商已入库', en: 'Vendor is accredited' },
  vendorItems: { 'zh-CN': '服务商入库项目', en: 'Vendor accredited for' },
  vendorPetaflops: { 'zh-CN': '服务商算力（PFLOPS）', en: 'Vendor’s capacity (PFLOPS)' },
  vendorRegion: { 'zh-CN': '算力所在地代码', en: 'Where the compute is' },
  vendorListedOn: { 'zh-CN': '服务商入库日期', en: 'Vendor accredited on' },
  usedAmount: { 'zh-CN': '今年已获', en: 'Awarded this year' },
  'examples.facts.used': { 'zh-CN': '此前已获和已兑付', en: 'Had before' },
  yearRedeemed: { 'zh-CN': '今年已兑付', en: 'Paid out this year' },
  lifeClaimed: { 'zh-CN': '政策期内已获', en: 'Awarded so far' },
  lifeRedeemed: { 'zh-CN': '政策期内已兑付', en: 'Paid out so far' },
  directionClaimed: { 'zh-CN': '本方向已获', en: 'Awarded in the direction' },
  directionRedeemed: { 'zh-CN': '本方向已兑付', en: 'Paid out in the direction' },
  periodClaimed: { 'zh-CN': '期间内已获', en: 'Awarded in the period' },
  periodRedeemed: { 'zh-CN': '期间内已兑付', en: 'Paid out in the period' },
  'examples.facts.fixedAwards': { 'zh-CN': '定额奖励', en: 'Fixed awards' },
  decidedCapAmount: { 'zh-CN': '本市决定的上限', en: 'Cap decided by the city' },
  yearsBefore: { 'zh-CN': '此前连续支持年数', en: 'Years in a row before' },
  placesTaken: { 'zh-CN': '本批已用名额', en: 'Places taken' },
  poolAmount: { 'zh-CN': '可用预算', en: 'Free budget' },
  'examples.facts.subPoolAmounts': { 'zh-CN': '分项余额', en: 'Left in the parts' },
  demandAmount: { 'zh-CN': '本批全部应发', en: 'What everybody is entitled to' },
});

/** What a value of a choice is called, where its own name says too little: `path:value`. */
const values = messages({
  'rules.beneficiary.side:either': { 'zh-CN': '任一方', en: 'either side' },
  'rules.beneficiary.payee:buyer': { 'zh-CN': '使用方', en: 'whoever uses the compute' },
  'rules.beneficiary.payee:vendor': { 'zh-CN': '服务商', en: 'the vendor' },
  'rules.claim.basis:contract': { 'zh-CN': '合同', en: 'a contract' },
  'rules.claim.basis:quota': { 'zh-CN': '额度（签订合同前）', en: 'a quota, before any contract' },
  'rules.claim.basis:settled_use': { 'zh-CN': '已结算的使用', en: 'use that was settled' },
  'rules.vendors.scope:listed': { 'zh-CN': '本市已入库的', en: 'accredited by this city' },
  'rules.vendors.scope:any': { 'zh-CN': '不限', en: 'any' },
  'rules.stacking.scope:contract': { 'zh-CN': '同一合同', en: 'support for the same contract' },
  'rules.stacking.scope:applicant': { 'zh-CN': '同类支持', en: 'any support of this kind' },
  'rules.stacking.deduct:base': { 'zh-CN': '从计算基数扣除', en: 'the amount that counts' },
  'rules.stacking.deduct:award': { 'zh-CN': '从补贴金额扣除', en: 'the award' },
  'rules.intake.kind:rolling': { 'zh-CN': '常年受理', en: 'rolling' },
  'rules.intake.kind:batch': { 'zh-CN': '分批受理', en: 'in batches' },
  'rules.intake.kind:quota': { 'zh-CN': '限定名额', en: 'a number of places' },
  'rules.base.of:contract': { 'zh-CN': '合同金额', en: 'the contract' },
  'rules.base.of:paid': { 'zh-CN': '已支付金额', en: 'what was paid' },
  'rules.base.of:settled': { 'zh-CN': '已结算金额', en: 'what was settled' },
  'rules.base.of:metered': { 'zh-CN': '平台计量金额', en: 'metered spend' },
  'rules.base.of:quota': { 'zh-CN': '申请额度', en: 'what is asked for' },
  'rules.base.proration.dayCount:exclusive': { 'zh-CN': '首日不计', en: 'is left out' },
  'rules.base.proration.dayCount:inclusive': { 'zh-CN': '首日计入', en: 'counts' },
  'mode:truncate': { 'zh-CN': '舍去', en: 'cut off' },
  'mode:half_up': { 'zh-CN': '四舍五入', en: 'rounded half up' },
  'mode:up': { 'zh-CN': '进一', en: 'rounded up' },
  'unitFen:1': { 'zh-CN': '分', en: 'fen' },
  'unitFen:100': { 'zh-CN': '元', en: 'yuan' },
  'unitFen:10000': { 'zh-CN': '百元', en: '¥100' },
  'unitFen:1000000': { 'zh-CN': '万元', en: '¥10,000' },
  'rules.rateKind:ceiling': { 'zh-CN': '上限，可少批', en: 'a ceiling: less may be approved' },
  'rules.rateKind:fixed': { 'zh-CN': '定额，按此发放', en: 'what is given' },
  'rules.pick:max': { 'zh-CN': '取最高', en: 'the highest' },
  'rules.pick:priority': { 'zh-CN': '取排在前面的', en: 'the first in this order' },
  'rules.roundingAt:rate': { 'zh-CN': '乘以比例后', en: 'the product of the rate' },
  'rules.roundingAt:award': { 'zh-CN': '全部限制之后', en: 'the award after every limit' },
  'rules.minimumAward.of:entitlement': { 'zh-CN': '按比例算出的金额', en: 'what the rate gives' },
  'rules.minimumAward.of:voucher': { 'zh-CN': '实际券面额', en: 'the voucher issued' },
  'rules.caps.per:contract': { 'zh-CN': '每个合同', en: 'a contract' },
  'rules.caps.per:year': { 'zh-CN': '每个自然年', en: 'a calendar year' },
  'rules.caps.per:life': { 'zh-CN': '政策期内累计', en: 'the life of the programme' },
  'rules.caps.per:direction': { 'zh-CN': '每个方向', en: 'a direction' },
  'rules.caps.per:period': { 'zh-CN': '滚动期间', en: 'a running period' },
  'rules.caps.counts:claimed': { 'zh-CN': '已获金额', en: 'what was awarded' },
  'rules.caps.counts:redeemed': { 'zh-CN': '已兑付金额', en: 'what was paid out' },
  'rules.caps.counts:both': { 'zh-CN': '两者中较大的', en: 'the larger of both' },
  'rules.service.noticeDays:working': { 'zh-CN': '工作日', en: 'working days' },
  'rules.service.noticeDays:calendar': { 'zh-CN': '自然日', en: 'calendar days' },
  'rules.pool.exhaustion:reject': { 'zh-CN': '不予发放', en: 'nothing is given' },
  'rules.pool.exhaustion:partial': { 'zh-CN': '按余额发放', en: 'what is left is given' },
  'rules.pool.exhaustion:queue': { 'zh-CN': '排队等待', en: 'the award waits for money' },
  'rules.pool.exhaustion:pro_rata': { 'zh-CN': '按比例分配', en: 'everybody gets the same share' },
  'fixedAwards:claimed': { 'zh-CN': '本次申请', en: 'asked for now' },
  'fixedAwards:taken': { 'zh-CN': '此前已获', en: 'had before' },
});

/** A reason against, in a few words, for choosing it. */
const refusalNames = messages({
  programme_not_begun: { 'zh-CN': '政策未施行', en: 'programme not begun' },
  programme_ended: { 'zh-CN': '政策已到期', en: 'programme ended' },
  clause_not_in_force: { 'zh-CN': '条款未施行', en: 'article not in force' },
  applicant_type: { 'zh-CN': '单位类别不符', en: 'kind of organisation' },
  region_outside: { 'zh-CN': '注册地不符', en: 'registered elsewhere' },
  firm_too_old: { 'zh-CN': '成立过久', en: 'firm too old' },
  firm_too_young: { 'zh-CN': '成立不久', en: 'firm too young' },
  firm_size: { 'zh-CN': '规模不符', en: 'size of the firm' },
  sector: { 'zh-CN': '行业不符', en: 'sector' },
  not_one_person: { 'zh-CN': '非一人公司', en: 'no one-person company' },
  chip_origin: { 'zh-CN': '芯片来源不符', en: 'chips' },
  model_status: { 'zh-CN': '模型备案不符', en: 'registration of the model' },
  project_rank: { 'zh-CN': '项目级别不符', en: 'public projects' },
  direction_not_supported: { 'zh-CN': '方向不支持', en: 'direction' },
  side_not_supported: { 'zh-CN': '申请方不符', en: 'the wrong side claims' },
  other_side_claims: { 'zh-CN': '另一方已申请', en: 'the other side claims' },
  condition_unmet: { 'zh-CN': '自设条件不符', en: 'own condition' },
  fact_missing: { 'zh-CN': '缺少信息', en: 'something is missing' },
  purpose_not_supported: { 'zh-CN': '用途不支持', en: 'purpose' },
  base_missing: { 'zh-CN': '缺少计算金额', en: 'no amount to work from' },
  contract_signed_early: { 'zh-CN': '签订过早', en: 'signed too early' },
  contract_signed_late: { 'zh-CN': '签订过晚', en: 'signed too late' },
  contract_too_long: { 'zh-CN': '合同过长', en: 'contract too long' },
  contract_dates_reversed: { 'zh-CN': '服务日期颠倒', en: 'dates reversed' },
  contract_claimed: { 'zh-CN': '合同已申领', en: 'contract claimed before' },
  affiliated_vendor: { 'zh-CN': '与服务商关联', en: 'affiliated' },
  other_support: { 'zh-CN': '已获其他支持', en: 'other support' },
  other_support_unstated: { 'zh-CN': '其他支持未填金额', en: 'other support not stated' },
  upper_tier_first: { 'zh-CN': '未先申请上级', en: 'higher tier first' },
  vendor_not_listed: { 'zh-CN': '服务商未入库', en: 'vendor not accredited' },
  vendor_item: { 'zh-CN': '服务项目未入库', en: 'vendor’s items' },
  vendor_capacity: { 'zh-CN': '服务商规模不足', en: 'vendor too small' },
  vendor_region: { 'zh-CN': '算力所在地不符', en: 'compute elsewhere' },
  vendor_listed_late: { 'zh-CN': '服务商入库过晚', en: 'vendor accredited late' },
  years_used_up: { 'zh-CN': '连续年数已满', en: 'years used up' },
  places_taken: { 'zh-CN': '名额已满', en: 'places taken' },
  rate_none: { 'zh-CN': '无适用比例', en: 'no rate' },
  outside_period: { 'zh-CN': '不在政策期', en: 'outside the period' },
  below_threshold: { 'zh-CN': '低于门槛', en: 'below the threshold' },
  above_limit: { 'zh-CN': '高于限额', en: 'above the limit' },
  amount_zero: { 'zh-CN': '结果为零', en: 'comes to nothing' },
  below_minimum: { 'zh-CN': '低于起点', en: 'below the least award' },
  support_used_up: { 'zh-CN': '其他支持已达上限', en: 'support used up' },
  cap_used_up: { 'zh-CN': '上限已用完', en: 'cap used up' },
  pool_exhausted: { 'zh-CN': '预算不足', en: 'budget exhausted' },
});

type Names = Readonly<Record<string, string | undefined>>;
const lastOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);
const language = /\.(zh-CN|en)$/;

/** What a field, a rule or a list is called. @param path with or without places and language */
export function parameterLabel(locale: Locale, path: string): string {
  const known: Names = labels(locale);
  const pattern = patternOf(path)
    .replace(language, '')
    .replace(/\.[?#]$/, '');
  return known[pattern] ?? known[lastOf(pattern)] ?? '';
}

/** What a value that can be chosen is called. */
export function valueLabel(locale: Locale, path: string, value: string): string {
  const pattern = patternOf(path);
  const own: Names = values(locale);
  const texts: Readonly<Record<string, unknown>> = valueNames(locale);
  const named = (key: string) => {
    const text = texts[key];
    return typeof text === 'string' ? text : undefined;
  };
  const terms: Names = termNames(locale);
  const refusals: Names = refusalNames(locale);
  const last = lastOf(pattern);
  if (last === 'refusals') return refusals[value] ?? value;
  if (last === 'grade') return named(`grade_${value}`) ?? value;
  if (pattern.startsWith('rules.evidence')) return named(`paper_${value}`) ?? value;
  const parent = lastOf(pattern.slice(0, Math.max(0, pattern.lastIndexOf('.'))));
  const found = own[`${pattern}:${value}`] ?? own[`${last}:${value}`] ?? own[`${parent}:${value}`];
  if (found !== undefined) return found;
  const plain = /^rules\.(mode|kind|applicants\.types|settlement\.cycle)$/.test(pattern);
  return (plain ? named(value) : undefined) ?? terms[value] ?? named(value) ?? value;
}

/** What a fact is called that the rules ask for. */
export function factLabel(locale: Locale, fact: string): string {
  const names: Names = factNames(locale);
  return names[fact] ?? parameterLabel(locale, fact);
}

/** What needs a word of explanation beside its field. */
const hints = messages({
  id: { 'zh-CN': '小写字母开头，例如 first_time', en: 'lower-case letters: first_time' },
  regions: {
    'zh-CN': 'GB/T 2260 的前几位，用逗号分开，例如 6210, 11',
    en: 'leading digits of GB/T 2260, with commas: 6210, 11',
  },
  region: { 'zh-CN': 'GB/T 2260 的前几位，例如 6210', en: 'leading digits of GB/T 2260: 6210' },
  'rules.vendors.items': { 'zh-CN': '用逗号分开', en: 'with commas between' },
  vendorItems: { 'zh-CN': '用逗号分开', en: 'with commas between' },
  'rules.unit': { 'zh-CN': '留空为元', en: 'yuan where nothing is chosen' },
  'rules.vendors.regions': {
    'zh-CN': 'GB/T 2260 的前几位，用逗号分开',
    en: 'leading digits of GB/T 2260, with commas',
  },
  'rules.requirements': {
    'zh-CN': '每一行都必须符合；不符合的，各说明原因。',
    en: 'Every row has to hold; whoever does not is told the reason.',
  },
  'rules.rates': {
    'zh-CN': '每一行是一个比例和它适用的情形；不填情形的适用于所有单位。',
    en: 'Each row is a rate and the situation it is for; without one it is for everybody.',
  },
  'rules.pool.subPools': {
    'zh-CN': '按顺序取第一个符合的；都不符合的用其余资金。',
    en: 'The first that fits is drawn on; whoever fits none draws on the rest.',
  },
  'rules.funding.oddFenTo': { 'zh-CN': '1 为第一方', en: '1 is the first funder' },
  rounds: {
    'zh-CN': '按批次号写入：已有的批次按此更改，新的批次新增。未列出的批次不变。',
    en: 'Written by their numbers: those that exist are changed, new ones added, others left as they are.',
  },
  budgetYuan: {
    'zh-CN': '仅用于新政策；已有预算的，在预算页调整。',
    en: 'For a new programme; where there is a budget already, its budget is changed on the budget page.',
  },
  'examples.facts': {
    'zh-CN': '只填与本例有关的；留空的按无妨碍计。',
    en: 'Fill in what matters; what is empty stands in nobody’s way.',
  },
  'examples.expected.refusals': {
    'zh-CN': '勾选该情形的全部原因；与金额二选一。',
    en: 'Tick every reason that the situation has; either these or an amount.',
  },
  'rules.service.appealWorkingDays': {
    'zh-CN': '自不予通过之日起。不填则为 10 个工作日。',
    en: 'After a refusal. 10 working days where nothing is said.',
  },
  'rules.service.autoApproveYuan': {
    'zh-CN': '不超过此金额的，不需第二人复审。',
    en: 'Awards up to this need no second officer.',
  },
});

/** A hint beside a field, where there is one. */
export function parameterHint(locale: Locale, path: string): string | undefined {
  const known: Names = hints(locale);
  const pattern = patternOf(path);
  return known[pattern] ?? known[lastOf(pattern)];
}
