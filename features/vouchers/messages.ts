import { ledgerRefusals } from '@/features/ledger/messages';
import type { Locale } from '@/lib/locale';
import { doneMessages, messages } from '@/lib/messages';
import { stateChanged, voucherUnknown } from '@/lib/refusal-messages';

type N = { n: number };

const ownRefusals = messages({
  voucher_unknown: voucherUnknown,
  state_changed: stateChanged,
});

/** Returns the text of every refusal of a freeze or unfreeze. */
export const voucherRefusals = (locale: Locale) => ({
  ...ledgerRefusals(locale),
  ...ownRefusals(locale),
});

export const statusNames = messages({
  unused: { 'zh-CN': '未使用', en: 'Unused' },
  partly_used: { 'zh-CN': '使用中', en: 'In use' },
  used_up: { 'zh-CN': '已用完', en: 'Used up' },
  frozen: { 'zh-CN': '已冻结', en: 'Frozen' },
  expired: { 'zh-CN': '已到期', en: 'Expired' },
  revoked: { 'zh-CN': '已撤销', en: 'Revoked' },
});

/** Returns the text that confirms the last action on the page after it. */
export const voucherDoneText = doneMessages({
  frozen: {
    'zh-CN': '已冻结，冻结期间不能锁定和核销。',
    en: 'Frozen: nothing can be held or redeemed for now.',
  },
  unfrozen: { 'zh-CN': '已解冻，可以继续使用。', en: 'Unfrozen: it can be used again.' },
  certified: {
    'zh-CN': '证书已出具，可以下载或打印。',
    en: 'The certificate was issued. You can download or print it.',
  },
});

