import { messages } from '@/lib/messages';

type List = { list: string };
type Share = { percent: string };
type Money = { amount: string };
type Months = { months: number };
type Days = { days: number };
type Day = { date: string };
type Span = { from: string; to: string };
type Recovery = {
  percent: string;
  from: 'payment' | 'demand';
  grace: number;
  order: 'principal' | 'interest';
};

/** Texts of the parts of a situation: the headings of the columns and their values. */
export const situationMessages = messages({
  applicant: { 'zh-CN': '申请人', en: 'Applicant' },
  region: { 'zh-CN': '注册地', en: 'Registered in' },
  age: { 'zh-CN': '成立时间', en: 'Age of the firm' },
  younger: {
    'zh-CN': ({ months }: Months) => `不满 ${months} 个月`,
    en: ({ months }: Months) => `under ${months} months`,
  },
  older: {
    'zh-CN': ({ months }: Months) => `满 ${months} 个月`,
    en: ({ months }: Months) => `${months} months or more`,
  },
  size: { 'zh-CN': '企业规模', en: 'Size' },
  sector: { 'zh-CN': '所属行业', en: 'Sector' },
  onePerson: { 'zh-CN': '一人公司（OPC）', en: 'One-person company' },
  yes: { 'zh-CN': '是', en: 'yes' },
  chip: { 'zh-CN': '芯片', en: 'Chips' },
  purpose: { 'zh-CN': '用途', en: 'Purpose' },
  model: { 'zh-CN': '模型备案', en: 'Model' },
  project: { 'zh-CN': '承担项目', en: 'Public project won' },
  direction: { 'zh-CN': '方向', en: 'Direction' },
  side: { 'zh-CN': '申请方', en: 'Claimed by' },
  base: { 'zh-CN': '金额', en: 'Amount' },
  atLeast: {
    'zh-CN': ({ amount }: Money) => `不低于 ${amount}`,
    en: ({ amount }: Money) => `${amount} or more`,
  },
  below: {
    'zh-CN': ({ amount }: Money) => `低于 ${amount}`,
    en: ({ amount }: Money) => `below ${amount}`,
  },
  condition: { 'zh-CN': '条件', en: 'Condition' },
  answeredYes: {
    'zh-CN': ({ question }: { question: string }) => `“${question}”答“是”`,
    en: ({ question }: { question: string }) => `“${question}” is answered yes`,
  },
  answeredNo: {
    'zh-CN': ({ question }: { question: string }) => `“${question}”答“否”`,
    en: ({ question }: { question: string }) => `“${question}” is answered no`,
  },
  any: { 'zh-CN': '不限', en: 'any' },
  part: {
    'zh-CN': ({ label, value }: { label: string; value: string }) => `${label}：${value}`,
    en: ({ label, value }: { label: string; value: string }) => `${label}: ${value}`,
  },
  list: { 'zh-CN': '、', en: ', ' },
  and: { 'zh-CN': '；', en: '; ' },
  requirement: {
    'zh-CN': ({ list }: List) => `${list}。`,
    en: ({ list }: List) => `${list}.`,
  },
  only: {
    'zh-CN': ({ list }: List) => `（${list}）`,
    en: ({ list }: List) => ` (${list})`,
  },
});

