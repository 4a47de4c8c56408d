import { messages, type ValuesOf } from '@/lib/messages';

/** The day, or the time, that comes first. */
type On = { on: string };

/** Texts for the contradictions of a draft, each with what to do; the codes are those of domain/contradiction.ts. */
export const contradictionTexts = messages({
  minimum_above_cap: {
    'zh-CN': '发放起点高于上限，任何申请都得不到支持。降低起点或提高上限。',
    en: 'The least award is above a cap, so that nobody would get anything. Lower it, or raise the cap.',
  },
  threshold_gives_nothing: {
    'zh-CN': ({ percent }: { percent: string }) =>
      `刚达到门槛的金额乘以最高比例 ${percent}%，仍低于发放起点。提高门槛或降低起点。`,
    en: ({ percent }: { percent: string }) =>
      `An amount just at the threshold, times the highest rate of ${percent}%, is still below the least award. Raise the threshold or lower the least award.`,
  },
  threshold_at_cap: {
    'zh-CN': ({ percent }: { percent: string }) =>
      `刚达到门槛的金额乘以最低比例 ${percent}%，已超过上限，比例不起作用。降低门槛或提高上限。`,
    en: ({ percent }: { percent: string }) =>
      `An amount just at the threshold, times the lowest rate of ${percent}%, is above a cap already, so that the rates mean nothing. Lower the threshold or raise the cap.`,
  },
  cap_order: {
    'zh-CN': '每个合同的上限高于每年的上限，永远用不到。',
    en: 'The cap per contract is above the cap per year and can never be reached.',
  },
  award_above_cap: {
    'zh-CN': '定额奖励计入上限，却高于上限。',
    en: 'The award counts towards a cap and is above it.',
  },
  auto_above_cap: {
    'zh-CN': '免复审金额高于上限，所有申请都将免复审。',
    en: 'It is above a cap, so that no award at all would have a final review.',
  },
  rate_zero: { 'zh-CN': '比例须大于零。', en: 'The rate must be more than zero.' },
  rate_hole: {
    'zh-CN': ({ situation }: { situation: string }) =>
      `没有适用于以下情形的比例：${situation}。补充比例，或在必备条件中排除。`,
    en: ({ situation }: { situation: string }) =>
      `No rate is for this situation: ${situation}. Add one, or rule it out among the requirements.`,
  },
  rate_unreachable: {
    'zh-CN': '该比例永远不会用到：任何情形下都有另一比例优先。',
    en: 'This rate is never taken: in every situation another one comes first.',
  },
  order_share_zero: {
    'zh-CN': '每笔订单可抵扣的比例须大于零。',
    en: 'The share of an order must be more than zero.',
  },
  exhaustion_missing: {
    'zh-CN': '选择可用预算不足时怎么办。',
    en: 'Choose what happens when the budget falls short.',
  },
  line_without_queue: {
    'zh-CN': '只有余额不足时“排队等待”的，才有排队次序。',
    en: 'Only where awards wait in line is there an order of the line.',
  },
  line_without_support: {
    'zh-CN': '规则不允许其他支持的，没有人能以上级支持在先。',
    en: 'Where no other support is allowed, nobody can be first because of it.',
  },
  sub_pools_above_budget: {
    'zh-CN': '分项之和超过预算。',
    en: 'The parts add up to more than the budget.',
  },
  sub_pools_no_rest: {
    'zh-CN':
      '分项之和等于预算，不符合任何分项的申请没有资金。留出其余资金，或增加一个不限情形的分项。',
    en: 'The parts use up the budget, and whoever fits none of them has no money to draw on. Leave a rest, or add a part for everybody.',
  },
  funding_one: {
    'zh-CN': '资金分担至少有两方。',
    en: 'There have to be at least two funders.',
  },
  funding_odd: {
    'zh-CN': '没有这一方。',
    en: 'There is no such funder.',
  },
  places_missing: {
    'zh-CN': '限定名额的，填写每批名额。',
    en: 'Say how many places a round has.',
  },
  period_missing: {
    'zh-CN': '按滚动期间计的，填写期间的月数。',
    en: 'Say how many months the running period has.',
  },
  listed_any: {
    'zh-CN': '服务商不限范围时，不能要求签订时已入库。',
    en: 'Where any vendor may be chosen, none can be required to have been accredited.',
  },
  cost_twice: {
    'zh-CN': '同一费用项目既计入又不计入。',
    en: 'The same item both counts and does not.',
  },
  id_twice: {
    'zh-CN': ({ id }: { id: string }) => `代号 ${id} 已用过。`,
    en: ({ id }: { id: string }) => `The code ${id} is used already.`,
  },
  flag_unknown: {
    'zh-CN': ({ id }: { id: string }) => `没有代号为 ${id} 的自设问题。先在“支持对象”中添加。`,
    en: ({ id }: { id: string }) =>
      `There is no own question with the code ${id}. Add it under “Who is supported”.`,
  },
  direction_unknown: {
    'zh-CN': ({ id }: { id: string }) => `没有代号为 ${id} 的申请方向。先在“支持对象”中添加。`,
    en: ({ id }: { id: string }) =>
      `There is no direction with the code ${id}. Add it under “Who is supported”.`,
  },
  when_ages: {
    'zh-CN': '没有单位能同时符合这两个成立时间。',
    en: 'No firm can be both that young and that old.',
  },
  when_amounts: {
    'zh-CN': '没有金额能同时符合这两个限额。',
    en: 'No amount can be within both limits.',
  },
  when_flags: {
    'zh-CN': '同一问题不能既须答“是”又须答“否”。',
    en: 'The same question cannot need both answers.',
  },
  signed_reversed: {
    'zh-CN': ({ on }: On) => `签订的最晚日期早于最早日期（${on}）。`,
    en: ({ on }: On) => `The last day of signing is before the first (${on}).`,
  },
  effective_reversed: {
    'zh-CN': ({ on }: On) => `施行结束早于开始（${on}）。`,
    en: ({ on }: On) => `It ends before it comes into force (${on}).`,
  },
  proration_reversed: {
    'zh-CN': ({ on }: On) => `政策期结束早于开始（${on}）。`,
    en: ({ on }: On) => `The period ends before it begins (${on}).`,
  },
  proration_outside: {
    'zh-CN': '政策期不在文件的施行日期之内。',
    en: 'The period lies outside the days on which the document is in force.',
  },
  term_reversed: {
    'zh-CN': ({ on }: On) => `结束早于开始（${on}）。`,
    en: ({ on }: On) => `It ends before it begins (${on}).`,
  },
  term_suspension: { 'zh-CN': '填写暂停的开始日期。', en: 'Say when the suspension begins.' },
  term_clause: {
    'zh-CN': ({ clause }: { clause: string }) => `规则中没有引用条款 ${clause}。`,
    en: ({ clause }: { clause: string }) => `No rule comes from article ${clause}.`,
  },
  unproved: {
    'zh-CN':
      '先付后补而申请和兑付均不要求发票、付款凭证或用量证明：款项将在没有付款凭证的情况下拨付。请选择兑付时须提交的材料。',
    en: 'Start-ups pay first, but neither the application nor a claim asks for invoices, proof of payment or usage, so money would be paid without proof. Choose what a claim must contain.',
  },
  claims_no_money: {
    'zh-CN': '先付后补的兑付申请以人民币计，不能使用其他计量单位。',
    en: 'Claims after paying first are in yuan; another unit cannot be used.',
  },
  unit_price_missing: {
    'zh-CN': '计量单位不是元的政策须有核定单价（“核定单价”一项），否则额度无法折算为金额。',
    en: 'A programme that counts another unit than yuan needs an approved unit price, or its awards cannot become money.',
  },
  unit_price_no_unit: {
    'zh-CN': '计量单位为元的政策不设核定单价。请选择计量单位，或删去核定单价。',
    en: 'Yuan have no unit price. Choose another unit, or remove the price.',
  },
  unit_price_zero: {
    'zh-CN': '核定单价须大于零。',
    en: 'The unit price must be above zero.',
  },
  unit_price_inexact: {
    'zh-CN': ({ step }: { step: string }) =>
      `单价与取整单位（${step} 个计量单位）之积不是整数分，额度无法准确折算为金额。请调整单价或取整单位。`,
    en: ({ step }: { step: string }) =>
      `The price of ${step} of a unit, to which awards are rounded, is not whole fen. Change the price or the rounding.`,
  },
  correction_longer: {
    'zh-CN': '补正期限长于审核期限。',
    en: 'The term of correction is longer than that of the review.',
  },
  stages_longer: {
    'zh-CN': ({ sum, review }: { sum: number; review: number }) =>
      `各环节共 ${sum} 个工作日，超过审核期限 ${review} 个工作日。`,
    en: ({ sum, review }: { sum: number; review: number }) =>
      `The stages take ${sum} working days, the review only ${review}.`,
  },
  round_reversed: {
    'zh-CN': ({ on }: On) => `截止不晚于开放（${on}）。`,
    en: ({ on }: On) => `It closes before it opens (${on}).`,
  },
  rounds_overlap: {
    'zh-CN': '与另一批次的时间重叠。',
    en: 'It opens before another round has closed.',
  },
  round_twice: {
    'zh-CN': ({ number }: { number: number }) => `第 ${number} 批已有。`,
    en: ({ number }: { number: number }) => `There is a round ${number} already.`,
  },
  round_outside: {
    'zh-CN': '批次不在文件的施行日期之内。',
    en: 'The round lies outside the days on which the document is in force.',
  },
  expected_one: {
    'zh-CN': '填写应得金额，或勾选不予支持的原因，二者选一。',
    en: 'Give either the amount or the reasons against.',
  },
});

