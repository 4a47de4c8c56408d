import { messages } from '@/lib/messages';

/** Texts of lists, cards and the guide (办事指南). */
export const programmeMessages = messages({
  title: { 'zh-CN': '政策', en: 'Programmes' },
  lead: {
    'zh-CN': '各市正在实施的算力券政策。先查能否申领、能领多少，再填申请。',
    en: 'The computing-voucher programmes that cities run. See whether you qualify, and for how much, before you apply.',
  },
  search: { 'zh-CN': '关键词', en: 'Search' },
  city: { 'zh-CN': '城市', en: 'City' },
  all: { 'zh-CN': '全部', en: 'All' },
  kind: { 'zh-CN': '券种', en: 'Kind' },
  mode: { 'zh-CN': '兑现方式', en: 'How it pays' },
  filter: { 'zh-CN': '筛选', en: 'Filter' },
  none: { 'zh-CN': '没有符合条件的政策', en: 'No programme fits' },
  noneBody: {
    'zh-CN': '请换一个关键词，或清除筛选。',
    en: 'Try another word, or clear the filter.',
  },
  rate: { 'zh-CN': '补贴比例', en: 'Rate' },
  upTo: {
    'zh-CN': ({ percent }: { percent: string }) => `最高 ${percent}%`,
    en: ({ percent }: { percent: string }) => `up to ${percent}%`,
  },
  exactly: {
    'zh-CN': ({ percent }: { percent: string }) => `${percent}%`,
    en: ({ percent }: { percent: string }) => `${percent}%`,
  },
  capContract: { 'zh-CN': '每个合同最高', en: 'At most a contract' },
  capYear: { 'zh-CN': '每年最高', en: 'At most a year' },
  left: { 'zh-CN': '可用预算', en: 'Free budget' },
  ofBudget: {
    'zh-CN': ({ budget }: { budget: string }) => `预算 ${budget}`,
    en: ({ budget }: { budget: string }) => `of ${budget}`,
  },
  closes: { 'zh-CN': '截止', en: 'Closes' },
  opens: { 'zh-CN': '开放', en: 'Opens' },
  closed: { 'zh-CN': '未开放', en: 'Not open' },
  open: { 'zh-CN': '受理中', en: 'Open' },
  daysLeft: {
    'zh-CN': ({ days }: { days: number }) => (days === 0 ? '今天截止' : `还剩 ${days} 天`),
    en: ({ days }: { days: number }) =>
      days === 0 ? 'closes today' : days === 1 ? '1 day left' : `${days} days left`,
  },
  guide: { 'zh-CN': '办事指南', en: 'Guide' },
  contents: { 'zh-CN': '本页内容', en: 'On this page' },
  versions: { 'zh-CN': '历次版本及其差异', en: 'All versions, and how they differ' },
  check: { 'zh-CN': '查资格、算金额', en: 'Check eligibility' },
  apply: { 'zh-CN': '申请', en: 'Apply' },
  applyFrom: {
    'zh-CN': ({ at }: { at: string }) => `${at} 起可申请。`,
    en: ({ at }: { at: string }) => `Applications open on ${at}.`,
  },
  noRound: {
    'zh-CN': '目前没有开放的批次。',
    en: 'No round is open at present.',
  },
  round: {
    'zh-CN': ({ number }: { number: number }) => `第 ${number} 批`,
    en: ({ number }: { number: number }) => `Round ${number}`,
  },
  budgetOf: { 'zh-CN': '预算', en: 'Budget' },
  budget: { 'zh-CN': '预算', en: 'Budget' },
  committed: { 'zh-CN': '已承诺', en: 'Committed' },
  promisedFen: { 'zh-CN': '已预留', en: 'Promised' },
  who: { 'zh-CN': '支持对象', en: 'Who is supported' },
  conditions: { 'zh-CN': '受理条件', en: 'Conditions' },
  amounts: { 'zh-CN': '抵扣比例', en: 'Rates and limits' },
  documents: { 'zh-CN': '申请材料', en: 'Documents' },
  process: { 'zh-CN': '办理流程', en: 'How it goes' },
  time: { 'zh-CN': '办理时限', en: 'How long it takes' },
  basis: { 'zh-CN': '设定依据', en: 'Legal basis' },
  questions: { 'zh-CN': '常见问题', en: 'Questions' },
  contact: { 'zh-CN': '咨询', en: 'Contact' },
  supervision: { 'zh-CN': '监督投诉', en: 'Complaints' },
  office: { 'zh-CN': '办公地址', en: 'Office' },
  assumed: {
    'zh-CN': '原文未明之处，本演示的设定',
    en: 'What the text leaves open, as set for this demonstration',
  },
  source: { 'zh-CN': '来源', en: 'Source' },
  sourceGrade: { 'zh-CN': '来源性质', en: 'Kind of source' },
  effective: { 'zh-CN': '适用起始', en: 'In force from' },
  version: {
    'zh-CN': ({ number, on }: { number: number; on: string }) =>
      `规则第 ${number} 版${on && `，${on} 发布`}`,
    en: ({ number, on }: { number: number; on: string }) =>
      `Rules, version ${number}${on && `, published ${on}`}`,
  },
  stageApplication: { 'zh-CN': '申请时', en: 'With the application' },
  stageRedemption: { 'zh-CN': '核销时', en: 'With each redemption' },
  stageClaim: { 'zh-CN': '申请兑付时', en: 'With each claim' },
  stage: { 'zh-CN': '环节', en: 'Stage' },
  promised: { 'zh-CN': '承诺时限', en: 'Promised' },
  timeReview: { 'zh-CN': '审核', en: 'Review' },
  timeReviewNote: {
    'zh-CN': '自提交之日起；补正期间暂停计时',
    en: 'from submission; the clock stops while you correct',
  },
  timeCorrection: { 'zh-CN': '补正', en: 'Correction' },
  timeCorrectionNote: {
    'zh-CN': '一次性告知后由您提交，只有一次',
    en: 'for you, after being told everything at once; there is one',
  },
  nobodyApplies: {
    'zh-CN': '免申即享：不需申请，由本市按名单直接发放。',
    en: 'Automatic: nobody applies. The city awards from its own list.',
  },
  timeNotice: { 'zh-CN': '公示', en: 'Public notice' },
  timeNoticeNote: { 'zh-CN': '期间任何人可实名提出异议', en: 'anybody may object by name' },
  timeSettlement: { 'zh-CN': '结算拨付', en: 'Settlement' },
  workingDays: {
    'zh-CN': ({ days }: { days: number }) => `${days} 个工作日`,
    en: ({ days }: { days: number }) => (days === 1 ? '1 working day' : `${days} working days`),
  },
});