/** Texts on who may apply, who claims and who is paid. */
export const guideWhoMessages = messages({
  directions: {
    'zh-CN': ({ list }: List) => `可申请的方向：${list}。`,
    en: ({ list }: List) => `You apply for one of: ${list}.`,
  },
  claims_demand: {
    'zh-CN': '由使用算力的一方申请。',
    en: 'The side that uses the compute applies.',
  },
  claims_supply: {
    'zh-CN': '由提供算力的一方申请。',
    en: 'The side that supplies the compute applies.',
  },
  claims_either: {
    'zh-CN': '使用算力或提供算力的一方均可申请。',
    en: 'Either the side that uses the compute or the side that supplies it applies.',
  },
  exclusive: {
    'zh-CN': '同一合同只能由其中一方申请。',
    en: 'Only one of the two may claim for the same contract.',
  },
  pays_buyer: { 'zh-CN': '资金拨付给购买方。', en: 'The buyer is paid.' },
  pays_claimant: { 'zh-CN': '资金拨付给申请方。', en: 'Whoever claims is paid.' },
  pays_vendor: { 'zh-CN': '资金拨付给服务商。', en: 'The vendor is paid.' },
  consecutive: {
    'zh-CN': ({ most }: { most: number }) => `最多连续支持 ${most} 年。`,
    en: ({ most }: { most: number }) =>
      most === 1 ? 'At most one year in a row.' : `At most ${most} years in a row.`,
  },
  ban: {
    'zh-CN': '被本市暂停申报资格的单位，期限内不得申报，已审定的不予发放。',
    en: 'A firm that the city has banned from support cannot apply, and is issued nothing, until the ban ends.',
  },
});

