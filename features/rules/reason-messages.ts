import type { Locale } from '@/lib/locale';
import type { RefusalCode, RefusalValues, StepCode, StepValues } from './domain/sheet';
import {
  enDate,
  factName,
  named,
  plain,
  roundingText,
  yearly,
  zhDate,
  type Money,
} from './reason-formats';

/** A text by the values that it uses. */
export type Texts<V> = { readonly [L in Locale]: (v: V, money: Money) => string };
/** The arithmetic of a step, with the amount before it. */
export type Details<V> = { readonly [L in Locale]: (v: V, before: string, money: Money) => string };

/** Names of the amounts that a subsidy is calculated from. */
const baseNames: { [L in Locale]: Readonly<Record<string, string>> } = {
  'zh-CN': {
    contract: '合同金额',
    paid: '已支付金额',
    settled: '已结算金额',
    metered: '平台计量金额',
    quota: '计划使用额',
  },
  en: {
    contract: 'Contract amount',
    paid: 'Amount paid',
    settled: 'Amount settled',
    metered: 'Metered spend',
    quota: 'Planned use',
  },
};

type Span = Pick<StepValues<'cap'>, 'per' | 'periodMonths'>;
const capSpans: { [L in Locale]: (v: Span) => string } = {
  'zh-CN': (v) =>
    v.per === 'life'
      ? '政策期内累计'
      : v.per === 'direction'
        ? '本方向'
        : `每 ${plain(v.periodMonths)} 个月`,
  en: (v) =>
    v.per === 'life'
      ? 'over the life of the programme'
      : v.per === 'direction'
        ? 'in this direction'
        : `in ${plain(v.periodMonths)} months`,
};

export const stepTexts: { [C in StepCode]: Texts<StepValues<C>> } = {
  base: {
    'zh-CN': (v) => baseNames['zh-CN'][plain(v.of)] ?? '',
    en: (v) => baseNames.en[plain(v.of)] ?? '',
  },
  excluded: {
    'zh-CN': (v) => `扣除不计入的费用（${named('zh-CN', v.items)}）`,
    en: (v) => `Without what does not count (${named('en', v.items)})`,
  },
  tax: { 'zh-CN': () => '扣除增值税', en: () => 'Without value-added tax' },
  support_base: { 'zh-CN': () => '扣除其他财政支持', en: () => 'Less other public support' },
  proration: {
    'zh-CN': (v) => `政策期内 ${plain(v.inside)} 天，合同共 ${plain(v.whole)} 天，按天折算`,
    en: (v) => `${plain(v.inside)} of the contract’s ${plain(v.whole)} days fall into the period`,
  },
  rate: {
    'zh-CN': (v) => `乘以补贴比例 ${plain(v.percent)}%`,
    en: (v) => `Times the rate of ${plain(v.percent)}%`,
  },
  fixed_award: {
    'zh-CN': (v) => `加：${plain(v.zh)}`,
    en: (v) => `Plus: ${plain(v.en)}`,
  },
  stacking: {
    'zh-CN': (v) => `全部财政支持合计不超过合同的 ${plain(v.percent)}%`,
    en: (v) => `All public support within ${plain(v.percent)}% of the contract`,
  },
  support_award: {
    'zh-CN': () => '扣除已获的其他财政支持',
    en: () => 'Less the other public support already had',
  },
  cap_contract: {
    'zh-CN': (v, money) => `不超过每个合同的上限 ${money(v.cap)}`,
    en: (v, money) => `At most ${money(v.cap)} a contract`,
  },
  cap_year: {
    'zh-CN': (v, money) => `不超过 ${plain(v.year)} 年的上限 ${money(v.cap)}`,
    en: (v, money) => `At most ${money(v.cap)} in ${plain(v.year)}`,
  },
  cap: {
    'zh-CN': (v, money) => `不超过${capSpans['zh-CN'](v)}的上限 ${money(v.cap)}`,
    en: (v, money) => `At most ${money(v.cap)} ${capSpans.en(v)}`,
  },
  rounding: { 'zh-CN': () => '取整', en: () => 'Rounded' },
  pool: {
    'zh-CN': (v, money) => `不超过可用预算 ${money(v.left)}`,
    en: (v, money) => `At most what is free in the budget, ${money(v.left)}`,
  },
  pool_share: {
    'zh-CN': () => '预算不足，按比例分配',
    en: () => 'The budget is short: everybody gets the same share',
  },
  pool_share_later: {
    'zh-CN': () => '本批次申请合计超过可用预算的，截止后按同一比例分配',
    en: () =>
      'If the round asks for more than is free in the budget, everybody gets the same share after it has closed',
  },
  pool_queue: {
    'zh-CN': (v, money) => `可用预算 ${money(v.left)}，不足部分排队等待`,
    en: (v, money) => `${money(v.left)} is free in the budget: the award waits in line for money`,
  },
};