export const homeMessages = messages({
  title: {
    'zh-CN': '城市算力券：查资格、申领、使用',
    en: 'Computing vouchers from city governments',
  },
  lead: {
    'zh-CN':
      '城市政府用算力券承担企业训练模型的部分算力费用。先查能领多少，再申请，到入库服务商处使用。',
    en: 'A city pays part of what you spend on compute for training models. See how much you would get, apply, and use the voucher at an accredited vendor.',
  },
  find: { 'zh-CN': '查找政策', en: 'Find a programme' },
  findHint: { 'zh-CN': '名称、城市或用途', en: 'Name, city or purpose' },
  search: { 'zh-CN': '查找', en: 'Search' },
  open: { 'zh-CN': '正在受理', en: 'Open now' },
  openLead: { 'zh-CN': '最先截止的几项。', en: 'The ones that close first.' },
  allProgrammes: {
    'zh-CN': ({ n }: { n: number }) => `全部 ${n} 项政策`,
    en: ({ n }: { n: number }) => `All ${n} programmes`,
  },
  compareAmount: { 'zh-CN': '算力合同金额', en: 'What your compute contract is worth' },
  compareRegion: { 'zh-CN': '注册地', en: 'Registered in' },
  compareAction: { 'zh-CN': '看看能领多少', en: 'See what you would get' },
  compareNote: {
    'zh-CN': '比较全部政策，不登录，不保存。',
    en: 'All programmes compared. No sign-in; nothing is stored.',
  },
  noneOpen: { 'zh-CN': '目前没有开放的批次', en: 'No round is open at present' },
  noneOpenBody: {
    'zh-CN': '在全部政策中可查看下一批次的开放时间。',
    en: 'The list of all programmes tells when the next rounds open.',
  },
  steps: { 'zh-CN': '怎么用', en: 'How it works' },
  step1: { 'zh-CN': '查一查', en: 'Check' },
  step1Body: {
    'zh-CN': '回答几个问题，看到能领多少、每一步怎么算。不需登录。',
    en: 'Answer a few questions and see how much you would get, step by step. No sign-in.',
  },
  step2: { 'zh-CN': '申请', en: 'Apply' },
  step2Body: {
    'zh-CN': '在线填写并提交。需要补正时，一次告知全部问题。',
    en: 'Fill it in and submit online. If something is missing you are told once, completely.',
  },
  step3: { 'zh-CN': '公示后发券', en: 'Notice and issue' },
  step3Body: {
    'zh-CN': '两级审核由不同人员办理；公示无异议后发放。',
    en: 'Two reviews by different people; issued after a public notice without objection.',
  },
  step4: { 'zh-CN': '使用', en: 'Use it' },
  step4Body: {
    'zh-CN': '在入库服务商处抵扣，每笔核销由您确认；或先付后补，凭发票和付款凭证申请兑付。',
    en: 'It is deducted at an accredited vendor, or you are paid back. You confirm every redemption.',
  },
  verify: { 'zh-CN': '算力券验真', en: 'Is a voucher genuine?' },
  verifyHint: {
    'zh-CN': '券面上的编码，不需登录。',
    en: 'The code printed on the voucher. No sign-in.',
  },
  verifyCode: { 'zh-CN': '券码', en: 'Voucher code' },
  verifyAction: { 'zh-CN': '验真', en: 'Check authenticity' },
  notices: { 'zh-CN': '最新公示', en: 'Latest public notices' },
  allNotices: { 'zh-CN': '全部公示', en: 'All public notices' },
  money: { 'zh-CN': '资金公开', en: 'The money, in the open' },
  moneyLead: {
    'zh-CN': ({ at }: { at: string }) =>
      `截至 ${at}。已承诺的金额包括已发放和已使用的券；已预留的金额属于复审通过、尚未发放的申请。`,
    en: ({ at }: { at: string }) =>
      `As of ${at}. Committed is what vouchers have cost or may still cost; promised is what applications were passed for and is not issued yet.`,
  },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  city: { 'zh-CN': '城市', en: 'City' },
  budget: { 'zh-CN': '预算', en: 'Budget' },
  committed: { 'zh-CN': '已承诺', en: 'Committed' },
  promised: { 'zh-CN': '已预留', en: 'Promised' },
  left: { 'zh-CN': '余额', en: 'Left' },
});

