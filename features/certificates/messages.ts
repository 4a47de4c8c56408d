import { doneMessages, messages } from '@/lib/messages';
import { voucherUnknown } from '@/lib/refusal-messages';

type Of<T extends string> = Record<T, string>;

export const certificateRefusals = messages({
  voucher_unknown: voucherUnknown,
  voucher_frozen: {
    'zh-CN': '此券已冻结，解冻后才能出具证书。',
    en: 'This voucher is frozen. A certificate can be issued once it is unfrozen.',
  },
  voucher_expired: {
    'zh-CN': '此券已到期，不能再出具证书。',
    en: 'This voucher has expired, so no certificate is issued any more.',
  },
  certificate_paused: {
    'zh-CN': '此券暂停使用，结束后按顺延的有效期出具证书。',
    en: 'This voucher is paused. When the pause is over and its new last day stands, a certificate can be issued.',
  },
  voucher_revoked: {
    'zh-CN': '此券已被主管部门撤销，不能再出具证书。',
    en: 'The city has revoked this voucher, so no certificate is issued any more.',
  },
  not_for_vendors: {
    'zh-CN': '此政策的金额直接拨付给贵单位，无需向服务商出示，不出具证书。',
    en: 'This programme pays its amount out to you. No vendor needs to see it, so it has no certificate.',
  },
  key_unreadable: {
    'zh-CN': '城市的签名密钥暂不可用，请联系本市主管部门更换密钥后再出具。',
    en: 'The city’s signing key cannot be used. Ask the city’s bureau to replace it, then try again.',
  },
});

export const keyRefusals = messages({
  key_changed: {
    'zh-CN': '签名密钥已由他人更换，请刷新页面后核对。',
    en: 'Somebody else has replaced the signing key. Reload the page and compare.',
  },
});

export const keyDoneText = doneMessages({
  rotated: {
    'zh-CN': '签名密钥已更换。原密钥不再用于签名，仍予公布。',
    en: 'The signing key was replaced. The old one signs nothing more and stays published.',
  },
});

/** The ways to sign, in words. */
export const algorithmNames = messages({
  ed25519: { 'zh-CN': 'Ed25519', en: 'Ed25519' },
  sm2: { 'zh-CN': 'SM2（SM3 杂凑）', en: 'SM2 with SM3' },
});

/** What the signature of a certificate proves. */
export const verdictTexts = messages({
  good: { 'zh-CN': '签名有效，证书真实', en: 'The signature holds: the certificate is genuine' },
  retired: {
    'zh-CN': '签名有效，证书真实（由已停用的密钥签出）',
    en: 'The signature holds: the certificate is genuine (its key is retired since)',
  },
  key_unknown: {
    'zh-CN': '该城市没有公布过这把密钥，证书不真实',
    en: 'The city has never published this key: the certificate is not genuine',
  },
  forged: {
    'zh-CN': '签名与内容不符，证书不真实',
    en: 'The signature does not fit the text: the certificate is not genuine',
  },
  before_key: {
    'zh-CN': '签名时间早于密钥启用时间，证书不真实',
    en: 'It claims to be older than its key: the certificate is not genuine',
  },
  after_retirement: {
    'zh-CN': '签名时间晚于密钥停用时间，证书不真实',
    en: 'It was signed after its key was retired: the certificate is not genuine',
  },
});

export const vendorScopes = messages({
  listed: { 'zh-CN': '本市入库服务商', en: 'Vendors accredited in this city' },
  any: { 'zh-CN': '不限服务商', en: 'Any vendor' },
});

