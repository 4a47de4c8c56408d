import { documentRefusals, type DocumentRefusal } from '@/features/documents/messages';
import type { Locale } from '@/lib/locale';
import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

const own = messages({
  credit_code_taken: {
    'zh-CN': '该统一社会信用代码已登记。请联系本单位负责人邀请您加入。',
    en: 'This code is already registered. Ask the owner at your organisation to invite you.',
  },
  agencies_apart: {
    'zh-CN': '主管部门人员与受托机构人员不得兼任。请先结束原角色。',
    en: 'Nobody works for a city and for an agency at once. End the other role first.',
  },
  edit_stale: {
    'zh-CN': '未保存：有人同时修改了同一项。请查看下方两边的内容。',
    en: 'Not saved: somebody changed the same thing meanwhile. See both below.',
  },
  registered_in_future: {
    'zh-CN': '成立日期不能晚于今天。',
    en: 'The date of registration cannot be in the future.',
  },
  account_name_differs: {
    'zh-CN': '户名须与单位登记名称一致。',
    en: 'The account must be in the registered name of the organisation.',
  },
  bank_change_none: {
    'zh-CN': '没有待确认的账户变更，或它刚有变动。请刷新页面。',
    en: 'No change of the account waits, or it has just changed. Reload the page.',
  },
  bank_same_person: {
    'zh-CN': '账户变更须由另一名成员确认。',
    en: 'Somebody else of the organisation must confirm the change.',
  },
  entry_unknown: {
    'zh-CN': '没有这一条，或已被移除。请刷新页面。',
    en: 'There is no such entry, or it was removed. Reload the page.',
  },
  too_many_entries: {
    'zh-CN': ({ maximum }: { maximum: number }) => `最多 ${maximum} 条。请先移除不再需要的。`,
    en: ({ maximum }: { maximum: number }) =>
      `There can be ${maximum} at most. Remove what is no longer needed first.`,
  },
  contact_last: {
    'zh-CN': '至少保留一名联系人。请先添加另一名。',
    en: 'There must be one contact at least. Add another first.',
  },
  party_self: {
    'zh-CN': '这是贵单位自己的信用代码。',
    en: 'This is your own organisation’s code.',
  },
  party_twice: {
    'zh-CN': '该信用代码已在列表中。',
    en: 'This code is in the list already.',
  },
  shares_exceed: {
    'zh-CN': ({ left }: { left: number }) => `股东持股合计不能超过 100%，还可填 ${left}%。`,
    en: ({ left }: { left: number }) =>
      `Shareholders hold 100% together at most; ${left}% is left.`,
  },
  organisation_incomplete: {
    'zh-CN': '请先填写登记信息，再申请核验。',
    en: 'Complete the registration data first, then ask for verification.',
  },
  city_unknown: {
    'zh-CN': '请选择列表中的城市。',
    en: 'Choose a city from the list.',
  },
  verification_open: {
    'zh-CN': '该市已收到申请，或已核验。',
    en: 'This city has your request, or has verified you already.',
  },
  verification_unknown: {
    'zh-CN': '没有这项核验申请。',
    en: 'There is no such request.',
  },
  state_changed: {
    'zh-CN': '这项申请已处理，请刷新页面。',
    en: 'This request was decided already. Reload the page.',
  },
  registration_changed: {
    'zh-CN': '单位刚修改了登记信息。请刷新页面，核对后再处理。',
    en: 'The organisation has just changed its registration. Reload the page and compare again.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof own> {}
}

/** Lists the texts of every refusal of this feature, those of files included. */
export const organisationRefusals = (locale: Locale) => ({
  ...documentRefusals(locale),
  ...own(locale),
});
export type OrganisationRefusal = keyof ReturnType<typeof own> | DocumentRefusal;

export const organisationFieldErrors = messages({
  detail_conflict: {
    'zh-CN': ({ now }: { now: string }) =>
      `有人刚把此项改为“${now}”。下方是您填写的内容；再次保存即以您的为准。`,
    en: ({ now }: { now: string }) =>
      `Somebody has just changed this to “${now}”. Below is what you typed; save again to keep yours.`,
  },
  bank_account_invalid: {
    'zh-CN': '账号为 8 至 32 位数字。',
    en: 'An account number has 8 to 32 digits.',
  },
  cnaps_invalid: { 'zh-CN': '联行号为 12 位数字。', en: 'A CNAPS code has 12 digits.' },
  share_invalid: {
    'zh-CN': '请填 0.01 至 100 之间的数，最多两位小数。',
    en: 'Enter a number between 0.01 and 100, with two decimals at most.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof organisationFieldErrors> {}
}

export const typeNames = messages({
  enterprise: { 'zh-CN': '企业', en: 'Enterprise' },
  institute: { 'zh-CN': '科研院所', en: 'Research institute' },
  university: { 'zh-CN': '高校', en: 'University' },
});

export const sizeNames = messages({
  micro: { 'zh-CN': '微型', en: 'Micro' },
  small: { 'zh-CN': '小型', en: 'Small' },
  medium: { 'zh-CN': '中型', en: 'Medium-sized' },
  large: { 'zh-CN': '大型', en: 'Large' },
});

export const sectorNames = messages({
  software: { 'zh-CN': '软件和信息服务', en: 'Software and information services' },
  manufacturing: { 'zh-CN': '制造', en: 'Manufacturing' },
  science_services: { 'zh-CN': '科学技术服务', en: 'Science and technology services' },
  other: { 'zh-CN': '其他', en: 'Other' },
});

export const relationNames = messages({
  invested: { 'zh-CN': '本单位参股', en: 'We hold shares in it' },
  common_controller: { 'zh-CN': '同一控制人', en: 'Same controller' },
  management: { 'zh-CN': '董监高任职', en: 'Directors or managers in common' },
  family: { 'zh-CN': '近亲属控制', en: 'Controlled by close relatives' },
  other: { 'zh-CN': '其他关联', en: 'Other relation' },
});

export const verificationStates = messages({
  requested: { 'zh-CN': '待核验', en: 'Waiting' },
  verified: { 'zh-CN': '已核验', en: 'Verified' },
  refused: { 'zh-CN': '未通过', en: 'Refused' },
  lapsed: { 'zh-CN': '已失效', en: 'Lapsed' },
});

/** What was just done, by the code in the address. */
export const doneText = doneMessages({
  saved: { 'zh-CN': '已保存。', en: 'Saved.' },
  removed: { 'zh-CN': '已移除。', en: 'Removed.' },
  requested: { 'zh-CN': '核验申请已提交。', en: 'The request was sent.' },
  bank_requested: {
    'zh-CN': '账户变更已提出，待另一名成员确认。',
    en: 'The change was requested; another member confirms it.',
  },
  bank_confirmed: {
    'zh-CN': '账户变更已确认，满 72 小时后生效。',
    en: 'Confirmed. It takes effect when its 72 hours are over.',
  },
  bank_cancelled: { 'zh-CN': '账户变更已取消。', en: 'The change was cancelled.' },
  verified: { 'zh-CN': '已核验，已通知该单位。', en: 'Verified. The organisation was told.' },
  refused: { 'zh-CN': '已退回，已通知该单位。', en: 'Refused. The organisation was told.' },
});

/** The page on which somebody registers an organisation; what it has in common with later changes is named there. */
export const registerMessages = messages({
  title: { 'zh-CN': '登记单位', en: 'Register your organisation' },
  lead: {
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
  operator: { 'zh-CN': '受托运营机构', en: 'We act for cities' },
  operatorHint: {
    'zh-CN': '受城市主管部门委托办理；须由该市提出并确认委托',
    en: 'under a mandate, which a city proposes and confirms',
  },
  creditCodeHint: {
    'zh-CN': '营业执照上的 18 位代码。',
    en: 'The 18 characters on the business licence.',
  },
  contactName: { 'zh-CN': '联系人', en: 'Contact' },
  contactPhone: { 'zh-CN': '联系电话', en: 'Telephone' },
  register: { 'zh-CN': '登记', en: 'Register' },
});

export const organisationMessages = messages({
  organisation: { 'zh-CN': '本单位', en: 'Organisation' },
  registration: { 'zh-CN': '登记信息', en: 'Registration' },
  registrationLead: {
    'zh-CN':
      '须与营业执照一致。修改名称、性质、注册地、地址、成立日期或法定代表人后，各市的核验失效，须重新申请；改名时收款户名一并更改。',
    en: 'As on the business licence. Once the name, type, place, address, date or legal representative changes, verifications lapse and you ask again; a new name is also the name of the bank account.',
  },
  completeTitle: { 'zh-CN': '请补充登记信息', en: 'Complete the registration' },
  completeBody: {
    'zh-CN': '算力券免申即享，发放时主管部门只登记了名称和信用代码。补充后才能申请其他政策。',
    en: 'A voucher was awarded without application, and the city knew the name and the code only. Complete the rest before you apply for another programme.',
  },
  contacts: { 'zh-CN': '联系人', en: 'Contacts' },
  contactsLead: {
    'zh-CN': '主管部门先联系主要联系人；申请默认填写此人。',
    en: 'The city calls the main contact first; applications name this person unless you change it.',
  },
  ownership: { 'zh-CN': '股权与关联方', en: 'Ownership and related parties' },
  ownershipLead: {
    'zh-CN':
      '列出持股股东，以及与贵单位有参股、同一控制人等关系的单位。审核时据此核对申请单位与服务商是否关联。',
    en: 'List who holds shares in you, and whom you are close to: through shares, a common controller and the like. Reviewers compare vendors with this list.',
  },
  shareholders: { 'zh-CN': '股东', en: 'Shareholders' },
  related: { 'zh-CN': '其他关联方', en: 'Other related parties' },
  bank: { 'zh-CN': '收款账户', en: 'Bank account' },
  bankLead: {
    'zh-CN': '资金只拨付到与登记名称一致的账户。',
    en: 'Money is paid only into an account in the registered name.',
  },
  bankEdit: { 'zh-CN': '变更收款账户', en: 'Change the account' },
  bankEnter: { 'zh-CN': '填写收款账户', en: 'Enter the account' },
  bankWaits: {
    'zh-CN': '变更账户须由另一名成员确认，并自提出起满 72 小时后生效；此前付款仍到原账户。',
    en: 'A change must be confirmed by another member and takes effect 72 hours after it was requested; until then payments go to the old account.',
  },
  bankChange: { 'zh-CN': '待生效的账户变更', en: 'Change that waits' },
  bankRequestedAt: { 'zh-CN': '提出时间', en: 'Requested' },
  bankEffectiveAt: { 'zh-CN': '生效时间', en: 'Takes effect' },
  bankUnconfirmed: { 'zh-CN': '待另一名成员确认', en: 'To be confirmed by another member' },
  bankMine: {
    'zh-CN': '您已提出变更，须由另一名成员确认；没有其他成员的，请先在“人员”中邀请。',
    en: 'You requested this change; another member must confirm it. If there is none, invite one under “People” first.',
  },
  bankConfirm: { 'zh-CN': '确认变更', en: 'Confirm the change' },
  bankConfirmLead: {
    'zh-CN': '请与银行开户资料核对无误后再确认。如不是本单位提出的，请取消变更并更换密码。',
    en: 'Compare it with the bank’s papers before you confirm. If your organisation did not ask for it, cancel it and change passwords.',
  },
  bankCancel: { 'zh-CN': '取消变更', en: 'Cancel the change' },
  verification: { 'zh-CN': '核验', en: 'Verification' },
  verificationLead: {
    'zh-CN': '由市主管部门对照营业执照核验登记信息。各市分别核验；登记信息修改后失效。',
    en: 'A city compares your registration with the business licence. Each city does so for itself; it lapses when the registration changes.',
  },
  members: { 'zh-CN': '人员', en: 'People' },
  prefilled: { 'zh-CN': '也会带入申请', en: 'Also filled into applications' },
  prefilledLead: {
    'zh-CN': '申请表中带入的内容均有标记，可当场修改。',
    en: 'What is filled in from here is marked on the form and can be changed there.',
  },
  shareholdersTold: {
    'zh-CN': ({ count, share }: { count: number; share: string }) =>
      `${count} 名股东，合计 ${share}`,
    en: ({ count, share }: { count: number; share: string }) =>
      `${count} ${count === 1 ? 'shareholder' : 'shareholders'}, ${share} together`,
  },
  change: { 'zh-CN': '修改', en: 'Change' },
  save: { 'zh-CN': '保存', en: 'Save' },
  add: { 'zh-CN': '添加', en: 'Add' },
  remove: { 'zh-CN': '移除', en: 'Remove' },
  cancel: { 'zh-CN': '取消', en: 'Cancel' },
  actions: { 'zh-CN': '操作', en: 'Actions' },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  codeShort: { 'zh-CN': '信用代码', en: 'Credit code' },
  creditCodeFixed: {
    'zh-CN': '登记后不能修改。',
    en: 'Cannot be changed once registered.',
  },
  name: { 'zh-CN': '单位名称', en: 'Registered name' },
  nameEn: { 'zh-CN': '英文名称', en: 'Name in English' },
  applicantType: { 'zh-CN': '单位性质', en: 'Type' },
  region: { 'zh-CN': '注册地（省、市）', en: 'Registered in (province, city)' },
  address: { 'zh-CN': '地址', en: 'Address' },
  registeredOn: { 'zh-CN': '成立日期', en: 'Registered on' },
  legalRepresentative: { 'zh-CN': '法定代表人', en: 'Legal representative' },
  size: { 'zh-CN': '企业规模', en: 'Size' },
  sizeHint: {
    'zh-CN': '按国家统计局大中小微型企业划分标准。',
    en: 'By the national standard for large, medium, small and micro enterprises.',
  },
  sector: { 'zh-CN': '所属行业', en: 'Sector' },
  onePerson: { 'zh-CN': '一人公司（OPC）', en: 'One-person company (OPC)' },
  yes: { 'zh-CN': '是', en: 'Yes' },
  no: { 'zh-CN': '否', en: 'No' },
  unsaid: { 'zh-CN': '未填写', en: 'Not told' },
  personName: { 'zh-CN': '姓名', en: 'Name' },
  post: { 'zh-CN': '职务', en: 'Post' },
  phone: { 'zh-CN': '电话', en: 'Telephone' },
  email: { 'zh-CN': '电子邮箱', en: 'E-mail address' },
  main: { 'zh-CN': '主要联系人', en: 'Main contact' },
  makeMain: { 'zh-CN': '设为主要联系人', en: 'Make this the main contact' },
  addContact: { 'zh-CN': '添加联系人', en: 'Add a contact' },
  changeContact: { 'zh-CN': '修改联系人', en: 'Change a contact' },
  noContacts: { 'zh-CN': '还没有联系人', en: 'No contacts yet' },
  partyName: { 'zh-CN': '名称或姓名', en: 'Name' },
  partyCode: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  partyCodeHint: { 'zh-CN': '自然人不填。', en: 'Leave it out for a person.' },
  share: { 'zh-CN': '持股比例', en: 'Share' },
  relation: { 'zh-CN': '关系', en: 'Relation' },
  addShareholder: { 'zh-CN': '添加股东', en: 'Add a shareholder' },
  changeShareholder: { 'zh-CN': '修改股东', en: 'Change a shareholder' },
  addRelated: { 'zh-CN': '添加关联方', en: 'Add a related party' },
  changeRelated: { 'zh-CN': '修改关联方', en: 'Change a related party' },
  noShareholders: { 'zh-CN': '还没有股东', en: 'No shareholders yet' },
  noRelated: { 'zh-CN': '没有其他关联方', en: 'No other related parties' },
  heldTogether: {
    'zh-CN': ({ share }: { share: string }) => `合计 ${share}`,
    en: ({ share }: { share: string }) => `${share} together`,
  },
  accountName: { 'zh-CN': '户名', en: 'Account name' },
  accountNumber: { 'zh-CN': '账号', en: 'Account number' },
  bankName: { 'zh-CN': '开户行', en: 'Bank and branch' },
  cnapsCode: { 'zh-CN': '联行号', en: 'CNAPS code' },
  noBank: { 'zh-CN': '还没有收款账户', en: 'No bank account yet' },
  ask: { 'zh-CN': '申请核验', en: 'Ask for verification' },
  askTitle: { 'zh-CN': '申请一个市核验', en: 'Ask a city' },
  city: { 'zh-CN': '城市', en: 'City' },
  cityHint: {
    'zh-CN': '选择准备申请算力券的城市。',
    en: 'The city to which you mean to apply for vouchers.',
  },
  licence: { 'zh-CN': '营业执照', en: 'Business licence' },
  authorisation: { 'zh-CN': '授权书', en: 'Letter of authorisation' },
  authorisationHint: {
    'zh-CN': '由非法定代表人办理时上传。PDF、PNG、JPEG 或 OFD，不超过 20 MB。',
    en: 'If the legal representative does not act in person. PDF, PNG, JPEG or OFD, up to 20 MB.',
  },
  noCityLeft: {
    'zh-CN': '各市都已收到申请或已核验。',
    en: 'Every city has your request or has verified you.',
  },
  noVerifications: { 'zh-CN': '还没有申请过核验', en: 'No city was asked yet' },
  noVerificationsBody: {
    'zh-CN': '核验后，该市审核人员在申请页面能看到核验标记。',
    en: 'Once verified, the city’s reviewers see so on your applications.',
  },
  state: { 'zh-CN': '状态', en: 'State' },
  evidence: { 'zh-CN': '证明材料', en: 'Evidence' },
  requestedAt: { 'zh-CN': '申请时间', en: 'Asked' },
  decidedAt: { 'zh-CN': '处理时间', en: 'Decided' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  verifiedBy: {
    'zh-CN': ({ city, on }: { city: string; on: string }) => `${city}已核验 · ${on}`,
    en: ({ city, on }: { city: string; on: string }) => `Verified by ${city} · ${on}`,
  },
  lapsedOn: {
    'zh-CN': ({ on }: { on: string }) => `登记信息于 ${on} 修改，核验失效。`,
    en: ({ on }: { on: string }) => `The registration changed on ${on}: the verification lapsed.`,
  },
  cityTitle: { 'zh-CN': '单位核验', en: 'Verification of organisations' },
  cityLead: {
    'zh-CN': '对照营业执照核验单位的登记信息。',
    en: 'Compare what organisations registered with their business licences.',
  },
  filter: { 'zh-CN': '筛选', en: 'Filter' },
  all: { 'zh-CN': '全部', en: 'All' },
  noneWaiting: { 'zh-CN': '没有待核验的单位', en: 'Nobody is waiting' },
  noneWaitingBody: {
    'zh-CN': '单位申请核验后显示在这里。',
    en: 'Organisations that ask to be verified appear here.',
  },
  noneFits: { 'zh-CN': '没有符合条件的申请', en: 'No requests match' },
  decide: { 'zh-CN': '核验', en: 'Verify' },
  decideLead: {
    'zh-CN': '逐项对照营业执照。核验标记显示在该单位和本市的案件页面。',
    en: 'Compare each item with the licence. The mark shows to the organisation and on this city’s cases.',
  },
  verify: { 'zh-CN': '核验通过', en: 'Verify' },
  refuse: { 'zh-CN': '不予通过', en: 'Refuse' },
  refuseTitle: { 'zh-CN': '不一致', en: 'It does not match' },
  refuseHint: {
    'zh-CN': '写明哪里不一致、如何更正。单位会看到。',
    en: 'Say what does not match and how to put it right. The organisation reads this.',
  },
  cannotDecide: {
    'zh-CN': '由项目主管或初审员处理。',
    en: 'A programme manager or a first reviewer decides.',
  },
  history: { 'zh-CN': '经过', en: 'History' },
  asked: { 'zh-CN': '申请核验', en: 'Asked to be verified' },
  changedSince: {
    'zh-CN': ({ before }: { before: string }) => `此前：${before}`,
    en: ({ before }: { before: string }) => `Before: ${before}`,
  },
  changedTitle: { 'zh-CN': '登记信息已修改', en: 'The registration has changed since' },
  notVerified: { 'zh-CN': '未经本市核验', en: 'Not verified by this city' },
  verifiedOn: {
    'zh-CN': ({ on }: { on: string }) => `已核验 · ${on}`,
    en: ({ on }: { on: string }) => `Verified · ${on}`,
  },
});
