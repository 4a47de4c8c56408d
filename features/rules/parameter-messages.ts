import type { Locale } from '@/lib/locale';
import { messages } from '@/lib/messages';
import { factParts } from './domain/declared/fact-messages';
import { declaredAt } from './domain/parameter-table';
import { patternOf, type Parts } from './domain/parameters';
import { factNames, termNames } from './term-messages';
import { valueNames } from './value-messages';

/** The names of choices whose value alone is not clear enough: `path:value`. */
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

/** Short names of the refusals, for choosing one. */
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

/** Returns the declaration of a field, a rule or a list. @param path with or without positions and language */
const declared = (path: string) =>
  declaredAt(
    patternOf(path)
      .replace(language, '')
      .replace(/\.[?#]$/, ''),
  );

/** Returns the name of a field, a rule or a list; an empty text for a path that names none. */
export const parameterLabel = (locale: Locale, path: string): string =>
  declared(path)?.label[locale] ?? '';

/** Returns the hint for filling in a field, if there is one. */
export const parameterHint = (locale: Locale, path: string): string | undefined =>
  declaredAt(patternOf(path))?.hint?.[locale];

/** Returns the name of a value that can be chosen. */
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

/** Returns the name of a fact that the rules need. */
export function factLabel(locale: Locale, fact: string): string {
  const names: Names = factNames(locale);
  const parts: Parts = factParts;
  return names[fact] ?? parts[fact]?.label[locale] ?? '';
}