/** Texts of the conditions of an application; each sentence is made from a rule. */
export const guideConditionMessages = messages({
  basis_contract: { 'zh-CN': '凭算力合同申请。', en: 'You apply with a compute contract.' },
  basis_quota: {
    'zh-CN': '先申请额度，再签合同使用。',
    en: 'You apply for an amount first, and sign and use it afterwards.',
  },
  basis_settled_use: {
    'zh-CN': '使用并结算后，凭已结算的用量申请。',
    en: 'You apply with what you have used and settled.',
  },
  voucher: { 'zh-CN': '核准后发放电子券。', en: 'What is approved is issued as a voucher.' },
  noVoucher: { 'zh-CN': '不发券，直接拨付。', en: 'No voucher is issued; the money is paid out.' },
  once: { 'zh-CN': '同一合同只能申请一次。', en: 'A contract can be claimed for once only.' },
  again: { 'zh-CN': '同一合同可多次申请。', en: 'A contract can be claimed for more than once.' },
  purposes: {
    'zh-CN': ({ list }: List) => `算力用于${list}。`,
    en: ({ list }: List) => `The compute is for ${list}.`,
  },
  listed: {
    'zh-CN': '向本市已入库的算力服务商购买。',
    en: 'You buy from a vendor that this city accredits.',
  },
  anyVendor: { 'zh-CN': '可向任何算力服务商购买。', en: 'You may buy from any vendor.' },
  vendorItems: {
    'zh-CN': ({ list }: List) => `服务商的入库服务项目包括：${list}。`,
    en: ({ list }: List) => `The vendor is accredited for: ${list}.`,
  },
  vendorCapacity: {
    'zh-CN': ({ least }: { least: number }) => `服务商算力规模不低于 ${least} PFLOPS（FP16）。`,
    en: ({ least }: { least: number }) => `The vendor has at least ${least} PFLOPS (FP16).`,
  },
  vendorRegions: {
    'zh-CN': ({ list }: List) => `服务商的算力位于${list}。`,
    en: ({ list }: List) => `The vendor’s compute is in ${list}.`,
  },
  listedWhenSigned: {
    'zh-CN': '签订合同时服务商已经入库。',
    en: 'The vendor was already accredited when the contract was signed.',
  },
  listedNow: {
    'zh-CN': '服务商在申请时已入库即可。',
    en: 'It is enough that the vendor is accredited when you apply.',
  },
  signedFrom: {
    'zh-CN': ({ date }: Day) => `合同于 ${date} 及以后签订。`,
    en: ({ date }: Day) => `The contract was signed on ${date} or later.`,
  },
  signedTo: {
    'zh-CN': ({ date }: Day) => `合同于 ${date} 及以前签订。`,
    en: ({ date }: Day) => `The contract was signed on ${date} or earlier.`,
  },
  longest: {
    'zh-CN': ({ months }: Months) => `合同期限不超过 ${months} 个月。`,
    en: ({ months }: Months) => `The contract runs for at most ${months} months.`,
  },
  threshold: {
    'zh-CN': ({ amount }: Money) => `计入补贴的金额不低于 ${amount}。`,
    en: ({ amount }: Money) => `The amount that counts is at least ${amount}.`,
  },
  thresholdYear: {
    'zh-CN': ({ amount }: Money) => `年租用金额不低于 ${amount}。`,
    en: ({ amount }: Money) => `You rent for at least ${amount} a year.`,
  },
  affiliates: { 'zh-CN': '与服务商无关联关系。', en: 'You and the vendor are not affiliated.' },
  affiliateShare: {
    'zh-CN': ({ percent }: Share) => `持股达到 ${percent}% 即为关联。`,
    en: ({ percent }: Share) => `A shareholding of ${percent}% or more counts as affiliation.`,
  },
  controller: {
    'zh-CN': '受同一控制人控制的为关联。',
    en: 'Firms under a common controller count as affiliated.',
  },
  noController: {
    'zh-CN': '受同一控制人控制的不因此视为关联。',
    en: 'A common controller alone does not count as affiliation.',
  },
  lookThrough: {
    'zh-CN': '间接持股一并计算。',
    en: 'Shares held through other firms count too.',
  },
  directOnly: { 'zh-CN': '只计直接持股。', en: 'Only shares held directly count.' },
  noOtherSupport: {
    'zh-CN': '同一合同未获其他财政支持。',
    en: 'The same contract has had no other public support.',
  },
  noOtherSupportAtAll: {
    'zh-CN': '申请人未获其他同类财政支持。',
    en: 'The applicant has had no other public support of this kind at all.',
  },
  otherSupport: {
    'zh-CN': '可与其他财政支持同时享受。',
    en: 'Other public support for the same contract is allowed.',
  },
  totalSupport: {
    'zh-CN': ({ percent }: Share) =>
      `同一合同另有财政支持的，全部支持合计不超过合同金额的 ${percent}%。`,
    en: ({ percent }: Share) =>
      `Where the contract has other public support, all of it together stays within ${percent}% of the contract.`,
  },
  deduct_base: {
    'zh-CN': '其他财政支持先从计入补贴的金额中扣除。',
    en: 'Other public support is taken off the amount that counts.',
  },
  deduct_award: {
    'zh-CN': '其他财政支持从补贴中扣除。',
    en: 'Other public support is taken off the award.',
  },
  upperTier: {
    'zh-CN': '须先申请上级财政支持。',
    en: 'Support of a higher tier of government has to be claimed first.',
  },
  upperTierFree: {
    'zh-CN': '不要求先申请上级财政支持。',
    en: 'Support of a higher tier need not be claimed first.',
  },
  intake_rolling: {
    'zh-CN': '批次内随时受理。',
    en: 'Applications are taken at any time in a round.',
  },
  intake_batch: {
    'zh-CN': '批次截止后统一审核。',
    en: 'Applications are reviewed together once a round has closed.',
  },
  intake_quota: { 'zh-CN': '按名额受理。', en: 'A round has a limited number of places.' },
  places: {
    'zh-CN': ({ places }: { places: number }) => `每批名额 ${places} 个。`,
    en: ({ places }: { places: number }) => `There are ${places} places a round.`,
  },
  papersMore: { 'zh-CN': '另需', en: 'Also asked for' },
  paperWhen: {
    'zh-CN': ({ label, condition }: { label: string; condition: string }) =>
      `${label}（${condition}）`,
    en: ({ label, condition }: { label: string; condition: string }) => `${label} (${condition})`,
  },
  optional: { 'zh-CN': '选填', en: 'Optional' },
});