/** The certificate on the holder's page, and its PDF. */
export const certificateMessages = messages({
  title: { 'zh-CN': '算力券证书', en: 'Certificate of the voucher' },
  lead: {
    'zh-CN':
      '由发券城市数字签名，服务商不联网也能核对持券单位、金额、有效期和适用服务商。证书不含券码，持有证书不能用券。',
    en: 'Signed by the city: a vendor can check holder, amount, term and vendors without this portal. It does not contain the voucher’s code, and nobody can spend with it.',
  },
  issue: { 'zh-CN': '出具证书', en: 'Issue certificate' },
  issueLead: {
    'zh-CN': '每张券只出具一份，出具后内容不变。',
    en: 'There is one for each voucher, and it does not change.',
  },
  number: { 'zh-CN': '证书编号', en: 'Number' },
  signedAt: { 'zh-CN': '签名时间', en: 'Signed' },
  key: { 'zh-CN': '签名密钥', en: 'Signing key' },
  pdf: { 'zh-CN': '下载证书（PDF）', en: 'Download certificate (PDF)' },
  statement: { 'zh-CN': '下载声明（.txt）', en: 'Download statement (.txt)' },
  signature: { 'zh-CN': '下载签名（.sig）', en: 'Download signature (.sig)' },
  publicKey: { 'zh-CN': '下载公钥（.pem）', en: 'Download public key (.pem)' },
  open: { 'zh-CN': '打开验真页面', en: 'See what a scan shows' },
  scan: {
    'zh-CN': ({ number }: Of<'number'>) => `扫码为证书 ${number} 验真`,
    en: ({ number }: Of<'number'>) => `Scan to check the authenticity of certificate ${number}`,
  },
  fileOf: {
    'zh-CN': ({ number }: Of<'number'>) => `算力券证书-${number}.pdf`,
    en: ({ number }: Of<'number'>) => `Voucher certificate ${number}.pdf`,
  },
  numbered: {
    'zh-CN': ({ number }: Of<'number'>) => `证书编号 ${number}`,
    en: ({ number }: Of<'number'>) => `No. ${number}`,
  },
  to: { 'zh-CN': '各算力服务商：', en: 'To vendors of computing' },
  attests: {
    'zh-CN':
      '兹证明下列单位持有本市发放的算力券。本证书证明签名时的状态；余额和是否冻结、到期，请联网查询。',
    en: 'This certifies that the firm below holds a computing voucher of this city. It attests the state when it was signed; ask online for its balance and whether it is frozen or has expired.',
  },
  holder: { 'zh-CN': '持券单位', en: 'Holder' },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  amount: { 'zh-CN': '券面额', en: 'Face value' },
  quantity: { 'zh-CN': '数量', en: 'Quantity' },
  unitPrice: { 'zh-CN': '核定单价', en: 'Approved unit price' },
  inWords: {
    'zh-CN': ({ amount, words }: Of<'amount' | 'words'>) => `${amount}（${words}）`,
    en: ({ amount, words }: Of<'amount' | 'words'>) => `${amount} (${words})`,
  },
  validUntil: { 'zh-CN': '有效期至', en: 'Valid until' },
  vendors: { 'zh-CN': '适用服务商', en: 'Vendors' },
  voucherIssued: { 'zh-CN': '发放日期', en: 'Voucher issued' },
  keyAndWay: {
    'zh-CN': ({ key, algorithm }: Of<'key' | 'algorithm'>) => `${key}，${algorithm}`,
    en: ({ key, algorithm }: Of<'key' | 'algorithm'>) => `${key} (${algorithm})`,
  },
  verifyLead: {
    'zh-CN': '扫码即由本平台验签并显示现状；不联网时，以本文件附件中的声明和签名及下列公钥核对：',
    en: 'Scan: the portal checks the signature and tells the present state. Offline: use the statement and signature attached to this file with the public key at',
  },
  signedText: { 'zh-CN': '签名的声明', en: 'The signed statement' },
  seal: { 'zh-CN': '证书', en: 'Certificate' },
  sealMark: { 'zh-CN': '印', en: 'Seal' },
  sealAlt: {
    'zh-CN': ({ name }: Of<'name'>) => `印章图样：${name}`,
    en: ({ name }: Of<'name'>) => `Drawing of a seal: ${name}`,
  },
  sealNote: {
    'zh-CN': '印章为图样；电子签名在二维码和附件中。',
    en: 'The seal is a drawing; the electronic signature is in the QR code and the attachments.',
  },
  page: {
    'zh-CN': ({ page, pages, number }: { page: number; pages: number; number: string }) =>
      `第 ${page} 页，共 ${pages} 页 · 证书编号 ${number}`,
    en: ({ page, pages, number }: { page: number; pages: number; number: string }) =>
      `Page ${page} of ${pages} · No. ${number}`,
  },
});