export const situationWords = messages({
  newFirm: { 'zh-CN': '新成立的单位', en: 'a firm just registered' },
  age: {
    'zh-CN': ({ months }: { months: string }) => `成立 ${months} 个月的单位`,
    en: ({ months }: { months: string }) => `a firm registered ${months} months ago`,
  },
  base: {
    'zh-CN': ({ amount }: { amount: string }) => `计算基数为 ${amount}`,
    en: ({ amount }: { amount: string }) => `an amount of ${amount}`,
  },
  elsewhere: { 'zh-CN': '注册地在其他地区', en: 'registered elsewhere' },
  region: {
    'zh-CN': ({ name }: { name: string }) => `注册地在${name}`,
    en: ({ name }: { name: string }) => `registered in ${name}`,
  },
  onePerson_yes: { 'zh-CN': '一人公司', en: 'a one-person company' },
  onePerson_no: { 'zh-CN': '非一人公司', en: 'not a one-person company' },
  chips: {
    'zh-CN': ({ name }: { name: string }) => `使用${name}芯片`,
    en: ({ name }: { name: string }) => `${name} chips`,
  },
  project: {
    'zh-CN': ({ name }: { name: string }) => `承担项目：${name}`,
    en: ({ name }: { name: string }) => `public project won: ${name}`,
  },
  model: {
    'zh-CN': ({ name }: { name: string }) => `模型备案：${name}`,
    en: ({ name }: { name: string }) => `model: ${name}`,
  },
  answer: {
    'zh-CN': ({ question, yes }: { question: string; yes: boolean }) =>
      `“${question}”答“${yes ? '是' : '否'}”`,
    en: ({ question, yes }: { question: string; yes: boolean }) =>
      `“${question}” answered ${yes ? 'yes' : 'no'}`,
  },
  everybody: { 'zh-CN': '任何情形', en: 'any situation at all' },
  separator: { 'zh-CN': '，', en: ', ' },
});