/** Texts on how the amount is calculated, and on every limit to it. */
export const guideAmountMessages = messages({
  nature: {
    'zh-CN': ({ kind, mode }: { kind: string; mode: string }) => `${kind}，${mode}。`,
    en: ({ kind, mode }: { kind: string; mode: string }) => `${kind}: ${mode}.`,
  },
  unit: {
    'zh-CN': ({ unit }: { unit: string }) => `额度以${unit}计，不以金额计。`,
    en: ({ unit }: { unit: string }) => `Amounts count ${unit}, not yuan.`,
  },
  unitPriced: {
    'zh-CN': ({ unit, price }: { unit: string; price: string }) =>
      `算力券以${unit}计，按核定单价${price}结算。`,
    en: ({ unit, price }: { unit: string; price: string }) =>
      `The voucher counts ${unit} and is settled at the approved price of ${price}.`,
  },
  inYuan: { 'zh-CN': '额度以人民币计。', en: 'Amounts are in yuan.' },
  base_contract: {
    'zh-CN': '以合同金额为基数。',
    en: 'It is worked out from the contract amount.',
  },
  base_paid: { 'zh-CN': '以已支付的金额为基数。', en: 'It is worked out from what has been paid.' },
  base_settled: {
    'zh-CN': '以已开票并付清的金额为基数。',
    en: 'It is worked out from what has been invoiced and paid.',
  },
  base_metered: {
    'zh-CN': '以平台计量的金额为基数。',
    en: 'It is worked out from the spend that the platform meters.',
  },
  base_quota: {
    'zh-CN': '以申请的额度为基数。',
    en: 'It is worked out from the amount that you ask for.',
  },
  items: {
    'zh-CN': ({ list }: List) => `计入的费用：${list}。`,
    en: ({ list }: List) => `What counts: ${list}.`,
  },
  excluded: {
    'zh-CN': ({ list }: List) => `不计入：${list}。`,
    en: ({ list }: List) => `What does not count: ${list}.`,
  },
  taxIncluded: { 'zh-CN': '含增值税。', en: 'Value-added tax counts.' },
  taxExcluded: { 'zh-CN': '不含增值税。', en: 'Value-added tax does not count.' },
  period: {
    'zh-CN': ({ from, to }: Span) => `合同期落在 ${from} 至 ${to} 之内的部分，按天数折算`,
    en: ({ from, to }: Span) =>
      `Only the part of the contract between ${from} and ${to} counts, by days`,
  },
  firstDayIn: { 'zh-CN': '，首日计入', en: '; the first day counts' },
  firstDayOut: { 'zh-CN': '，首日不计', en: '; the first day is left out' },
  rate_contract: {
    'zh-CN': ({ percent }: Share) => `合同金额的 ${percent}%`,
    en: ({ percent }: Share) => `${percent}% of the contract`,
  },
  rate_paid: {
    'zh-CN': ({ percent }: Share) => `已支付金额的 ${percent}%`,
    en: ({ percent }: Share) => `${percent}% of what was paid`,
  },
  rate_settled: {
    'zh-CN': ({ percent }: Share) => `已结算金额的 ${percent}%`,
    en: ({ percent }: Share) => `${percent}% of the settled cost`,
  },
  rate_metered: {
    'zh-CN': ({ percent }: Share) => `计量金额的 ${percent}%`,
    en: ({ percent }: Share) => `${percent}% of the metered spend`,
  },
  rate_quota: {
    'zh-CN': ({ percent }: Share) => `申请额度的 ${percent}%`,
    en: ({ percent }: Share) => `${percent}% of the amount asked for`,
  },
  rateTable: { 'zh-CN': '补贴比例', en: 'Rates' },
  percentColumn: { 'zh-CN': '比例', en: 'Rate' },
  clauseColumn: { 'zh-CN': '依据', en: 'Clause' },
  pick_max: {
    'zh-CN': '同时符合几项的，取最高的一项，不累加。',
    en: 'Of several rates that fit, the highest is taken; they do not add up.',
  },
  pick_priority: {
    'zh-CN': '同时符合几项的，取排在最前的一项，不累加。',
    en: 'Of several rates that fit, the first is taken; they do not add up.',
  },
  ceiling: {
    'zh-CN': '比例为上限，审核可核定较低的金额。',
    en: 'The rate is a ceiling: the review may approve less.',
  },
  fixed: { 'zh-CN': '比例固定，按此计算。', en: 'The rate is fixed: it is what is given.' },
  stop: { 'zh-CN': '。', en: '.' },
  round_truncate: {
    'zh-CN': ({ unit }: { unit: string }) => `不足 ${unit} 的部分舍去`,
    en: ({ unit }: { unit: string }) => `cut off to whole ${unit}`,
  },
  round_half_up: {
    'zh-CN': ({ unit }: { unit: string }) => `四舍五入到 ${unit}`,
    en: ({ unit }: { unit: string }) => `rounded to whole ${unit}`,
  },
  round_up: {
    'zh-CN': ({ unit }: { unit: string }) => `不足 ${unit} 的进一`,
    en: ({ unit }: { unit: string }) => `rounded up to whole ${unit}`,
  },
  roundBase: {
    'zh-CN': ({ how }: { how: string }) => `，折算后${how}`,
    en: ({ how }: { how: string }) => `; the result is ${how}`,
  },
  roundRate: {
    'zh-CN': ({ how }: { how: string }) => `乘以比例后${how}。`,
    en: ({ how }: { how: string }) => `What the rate comes to is ${how}.`,
  },
  roundAward: {
    'zh-CN': ({ how }: { how: string }) => `扣减各项限额后，最后${how}。`,
    en: ({ how }: { how: string }) => `The award is ${how}, after every limit.`,
  },
  minimum_entitlement: {
    'zh-CN': ({ amount }: Money) => `按比例计算不足 ${amount} 的，不予支持。`,
    en: ({ amount }: Money) => `Nothing is given where the rate comes to less than ${amount}.`,
  },
  minimum_voucher: {
    'zh-CN': ({ amount }: Money) => `扣减各项限额后不足 ${amount} 的，不予支持。`,
    en: ({ amount }: Money) =>
      `Nothing is given where less than ${amount} is left after every limit.`,
  },
  per_contract: {
    'zh-CN': ({ amount }: Money) => `每个合同最高 ${amount}`,
    en: ({ amount }: Money) => `At most ${amount} a contract`,
  },
  per_year: {
    'zh-CN': ({ amount }: Money) => `每个单位每个自然年最高 ${amount}`,
    en: ({ amount }: Money) => `At most ${amount} for each applicant a calendar year`,
  },
  per_life: {
    'zh-CN': ({ amount }: Money) => `每个单位在政策期内累计最高 ${amount}`,
    en: ({ amount }: Money) =>
      `At most ${amount} for each applicant over the life of the programme`,
  },
  per_direction: {
    'zh-CN': ({ amount }: Money) => `每个方向最高 ${amount}`,
    en: ({ amount }: Money) => `At most ${amount} in each direction`,
  },
  per_period: {
    'zh-CN': ({ amount, months }: Money & Months) => `每个单位每 ${months} 个月最高 ${amount}`,
    en: ({ amount, months }: Money & Months) =>
      `At most ${amount} for each applicant in ${months} months`,
  },
  counts_claimed: { 'zh-CN': '，按核准的金额计', en: ', counting what was awarded' },
  counts_redeemed: { 'zh-CN': '，按兑付的金额计', en: ', counting what was paid out' },
  counts_both: {
    'zh-CN': '，按核准与兑付中较大的计',
    en: ', counting what was awarded or paid out, whichever is more',
  },
  raised: {
    'zh-CN': '。市里可凭决定文件为单个申请人提高上限',
    en: '. The city may, by a document, decide on a higher cap for one applicant',
  },
  notRaised: {
    'zh-CN': '。该上限不得提高',
    en: '. This cap cannot be raised',
  },
  award: {
    'zh-CN': ({ title, amount }: { title: string } & Money) => `${title}：一次性 ${amount}`,
    en: ({ title, amount }: { title: string } & Money) => `${title}: ${amount}, once`,
  },
  insideCap: { 'zh-CN': '，计入上限', en: ', within the cap' },
  outsideCap: { 'zh-CN': '，不计入上限', en: ', beside the cap' },
  inKind: {
    'zh-CN': ({ by, amount }: { by: string } & Money) => `另由${by}提供 ${amount}。`,
    en: ({ by, amount }: { by: string } & Money) => `${by} gives another ${amount} in kind.`,
  },
  exhausted_reject: {
    'zh-CN': '可用预算不足的，不予发放。',
    en: 'Where the budget falls short of an award, nothing is given.',
  },
  exhausted_partial: {
    'zh-CN': '可用预算不足的，按余额发放。',
    en: 'Where the budget falls short of an award, what is left is given.',
  },
  exhausted_queue: {
    'zh-CN': '可用预算不足的，全额核准，排队等待资金。',
    en: 'Where the budget falls short of an award, it is approved whole and waits in line for money.',
  },
  line_passed: {
    'zh-CN': '等待资金的，按复审通过先后安排。',
    en: 'The line is worked off in the order of passing.',
  },
  line_submitted: {
    'zh-CN': '等待资金的，按提交先后安排。',
    en: 'The line is worked off in the order of submission.',
  },
  line_upper_tier_first: {
    'zh-CN': '等待资金的，已获上级支持的在先，其余在后；同类按提交先后安排。',
    en: 'In the line, those who have the support of a higher level come first, then the others; each in the order of submission.',
  },
  line_small_first: {
    'zh-CN': '等待资金的，金额小的在先；金额相同的按提交先后安排。',
    en: 'In the line, the smallest award comes first; equal ones in the order of submission.',
  },
  exhausted_pro_rata: {
    'zh-CN':
      '同一批次申请合计超过可用预算的，批次截止、全部审结后按同一比例分配：每件分得＝申请额×可分配预算÷申请额合计，尾数按被舍去部分由大到小补足，相同的先提交者在先；合计不超过预算。',
    en: 'Where a round asks for more than is free in the budget, it is shared out at one rate after the round has closed and all its cases are decided: each gets its claim × the budget ÷ all claims. Odd fen go to those who lost most by cutting off, between equal ones to whoever submitted first; together the shares never exceed the budget.',
  },
  subPool: {
    'zh-CN': ({ title, amount }: { title: string } & Money) => `预算中${title}：${amount}`,
    en: ({ title, amount }: { title: string } & Money) =>
      `Set aside in the budget: ${title}, ${amount}`,
  },
  funding: {
    'zh-CN': ({ list }: List) => `资金分担：${list}。`,
    en: ({ list }: List) => `It is borne by: ${list}.`,
  },
  share: {
    'zh-CN': ({ funder, parts, whole }: { funder: string; parts: number; whole: number }) =>
      `${funder} ${parts}/${whole}`,
    en: ({ funder, parts, whole }: { funder: string; parts: number; whole: number }) =>
      `${funder} ${parts}/${whole}`,
  },
  oddFen: {
    'zh-CN': ({ funder }: { funder: string }) => `除不尽的分由${funder}承担。`,
    en: ({ funder }: { funder: string }) => `Odd fen are borne by: ${funder}.`,
  },
});

