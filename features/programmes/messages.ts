import type { Locale } from '@/lib/locale';
import { messages } from '@/lib/messages';

/** Lists, cards and the guide (办事指南). */
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
  compute: { 'zh-CN': '算力券', en: 'Compute voucher' },
  training: { 'zh-CN': '训力券', en: 'Training voucher' },
  model: { 'zh-CN': '模型券', en: 'Model voucher' },
  corpus: { 'zh-CN': '语料券', en: 'Corpus voucher' },
  token: { 'zh-CN': '词元券', en: 'Token voucher' },
  data: { 'zh-CN': '数据券', en: 'Data voucher' },
  annotation: { 'zh-CN': '标注券', en: 'Annotation voucher' },
  mode: { 'zh-CN': '兑现方式', en: 'How it pays' },
  deduct: { 'zh-CN': '在服务商处抵扣', en: 'Deducted at the vendor' },
  deferred: { 'zh-CN': '先用后付', en: 'Pay first, be paid back' },
  automatic: { 'zh-CN': '免申即享', en: 'Automatic' },
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
  grade_o: { 'zh-CN': '官方文本或其镜像', en: 'Official text or a mirror of it' },
  grade_n: { 'zh-CN': '新闻报道', en: 'News report' },
  grade_r: { 'zh-CN': '第三方转述', en: 'Restated by a third party' },
  version: {
    'zh-CN': ({ number, on }: { number: number; on: string }) =>
      `规则第 ${number} 版${on && `，${on} 发布`}`,
    en: ({ number, on }: { number: number; on: string }) =>
      `Rules, version ${number}${on && `, published ${on}`}`,
  },
  enterprise: { 'zh-CN': '企业', en: 'Enterprises' },
  institute: { 'zh-CN': '科研院所', en: 'Research institutes' },
  university: { 'zh-CN': '高校', en: 'Universities' },
  maker: { 'zh-CN': '创客（无法人资格）', en: 'Makers without a legal person' },
  purpose_training: { 'zh-CN': '模型训练', en: 'training' },
  purpose_tuning: { 'zh-CN': '模型微调', en: 'fine-tuning' },
  purpose_inference: { 'zh-CN': '模型推理', en: 'inference' },
  monthly: { 'zh-CN': '每月', en: 'Every month' },
  quarterly: { 'zh-CN': '每季度', en: 'Every quarter' },
  yearly: { 'zh-CN': '每年', en: 'Every year' },
  batch: { 'zh-CN': '按批次', en: 'With each batch' },
  stageApplication: { 'zh-CN': '申请时', en: 'With the application' },
  stageRedemption: { 'zh-CN': '核销时', en: 'With each redemption' },
  paper_licence: { 'zh-CN': '营业执照', en: 'Business licence' },
  paper_contract: { 'zh-CN': '算力服务合同', en: 'Compute contract' },
  paper_plan: { 'zh-CN': '项目计划书', en: 'Project plan' },
  paper_invoice: { 'zh-CN': '发票', en: 'Invoices' },
  paper_payment: { 'zh-CN': '付款凭证', en: 'Proof of payment' },
  paper_usage: { 'zh-CN': '用量日志', en: 'Usage logs' },
  paper_delivery: { 'zh-CN': '算力交付凭证', en: 'Proof of delivery' },
  paper_registration: { 'zh-CN': '模型备案证明', en: 'Proof that the model is registered' },
  paper_report: { 'zh-CN': '第三方审计或检测报告', en: 'Third-party audit or test report' },
  paper_power: { 'zh-CN': '用电记录', en: 'Power records' },
  paper_pledge: { 'zh-CN': '真实性承诺书', en: 'Signed pledge of truth' },
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
  timeNotice: { 'zh-CN': '公示', en: 'Public notice' },
  timeNoticeNote: { 'zh-CN': '期间任何人可实名提出异议', en: 'anybody may object by name' },
  timeSettlement: { 'zh-CN': '结算拨付', en: 'Settlement' },
  workingDays: {
    'zh-CN': ({ days }: { days: number }) => `${days} 个工作日`,
    en: ({ days }: { days: number }) => (days === 1 ? '1 working day' : `${days} working days`),
  },
});