/** Texts for faults of fields in the editor. */
export const editorFieldErrors = messages({
  percent_invalid: {
    'zh-CN': '请填写百分比，例如 30 或 12.5。',
    en: 'Enter a percentage, such as 30 or 12.5.',
  },
  percent_too_large: { 'zh-CN': '不得超过 100%。', en: 'It must be at most 100%.' },
  time_invalid: { 'zh-CN': '请填写时间，例如 17:30。', en: 'Enter a time, such as 17:30.' },
  clause_invalid: {
    'zh-CN': '请填写条款号，例如 5，或第五条第二款 5.2。',
    en: 'Enter an article, such as 5, or 5.2 for its second paragraph.',
  },
  key_invalid: {
    'zh-CN': '用小写字母、数字和下划线，字母开头，例如 first_time。',
    en: 'Use lower-case letters, digits and underscores, a letter first: first_time.',
  },
  url_invalid: {
    'zh-CN': '请填写完整网址，例如 https://www.gov.cn/…',
    en: 'Enter a whole address, such as https://www.gov.cn/…',
  },
  region_invalid: {
    'zh-CN': '请填写二至六位的行政区划代码，例如 6210。',
    en: 'Enter codes of two to six digits, such as 6210.',
  },
  does_not_apply: {
    'zh-CN': '按上面的选择，此项不适用。清空此项，或更改上面的选择。',
    en: 'By the choice above this does not apply. Empty it, or change the choice.',
  },
  value_conflict: {
    'zh-CN': ({ now, at }: { now: string; at: string }) =>
      `他人于 ${at} 改为“${now}”。您填写的内容仍在框中；再次保存则以您的为准。`,
    en: ({ now, at }: { now: string; at: string }) =>
      `Somebody changed this to “${now}” on ${at}. What you typed is still here; save again to put yours in its place.`,
  },
  list_conflict: {
    'zh-CN': ({ now, at }: { now: string; at: string }) =>
      `他人于 ${at} 改动了这份清单，现为 ${now} 行。您填写的各行仍在；再次保存则以您的为准。`,
    en: ({ now, at }: { now: string; at: string }) =>
      `Somebody changed this list on ${at}; it has ${now} rows now. Your rows are still here; save again to put them in its place.`,
  },
});

declare module '@/lib/messages' {
  interface CodeValues
    extends ValuesOf<typeof contradictionTexts>, ValuesOf<typeof editorFieldErrors> {}
}