/** Texts on what follows the award: the voucher, payment, service. */
export const guideUseMessages = messages({
  title: { 'zh-CN': '使用与结算', en: 'Use and payment' },
  validity: {
    'zh-CN': ({ months }: Months) => `算力券自发放之日起 ${months} 个月内有效，不得转让。`,
    en: ({ months }: Months) =>
      `The voucher is valid for ${months} months from issue and is not transferable.`,
  },
  partial: { 'zh-CN': '可分次使用。', en: 'It may be spent in parts.' },
  whole: { 'zh-CN': '须一次用完。', en: 'It has to be spent at once.' },
  orderShare: {
    'zh-CN': ({ percent }: Share) => `每笔订单最多抵扣 ${percent}%。`,
    en: ({ percent }: Share) => `It pays at most ${percent}% of each order.`,
  },
  orderWhole: {
    'zh-CN': '可抵扣订单全额，以券内余额为限；政策的补贴比例已计入券面额。',
    en: 'It pays orders in full, up to its balance; the programme’s rate is in its face value already.',
  },
  hold: {
    'zh-CN': ({ days }: Days) => `为服务商锁定的金额，${days} 天内未核销即释放。`,
    en: ({ days }: Days) =>
      `An amount set aside for a vendor is released if it is not redeemed within ${days} days.`,
  },
  extension: {
    'zh-CN': ({ months }: Months) =>
      `因故不能按期用完的，主管部门可在到期前延期一次，最长 ${months} 个月。`,
    en: ({ months }: Months) =>
      `Where there is a reason, the city may extend a voucher once before it expires, by ${months} ${months === 1 ? 'month' : 'months'} at most.`,
  },
  pause: {
    'zh-CN':
      '入库服务商均不能交付的，主管部门可以暂停用券：期间不得新锁定额度，已锁定的照常申报核销，券与锁定均不到期；结束后，有效期按暂停的日历天数顺延。',
    en: 'While no accredited vendor can deliver, the city may pause the vouchers: nothing new can be held, what is held can still be redeemed, and neither vouchers nor holds run out. Afterwards they are valid for as many calendar days longer as the pause lasted.',
  },
  recovery: {
    'zh-CN': ({ percent, from, grace, order }: Recovery) =>
      `追回的款项按年利率 ${percent}% 计收利息，自${from === 'payment' ? '付款' : '追回决定'}次日${grace > 0 ? `满 ${grace} 天后` : ''}起，按实际天数除以 365 计算，每段本金分别舍去不足一分的部分；还款先抵${order === 'interest' ? '利息' : '本金'}，利息缴入国库。`,
    en: ({ percent, from, grace, order }: Recovery) =>
      `What is clawed back bears interest at ${percent}% a year from the day after the ${from}${grace > 0 ? `, less ${grace} ${grace === 1 ? 'day' : 'days'}` : ''}: actual days over 365, fractions of a fen cut off for each span of one principal. A repayment first pays the ${order}; interest goes to the treasury.`,
  },
  claimFirst: {
    'zh-CN': ({ papers }: { papers: string }) =>
      `先付后补：先向服务商付清费用，再凭${papers}申请兑付。`,
    en: ({ papers }: { papers: string }) =>
      `You pay the vendor first, then claim the money with: ${papers}.`,
  },
  claimWithin: {
    'zh-CN': ({ months }: Months) =>
      `自发放之日起 ${months} 个月内申请兑付；到期未申请的金额收回，不得转让。`,
    en: ({ months }: Months) =>
      `Claim within ${months} months from issue; what is not claimed by then goes back to the city. It is not transferable.`,
  },
  claimParts: { 'zh-CN': '可分次申请兑付。', en: 'It may be claimed in parts.' },
  claimOnce: { 'zh-CN': '只能申请兑付一次。', en: 'It can be claimed once.' },
  claimWorth: {
    'zh-CN': '兑付金额按实际支付并经核定的费用重新计算，不超过核准金额。',
    en: 'What is paid is worked out anew from the costs that were really paid and accepted; it is never more than the award.',
  },
  paidAtOnce: {
    'zh-CN': '先付后补：付款凭证随申请提交，发放后直接拨付，无需另行申请。',
    en: 'You pay first and prove it with the application; once the award is issued it is paid out to you without a further claim.',
  },
  paidAutomatically: {
    'zh-CN': '发放后直接拨付，无需申请。',
    en: 'Once the award is issued it is paid out to you; nothing has to be claimed.',
  },
  settle_monthly: {
    'zh-CN': '按月结算：当月核定的款项，次月起结算拨付。',
    en: 'It is settled every month: what is verified in a month is paid from the next one on.',
  },
  settle_quarterly: {
    'zh-CN': '按季度结算：当季核定的款项，下一季度起结算拨付。',
    en: 'It is settled every quarter: what is verified in a quarter is paid from the next one on.',
  },
  settle_yearly: {
    'zh-CN': '按年结算：当年核定的款项，次年起结算拨付。',
    en: 'It is settled every year: what is verified in a year is paid from the next one on.',
  },
  settle_batch: {
    'zh-CN': '按批次结算拨付：款项核定后，列入下一批次。',
    en: 'It is settled batch by batch: what is verified is paid with the next one.',
  },
  silence: {
    'zh-CN': ({ days }: { days: number }) =>
      `服务商申报核销后，用券单位在 ${days} 个工作日内未确认也未提出争议的，视为确认。`,
    en: ({ days }: { days: number }) =>
      `A redemption that you neither confirm nor dispute within ${days} working days counts as confirmed.`,
  },
  advance: {
    'zh-CN': ({ percent }: Share) =>
      `备用金按不超过预计抵扣额的 ${percent}% 向服务商预拨，结算时先行抵扣并按周期补足；终止后逐期抵扣，余额退回。`,
    en: ({ percent }: Share) =>
      `Vendors may be paid up to ${percent}% of what they are expected to deduct in advance. Each settlement draws on it first and pays it up again; once it has ended, it is drawn down and the rest is paid back.`,
  },
  autoApprove: {
    'zh-CN': ({ amount }: Money) =>
      `按规则算得的金额不超过 ${amount} 的，由一名人员审定，免复审；从中随机抽取一成、至少一件，由其他人员复查。`,
    en: ({ amount }: Money) =>
      `Where the rules give no more than ${amount}, one officer decides and there is no final review. A tenth of these decisions, and at least one, is drawn at random and checked by somebody else.`,
  },
  noNotice: { 'zh-CN': '不公示', en: 'None' },
  noNoticeListNote: {
    'zh-CN': '名单经两人复核后即发放',
    en: 'the list is issued once a second person has approved it',
  },
  noticeListNote: {
    'zh-CN': '名单经两人复核后公示，期间任何人可实名提出异议；期满后发放，有异议的待处理完毕',
    en: 'of the list, once a second person has approved it; anybody may object by name, and what nobody objects to is issued afterwards',
  },
  noNoticeNote: { 'zh-CN': '审核通过即核准', en: 'what is passed is approved at once' },
  appeal: { 'zh-CN': '申诉', en: 'Appeal' },
  appealNote: {
    'zh-CN': '自不予通过之日起，由未参与审核的人员决定',
    en: 'After a refusal; somebody who had no part in the review decides',
  },
  stage: {
    'zh-CN': ({ title }: { title: string }) => `其中：${title}`,
    en: ({ title }: { title: string }) => `of it: ${title}`,
  },
  calendarDays: {
    'zh-CN': ({ days }: Days) => `${days} 个自然日`,
    en: ({ days }: Days) => (days === 1 ? '1 calendar day' : `${days} calendar days`),
  },
});

