import { documentRefusals } from '@/features/documents/messages';
import { amountRefusals } from '@/features/rules/amount-messages';
import { ledgerRefusals } from '@/features/ledger/messages';
import type { Locale } from '@/lib/locale';
import { doneMessages, messages, type ValuesOf } from '@/lib/messages';
import { invoiceTaken, stateChanged, voucherUnknown } from '@/lib/refusal-messages';

type Share = { percent: string; most: string };
type Amount = { amount: string };

type Paused = { from: string; until: string; reason: string };

const ownRefusals = messages({
  voucher_unknown: voucherUnknown,
  voucher_revoked: {
    'zh-CN': '此券已被主管部门撤销，不能锁定额度，也不能核销。',
    en: 'The city has revoked this voucher. Nothing can be held on it or redeemed.',
  },
  voucher_paused: {
    'zh-CN': ({ from, until, reason }: Paused) =>
      `此政策自 ${from} 起暂停用券${until ? `，至 ${until} 止` : ''}，期间不得新锁定额度；已锁定的照常申报核销。原因：${reason}`,
    en: ({ from, until, reason }: Paused) =>
      `The vouchers of this programme are paused ${until ? `from ${from} to ${until}` : `since ${from}`}: nothing new can be held, and what is held can still be redeemed. Reason: ${reason}`,
  },
  voucher_not_held: {
    'zh-CN': '此券不在服务商处抵扣，不能锁定额度。',
    en: 'This voucher is not spent at vendors, so nothing can be held on it.',
  },
  vendor_not_listed: {
    'zh-CN': '该服务商未在本市入库，请选择名单内的服务商。',
    en: 'This vendor is not accredited in the city. Choose one from the list.',
  },
  hold_above_order: {
    'zh-CN': ({ most }: Share) => `锁定额度不能超过订单金额，此订单还可锁定 ${most}。`,
    en: ({ most }: Share) => `You cannot hold more than the order comes to: here ${most} more.`,
  },
  hold_above_share: {
    'zh-CN': ({ percent, most }: Share) => `每笔订单最多抵扣 ${percent}%，此订单还可锁定 ${most}。`,
    en: ({ percent, most }: Share) =>
      `A voucher pays at most ${percent} % of an order: here ${most} more can be held.`,
  },
  hold_whole_only: {
    'zh-CN': ({ most }: { most: string }) => `本券不可分次使用，请一次锁定全部余额 ${most}。`,
    en: ({ most }: { most: string }) =>
      `This voucher may not be spent in parts: hold all of the ${most} that is left.`,
  },
  hold_whole_beyond: {
    'zh-CN': ({ rest, most }: Record<'rest' | 'most', string>) =>
      `本券不可分次使用，须一次锁定全部余额 ${rest}；此订单最多只能锁定 ${most}，请用于金额更大的订单。`,
    en: ({ rest, most }: Record<'rest' | 'most', string>) =>
      `This voucher may not be spent in parts: all of its ${rest} must be held at once, and this order takes ${most} at most. Use it for a larger order.`,
  },
  hold_unknown: {
    'zh-CN': '没有这笔锁定，或它不属于贵单位。',
    en: 'There is no such hold, or it is not yours.',
  },
  hold_closed: {
    'zh-CN': '这笔锁定已解除或到期，请用券单位重新锁定。',
    en: 'This hold was lifted or has expired. Ask the start-up to authorise a new one.',
  },
  service_in_future: {
    'zh-CN': ({ on }: { on: string }) => `服务结束日期不能晚于今天（${on}）。`,
    en: ({ on }: { on: string }) => `The service cannot end after today (${on}).`,
  },
  service_too_early: {
    'zh-CN': ({ on }: { on: string }) => `服务开始日期不能早于 ${on}（锁定额度前一年）。`,
    en: ({ on }: { on: string }) =>
      `The service cannot begin before ${on}, a year before its hold.`,
  },
  evidence_missing: {
    'zh-CN': '按政策，核销须提交此材料。',
    en: 'The programme requires this document with every redemption.',
  },
  invoice_reversed: {
    'zh-CN': ({ number }: { number: string }) =>
      `该发票已被红冲（红字发票 ${number}），不能核验，请驳回。`,
    en: ({ number }: { number: string }) =>
      `This invoice was reversed at the tax office (by invoice ${number}), so it cannot be verified. Reject the redemption.`,
  },
  invoice_taken: invoiceTaken,
  subsidy_above_order: {
    'zh-CN': ({ most }: Share) => `用券金额不能超过发票金额 ${most}。`,
    en: ({ most }: Share) => `The voucher cannot pay more than the invoice comes to: ${most}.`,
  },
  subsidy_above_share: {
    'zh-CN': ({ percent, most }: Share) => `每笔订单最多抵扣 ${percent}%，按此发票最多 ${most}。`,
    en: ({ percent, most }: Share) =>
      `The voucher pays at most ${percent} % of the invoice, here ${most}.`,
  },
  redemption_unknown: { 'zh-CN': '没有这笔核销。', en: 'There is no such redemption.' },
  state_changed: stateChanged,
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof ownRefusals> {}
}

/** Returns the texts of all reasons for refusing a command on holds and redemptions. */
export const redemptionRefusals = (locale: Locale) => ({
  ...ledgerRefusals(locale),
  ...documentRefusals(locale),
  ...amountRefusals(locale),
  ...ownRefusals(locale),
});

export const redemptionFieldErrors = messages({
  invoice_number_invalid: {
    'zh-CN': '数电发票号码为 20 位数字；旧式发票为 8 位并须填写发票代码。',
    en: 'A digital invoice has 20 digits; an older one has 8 and a code beside it.',
  },
  invoice_code_invalid: {
    'zh-CN': '发票代码为 10 或 12 位数字；数电发票请留空。',
    en: 'An invoice code has 10 or 12 digits; leave it empty for a digital invoice.',
  },
  period_reversed: {
    'zh-CN': '结束日期不能早于开始日期。',
    en: 'The period cannot end before it begins.',
  },
});

export const redemptionStates = messages({
  submitted: { 'zh-CN': '待用券单位确认', en: 'To be confirmed' },
  confirmed: { 'zh-CN': '待核验', en: 'To be verified' },
  disputed: { 'zh-CN': '有争议', en: 'Disputed' },
  verified: { 'zh-CN': '待结算', en: 'Verified' },
  rejected: { 'zh-CN': '未通过', en: 'Rejected' },
  batched: { 'zh-CN': '结算中', en: 'Being settled' },
  paid: { 'zh-CN': '已拨付', en: 'Paid' },
  reversed: { 'zh-CN': '已追回', en: 'Reversed' },
});

export const chipNames = messages({
  ascend: { 'zh-CN': '昇腾', en: 'Ascend' },
  hygon: { 'zh-CN': '海光', en: 'Hygon' },
  cambricon: { 'zh-CN': '寒武纪', en: 'Cambricon' },
  nvidia: { 'zh-CN': '英伟达', en: 'NVIDIA' },
  other: { 'zh-CN': '其他', en: 'Other' },
});

/** Returns what the last action did, for the page that is shown after it. */
export const redemptionDoneText = doneMessages({
  red_invoice: {
    'zh-CN': '已登记红冲。未核验的不能再核验；已核验的，追回已提请，待他人复核。',
    en: 'Recorded. If it was not verified, it can no longer be; if it was, its recovery waits for somebody else.',
  },
  held: {
    'zh-CN': '额度已锁定，服务商可以据此申报核销。',
    en: 'The amount is held; the vendor can now redeem against it.',
  },
  released: {
    'zh-CN': '锁定已解除，额度回到券内。',
    en: 'The hold is lifted; the amount is available again.',
  },
  submitted: {
    'zh-CN': '核销已提交，等待用券单位确认。',
    en: 'Submitted; the start-up confirms it next.',
  },
  confirmed: {
    'zh-CN': '已确认，等待主管部门核验。',
    en: 'Confirmed; the city verifies it next.',
  },
  disputed: {
    'zh-CN': '争议已提交，主管部门将处理。',
    en: 'Disputed; the city will look into it.',
  },
  verified: {
    'zh-CN': '已核验，列入下一批结算。',
    en: 'Verified; it goes into the next settlement.',
  },
  verified_together: {
    'zh-CN': '所选核销已核验，列入下一批结算。',
    en: 'Verified; they go into the next settlement.',
  },
  rejected: {
    'zh-CN': '已驳回，额度退回锁定。',
    en: 'Rejected; the amount goes back into the hold.',
  },
});

export const holdMessages = messages({
  title: { 'zh-CN': '锁定额度', en: 'Authorise a hold' },
  lead: {
    'zh-CN': '为一笔订单给一家服务商锁定额度，只有该服务商可以据此核销。',
    en: 'Set an amount aside for one order at one vendor. Only that vendor can redeem it.',
  },
  back: { 'zh-CN': '返回算力券', en: 'Back to the voucher' },
  vendor: { 'zh-CN': '服务商', en: 'Vendor' },
  vendorHint: {
    'zh-CN': '只列出本市入库的服务商。',
    en: 'Only vendors accredited in this city are listed.',
  },
  orderNumber: { 'zh-CN': '订单编号', en: 'Order number' },
  orderAmount: { 'zh-CN': '订单金额', en: 'Order amount' },
  amount: { 'zh-CN': '用券金额', en: 'Amount to hold' },
  quantity: { 'zh-CN': '用券数量', en: 'Quantity to hold' },
  atPrice: {
    'zh-CN': ({ price }: { price: string }) => `按核定单价${price}折算为金额，最多两位小数。`,
    en: ({ price }: { price: string }) =>
      `It becomes money at the approved price of ${price}; two decimals at most.`,
  },
  limits: { 'zh-CN': '最多可填', en: 'At most' },
  limit_voucher: {
    'zh-CN': ({ amount }: Amount) => `可用余额 ${amount}`,
    en: ({ amount }: Amount) => `${amount} available on the voucher`,
  },
  limit_hold: {
    'zh-CN': ({ amount }: Amount) => `这笔锁定还可申报 ${amount}`,
    en: ({ amount }: Amount) => `${amount} of the hold not claimed yet`,
  },
  limit_order: {
    'zh-CN': ({ amount }: Amount) => `订单或发票金额 ${amount}`,
    en: ({ amount }: Amount) => `${amount}, what the order or invoice comes to`,
  },
  limit_share: {
    'zh-CN': ({ percent, amount }: Amount & { percent: string }) =>
      `订单或发票金额的 ${percent}%，即 ${amount}`,
    en: ({ percent, amount }: Amount & { percent: string }) =>
      `${amount}, which is ${percent}% of the order or invoice`,
  },
  limit_before: {
    'zh-CN': ({ amount }: Amount) => `（已减去此订单原有锁定 ${amount}）`,
    en: ({ amount }: Amount) => ` (less the ${amount} that this order holds already)`,
  },
  binds: { 'zh-CN': '以此为限', en: 'this one binds' },
  until: {
    'zh-CN': ({ days, on }: { days: number; on: string }) =>
      `锁定 ${days} 天，不超过券的有效期 ${on}；到期未核销的部分自动退回。`,
    en: ({ days, on }: { days: number; on: string }) =>
      `Held for ${days} days, and no longer than the voucher is valid (${on}); what is not redeemed by then comes back.`,
  },
  preview: {
    'zh-CN': ({ voucher, own }: { voucher: string; own: string }) =>
      `用券 ${voucher}，自付 ${own}。`,
    en: ({ voucher, own }: { voucher: string; own: string }) =>
      `The voucher pays ${voucher}, you pay ${own}.`,
  },
  submit: { 'zh-CN': '锁定额度', en: 'Hold the amount' },
  notNow: { 'zh-CN': '此券现在不能锁定额度', en: 'Nothing can be held on this voucher now' },
  notNow_frozen: {
    'zh-CN': '此券已冻结。',
    en: 'It is frozen.',
  },
  notNow_expired: { 'zh-CN': '此券已到期。', en: 'It has expired.' },
  notNow_revoked: { 'zh-CN': '此券已撤销。', en: 'It has been revoked.' },
  notNow_paused: {
    'zh-CN': '暂停期间不得新锁定额度，已锁定的不受影响。',
    en: 'It is paused. What is held already is not affected.',
  },
  notNow_empty: { 'zh-CN': '可用余额为零。', en: 'Nothing is left on it.' },
  holds: { 'zh-CN': '锁定额度', en: 'Holds' },
  order: { 'zh-CN': '订单', en: 'Order' },
  holder: { 'zh-CN': '用券单位', en: 'Start-up' },
  held: { 'zh-CN': '锁定', en: 'Held' },
  claimed: { 'zh-CN': '申报中', en: 'Claimed' },
  captured: { 'zh-CN': '已核销', en: 'Redeemed' },
  open: { 'zh-CN': '剩余', en: 'Open' },
  expires: { 'zh-CN': '到期', en: 'Expires' },
  state: { 'zh-CN': '状态', en: 'State' },
  state_open: { 'zh-CN': '锁定中', en: 'Open' },
  state_released: { 'zh-CN': '已解除', en: 'Lifted' },
  state_expired: { 'zh-CN': '已到期', en: 'Expired' },
  action: { 'zh-CN': '操作', en: 'Action' },
  release: { 'zh-CN': '解除锁定', en: 'Lift the hold' },
  none: { 'zh-CN': '没有锁定的额度', en: 'Nothing is held' },
  noneBody: {
    'zh-CN': '在服务商下单前，先为订单锁定额度。',
    en: 'Before you order at a vendor, hold an amount for the order.',
  },
});

export const redemptionMessages = messages({
  redemptions: { 'zh-CN': '核销', en: 'Redemptions' },
  redemption: { 'zh-CN': '核销', en: 'Redemption' },
  reference: { 'zh-CN': '核销编号', en: 'Reference' },
  vendor: { 'zh-CN': '服务商', en: 'Vendor' },
  holder: { 'zh-CN': '用券单位', en: 'Start-up' },
  quantity: { 'zh-CN': '核销数量', en: 'Quantity redeemed' },
  subsidy: { 'zh-CN': '用券金额', en: 'Paid by the voucher' },
  invoice: { 'zh-CN': '发票金额', en: 'Invoice amount' },
  own: { 'zh-CN': '企业自付', en: 'Own share' },
  submittedAt: { 'zh-CN': '提交时间', en: 'Submitted' },
  state: { 'zh-CN': '状态', en: 'State' },
  all: { 'zh-CN': '全部', en: 'All' },
  filter: { 'zh-CN': '筛选', en: 'Filter' },
  none: { 'zh-CN': '没有核销', en: 'No redemptions' },
  noneVendor: {
    'zh-CN': '收到用券单位锁定的额度后，即可申报核销。',
    en: 'Once a start-up holds an amount for you, you can redeem it.',
  },
  noneCity: {
    'zh-CN': '服务商申报的核销会出现在这里。',
    en: 'Redemptions appear here when vendors submit them.',
  },
  noneFits: { 'zh-CN': '没有符合条件的核销', en: 'No redemption fits' },
  city: { 'zh-CN': '城市', en: 'City' },
  order: { 'zh-CN': '订单', en: 'Order' },
  orderAmount: { 'zh-CN': '订单金额', en: 'Order amount' },
  holdAmount: { 'zh-CN': '锁定额度', en: 'Held for the order' },
  invoiceNumber: { 'zh-CN': '发票号码', en: 'Invoice number' },
  invoiceCode: { 'zh-CN': '发票代码', en: 'Invoice code' },
  invoiceCodeHint: {
    'zh-CN': '数电发票没有代码，请留空。',
    en: 'Digital invoices have none; leave it empty.',
  },
  invoiceNumberHint: {
    'zh-CN': '数电发票 20 位，旧式发票 8 位。',
    en: '20 digits on a digital invoice, 8 on an older one.',
  },
  cardHours: { 'zh-CN': '卡时', en: 'Card-hours' },
  chip: { 'zh-CN': '芯片', en: 'Chip' },
  period: { 'zh-CN': '服务期间', en: 'Period of service' },
  servedFrom: { 'zh-CN': '服务开始', en: 'Service from' },
  servedTo: { 'zh-CN': '服务结束', en: 'Service to' },
  invoiceFile: { 'zh-CN': '发票文件', en: 'Invoice file' },
  usageFile: { 'zh-CN': '用量证明', en: 'Proof of usage' },
  documents: { 'zh-CN': '凭证', en: 'Evidence' },
  recover: { 'zh-CN': '提请追回', en: 'Propose a recovery' },
  redInvoice: { 'zh-CN': '红字发票', en: 'Reversed by invoice' },
  reversedAmount: { 'zh-CN': '已追回', en: 'Reversed' },
  course: { 'zh-CN': '办理过程', en: 'History' },
  step_submitted: { 'zh-CN': '服务商申报', en: 'Submitted by the vendor' },
  step_confirmed: { 'zh-CN': '用券单位确认', en: 'Confirmed by the start-up' },
  step_silent: { 'zh-CN': '逾期未答复，视为确认', en: 'Confirmed by silence' },
  silence: {
    'zh-CN': ({ on }: { on: string }) => `${on} 前未答复的，视为确认。`,
    en: ({ on }: { on: string }) => `Unanswered by ${on}, it counts as confirmed.`,
  },
  step_verified: { 'zh-CN': '主管部门核验', en: 'Verified by the city' },
  step_rejected: { 'zh-CN': '主管部门驳回', en: 'Rejected by the city' },
  disputeReason: { 'zh-CN': '争议理由', en: 'Why it is disputed' },
  rejectionReason: { 'zh-CN': '驳回理由', en: 'Why it was rejected' },
  answer: { 'zh-CN': '请确认', en: 'Is this right?' },
  answerLead: {
    'zh-CN': '核对发票、金额和卡时。确认后由主管部门核验并拨付给服务商。',
    en: 'Check the invoice, the amounts and the card-hours. Once you confirm, the city verifies it and pays the vendor.',
  },
  confirm: { 'zh-CN': '确认无误', en: 'Confirm' },
  confirmAfter: { 'zh-CN': '争议已解决，确认无误', en: 'The dispute is settled: confirm' },
  dispute: { 'zh-CN': '提出争议', en: 'Dispute' },
  disputeLead: {
    'zh-CN': '写明与实际不符之处。',
    en: 'Say what does not match what you received.',
  },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  ownerOnly: {
    'zh-CN': '由单位负责人确认或提出争议。',
    en: 'The owner of your organisation confirms or disputes this.',
  },
  verify: { 'zh-CN': '核验通过', en: 'Verify' },
  verifyLead: {
    'zh-CN': '通过后列入下一批结算。',
    en: 'It goes into the next settlement.',
  },
  reject: { 'zh-CN': '驳回', en: 'Reject' },
  rejectLead: {
    'zh-CN': '双方将被告知理由，额度退回锁定，发票号码可重新使用。',
    en: 'Both sides are told the reason; the amount goes back into the hold, and the invoice number is free again.',
  },
  decide: { 'zh-CN': '核验或驳回', en: 'Verify or reject' },
  checks: { 'zh-CN': '核验要点', en: 'Checks' },
  check_invoice: {
    'zh-CN': '发票号码在所有城市只使用过这一次',
    en: 'The invoice number is used only here, in all cities',
  },
  check_hold: { 'zh-CN': '金额在锁定额度之内', en: 'The amount is within the hold' },
  check_share: { 'zh-CN': '金额不超过发票金额', en: 'The amount is within the invoice' },
  check_silent: {
    'zh-CN': '用券单位逾期未答复，视为确认',
    en: 'The start-up did not answer in time, which counts as its confirmation',
  },
  check_confirmed: { 'zh-CN': '用券单位已确认', en: 'The start-up has confirmed it' },
  check_notConfirmed: {
    'zh-CN': '用券单位尚未确认，暂不能核验',
    en: 'The start-up has not confirmed it, so it cannot be verified yet',
  },
  check_disputed: {
    'zh-CN': '用券单位有争议，解决前不能核验',
    en: 'The start-up disputes it; it cannot be verified until that is settled',
  },
  ok: { 'zh-CN': '符合', en: 'Yes' },
  seeVoucher: { 'zh-CN': '查看算力券', en: 'See the voucher' },
  newTitle: { 'zh-CN': '申报核销', en: 'Submit a redemption' },
  newLead: {
    'zh-CN': '按发票申报，用券部分由主管部门拨付。',
    en: 'Submit it with the invoice; the city pays the voucher’s part.',
  },
  chooseHold: { 'zh-CN': '选择一笔锁定', en: 'Choose a hold' },
  submit: { 'zh-CN': '提交核销', en: 'Submit the redemption' },
  redeem: { 'zh-CN': '申报核销', en: 'Redeem' },
});

export const vendorHomeMessages = messages({
  title: { 'zh-CN': '查验与核销', en: 'Check and redeem' },
  check: { 'zh-CN': '查验算力券', en: 'Check a voucher' },
  code: { 'zh-CN': '券码', en: 'Voucher code' },
  codeHint: {
    'zh-CN': '16 位，空格、横线、大小写不限。',
    en: '16 characters; spaces, dashes and case do not matter.',
  },
  checkNow: { 'zh-CN': '查验', en: 'Check' },
  codeWrong: {
    'zh-CN': '券码不对：应为 SQ 开头的 16 位，请逐位核对。',
    en: 'This is no voucher code: it begins with SQ and has 16 characters. Check each one.',
  },
  unknown: {
    'zh-CN': '没有这张算力券。请核对券码。',
    en: 'There is no such voucher. Check the code.',
  },
  good: { 'zh-CN': '此券有效，可以使用', en: 'This voucher is good' },
  frozen: {
    'zh-CN': '此券已冻结，暂不能使用',
    en: 'This voucher is frozen and cannot be used for now',
  },
  expired: { 'zh-CN': '此券已到期', en: 'This voucher has expired' },
  revoked: { 'zh-CN': '此券已撤销', en: 'This voucher has been revoked' },
  notSpent: {
    'zh-CN': '此券为真券，但不在服务商处抵扣',
    en: 'This voucher is genuine, but it is not spent at vendors',
  },
  notSpentBody: {
    'zh-CN': '持券单位应向贵单位全额付款，补助由主管部门拨付给持券单位。',
    en: 'The holder pays you in full; the city pays the subsidy to the holder.',
  },
  notListed: {
    'zh-CN': '贵单位未在发券城市入库，不能受理此券',
    en: 'You are not accredited in the issuing city, so you cannot take this voucher',
  },
  notListedBody: {
    'zh-CN': '请联系该市主管部门申请入库。',
    en: 'Ask that city’s bureau about accreditation.',
  },
  holder: { 'zh-CN': '持券单位', en: 'Holder' },
  city: { 'zh-CN': '发券城市', en: 'Issued by' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  available: { 'zh-CN': '可用余额', en: 'Available' },
  validTo: { 'zh-CN': '有效期至', en: 'Valid until' },
  askHold: {
    'zh-CN': '请持券单位在其算力券页面为贵单位锁定额度，之后即可申报核销。',
    en: 'Ask the holder to authorise a hold for you on the voucher’s page; then you can redeem it.',
  },
  holdsHere: { 'zh-CN': '为贵单位锁定的额度', en: 'Held for you' },
  openHolds: { 'zh-CN': '可申报核销', en: 'Ready to redeem' },
  noHolds: { 'zh-CN': '没有可申报的锁定', en: 'Nothing is held for you' },
  noHoldsBody: {
    'zh-CN': '用券单位为贵单位锁定额度后会出现在这里。',
    en: 'Amounts appear here when start-ups hold them for you.',
  },
  recent: { 'zh-CN': '最近的核销', en: 'Recent redemptions' },
  seeAll: { 'zh-CN': '全部核销', en: 'All redemptions' },
});
