import { messages } from '@/lib/messages';

export const peopleRefusals = messages({
  email_taken: {
    'zh-CN': '该邮箱已注册，请直接登录。',
    en: 'This address already has an account. Sign in instead.',
  },
  too_many_attempts: {
    'zh-CN': '尝试次数过多，请 5 分钟后再试。',
    en: 'Too many attempts. Try again in five minutes.',
  },
  credentials_wrong: {
    'zh-CN': '邮箱或密码不正确。',
    en: 'The e-mail address or the password is wrong.',
  },
  membership_unknown: {
    'zh-CN': '没有这一身份，或已结束。',
    en: 'There is no such role, or it has ended.',
  },
  credit_code_taken: {
    'zh-CN': '该统一社会信用代码已登记。请联系本单位负责人邀请您加入。',
    en: 'This code is already registered. Ask the owner at your organisation to invite you.',
  },
  organisation_complete: {
    'zh-CN': '单位信息已齐全，请刷新页面。',
    en: 'The organisation’s details are complete. Reload the page.',
  },
  registered_in_future: {
    'zh-CN': '成立日期不能晚于今天。',
    en: 'The date of registration cannot be in the future.',
  },
  account_name_differs: {
    'zh-CN': '户名须与单位登记名称一致。',
    en: 'The account must be in the registered name of the organisation.',
  },
  role_not_yours: {
    'zh-CN': '您不能邀请这一角色。',
    en: 'You cannot invite somebody to this role.',
  },
  invitation_unusable: {
    'zh-CN': '邀请无效：可能已使用、已过期，或发给了其他邮箱。',
    en: 'This invitation cannot be used: it was used, has expired, or was sent to another address.',
  },
  city_taken: {
    'zh-CN': '该城市标识或编号前缀已被使用。',
    en: 'This short name or prefix is taken.',
  },
});

export const peopleFieldErrors = messages({
  bank_account_invalid: {
    'zh-CN': '账号为 8 至 32 位数字。',
    en: 'An account number has 8 to 32 digits.',
  },
  cnaps_invalid: { 'zh-CN': '联行号为 12 位数字。', en: 'A CNAPS code has 12 digits.' },
  slug_invalid: { 'zh-CN': '只用小写字母。', en: 'Use lower-case letters only.' },
  prefix_invalid: { 'zh-CN': '2 至 4 个大写字母。', en: 'Use two to four capitals.' },
});

