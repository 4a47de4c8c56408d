import { doneMessages, messages, type ValuesOf } from '@/lib/messages';
import { stateChanged } from '@/lib/refusal-messages';

type Most = { most: string };
type Amount = { amount: string };

export const advanceRefusals = messages({
  state_changed: stateChanged,
  programme_unknown: { 'zh-CN': '没有这项政策。', en: 'There is no such programme.' },
  advance_not_in_rules: {
    'zh-CN': '该政策的规则未规定预拨备用金。',
    en: 'The rules of this programme say nothing of advances.',
  },
  vendor_not_listed: {
    'zh-CN': '该服务商目前不在本市目录内。',
    en: 'The city does not list this vendor at present.',
  },
  advance_above: {
    'zh-CN': ({ most }: Most) => `超过按规则可预拨的 ${most}。`,
    en: ({ most }: Most) => `By the rules no more than ${most} can be paid in advance.`,
  },
  advance_below_balance: {
    'zh-CN': ({ least }: { least: string }) =>
      `该服务商账面备用金为 ${least}，额度不能低于此数；须减少的，请先终止，待结算抵扣。`,
    en: ({ least }: { least: string }) =>
      `The vendor has an advance of ${least} already, so the level cannot be lower. End the advance first, and settlements draw it down.`,
  },
  advance_waiting: {
    'zh-CN': '该服务商在这项政策下已有同类提请待复核。',
    en: 'Such a proposal for this vendor and programme waits for its second person already.',
  },
  advance_unknown: { 'zh-CN': '没有这笔备用金。', en: 'There is no such advance.' },
  advance_ended: { 'zh-CN': '该备用金已终止。', en: 'This advance has ended already.' },
  advance_running: {
    'zh-CN': '备用金尚未终止，不能登记退回；请先终止。',
    en: 'This advance is still running. End it before a return is entered.',
  },
  advance_overtaken: {
    'zh-CN': '备用金账面刚有变动，请刷新页面核对后再办。',
    en: 'The balance of the advance has just changed. Reload the page and check.',
  },
  return_above: {
    'zh-CN': ({ most }: Most) => `超过服务商实际持有的备用金 ${most}。`,
    en: ({ most }: Most) => `That is more than the ${most} that the vendor holds.`,
  },
  returned_in_future: {
    'zh-CN': ({ on }: { on: string }) => `到账日期不能晚于今天（${on}）。`,
    en: ({ on }: { on: string }) => `The money cannot have arrived after today (${on}).`,
  },
  bank_taken: {
    'zh-CN': '该银行流水号已登记过，请核对。',
    en: 'This bank reference was entered already. Check it.',
  },
  request_unknown: { 'zh-CN': '没有这项提请。', en: 'There is no such proposal.' },
  request_own: {
    'zh-CN': '这项由您提请，须由其他人员复核。',
    en: 'You proposed this; somebody else has to decide on it.',
  },
  request_decided: {
    'zh-CN': '这项已由他人复核或退回，请刷新页面。',
    en: 'Somebody else has decided on this meanwhile. Reload the page.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof advanceRefusals> {}
}

export const advanceDoneText = doneMessages({
  proposed: { 'zh-CN': '已提请，待复核。', en: 'Proposed. Somebody else has to decide on it.' },
  released: { 'zh-CN': '已复核通过。', en: 'Released.' },
  declined: { 'zh-CN': '已退回提请人。', en: 'Sent back to whoever proposed it.' },
  ended: {
    'zh-CN': '备用金已终止，之后的结算只抵扣、不补足。',
    en: 'The advance has ended: settlements draw it down from now on.',
  },
});

export const requestStates = messages({
  proposed: { 'zh-CN': '待复核', en: 'To be decided' },
  released: { 'zh-CN': '已通过', en: 'Released' },
  declined: { 'zh-CN': '已退回', en: 'Sent back' },
});

/** What moves an advance, as pages and files call it. */
export const advanceKinds = messages({
  advance: { 'zh-CN': '备用金拨付', en: 'Advance paid' },
  refill: { 'zh-CN': '备用金补足', en: 'Advance paid up again' },
  cancel: { 'zh-CN': '备用金取消拨付', en: 'Advance not paid after all' },
  draw: { 'zh-CN': '备用金抵扣', en: 'Covered by the advance' },
  return: { 'zh-CN': '备用金退回', en: 'Advance paid back' },
});

export const advanceMessages = messages({
  title: { 'zh-CN': '备用金', en: 'Advances' },
  lead: {
    'zh-CN': '按规则向服务商预拨的备用金：结算时先行抵扣，并按额度补足；终止后逐期抵扣，余额退回。',
    en: 'What vendors are paid in advance by the rules: settlements draw on it first and pay it up to its level; one that has ended is drawn down, and the rest is paid back.',
  },
  notCost: {
    'zh-CN': '备用金是预付款，不计入政策支出；抵扣时才计入结算。',
    en: 'An advance is no expenditure of its programme: it counts only when a settlement draws on it.',
  },
  own: { 'zh-CN': '备用金', en: 'Advances' },
  ownLead: {
    'zh-CN': '各市向本单位预拨的备用金及其变动。',
    en: 'What cities have paid you in advance, and how it moved.',
  },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  vendor: { 'zh-CN': '服务商', en: 'Vendor' },
  level: { 'zh-CN': '额度', en: 'Level' },
  balance: { 'zh-CN': '账面余额', en: 'Balance' },
  onTheWay: { 'zh-CN': '其中在途', en: 'Not paid by the bank yet' },
  drawn: { 'zh-CN': '本年抵扣', en: 'Drawn this year' },
  state: { 'zh-CN': '状态', en: 'State' },
  running: { 'zh-CN': '使用中', en: 'Running' },
  ended: { 'zh-CN': '已终止', en: 'Ended' },
  none: { 'zh-CN': '还没有备用金', en: 'No advances yet' },
  noneBody: {
    'zh-CN': '规则中写明预拨比例的政策，可为服务商核定备用金额度。',
    en: 'Where the rules of a programme name a percentage, a level can be proposed for a vendor.',
  },
  accounts: { 'zh-CN': '备用金账户', en: 'Accounts' },
  open: { 'zh-CN': '待复核', en: 'To be decided' },
  requests: { 'zh-CN': '提请记录', en: 'Proposals' },
  reference: { 'zh-CN': '编号', en: 'Reference' },
  kind: { 'zh-CN': '事项', en: 'What' },
  kind_level: { 'zh-CN': '核定额度', en: 'Level' },
  kind_return: { 'zh-CN': '登记退回', en: 'Paid back' },
  amount: { 'zh-CN': '金额', en: 'Amount' },
  proposedBy: { 'zh-CN': '提请', en: 'Proposed by' },
  decidedBy: { 'zh-CN': '复核', en: 'Decided by' },
  propose: { 'zh-CN': '提请核定额度', en: 'Propose a level' },
  choose: { 'zh-CN': '选择政策和服务商', en: 'Choose programme and vendor' },
  choosePrompt: { 'zh-CN': '请选择', en: 'Choose' },
  show: { 'zh-CN': '查看', en: 'Show' },
  noProgrammes: {
    'zh-CN': '没有规定预拨备用金的政策',
    en: 'No programme has rules on advances',
  },
  basis: { 'zh-CN': '测算', en: 'How it is computed' },
  openHolds: {
    'zh-CN': '已锁定给该服务商、尚未核销的金额',
    en: 'Authorised for the vendor and not redeemed yet',
  },
  unsettled: { 'zh-CN': '已核销、尚未结算的金额', en: 'Redeemed and in no settlement yet' },
  expected: { 'zh-CN': '预计抵扣额', en: 'Expected to be deducted' },
  percent: { 'zh-CN': '预拨比例', en: 'Part paid in advance' },
  most: { 'zh-CN': '最高额度', en: 'Most by the rules' },
  basisWas: { 'zh-CN': '提请时的测算', en: 'As it was proposed' },
  basisNow: { 'zh-CN': '现在的测算', en: 'As of now' },
  newLevel: { 'zh-CN': '拟核定额度', en: 'Level proposed' },
  release: {
    'zh-CN': ({ amount }: Amount) => `复核通过：${amount}`,
    en: ({ amount }: Amount) => `Release ${amount}`,
  },
  releaseLead: {
    'zh-CN': '通过后，额度即生效，在该政策的下一个结算批次中拨付。',
    en: 'Once released, the level is in force and paid in the next batch of the programme.',
  },
  confirm: {
    'zh-CN': ({ amount }: Amount) => `复核入账：${amount}`,
    en: ({ amount }: Amount) => `Confirm ${amount}`,
  },
  confirmLead: {
    'zh-CN': '请与银行流水核对；入账后冲减备用金余额。',
    en: 'Check it against the bank. It then reduces the balance of the advance.',
  },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  answer: { 'zh-CN': '退回理由', en: 'Why it is sent back' },
  movements: { 'zh-CN': '变动明细', en: 'Movements' },
  noMovements: { 'zh-CN': '还没有变动', en: 'No movements yet' },
  at: { 'zh-CN': '时间', en: 'Time' },
  payment: { 'zh-CN': '付款', en: 'Payment' },
  change: { 'zh-CN': '增减', en: 'Change' },
  pending: { 'zh-CN': '待付', en: 'pending' },
  paid: { 'zh-CN': '已付', en: 'paid' },
  failed: { 'zh-CN': '失败', en: 'failed' },
  end: { 'zh-CN': '终止备用金', en: 'End the advance' },
  endReason: { 'zh-CN': '终止理由', en: 'Why it ends' },
  endLead: {
    'zh-CN': '终止后不再补足，之后的结算逐期抵扣，余额由服务商退回。',
    en: 'Nothing is paid into it any more. Settlements draw it down, and the vendor pays back what is left.',
  },
  enterReturn: { 'zh-CN': '登记退回', en: 'Enter a return' },
  returnLead: {
    'zh-CN': '按银行流水登记服务商退回的备用金；由其他人员复核后入账。',
    en: 'Enter what the vendor has paid back, as the bank shows it. Somebody else confirms it.',
  },
  paidOn: { 'zh-CN': '到账日期', en: 'Received on' },
  bankReference: { 'zh-CN': '银行流水号', en: 'Bank reference' },
  history: { 'zh-CN': '办理记录', en: 'History' },
  city: { 'zh-CN': '城市', en: 'City' },
});