const beyond: Details<object> = {
  'zh-CN': (_, before) => `${before} 超出的部分不计`,
  en: (_, before) => `what ${before} goes beyond it is left out`,
};
const off: Details<StepValues<'tax'>> = {
  'zh-CN': (v, before, money) => `${before} 减 ${money(v.off)}`,
  en: (v, before, money) => `${before} less ${money(v.off)}`,
};
const usedBefore: Details<Pick<StepValues<'cap'>, 'used' | 'counts' | 'decided'>> = {
  'zh-CN': (v, before, money) =>
    `${v.counts === 'redeemed' ? '已兑付' : '已获'} ${money(v.used)}；${before} 超出的部分不计${v.decided ? '；上限由本市决定提高' : ''}`,
  en: (v, before, money) =>
    `${money(v.used)} was ${v.counts === 'redeemed' ? 'paid out' : 'awarded'} before; what ${before} goes beyond the rest is left out${v.decided ? '; the city has raised this cap' : ''}`,
};

export const stepDetails: { [C in StepCode]?: Details<StepValues<C>> } = {
  excluded: off,
  tax: off,
  support_base: off,
  support_award: {
    'zh-CN': (v, before, money) => `${before} 减 ${money(v.other)}`,
    en: (v, before, money) => `${before} less ${money(v.other)}`,
  },
  proration: {
    'zh-CN': (v, before, money) =>
      `${before} × ${plain(v.inside)} ÷ ${plain(v.whole)}${roundingText('zh-CN', v, money)}。政策期 ${zhDate(v.from)} 至 ${zhDate(v.to)}，${v.dayCount === 'inclusive' ? '首日计入' : '首日不计'}。`,
    en: (v, before, money) =>
      `${before} × ${plain(v.inside)} ÷ ${plain(v.whole)}${roundingText('en', v, money)}. The period runs from ${enDate(v.from)} to ${enDate(v.to)}; the first day ${v.dayCount === 'inclusive' ? 'counts' : 'is left out'}.`,
  },
  rate: {
    'zh-CN': (v, before, money) =>
      `${before} × ${plain(v.percent)}%${roundingText('zh-CN', v, money)}`,
    en: (v, before, money) => `${before} × ${plain(v.percent)}%${roundingText('en', v, money)}`,
  },
  fixed_award: {
    'zh-CN': (v, before, money) => `${before} 加 ${money(v.more)}`,
    en: (v, before, money) => `${before} plus ${money(v.more)}`,
  },
  rounding: {
    'zh-CN': (v, before, money) => `${before}${roundingText('zh-CN', v, money)}`,
    en: (v, before, money) => `${before}${roundingText('en', v, money)}`,
  },
  stacking: {
    'zh-CN': (v, _, money) => `${money(v.most)} 减其他支持 ${money(v.other)}`,
    en: (v, _, money) => `${money(v.most)} less other support of ${money(v.other)}`,
  },
  cap_contract: beyond,
  cap_year: {
    'zh-CN': (v, before, money) => `今年${usedBefore['zh-CN'](v, before, money)}`,
    en: (v, before, money) =>
      v.counts === 'redeemed'
        ? usedBefore.en(v, before, money)
        : `${money(v.used)} was awarded this year; what ${before} goes beyond the rest is left out${v.decided ? '; the city has raised this cap' : ''}`,
  },
  cap: usedBefore,
  pool: beyond,
  pool_share: {
    'zh-CN': (v, before, money) =>
      `${before} × 余额 ${money(v.left)} ÷ 全部应发 ${money(v.demand)}`,
    en: (v, before, money) =>
      `${before} × ${money(v.left)} left ÷ ${money(v.demand)} that all are entitled to`,
  },
};

