import { messages } from '@/lib/messages';

/** Texts of the questions of the rules, of their parts, hints and choices. */
export const questionMessages = messages({
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
  otherSupportAmount: {
    'zh-CN': '如有，其他财政支持共多少？',
    en: 'If so, how much is it altogether?',
  },
  signedOn: { 'zh-CN': '合同何时签订？', en: 'When was the contract signed?' },
  contractAmount: { 'zh-CN': '算力合同金额是多少？', en: 'What is the compute contract worth?' },
  settledAmount: {
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
  requestedAmount: { 'zh-CN': '计划使用多少？', en: 'How much do you plan to use?' },
  paidAmount: { 'zh-CN': '已支付的费用是多少？', en: 'How much have you paid?' },
  meteredAmount: {
    'zh-CN': '平台计量的费用是多少？',
    en: 'How much spend has the platform metered?',
  },
  excludedAmount: {
    'zh-CN': '其中不计入补贴的费用是多少？',
    en: 'How much of it does not count?',
  },
  excludedHint: {
    'zh-CN': ({ items }: { items: string }) => `${items}的费用。没有则填 0。`,
    en: ({ items }: { items: string }) => `The cost of ${items}. Enter 0 if there is none.`,
  },
  taxAmount: { 'zh-CN': '其中增值税是多少？', en: 'How much of it is value-added tax?' },
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
  no: { 'zh-CN': '否', en: 'No' },
});