/** How articles of a source are named. */
const clauseMessages = messages({
  article: {
    'zh-CN': ({ number }: { number: number }) => `第${hanNumber(number)}条`,
    en: ({ number }: { number: number }) => `Article ${number}`,
  },
  paragraph: {
    'zh-CN': ({ number }: { number: number }) => `第${hanNumber(number)}款`,
    en: ({ number }: { number: number }) => `(${number})`,
  },
});

/** 1 to 99 as articles are counted: 五, 十二, 三十. */
function hanNumber(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(number / 10);
  const ones = digits[number % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens > 1 ? (digits[tens] ?? '') : ''}十${ones}`;
}

/** An article of the source: `5.2` is 第五条第二款, Article 5(2). */
export function clauseText(locale: Locale, clause: string): string {
  const t = clauseMessages(locale);
  const [article, paragraph] = clause.split('.').map(Number);
  const first = t.article({ number: article ?? 0 });
  return paragraph ? first + t.paragraph({ number: paragraph }) : first;
}

/** The eligibility check: one question a page, then the result. */
export const checkMessages = messages({
  position: {
    'zh-CN': ({ at, of }: { at: number; of: number }) => `第 ${at} 题，共 ${of} 题`,
    en: ({ at, of }: { at: number; of: number }) => `Question ${at} of ${of}`,
  },
  previous: { 'zh-CN': '上一题', en: 'Back' },
  next: { 'zh-CN': '继续', en: 'Continue' },
  nothingStored: {
    'zh-CN': '不需登录，不保存您的回答；回答只在本页地址中。',
    en: 'No sign-in. Your answers are not stored; they stand in the address of this page only.',
  },
  applicantType: { 'zh-CN': '贵单位是哪一类？', en: 'What kind of organisation are you?' },
  purpose: { 'zh-CN': '算力主要用来做什么？', en: 'What is the compute mainly for?' },
  chipOrigin: { 'zh-CN': '使用哪里的芯片？', en: 'Which chips do you use?' },
  registeredOn: { 'zh-CN': '贵单位何时成立？', en: 'When was your organisation established?' },
  registeredOnHint: {
    'zh-CN': '营业执照上的成立日期。',
    en: 'The date of establishment on the business licence.',
  },
  vendorId: { 'zh-CN': '向哪家服务商购买？', en: 'Which vendor do you buy from?' },
  vendorIdHint: {
    'zh-CN': '列出的是本市现已入库的服务商。',
    en: 'These are the vendors this city accredits at present.',
  },
  otherVendor: { 'zh-CN': '其他服务商', en: 'Another vendor' },
  affiliated: {
    'zh-CN': '贵单位与服务商有关联关系吗？',
    en: 'Are you affiliated with the vendor?',
  },
  affiliatedHint: {
    'zh-CN': '例如相互持股、同一控制人。',
    en: 'For example through shares, or under the same controller.',
  },
  otherSupport: {
    'zh-CN': '同一合同已获得其他财政支持吗？',
    en: 'Has the same contract had other public support?',
  },
  otherSupportFen: {
    'zh-CN': '如有，其他财政支持共多少？',
    en: 'If so, how much is it altogether?',
  },
  signedOn: { 'zh-CN': '合同何时签订？', en: 'When was the contract signed?' },
  contractFen: { 'zh-CN': '算力合同金额是多少？', en: 'What is the compute contract worth?' },
  settledFen: {
    'zh-CN': '已开票并付清的算力费用是多少？',
    en: 'How much compute has been invoiced and paid?',
  },
  moneyHint: {
    'zh-CN': '只计算力费用，不含存储、网络和安全服务。例如 1200000。',
    en: 'Compute only, without storage, network and security. For example 1200000.',
  },
  term: { 'zh-CN': '合同服务期从何时到何时？', en: 'From when to when does the contract run?' },
  startsOn: { 'zh-CN': '服务开始', en: 'Service begins' },
  endsOn: { 'zh-CN': '服务结束', en: 'Service ends' },
  enterprise: { 'zh-CN': '企业', en: 'An enterprise' },
  institute: { 'zh-CN': '科研院所', en: 'A research institute' },
  university: { 'zh-CN': '高校', en: 'A university' },
  maker: {
    'zh-CN': '创客（个人或团队，无法人资格）',
    en: 'A person or team without a legal person',
  },
  training: { 'zh-CN': '模型训练', en: 'Training a model' },
  tuning: { 'zh-CN': '模型微调', en: 'Fine-tuning a model' },
  inference: { 'zh-CN': '模型推理', en: 'Inference' },
  domestic: { 'zh-CN': '国产芯片', en: 'Domestic chips' },
  foreign: { 'zh-CN': '进口芯片', en: 'Imported chips' },
  yes: { 'zh-CN': '是', en: 'Yes' },
  onePerson: { 'zh-CN': '贵单位是一人公司（OPC）吗？', en: 'Are you a one-person company?' },
  region: { 'zh-CN': '贵单位在哪里注册？', en: 'Where is your organisation registered?' },
  elsewhere: { 'zh-CN': '其他地区', en: 'Elsewhere' },
  size: { 'zh-CN': '贵单位是哪种规模的企业？', en: 'How large is your firm?' },
  sector: { 'zh-CN': '贵单位属于哪个行业？', en: 'Which sector are you in?' },
  side: {
    'zh-CN': '由使用算力的一方还是提供算力的一方申请？',
    en: 'Do you use the compute, or supply it?',
  },
  demand: { 'zh-CN': '使用算力', en: 'We use it' },
  supply: { 'zh-CN': '提供算力', en: 'We supply it' },
  direction: { 'zh-CN': '申请哪个方向？', en: 'What do you apply for?' },
  model: { 'zh-CN': '贵单位的模型是否已备案？', en: 'Is your model registered?' },
  model_none: { 'zh-CN': '没有，或不涉及', en: 'No, or it needs no registration' },
  model_registered: { 'zh-CN': '已备案', en: 'Yes' },
  model_multimodal: {
    'zh-CN': '已备案，且为多模态基础模型',
    en: 'Yes, as a multimodal base model',
  },
  project: {
    'zh-CN': '贵单位承担过哪一级的科研项目？',
    en: 'Which public project have you won?',
  },
  project_none: { 'zh-CN': '没有', en: 'None' },
  project_provincial: { 'zh-CN': '省级项目', en: 'A provincial project' },
  project_national: { 'zh-CN': '国家级项目', en: 'A national project' },
  vendorCapacity: {
    'zh-CN': '服务商的算力规模达标吗？',
    en: 'Is the vendor large enough?',
  },
  vendorCapacityHint: {
    'zh-CN': ({ least }: { least: number }) => `不少于 ${least} PFLOPS。`,
    en: ({ least }: { least: number }) => `At least ${least} PFLOPS.`,
  },
  vendorRegion: {
    'zh-CN': '所用算力在以下地区吗？',
    en: 'Is the compute that you use in this region?',
  },
  upperTierClaimed: {
    'zh-CN': '是否已先申请上级财政支持？',
    en: 'Have you claimed from the higher tier of government first?',
  },
  otherSideClaims: {
    'zh-CN': '合同另一方是否也就同一合同申请？',
    en: 'Does the other party claim for the same contract?',
  },
  contractClaimed: {
    'zh-CN': '同一合同以前申领过吗？',
    en: 'Has this contract been claimed for before?',
  },
  yearsBefore: {
    'zh-CN': '此前已连续获得本政策支持几年？',
    en: 'For how many years in a row have you had this support?',
  },
  years: {
    'zh-CN': ({ years }: { years: string }) => (years === '0' ? '没有' : `${years} 年`),
    en: ({ years }: { years: string }) =>
      years === '0' ? 'None' : years === '1' ? '1 year' : `${years} years`,
  },
  yearsOrMore: {
    'zh-CN': ({ years }: { years: string }) => `${years} 年或以上`,
    en: ({ years }: { years: string }) =>
      years === '1' ? '1 year or more' : `${years} years or more`,
  },
  requestedFen: { 'zh-CN': '计划使用多少？', en: 'How much do you plan to use?' },
  paidFen: { 'zh-CN': '已支付的费用是多少？', en: 'How much have you paid?' },
  meteredFen: {
    'zh-CN': '平台计量的费用是多少？',
    en: 'How much spend has the platform metered?',
  },
  excludedFen: {
    'zh-CN': '其中不计入补贴的费用是多少？',
    en: 'How much of it does not count?',
  },
  excludedHint: {
    'zh-CN': ({ items }: { items: string }) => `${items}的费用。没有则填 0。`,
    en: ({ items }: { items: string }) => `The cost of ${items}. Enter 0 if there is none.`,
  },
  taxFen: { 'zh-CN': '其中增值税是多少？', en: 'How much of it is value-added tax?' },
  taxHint: { 'zh-CN': '发票上的税额合计。', en: 'The tax on the invoices altogether.' },
  own: { 'zh-CN': '本政策的几个条件', en: 'A few conditions of this programme' },
  awards: { 'zh-CN': '是否申请或已获以下奖励？', en: 'Do you claim these awards, or had them?' },
  claimed: { 'zh-CN': '现在申请', en: 'Claim it now' },
  taken: { 'zh-CN': '已经获得', en: 'Had it already' },
  affiliatedFrom: {
    'zh-CN': ({ percent }: { percent: string }) => `例如持股达到 ${percent}%、同一控制人。`,
    en: ({ percent }: { percent: string }) =>
      `For example through ${percent}% of shares or more, or under the same controller.`,
  },
  moneyHintPlain: { 'zh-CN': '例如 1200000。', en: 'For example 1200000.' },
  ceiling: {
    'zh-CN': '补贴比例是上限，审核可能核定得更低。',
    en: 'The rate is a ceiling: the review may grant less.',
  },
  queued: {
    'zh-CN': '预算现在不足：通过后排队，待有资金时发放。',
    en: 'The budget is short at present: an award waits in line until there is money.',
  },
  funding: { 'zh-CN': '由谁承担', en: 'Who bears it' },
  nobodyApplies: {
    'zh-CN': '免申即享：不需申请，由本市按名单直接发放。',
    en: 'Automatic: nobody applies. The city awards from its own list.',
  },
  no: { 'zh-CN': '否', en: 'No' },
  date_in_future: {
    'zh-CN': '日期不能晚于今天。',
    en: 'The date must not be in the future.',
  },
  dates_reversed: {
    'zh-CN': ({ on }: { on: string }) => `服务结束不能早于开始（${on}）。`,
    en: ({ on }: { on: string }) => `The service must not end before it begins (${on}).`,
  },
  eligible: { 'zh-CN': '按您的回答，可申请', en: 'From your answers you can apply for' },
  eligibleAutomatic: {
    'zh-CN': '按您的回答，可获',
    en: 'From your answers you would be awarded',
  },
  eligibleNote: {
    'zh-CN': '实际金额以审核和发放时的可用预算为准。',
    en: 'The review, and what is free in the budget at issue, decide the amount.',
  },
  notEligible: {
    'zh-CN': '按您的回答，暂不符合条件',
    en: 'From your answers you do not qualify',
  },
  reasons: { 'zh-CN': '原因', en: 'Why not' },
  reasonsCount: {
    'zh-CN': ({ n }: { n: number }) => `共 ${n} 条；每一条都需解决。`,
    en: ({ n }: { n: number }) =>
      n === 1 ? 'There is one reason.' : `There are ${n} reasons; each of them has to go.`,
  },
  how: { 'zh-CN': '怎么算的', en: 'How it is worked out' },
  howOtherwise: { 'zh-CN': '假如符合条件，这样计算', en: 'How it would be worked out' },
  compareOthers: { 'zh-CN': '比较其他政策', en: 'Compare other programmes' },
  answers: { 'zh-CN': '您的回答', en: 'Your answers' },
  change: { 'zh-CN': '更改', en: 'Change' },
  apply: { 'zh-CN': '用这些回答开始申请', en: 'Start an application with these answers' },
  again: { 'zh-CN': '重新查', en: 'Start again' },
  used: { 'zh-CN': '今年已获本政策支持（元）', en: 'Already awarded this year (yuan)' },
  usedHint: {
    'zh-CN': '计入年度上限。没有则留空。',
    en: 'It counts against the yearly cap. Leave it empty if nothing.',
  },
  recalculate: { 'zh-CN': '重新计算', en: 'Work it out again' },
  assumedPool: {
    'zh-CN': ({ left }: { left: string }) => `按目前可用预算 ${left} 计算。`,
    en: ({ left }: { left: string }) => `Worked out with ${left} free in the budget at present.`,
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
    'zh-CN': '在入库服务商处抵扣，或先用后付。每笔核销由您确认。',
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

/** A city's own list of its programmes. */
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