export const refusalTexts: { [C in RefusalCode]: Texts<RefusalValues<C>> } = {
  programme_not_begun: {
    'zh-CN': (v) => `本政策自 ${zhDate(v.date)} 起施行。`,
    en: (v) => `This programme comes into force on ${enDate(v.date)}.`,
  },
  programme_ended: {
    'zh-CN': (v) => `本政策已于 ${zhDate(v.date)} 到期。`,
    en: (v) => `This programme ended on ${enDate(v.date)}.`,
  },
  clause_not_in_force: {
    'zh-CN': (v) => {
      const why = v.zh ? `：${plain(v.zh)}` : '';
      if (v.force === 'not_yet') return `该条款自 ${zhDate(v.from)} 起施行。`;
      if (v.force === 'ended') return `该条款已于 ${zhDate(v.to)} 到期。`;
      return `该条款自 ${zhDate(v.suspendedFrom)} 起暂停执行${why}。`;
    },
    en: (v) => {
      const why = v.en ? `: ${plain(v.en)}` : '';
      if (v.force === 'not_yet') return `This article comes into force on ${enDate(v.from)}.`;
      if (v.force === 'ended') return `This article ended on ${enDate(v.to)}.`;
      return `This article has been suspended since ${enDate(v.suspendedFrom)}${why}.`;
    },
  },
  applicant_type: {
    'zh-CN': () => '贵单位的类别不在支持范围内。',
    en: () => 'Organisations of your kind are not supported.',
  },
  region_outside: {
    'zh-CN': (v) => `贵单位注册地不在${named('zh-CN', v.wanted)}。`,
    en: (v) => `Your organisation is not registered in ${named('en', v.wanted)}.`,
  },
  firm_too_old: {
    'zh-CN': (v) => `贵单位成立已满 ${plain(v.wanted)} 个月。`,
    en: (v) => `Your organisation was registered ${plain(v.wanted)} months ago or earlier.`,
  },
  firm_too_young: {
    'zh-CN': (v) => `贵单位成立不满 ${plain(v.wanted)} 个月。`,
    en: (v) => `Your organisation was registered less than ${plain(v.wanted)} months ago.`,
  },
  firm_size: {
    'zh-CN': (v) => `仅支持${named('zh-CN', v.wanted)}。`,
    en: (v) => `Only ${named('en', v.wanted)} are supported.`,
  },
  sector: {
    'zh-CN': (v) => `仅支持${named('zh-CN', v.wanted)}行业的单位。`,
    en: (v) => `Only organisations in ${named('en', v.wanted)} are supported.`,
  },
  not_one_person: {
    'zh-CN': () => '仅支持一人公司（OPC）。',
    en: () => 'Only one-person companies are supported.',
  },
  chip_origin: {
    'zh-CN': (v) => `仅支持使用${named('zh-CN', v.wanted)}芯片。`,
    en: (v) => `Only ${named('en', v.wanted)} chips are supported.`,
  },
  model_status: {
    'zh-CN': (v) => `要求：${named('zh-CN', v.wanted)}。`,
    en: (v) => `Required: ${named('en', v.wanted)}.`,
  },
  project_rank: {
    'zh-CN': (v) => `要求承担${named('zh-CN', v.wanted)}项目。`,
    en: (v) => `You need to have won a ${named('en', v.wanted)} project.`,
  },
  direction_not_supported: {
    'zh-CN': () => '该方向不在支持范围内。',
    en: () => 'This direction is not supported.',
  },
  side_not_supported: {
    'zh-CN': (v) => `仅支持${named('zh-CN', v.wanted)}申请。`,
    en: (v) => `Only the ${named('en', v.wanted)} may apply.`,
  },
  other_side_claims: {
    'zh-CN': () => '同一合同的另一方已申请，双方不得重复享受。',
    en: () => 'The other party has claimed for the same contract; only one may.',
  },
  condition_unmet: {
    'zh-CN': (v) => (v.zh ? `“${plain(v.zh)}”：不符合要求。` : '不符合本政策的一项条件。'),
    en: (v) =>
      v.en
        ? `“${plain(v.en)}”: this condition is not met.`
        : 'A condition of this programme is not met.',
  },
  fact_missing: {
    'zh-CN': (v) => `缺少信息：${v.zh ? plain(v.zh) : factName('zh-CN', v.fact)}。`,
    en: (v) => `Missing: ${v.en ? plain(v.en) : factName('en', v.fact)}.`,
  },
  purpose_not_supported: {
    'zh-CN': () => '算力用途不在支持范围内。',
    en: () => 'Compute for this purpose is not supported.',
  },
  base_missing: {
    'zh-CN': (v) =>
      `缺少计算补贴的金额${v.of ? `：${baseNames['zh-CN'][plain(v.of)] ?? ''}` : ''}。`,
    en: (v) =>
      `The amount that the subsidy is worked out from is missing${v.of ? `: ${(baseNames.en[plain(v.of)] ?? '').toLowerCase()}` : ''}.`,
  },
  contract_signed_early: {
    'zh-CN': (v) => `合同签订早于 ${zhDate(v.date)}。`,
    en: (v) => `The contract was signed before ${enDate(v.date)}.`,
  },
  contract_signed_late: {
    'zh-CN': (v) => `合同签订晚于 ${zhDate(v.date)}。`,
    en: (v) => `The contract was signed after ${enDate(v.date)}.`,
  },
  contract_too_long: {
    'zh-CN': (v) => `合同期限超过 ${plain(v.months)} 个月。`,
    en: (v) => `The contract runs for more than ${plain(v.months)} months.`,
  },
  contract_dates_reversed: {
    'zh-CN': () => '服务结束早于开始。',
    en: () => 'The service ends before it begins.',
  },
  contract_claimed: {
    'zh-CN': () => '同一合同已申领过。',
    en: () => 'This contract has been claimed for before.',
  },
  affiliated_vendor: {
    'zh-CN': () => '贵单位与服务商有关联关系。',
    en: () => 'You are affiliated with the vendor.',
  },
  other_support: {
    'zh-CN': () => '同一合同已获其他财政支持。',
    en: () => 'The contract has had other public support.',
  },
  other_support_unstated: {
    'zh-CN': () => '未填写其他财政支持的金额。',
    en: () => 'The amount of other public support is not stated.',
  },
  upper_tier_first: {
    'zh-CN': () => '须先申请上级财政支持。',
    en: () => 'Support of the higher tier of government has to be claimed first.',
  },
  vendor_not_listed: {
    'zh-CN': () => '服务商未在本市入库。',
    en: () => 'The vendor is not accredited by this city.',
  },
  vendor_item: {
    'zh-CN': (v) => `服务商的入库服务项目不含：${named('zh-CN', v.items)}。`,
    en: (v) => `The vendor is not accredited for: ${named('en', v.items)}.`,
  },
  vendor_capacity: {
    'zh-CN': (v) => `服务商算力规模不足 ${plain(v.least)} PFLOPS。`,
    en: (v) => `The vendor has less than ${plain(v.least)} PFLOPS.`,
  },
  vendor_region: {
    'zh-CN': (v) => `服务商的算力不在${named('zh-CN', v.wanted)}。`,
    en: (v) => `The vendor’s compute is not in ${named('en', v.wanted)}.`,
  },
  vendor_listed_late: {
    'zh-CN': (v) => `签订合同时服务商尚未入库（${zhDate(v.date)} 入库）。`,
    en: (v) =>
      `The vendor was accredited only on ${enDate(v.date)}, after the contract was signed.`,
  },
  banned: {
    'zh-CN': (v) => `申请单位被暂停申报资格，至 ${zhDate(v.date)} 止。`,
    en: (v) => `The applicant is banned from support until ${enDate(v.date)}.`,
  },
  years_used_up: {
    'zh-CN': (v) => `已连续支持 ${plain(v.most)} 年。`,
    en: (v) => `You have been supported for ${plain(v.most)} years in a row.`,
  },
  places_taken: {
    'zh-CN': (v) => `本批次名额 ${plain(v.most)} 个已满。`,
    en: (v) => `All ${plain(v.most)} places of this round are taken.`,
  },
  rate_none: {
    'zh-CN': () => '没有适用的补贴比例。',
    en: () => 'No rate applies to your situation.',
  },
  outside_period: {
    'zh-CN': (v) => `合同期不在政策期 ${zhDate(v.from)} 至 ${zhDate(v.to)} 之内。`,
    en: (v) =>
      `No day of the contract falls into the period from ${enDate(v.from)} to ${enDate(v.to)}.`,
  },
  below_threshold: {
    'zh-CN': (v, money) =>
      `${v.perYear ? '年租用金额' : '金额'} ${money(v.held)}，低于 ${money(v.least)}。`,
    en: (v, money) =>
      `${v.perYear ? 'The rent a year' : 'The amount'} is ${money(v.held)}, below ${money(v.least)}.`,
  },
  above_limit: {
    'zh-CN': (v, money) => `金额 ${money(v.held)}，须低于 ${money(v.least)}。`,
    en: (v, money) => `The amount is ${money(v.held)}; it has to be below ${money(v.least)}.`,
  },
  amount_zero: {
    'zh-CN': () => '金额过小，计算结果为零。',
    en: () => 'The amount is so small that the award comes to nothing.',
  },
  below_minimum: {
    'zh-CN': (v, money) => `计算结果 ${money(v.amount)}，低于起点 ${money(v.least)}。`,
    en: (v, money) => `It comes to ${money(v.amount)}, below the least award of ${money(v.least)}.`,
  },
  support_used_up: {
    'zh-CN': (v, money) =>
      v.percent
        ? `其他财政支持 ${money(v.other)} 已达合同的 ${plain(v.percent)}%。`
        : `其他财政支持 ${money(v.other)} 已不少于本政策可支持的金额。`,
    en: (v, money) =>
      v.percent
        ? `Other public support of ${money(v.other)} already comes to ${plain(v.percent)}% of the contract.`
        : `Other public support of ${money(v.other)} is no less than what this programme would give.`,
  },
  cap_used_up: {
    'zh-CN': (v, money) =>
      yearly(v.per)
        ? `${plain(v.year)} 年的上限 ${money(v.cap)} 已用完。`
        : v.per === 'contract'
          ? `每个合同的上限 ${money(v.cap)} 已用完。`
          : `${capSpans['zh-CN'](v)}的上限 ${money(v.cap)} 已用完。`,
    en: (v, money) =>
      yearly(v.per)
        ? `The cap of ${money(v.cap)} for ${plain(v.year)} is used up.`
        : v.per === 'contract'
          ? `The cap of ${money(v.cap)} a contract is used up.`
          : `The cap of ${money(v.cap)} ${capSpans.en(v)} is used up.`,
  },
  pool_exhausted: {
    'zh-CN': (v, money) => `可用预算 ${money(v.left)}，不足以发放。`,
    en: (v, money) => `${money(v.left)} is free in the budget, which is not enough.`,
  },
};