export const peopleMessages = messages({
  signIn: { 'zh-CN': '登录', en: 'Sign in' },
  signOut: { 'zh-CN': '退出', en: 'Sign out' },
  signUp: { 'zh-CN': '注册', en: 'Create an account' },
  signUpLead: {
    'zh-CN': '注册个人账号后，登记单位或接受同事的邀请。',
    en: 'Create your own account, then register your organisation or accept a colleague’s invitation.',
  },
  noAccount: { 'zh-CN': '还没有账号？', en: 'No account yet?' },
  haveAccount: { 'zh-CN': '已有账号？', en: 'Have an account?' },
  email: { 'zh-CN': '电子邮箱', en: 'E-mail address' },
  password: { 'zh-CN': '密码', en: 'Password' },
  passwordHint: {
    'zh-CN': '至少 15 个字符。一句好记的话即可，不要求特殊符号。',
    en: 'At least 15 characters. A sentence you remember is fine; no special characters needed.',
  },
  name: { 'zh-CN': '姓名', en: 'Your name' },
  terms: {
    'zh-CN': '同意为办理算力券业务处理我的姓名、邮箱和联系方式。',
    en: 'I agree that my name and contact details are processed to run the voucher programmes.',
  },
  registerTitle: { 'zh-CN': '登记单位', en: 'Register your organisation' },
  registerLead: {
    'zh-CN': '登记一次，以后每次申请自动带入。',
    en: 'Once: every later application is filled from here.',
  },
  kind: { 'zh-CN': '单位类别', en: 'What are you?' },
  startup: { 'zh-CN': '用算力的单位', en: 'We use compute' },
  startupHint: { 'zh-CN': '申领算力券', en: 'and apply for vouchers' },
  vendor: { 'zh-CN': '算力服务商', en: 'We sell compute' },
  vendorHint: {
    'zh-CN': '接受算力券；须经各市入库',
    en: 'and accept vouchers, once a city accredits us',
  },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  creditCodeHint: {
    'zh-CN': '营业执照上的 18 位代码。',
    en: 'The 18 characters on the business licence.',
  },
  organisationName: { 'zh-CN': '单位名称', en: 'Registered name' },
  applicantType: { 'zh-CN': '单位性质', en: 'Type' },
  enterprise: { 'zh-CN': '企业', en: 'Enterprise' },
  institute: { 'zh-CN': '科研院所', en: 'Research institute' },
  university: { 'zh-CN': '高校', en: 'University' },
  region: { 'zh-CN': '注册地（省、市）', en: 'Registered in (province, city)' },
  address: { 'zh-CN': '地址', en: 'Address' },
  registeredOn: { 'zh-CN': '成立日期', en: 'Registered on' },
  legalRepresentative: { 'zh-CN': '法定代表人', en: 'Legal representative' },
  contactName: { 'zh-CN': '联系人', en: 'Contact' },
  contactPhone: { 'zh-CN': '联系电话', en: 'Telephone' },
  register: { 'zh-CN': '登记', en: 'Register' },
  organisation: { 'zh-CN': '本单位', en: 'Organisation' },
  profile: { 'zh-CN': '登记信息', en: 'Registration' },
  bank: { 'zh-CN': '收款账户', en: 'Bank account' },
  completeTitle: { 'zh-CN': '补充单位信息', en: 'Complete the organisation’s details' },
  completeLead: {
    'zh-CN': '算力券免申即享，发放时主管部门只登记了名称和信用代码。补充后才能申请其他政策。',
    en: 'A voucher was awarded without application, and the city knew the name and the code only. Complete the rest before you apply for another programme.',
  },
  bankLead: {
    'zh-CN': '资金只拨付到与登记名称一致的账户。',
    en: 'Money is paid only into an account in the registered name.',
  },
  accountName: { 'zh-CN': '户名', en: 'Account name' },
  accountNumber: { 'zh-CN': '账号', en: 'Account number' },
  bankName: { 'zh-CN': '开户行', en: 'Bank and branch' },
  cnaps: { 'zh-CN': '联行号', en: 'CNAPS code' },
  save: { 'zh-CN': '保存', en: 'Save' },
  saved: { 'zh-CN': '已保存。', en: 'Saved.' },
  people: { 'zh-CN': '人员', en: 'People' },
  role: { 'zh-CN': '角色', en: 'Role' },
  since: { 'zh-CN': '自', en: 'Since' },
  invite: { 'zh-CN': '邀请', en: 'Invite' },
  inviteTitle: { 'zh-CN': '邀请同事', en: 'Invite a colleague' },
  inviteHint: {
    'zh-CN': '邀请 72 小时内有效，仅限该邮箱使用一次。',
    en: 'An invitation is good for 72 hours, once, for this address only.',
  },
  invited: { 'zh-CN': '邀请已发出。', en: 'The invitation is on its way.' },
  endRole: { 'zh-CN': '结束此角色', en: 'End this role' },
  nobody: { 'zh-CN': '还没有人员', en: 'Nobody yet' },
  invitationTitle: { 'zh-CN': '接受邀请', en: 'Accept an invitation' },
  invitationFor: {
    'zh-CN': ({ place, role }: { place: string; role: string }) =>
      `邀请您以“${role}”身份加入${place}。`,
    en: ({ place, role }: { place: string; role: string }) =>
      `You are invited to join ${place} as ${role}.`,
  },
  invitationSignIn: {
    'zh-CN': '请用收到邀请的邮箱登录或注册，然后回到本页。',
    en: 'Sign in, or create an account, with the address that was invited; then come back here.',
  },
  accept: { 'zh-CN': '接受', en: 'Accept' },
  settings: { 'zh-CN': '账号设置', en: 'Account' },
  letters: { 'zh-CN': '邮件通知', en: 'E-mail' },
  lettersLead: {
    'zh-CN': '选择哪些通知同时发送邮件。',
    en: 'Choose which notifications also come by e-mail.',
  },
  chooseLetters: { 'zh-CN': '设置邮件通知', en: 'E-mail settings' },
  devices: { 'zh-CN': '已登录的设备', en: 'Signed-in devices' },
  device: { 'zh-CN': '设备', en: 'Device' },
  lastSeen: { 'zh-CN': '最近使用', en: 'Last used' },
  thisDevice: { 'zh-CN': '本设备', en: 'this device' },
  revoke: { 'zh-CN': '退出此设备', en: 'Sign it out' },
  places: { 'zh-CN': '我的身份', en: 'My roles' },
  switchTo: { 'zh-CN': '切换', en: 'Switch' },
  current: { 'zh-CN': '当前', en: 'Current' },
  platform: { 'zh-CN': '平台管理', en: 'Platform' },
  platformLead: {
    'zh-CN': '管理城市和城市管理员。平台不接触业务数据。',
    en: 'Cities and their administrators. The platform sees no business data.',
  },
  cities: { 'zh-CN': '城市', en: 'Cities' },
  city: { 'zh-CN': '城市', en: 'City' },
  bureau: { 'zh-CN': '主管部门', en: 'Bureau' },
  addCity: { 'zh-CN': '新增城市', en: 'Add a city' },
  slug: { 'zh-CN': '标识（拼音）', en: 'Short name (pinyin)' },
  prefix: { 'zh-CN': '编号前缀', en: 'Prefix of reference numbers' },
  nameZh: { 'zh-CN': '中文名', en: 'Name in Chinese' },
  nameEn: { 'zh-CN': '英文名', en: 'Name in English' },
  bureauZh: { 'zh-CN': '主管部门（中文）', en: 'Bureau in Chinese' },
  bureauEn: { 'zh-CN': '主管部门（英文）', en: 'Bureau in English' },
  phone: { 'zh-CN': '电话', en: 'Telephone' },
  appoint: { 'zh-CN': '任命市级管理员', en: 'Appoint a city administrator' },
  chinese: { 'zh-CN': '中文', en: 'Chinese' },
  english: { 'zh-CN': '英文', en: 'English' },
  language: { 'zh-CN': '邮件语言', en: 'Language of letters' },
});

export const roleNames = messages({
  owner: { 'zh-CN': '单位负责人', en: 'owner' },
  member: { 'zh-CN': '单位成员', en: 'member' },
  vendor_operator: { 'zh-CN': '服务商经办', en: 'vendor operator' },
  vendor_finance: { 'zh-CN': '服务商财务', en: 'vendor finance' },
  manager: { 'zh-CN': '项目主管', en: 'programme manager' },
  reviewer: { 'zh-CN': '初审员', en: 'first reviewer' },
  approver: { 'zh-CN': '复审员', en: 'final reviewer' },
  finance: { 'zh-CN': '财务', en: 'finance officer' },
  city_admin: { 'zh-CN': '市级管理员', en: 'city administrator' },
  auditor: { 'zh-CN': '审计员', en: 'auditor' },
  platform_admin: { 'zh-CN': '平台管理员', en: 'platform administrator' },
});