/** The public pages: what a scan shows, and how to verify without the portal. */
export const checkMessages = messages({
  title: { 'zh-CN': '算力券证书验真', en: 'Is a certificate genuine?' },
  verify: { 'zh-CN': '验真', en: 'Check authenticity' },
  damaged: { 'zh-CN': '读不出证书', en: 'This is no certificate' },
  damagedBody: {
    'zh-CN': '二维码中的内容不完整或已被改动。请重新扫描，或在验真页面输入证书编号。',
    en: 'What was scanned is incomplete or was changed. Scan it again, or enter the number of the certificate.',
  },
  offRecord: {
    'zh-CN': '本平台没有出具过这份证书',
    en: 'The portal has not issued this certificate',
  },
  offRecordBody: {
    'zh-CN': '签名虽有效，但平台没有这份证书的记录，请勿受理，并向发券城市主管部门反映。',
    en: 'The signature holds, but there is no record of this certificate. Do not accept it, and tell the city’s bureau.',
  },
  doNotAccept: {
    'zh-CN': '请勿受理，并向发券城市主管部门反映。',
    en: 'Do not accept it, and tell the city’s bureau.',
  },
  now: { 'zh-CN': '平台当前记录', en: 'What the portal says now' },
  active: { 'zh-CN': '此券有效', en: 'The voucher is valid' },
  frozen: { 'zh-CN': '此券已冻结，暂不能使用', en: 'The voucher is frozen for now' },
  expired: { 'zh-CN': '此券已到期', en: 'The voucher has expired' },
  revoked: { 'zh-CN': '此券已撤销', en: 'The voucher was revoked' },
  balance: {
    'zh-CN': '余额请持券单位出示券码，由入库服务商登录后查询。',
    en: 'For the balance, ask the holder for the voucher’s code and sign in as an accredited vendor.',
  },
  signed: { 'zh-CN': '证书所载内容', en: 'What the certificate says' },
  numberOnly: {
    'zh-CN': '这里只显示平台记录。要验签，请扫描证书上的二维码。',
    en: 'This is the portal’s record alone. To check the signature, scan the code on the certificate.',
  },
  unknown: { 'zh-CN': '查无此证书', en: 'There is no such certificate' },
  unknownBody: {
    'zh-CN': '本平台没有出具过这个编号的证书。请逐位核对。',
    en: 'No certificate with this number was ever issued here. Check each character.',
  },
  city: { 'zh-CN': '发券城市', en: 'City' },
  checkedAt: { 'zh-CN': '验真时间', en: 'Checked' },
  again: { 'zh-CN': '验真另一份', en: 'Check another' },
});