/** Texts of a city's own list of its programmes. */
export const cityProgrammeMessages = messages({
  title: { 'zh-CN': '本市政策', en: 'Programmes of the city' },
  lead: {
    'zh-CN': '每项政策的规则版本、批次，以及编制人和发布人。发布后的版本不能更改。',
    en: 'Each programme’s versions and rounds, who prepared and who published them. A published version never changes.',
  },
  none: { 'zh-CN': '本市还没有政策', en: 'The city has no programme yet' },
  state_draft: { 'zh-CN': '草稿', en: 'Draft' },
  state_published: { 'zh-CN': '已发布', en: 'Published' },
  state_suspended: { 'zh-CN': '已暂停', en: 'Suspended' },
  state_closed: { 'zh-CN': '已结束', en: 'Closed' },
  applicationForm: { 'zh-CN': '申请表', en: 'Application form' },
  guide: { 'zh-CN': '查看办事指南', en: 'See the guide' },
  versions: { 'zh-CN': '规则版本', en: 'Versions of the rules' },
  number: { 'zh-CN': '版本', en: 'Version' },
  current: { 'zh-CN': '现行', en: 'In force' },
  name: { 'zh-CN': '名称', en: 'Title' },
  preparedBy: { 'zh-CN': '编制人', en: 'Prepared by' },
  publishedBy: { 'zh-CN': '发布人', en: 'Published by' },
  publishedAt: { 'zh-CN': '发布时间', en: 'Published' },
  unpublished: { 'zh-CN': '未发布', en: 'Not published' },
  unknown: { 'zh-CN': '—', en: '—' },
  rounds: { 'zh-CN': '申报批次', en: 'Rounds' },
  round: { 'zh-CN': '批次', en: 'Round' },
  opens: { 'zh-CN': '开放', en: 'Opens' },
  closes: { 'zh-CN': '截止', en: 'Closes' },
  state: { 'zh-CN': '状态', en: 'State' },
  coming: { 'zh-CN': '未开始', en: 'To come' },
  open: { 'zh-CN': '受理中', en: 'Open' },
  past: { 'zh-CN': '已截止', en: 'Past' },
  noRounds: { 'zh-CN': '还没有批次', en: 'No rounds yet' },
});
