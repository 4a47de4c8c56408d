import { messages } from '@/lib/messages';

type Named = { reference: string };

/** Texts of the check of the rules before submission. */
export const preflightMessages = messages({
  title: { 'zh-CN': '规则核对', en: 'What the rules say' },
  lead: {
    'zh-CN': '按本申请适用的规则逐项核对现在的内容。审核时会再次核对。',
    en: 'Your answers, held against every rule of the programme. The review does the same again.',
  },
  passedOf: {
    'zh-CN': ({ n, of }: { n: number; of: number }) => `${of} 项规则中 ${n} 项通过`,
    en: ({ n, of }: { n: number; of: number }) => `${n} of ${of} rules passed`,
  },
  passes: { 'zh-CN': '通过', en: 'Passes' },
  partly: { 'zh-CN': '部分满足', en: 'In part' },
  refused: { 'zh-CN': '将不予通过', en: 'Would be refused' },
  unknown: { 'zh-CN': '还不能判断', en: 'Cannot be told yet' },
  goTo: { 'zh-CN': '去修改', en: 'Change it' },
  warnings: { 'zh-CN': '提交前请留意', en: 'Mind this before you submit' },
  draft: { 'zh-CN': '（草稿）', en: '(a draft)' },
  contract_running: {
    'zh-CN': ({ reference }: Named) =>
      `贵单位的另一份在办申请 ${reference} 使用了同一合同编号，审核时会要求说明。`,
    en: ({ reference }: Named) =>
      `Your running application ${reference} names the same contract. The reviewers will ask about it.`,
  },
  contract_had: {
    'zh-CN': ({ reference }: Named) => `同一合同编号已在 ${reference} 中获得支持。`,
    en: ({ reference }: Named) => `The same contract was supported before, under ${reference}.`,
  },
  vendor_unlisted: {
    'zh-CN': '所选服务商现不在本市服务商库中，资格可能已到期或暂停。',
    en: 'The vendor you chose is not on the city’s list today; its accreditation may have ended.',
  },
  organisation_unverified: {
    'zh-CN': '本市尚未核验贵单位的登记信息。先申请核验，可免去审核中的询问。',
    en: 'This city has not verified your organisation yet. Ask for that first, and the review has one question less.',
  },
  vendor_listed_later: {
    'zh-CN': ({ date }: { date: string }) => `所选服务商 ${date} 入库，晚于合同签订日期。`,
    en: ({ date }: { date: string }) =>
      `The vendor was accredited on ${date}, after the contract was signed.`,
  },
  signed_after_start: {
    'zh-CN': ({ date }: { date: string }) =>
      `合同签订日期晚于服务开始（${date}），审核时会要求说明。`,
    en: ({ date }: { date: string }) =>
      `The contract was signed after its service began (${date}). The reviewers will ask about it.`,
  },
  round_closing: {
    'zh-CN': ({ time }: { time: string }) => `本批次 ${time} 截止，请及时提交。`,
    en: ({ time }: { time: string }) => `The round closes at ${time}.`,
  },
  topic_period: { 'zh-CN': '政策在施行期内', en: 'The programme is in force' },
  topic_applicant: { 'zh-CN': '申请单位属于支持对象', en: 'Your organisation is supported' },
  topic_project: { 'zh-CN': '项目用途和方向受支持', en: 'The project is supported' },
  topic_side: { 'zh-CN': '由支持的一方申请', en: 'The right party applies' },
  topic_conditions: { 'zh-CN': '符合本政策的其他条件', en: 'The programme’s own conditions hold' },
  topic_contract: { 'zh-CN': '合同日期和期限合规', en: 'The contract’s dates and length fit' },
  topic_once: { 'zh-CN': '合同未重复申请', en: 'The contract was not claimed before' },
  topic_affiliates: { 'zh-CN': '与服务商无关联关系', en: 'The vendor is not an affiliate' },
  topic_support: { 'zh-CN': '与其他财政支持不冲突', en: 'Other public support fits' },
  topic_vendor: { 'zh-CN': '服务商符合要求', en: 'The vendor qualifies' },
  topic_places: { 'zh-CN': '名额和年限未用完', en: 'Places and years are left' },
  topic_amount: { 'zh-CN': '金额达到要求', en: 'The amount is large enough' },
  topic_caps: { 'zh-CN': '未达到上限', en: 'The caps leave room' },
  topic_pool: { 'zh-CN': '可用预算充足', en: 'The budget has enough left' },
});