/** How to verify without the portal, and the published keys. */
export const offlineMessages = messages({
  title: { 'zh-CN': '证书离线验真', en: 'Check a certificate offline' },
  lead: {
    'zh-CN':
      '证书声明、签名和城市公钥都在手，就能用 OpenSSL 3.0 以上版本验签，无需联网。声明和签名附在证书 PDF 内，也可在扫码后的页面下载；公钥请事先从本平台下载。',
    en: 'With the statement, its signature and the city’s public key, OpenSSL 3.0 or newer checks a certificate without a connection. Statement and signature are attached to the certificate’s PDF, and can be downloaded after a scan. Get the key from this portal beforehand.',
  },
  which: {
    'zh-CN': '声明中 key 一行是密钥编号，使用同名的公钥文件。Ed25519 密钥：',
    en: 'The line “key” in the statement names the key; use the public key of that name. For an Ed25519 key:',
  },
  sm2: {
    'zh-CN':
      'SM2 密钥（SM3 杂凑，标识 1234567812345678；命令中的 distid 不能省，省去则验签不通过）：',
    en: 'For an SM2 key (hashed with SM3, id 1234567812345678; without distid in the command the check fails):',
  },
  thisOne: { 'zh-CN': '本证书的命令：', en: 'For this certificate:' },
  answer: {
    'zh-CN':
      '输出 “Signature Verified Successfully” 或 “Verified OK” 即为真。声明证明签名时的状态，余额和现状请联网查询。',
    en: 'It is genuine if the command answers “Signature Verified Successfully” or “Verified OK”. The statement attests the state when it was signed; ask online for balance and present state.',
  },
  exampleNumber: { 'zh-CN': '证书编号', en: 'NUMBER' },
  exampleKey: { 'zh-CN': '密钥编号', en: 'KEY' },
  all: { 'zh-CN': '全部密钥', en: 'All keys' },
  keys: { 'zh-CN': '城市公钥', en: 'Public keys of the cities' },
  keysOf: {
    'zh-CN': ({ city }: Of<'city'>) => `${city}公钥`,
    en: ({ city }: Of<'city'>) => `Public keys of ${city}`,
  },
  keysLead: {
    'zh-CN': '用于查对本市算力券证书的签名。更换后的旧密钥不再用于签名，仍予公布。',
    en: 'They check the signatures on the city’s voucher certificates. A replaced key signs nothing more and stays published.',
  },
  none: {
    'zh-CN': '本市尚未出具证书，还没有密钥。首份证书出具时自动生成。',
    en: 'The city has issued no certificate yet and has no key. The first certificate makes one.',
  },
  forPrograms: { 'zh-CN': '供程序读取（JSON）', en: 'For programs (JSON)' },
  key: { 'zh-CN': '密钥编号', en: 'Key' },
  algorithm: { 'zh-CN': '算法', en: 'Algorithm' },
  term: { 'zh-CN': '使用期间', en: 'In use' },
  from: { 'zh-CN': '启用', en: 'From' },
  until: { 'zh-CN': '停用', en: 'Until' },
  current: { 'zh-CN': '现用', en: 'In use' },
  retired: { 'zh-CN': '已停用', en: 'Retired' },
  state: { 'zh-CN': '状态', en: 'State' },
  fingerprint: { 'zh-CN': '指纹（SHA-256）', en: 'Fingerprint (SHA-256)' },
  pem: { 'zh-CN': '公钥（.pem）', en: 'Public key (.pem)' },
});

/** The page where a city's administrator replaces its key. */
export const keyMessages = messages({
  title: { 'zh-CN': '签名密钥', en: 'Signing keys' },
  lead: {
    'zh-CN': '本市以此签署算力券证书。私钥加密保存，任何人看不到。',
    en: 'The city signs its voucher certificates with it. The private key is kept sealed, and nobody can see it.',
  },
  publicPage: { 'zh-CN': '公众看到的页面', en: 'The public page' },
  rotate: { 'zh-CN': '更换密钥', en: 'Replace the key' },
  rotateLead: {
    'zh-CN':
      '生成新密钥，以后的证书由新密钥签署。原密钥不再用于签名，仍予公布，已出具的证书继续有效。',
    en: 'Makes a new key, which signs from now on. The old one signs nothing more and stays published; certificates signed with it stay valid.',
  },
  algorithm: { 'zh-CN': '算法', en: 'Algorithm' },
  ed25519Hint: {
    'zh-CN': '默认。OpenSSL、Java、Go 等都能验签。',
    en: 'The default. OpenSSL, Java, Go and others can check it.',
  },
  sm2Hint: {
    'zh-CN':
      '国密算法。OpenSSL 须在命令中写明 distid；Node.js 自带的 crypto 和多数境外工具不能验签。',
    en: 'The Chinese standard. OpenSSL needs the distid in its command; Node.js’s own crypto and most tools abroad refuse it.',
  },
  confirmed: {
    'zh-CN': '我已知悉：更换后不能恢复使用原密钥。',
    en: 'I understand that the old key cannot be used again.',
  },
});