export const voucherMessages = messages({
  changes: { 'zh-CN': '撤销和延期', en: 'Revocations and extensions' },
  vouchers: { 'zh-CN': '算力券', en: 'Vouchers' },
  voucher: { 'zh-CN': '算力券', en: 'Voucher' },
  lead: {
    'zh-CN': '余额、有效期和使用情况。',
    en: 'Balances, validity and use.',
  },
  recover: { 'zh-CN': '提请追回', en: 'Propose a recovery' },
  noneTitle: { 'zh-CN': '还没有算力券', en: 'No vouchers yet' },
  noneBody: {
    'zh-CN': '申请核准并发放后，算力券会出现在这里。',
    en: 'Vouchers appear here once an application is approved and issued.',
  },
  find: { 'zh-CN': '查找政策', en: 'Find a programme' },
  endsSoon: {
    'zh-CN': ({ n }: N) => (n === 0 ? '今天到期' : `还有 ${n} 天到期`),
    en: ({ n }: N) =>
      n === 0 ? 'expires today' : n === 1 ? 'expires in 1 day' : `expires in ${n} days`,
  },
  endsSoonBody: {
    'zh-CN': ({ amount }: { amount: string }) => `到期后未使用的 ${amount} 将收回。`,
    en: ({ amount }: { amount: string }) =>
      `${amount} that is unused by then goes back to the city.`,
  },
  frozenTitle: { 'zh-CN': '此券已冻结', en: 'This voucher is frozen' },
  expiredTitle: { 'zh-CN': '此券已到期', en: 'This voucher has expired' },
  expiredBody: {
    'zh-CN': ({ amount }: { amount: string }) => `未使用的 ${amount} 已收回。`,
    en: ({ amount }: { amount: string }) => `${amount} that was unused went back to the city.`,
  },
  deferredBody: {
    'zh-CN': '此政策先付后补，申请时已提交付款凭证：券面金额直接拨付给贵单位，无需另行申请。',
    en: 'You have paid already and proved it with the application: the whole amount is paid out to you, and nothing more has to be claimed.',
  },
  claimsBody: {
    'zh-CN': '此政策先付后补：先向服务商付清费用，再凭发票和付款凭证申请兑付。',
    en: 'Under this programme you pay first: pay the vendor, then claim with the invoices and proof of payment.',
  },
  automaticBody: {
    'zh-CN':
      '此政策免申即享：券面金额直接拨付给贵单位，无需申请，也无需向服务商出示。请登记收款账户。',
    en: 'Nobody applies under this programme: its amount is paid out to you, and no vendor needs to see it. Enter your bank account.',
  },
  awardedFor: { 'zh-CN': '合同或周期', en: 'Contract or period' },
  seeList: { 'zh-CN': '查看名单', en: 'See list' },
  hold: { 'zh-CN': '锁定额度', en: 'Authorise a hold' },
  holdLead: {
    'zh-CN': '下单前为服务商锁定额度，服务商据此核销。',
    en: 'Hold an amount for the order; the vendor then redeems against it.',
  },
  scope: { 'zh-CN': '本市入库服务商', en: 'Vendors accredited in this city' },
  show: { 'zh-CN': '全屏出示', en: 'Show full-screen' },
  showHint: {
    'zh-CN': '请调高屏幕亮度，由服务商扫码或抄录券码。',
    en: 'Turn the brightness of the screen up. The vendor scans the code or types it.',
  },
  showBack: { 'zh-CN': '返回算力券', en: 'Back to the voucher' },
  print: { 'zh-CN': '打印', en: 'Print' },
  certificatePdf: { 'zh-CN': '下载证书（PDF）', en: 'Download the certificate (PDF)' },
  copyCode: { 'zh-CN': '复制券码', en: 'Copy the code' },
  copied: { 'zh-CN': '已复制', en: 'Copied' },
  copyFailed: { 'zh-CN': '浏览器未允许复制', en: 'The browser did not allow it' },
  verifyAt: {
    'zh-CN': ({ code }: { code: string }) => `扫码为算力券 ${code} 验真`,
    en: ({ code }: { code: string }) => `Scan to check that voucher ${code} is genuine`,
  },
  holds: { 'zh-CN': '锁定额度', en: 'Holds' },
  redemptions: { 'zh-CN': '核销', en: 'Redemptions' },
  noRedemptions: { 'zh-CN': '还没有核销', en: 'Nothing redeemed yet' },
  history: { 'zh-CN': '资金变动', en: 'Movements' },
  historyLead: {
    'zh-CN': '每一笔变动，包括被拒绝的。',
    en: 'Every movement, refused attempts included.',
  },
  origin: { 'zh-CN': '来源', en: 'Where it comes from' },
  application: { 'zh-CN': '申请', en: 'Application' },
  issuedAt: { 'zh-CN': '发放时间', en: 'Issued' },
  code: { 'zh-CN': '券码', en: 'Code' },
  holder: { 'zh-CN': '持券单位', en: 'Holder' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  faceValue: { 'zh-CN': '券面额', en: 'Face value' },
  unitBalance: { 'zh-CN': '数量与金额', en: 'Quantities and their value' },
  unitLead: {
    'zh-CN': ({ price }: { price: string }) =>
      `本券按数量使用，按发放时的核定单价${price}结算；单价不再变动。`,
    en: ({ price }: { price: string }) =>
      `This voucher is spent in quantities and settled at ${price}, the approved price when it was issued. That price does not change.`,
  },
  unitHeld: { 'zh-CN': '已锁定', en: 'Held' },
  unitUsed: { 'zh-CN': '已核销', en: 'Redeemed' },
  unitReturned: { 'zh-CN': '已退回', en: 'Returned' },
  available: { 'zh-CN': '可用余额', en: 'Available' },
  validTo: { 'zh-CN': '有效期至', en: 'Valid until' },
  state: { 'zh-CN': '状态', en: 'State' },
  all: { 'zh-CN': '全部', en: 'All' },
  search: { 'zh-CN': '券码或单位', en: 'Code or holder' },
  filter: { 'zh-CN': '筛选', en: 'Filter' },
  filter_active: { 'zh-CN': '未使用、使用中或已用完', en: 'Unused, in use or used up' },
  filter_frozen: { 'zh-CN': '已冻结', en: 'Frozen' },
  filter_expired: { 'zh-CN': '已到期', en: 'Expired' },
  filter_revoked: { 'zh-CN': '已撤销', en: 'Revoked' },
  noneFits: { 'zh-CN': '没有符合条件的算力券', en: 'No voucher fits' },
  noneCity: { 'zh-CN': '还没有发放算力券', en: 'No voucher has been issued yet' },
  freeze: { 'zh-CN': '冻结', en: 'Freeze' },
  freezeLead: {
    'zh-CN': '核查期间停止锁定和核销；已申报的核销不受影响，但暂不能核验。',
    en: 'Stops holds and redemptions while something is looked into.',
  },
  unfreeze: { 'zh-CN': '解冻', en: 'Unfreeze' },
  unfreezeLead: { 'zh-CN': '恢复使用。', en: 'Lets it be used again.' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  seeCase: { 'zh-CN': '查看案件', en: 'See the case' },
});

export const verifyMessages = messages({
  title: { 'zh-CN': '算力券和文书验真', en: 'Is a voucher or letter genuine?' },
  lead: {
    'zh-CN': '输入券码、证书编号或文书验证码，或扫描二维码，核对真伪。无需登录。',
    en: 'Enter the code of a voucher or letter or the number of a certificate, or scan it, to see whether it is genuine. No account is needed.',
  },
  code: { 'zh-CN': '券码或验证码', en: 'Code' },
  codeHint: {
    'zh-CN': '16 位，空格、横线、大小写不限。',
    en: '16 characters; spaces, dashes and case do not matter.',
  },
  verify: { 'zh-CN': '验真', en: 'Check authenticity' },
  wrong: {
    'zh-CN':
      '码不对：券码为 SQ 开头、证书编号为 CT 开头、文书验证码为 WS 开头的 16 位，请逐位核对。',
    en: 'This is no code of ours: a voucher’s begins with SQ, a certificate’s with CT, a letter’s with WS, and has 16 characters. Check each one.',
  },
  again: { 'zh-CN': '验真另一份', en: 'Check another' },
  unknown: { 'zh-CN': '查无此券', en: 'There is no such voucher' },
  unknownBody: {
    'zh-CN': '本平台没有发放过这个券码的算力券。请核对券码；如他人以此行骗，请向当地主管部门反映。',
    en: 'No voucher with this code was ever issued here. Check the code; if somebody shows you it as genuine, tell the city’s bureau.',
  },
  genuine: { 'zh-CN': '真券，有效', en: 'Genuine, and valid' },
  frozen: { 'zh-CN': '真券，已冻结，暂不能使用', en: 'Genuine, but frozen for now' },
  expired: { 'zh-CN': '真券，已到期', en: 'Genuine, but expired' },
  revoked: { 'zh-CN': '真券，已撤销', en: 'Genuine, but revoked' },
  city: { 'zh-CN': '发券城市', en: 'Issued by' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  holder: { 'zh-CN': '持券单位', en: 'Holder' },
  faceValue: { 'zh-CN': '券面额', en: 'Face value' },
  inWords: { 'zh-CN': '大写', en: 'In Chinese capitals' },
  issuedAt: { 'zh-CN': '发放日期', en: 'Issued' },
  validTo: { 'zh-CN': '有效期至', en: 'Valid until' },
  notTransferable: {
    'zh-CN': '限持券单位使用，不得转让。余额只有持券单位和受理的服务商可见。',
    en: 'For its holder only, not transferable. Only the holder and accredited vendors see the balance.',
  },
  checkedAt: { 'zh-CN': '验真时间', en: 'Checked' },
});