/** Texts on articles that are not in force at present, or only for a time. */
export const guideTermMessages = messages({
  tag_suspended: { 'zh-CN': '暂停执行', en: 'Suspended' },
  tag_not_yet: { 'zh-CN': '尚未施行', en: 'Not yet in force' },
  tag_ended: { 'zh-CN': '已到期', en: 'Ended' },
  banner: {
    'zh-CN': '部分条款目前不执行',
    en: 'Some articles are not in force at present',
  },
  bannerBody: {
    'zh-CN': '受影响的内容在下文逐条标明；测算时不计入。',
    en: 'What they say is marked below, sentence by sentence, and left out of every calculation.',
  },
  article: {
    'zh-CN': ({ article, text }: { article: string; text: string }) => `${article}：${text}`,
    en: ({ article, text }: { article: string; text: string }) => `${article}: ${text}`,
  },
  from: {
    'zh-CN': ({ date }: Day) => `自 ${date} 起施行`,
    en: ({ date }: Day) => `in force from ${date}`,
  },
  to: {
    'zh-CN': ({ date }: Day) => `施行至 ${date}`,
    en: ({ date }: Day) => `in force until ${date}`,
  },
  suspended: {
    'zh-CN': ({ date }: Day) => `自 ${date} 起暂停执行`,
    en: ({ date }: Day) => `suspended from ${date}`,
  },
  until: {
    'zh-CN': ({ date }: Day) => `至 ${date}`,
    en: ({ date }: Day) => `until ${date}`,
  },
  terms: { 'zh-CN': '条款的施行期', en: 'When single articles hold' },
  effectiveTo: { 'zh-CN': '适用截止', en: 'In force until' },
});