const elsewhere: Texts<object> = {
  'zh-CN': () => '查看其他政策，可能有适合贵单位的。',
  en: () => 'Look at other programmes: one of them may fit.',
};

export const remedyTexts: { [C in RefusalCode]: Texts<RefusalValues<C>> } = {
  programme_not_begun: {
    'zh-CN': () => '施行后再申请。',
    en: () => 'Apply once it is in force.',
  },
  programme_ended: elsewhere,
  clause_not_in_force: {
    'zh-CN': (v) => (v.force === 'not_yet' ? '施行后再申请。' : '关注本市公告，或查看其他政策。'),
    en: (v) =>
      v.force === 'not_yet'
        ? 'Apply once it is in force.'
        : 'Watch the city’s announcements, or look at other programmes.',
  },
  applicant_type: {
    'zh-CN': () => '由支持范围内的单位申请，或查看其他政策。',
    en: () => 'Apply through an organisation that is supported, or look at other programmes.',
  },
  region_outside: {
    'zh-CN': (v) => `由在${named('zh-CN', v.wanted)}注册的单位申请，或查看其他城市的政策。`,
    en: (v) =>
      `Apply through an organisation registered in ${named('en', v.wanted)}, or look at other cities.`,
  },
  firm_too_old: elsewhere,
  firm_too_young: {
    'zh-CN': (v) => `成立满 ${plain(v.wanted)} 个月后可申请。`,
    en: (v) => `You can apply once ${plain(v.wanted)} months have passed since registration.`,
  },
  firm_size: elsewhere,
  sector: elsewhere,
  not_one_person: elsewhere,
  chip_origin: {
    'zh-CN': (v) => `用使用${named('zh-CN', v.wanted)}芯片的合同申请。`,
    en: (v) => `Apply with a contract for ${named('en', v.wanted)} chips.`,
  },
  model_status: {
    'zh-CN': () => '完成所需的模型备案后申请。',
    en: () => 'Apply once your model has the registration that is required.',
  },
  project_rank: elsewhere,
  direction_not_supported: {
    'zh-CN': () => '选择支持的方向。',
    en: () => 'Choose a direction that is supported.',
  },
  side_not_supported: {
    'zh-CN': (v) => `由${named('zh-CN', v.wanted)}申请。`,
    en: (v) => `Have the ${named('en', v.wanted)} apply.`,
  },
  other_side_claims: {
    'zh-CN': () => '与合同另一方商定由谁申请，另一方撤回。',
    en: () => 'Agree with the other party on who claims; the other withdraws.',
  },
  condition_unmet: {
    'zh-CN': () => '符合该条件后申请。',
    en: () => 'Apply once this condition is met.',
  },
  fact_missing: {
    'zh-CN': () => '补充后重新计算。',
    en: () => 'State it and work it out again.',
  },
  purpose_not_supported: {
    'zh-CN': () => '就支持范围内的用途另签合同后申请，或查看其他政策。',
    en: () => 'Apply with a contract for a purpose that is supported, or look at other programmes.',
  },
  base_missing: {
    'zh-CN': () => '填写金额后重新计算。',
    en: () => 'Enter the amount and work it out again.',
  },
  contract_signed_early: {
    'zh-CN': (v) => `用 ${zhDate(v.date)} 及以后签订的合同申请。`,
    en: (v) => `Apply with a contract signed on ${enDate(v.date)} or later.`,
  },
  contract_signed_late: {
    'zh-CN': (v) => `用 ${zhDate(v.date)} 及以前签订的合同申请，或等待下一批次。`,
    en: (v) =>
      `Apply with a contract signed on ${enDate(v.date)} or earlier, or wait for the next round.`,
  },
  contract_too_long: {
    'zh-CN': (v) => `用期限不超过 ${plain(v.months)} 个月的合同申请。`,
    en: (v) => `Apply with a contract of at most ${plain(v.months)} months.`,
  },
  contract_dates_reversed: {
    'zh-CN': () => '核对服务期的两个日期。',
    en: () => 'Check both dates of the service.',
  },
  contract_claimed: {
    'zh-CN': () => '用另一份合同申请。',
    en: () => 'Apply with another contract.',
  },
  affiliated_vendor: {
    'zh-CN': () => '选择没有关联关系的入库服务商。',
    en: () => 'Choose an accredited vendor you are not affiliated with.',
  },
  other_support: {
    'zh-CN': () => '用未获其他财政支持的合同申请。',
    en: () => 'Apply with a contract that has had no other public support.',
  },
  other_support_unstated: {
    'zh-CN': () => '填写已获其他财政支持的金额。',
    en: () => 'State how much other public support there is.',
  },
  upper_tier_first: {
    'zh-CN': () => '先申请上级支持，再申请本政策。',
    en: () => 'Claim from the higher tier first, then here.',
  },
  vendor_not_listed: {
    'zh-CN': () => '选择本市已入库的服务商。',
    en: () => 'Choose a vendor on this city’s list.',
  },
  vendor_item: {
    'zh-CN': () => '选择已就该服务项目入库的服务商。',
    en: () => 'Choose a vendor accredited for it.',
  },
  vendor_capacity: {
    'zh-CN': () => '选择规模达标的服务商。',
    en: () => 'Choose a vendor large enough.',
  },
  vendor_region: {
    'zh-CN': () => '选择算力在支持地区的服务商。',
    en: () => 'Choose a vendor whose compute is in the region.',
  },
  vendor_listed_late: {
    'zh-CN': (v) => `用 ${zhDate(v.date)} 及以后签订的合同申请。`,
    en: (v) => `Apply with a contract signed on ${enDate(v.date)} or later.`,
  },
  banned: {
    'zh-CN': (v) => `${zhDate(v.date)} 之后再申请；对暂停决定有异议的，请联系主管部门。`,
    en: (v) => `Apply after ${enDate(v.date)}. If you object to the ban, contact the city.`,
  },
  years_used_up: {
    'zh-CN': () => '隔年后可再申请。',
    en: () => 'You can apply again after a year without support.',
  },
  places_taken: {
    'zh-CN': () => '等待下一批次。',
    en: () => 'Wait for the next round.',
  },
  rate_none: {
    'zh-CN': () => '查看抵扣比例一节，或查看其他政策。',
    en: () => 'See the rates in the guide, or look at other programmes.',
  },
  outside_period: {
    'zh-CN': () => '用服务期落在政策期内的合同申请。',
    en: () => 'Apply with a contract that runs in the period.',
  },
  below_threshold: {
    'zh-CN': (v, money) => `${v.perYear ? '年租用金额' : '金额'}达到 ${money(v.least)} 即可。`,
    en: (v, money) => `It is enough to reach ${money(v.least)}${v.perYear ? ' a year' : ''}.`,
  },
  above_limit: {
    'zh-CN': (v, money) => `用金额低于 ${money(v.least)} 的合同申请。`,
    en: (v, money) => `Apply with a contract below ${money(v.least)}.`,
  },
  amount_zero: {
    'zh-CN': () => '提高金额后重新计算。',
    en: () => 'Work it out again with a larger amount.',
  },
  below_minimum: {
    'zh-CN': (v, money) => `计算结果达到 ${money(v.least)} 即可；可把需求合并到一份合同。`,
    en: (v, money) => `It has to come to ${money(v.least)}; one contract for all you need may do.`,
  },
  support_used_up: {
    'zh-CN': () => '用其他财政支持较少的合同申请。',
    en: () => 'Apply with a contract that has less other public support.',
  },
  cap_used_up: {
    'zh-CN': (v) => (yearly(v.per) ? '下一自然年可再申请。' : '上限用完后不能再申请。'),
    en: (v) =>
      yearly(v.per)
        ? 'You can apply again in the next calendar year.'
        : 'Nothing more is given once this cap is used up.',
  },
  pool_exhausted: {
    'zh-CN': () => '等待预算补充或下一批次。',
    en: () => 'Wait until the budget is raised, or for the next round.',
  },
};
