import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

export const peopleRefusals = messages({
  email_taken: {
    'zh-CN': '该邮箱已注册，请直接登录。',
    en: 'This address already has an account. Sign in instead.',
  },
  email_reserved: {
    'zh-CN': '该邮箱属于演示账号，不能注册。请使用您自己的邮箱。',
    en: 'This address belongs to the demonstration. Use an address of your own.',
  },
  busy: {
    'zh-CN': '当前登录、注册的人较多，请稍候几秒再试。',
    en: 'Many people are signing in at this moment. Try again in a few seconds.',
  },
  session_unknown: {
    'zh-CN': '没有这一登录，或已退出。',
    en: 'There is no such sign-in of yours, or it has ended.',
  },
  too_many_attempts: {
    'zh-CN': '尝试次数过多，请 5 分钟后再试。',
    en: 'Too many attempts. Try again in five minutes.',
  },
  too_many_this_hour: {
    'zh-CN': '次数过多，请一小时后再试。',
    en: 'Too many times within an hour. Try again in an hour.',
  },
  demo_password: {
    'zh-CN': '演示账号的密码是公开的，不能重设。',
    en: 'The passwords of the demonstration’s accounts are published and cannot be reset.',
  },
  link_unusable: {
    'zh-CN': '链接无效：可能已使用、已过期，或您又申请了新的链接。',
    en: 'This link cannot be used: it was used, has expired, or you asked for a newer one.',
  },
  credentials_wrong: {
    'zh-CN': '邮箱或密码不正确。',
    en: 'The e-mail address or the password is wrong.',
  },
  membership_unknown: {
    'zh-CN': '没有这一身份，或已结束。',
    en: 'There is no such role, or it has ended.',
  },
  role_not_yours: {
    'zh-CN': '您不能邀请这一角色。',
    en: 'You cannot invite somebody to this role.',
  },
  invitation_unusable: {
    'zh-CN': '邀请无效：可能已使用、已过期，或发给了其他邮箱。',
    en: 'This invitation cannot be used: it was used, has expired, or was sent to another address.',
  },
  agencies_apart: {
    'zh-CN': '主管部门人员与受托机构人员不得兼任。请先结束原角色。',
    en: 'Nobody works for a city and for an agency at once. End the other role first.',
  },
  owner_last: {
    'zh-CN': '单位须至少有一名负责人。请先移交给同事，或请另一名成员担任负责人。',
    en: 'Somebody must answer for the organisation. Hand it over first, or make a colleague an owner too.',
  },
  role_held: {
    'zh-CN': '此人已有这一角色。',
    en: 'This person holds that role already.',
  },
  successor_unfit: {
    'zh-CN': '请选择一名成员；查看员不能接任负责人。',
    en: 'Choose a member; somebody who may only look cannot take over.',
  },
  colleague_already: {
    'zh-CN': '此人已在本单位。需要变更角色时，请在人员列表中修改。',
    en: 'This person belongs to your organisation already. Change the role in the list of people.',
  },
  too_many_invitations: {
    'zh-CN': ({ maximum }: { maximum: number }) =>
      `待接受的邀请已有 ${maximum} 份。请先撤销不再需要的。`,
    en: ({ maximum }: { maximum: number }) =>
      `${maximum} invitations are waiting already. Take back what is no longer needed.`,
  },
  invitation_unknown: {
    'zh-CN': '没有这份邀请，或已接受、已撤销。',
    en: 'There is no such invitation, or it was accepted or taken back.',
  },
  end_missing: {
    'zh-CN': '请填写查看员的截止日期。',
    en: 'Say until when a viewer may look.',
  },
  end_not_for_role: {
    'zh-CN': '负责人没有截止日期，请留空。',
    en: 'An owner has no last day: leave it empty.',
  },
  end_past: {
    'zh-CN': '截止日期已过，请选今天或以后的日期。',
    en: 'That day is past. Choose today or later.',
  },
  city_unknown: { 'zh-CN': '没有这个城市。', en: 'There is no such city.' },
  city_taken: {
    'zh-CN': '该城市标识或编号前缀已被使用。',
    en: 'This short name or prefix is taken.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof peopleRefusals> {}
}

export const peopleFieldErrors = messages({
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
  forgotten: { 'zh-CN': '忘记密码？', en: 'Forgotten your password?' },
  forgottenTitle: { 'zh-CN': '重设密码', en: 'Reset your password' },
  forgottenLead: {
    'zh-CN': '填写注册时的邮箱，我们把重设链接发到该邮箱。链接 30 分钟内有效，只能使用一次。',
    en: 'Give the address of your account: a link to choose a new password goes there. It works once, for 30 minutes.',
  },
  sendLink: { 'zh-CN': '发送链接', en: 'Send the link' },
  linkAsked: {
    'zh-CN': '已收到。该邮箱如有可用的账号，几分钟内会收到邮件。',
    en: 'Received. If there is an account with this address that can be used, an e-mail will come within minutes.',
  },
  noMail: { 'zh-CN': '没有收到邮件？', en: 'No e-mail?' },
  noMailSpam: {
    'zh-CN': '看看垃圾邮件，核对邮箱是否写对；账号也可能用了另一个邮箱。',
    en: 'Look among the spam, and see whether the address is right: your account may have another one.',
  },
  noMailInvited: {
    'zh-CN': '收到过邀请、还没有注册的，还没有密码：请打开邀请邮件中的链接注册。',
    en: 'If you were invited and never made an account, there is no password yet: follow the link of the invitation.',
  },
  noMailClosed: {
    'zh-CN': '账号已停用的，不发送邮件：请联系单位负责人或市级管理员。',
    en: 'Nothing is sent for an account that was closed: ask the owner at your organisation or your city administrator.',
  },
  newPasswordTitle: { 'zh-CN': '设置新密码', en: 'Choose a new password' },
  newPasswordLead: {
    'zh-CN': ({ email }: { email: string }) =>
      `账号：${email}。设置后，所有设备上的登录都会结束，请用新密码重新登录。`,
    en: ({ email }: { email: string }) =>
      `For ${email}. All devices are signed out then; sign in again with the new password.`,
  },
  newPassword: { 'zh-CN': '新密码', en: 'New password' },
  setPassword: { 'zh-CN': '设置新密码', en: 'Set the new password' },
  askAgain: { 'zh-CN': '重新申请链接', en: 'Ask for another link' },
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
  organisation: { 'zh-CN': '本单位', en: 'Organisation' },
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
  until: { 'zh-CN': '截止', en: 'Until' },
  you: { 'zh-CN': '（您）', en: ' (you)' },
  actions: { 'zh-CN': '操作', en: 'Actions' },
  manage: { 'zh-CN': '管理', en: 'Manage' },
  manageColleague: {
    'zh-CN': ({ name }: { name: string }) => `管理${name}`,
    en: ({ name }: { name: string }) => `Manage ${name}`,
  },
  close: { 'zh-CN': '收起', en: 'Close' },
  changeRole: { 'zh-CN': '变更角色', en: 'Change the role' },
  endsOn: { 'zh-CN': '截止日期', en: 'Last day' },
  endsOnHint: {
    'zh-CN': '查看员必填，成员可选。次日零点起，此人立即失去访问。',
    en: 'Needed for a viewer, possible for a member. From midnight after it, access is gone at once.',
  },
  endsOnVendorHint: {
    'zh-CN': '经办可选。次日零点起，此人立即失去访问。',
    en: 'Possible for an operator. From midnight after it, access is gone at once.',
  },
  endColleague: { 'zh-CN': '移出本单位', en: 'Remove from the organisation' },
  endColleagueHint: {
    'zh-CN': '立即生效，此人已登录的设备同时失去访问。其保存的内容保留。',
    en: 'At once, also on devices that are signed in. What this person saved stays.',
  },
  ended: { 'zh-CN': '已移出。', en: 'Removed.' },
  revoked: { 'zh-CN': '邀请已撤销。', en: 'The invitation was taken back.' },
  pending: { 'zh-CN': '待接受的邀请', en: 'Invitations under way' },
  expires: { 'zh-CN': '有效至', en: 'Good until' },
  expired: { 'zh-CN': '已过期', en: 'Expired' },
  revokeInvitation: { 'zh-CN': '撤销', en: 'Take back' },
  renewInvitation: { 'zh-CN': '重新发出', en: 'Send again' },
  renewHint: {
    'zh-CN': '重新发出后，原链接失效。',
    en: 'Sending again makes a new link; the old one dies.',
  },
  handOver: { 'zh-CN': '移交负责人', en: 'Hand over' },
  handOverLead: {
    'zh-CN': '对方立即成为负责人，您同时卸任。',
    en: 'A colleague becomes owner at once, and you stop being one.',
  },
  successor: { 'zh-CN': '接任人', en: 'Who takes over' },
  thenWhat: { 'zh-CN': '移交后，我', en: 'Afterwards I' },
  thenStay: { 'zh-CN': '留在本单位', en: 'stay as a member' },
  thenLeave: { 'zh-CN': '离开本单位', en: 'leave the organisation' },
  noSuccessor: {
    'zh-CN': '还没有可接任的成员。请先邀请同事。',
    en: 'There is nobody who could take over. Invite a colleague first.',
  },
  leave: { 'zh-CN': '离开本单位', en: 'Leave the organisation' },
  leaveLead: {
    'zh-CN': '您将立即失去对本单位的访问；再次加入须重新邀请。',
    en: 'You lose access at once; to come back you need a new invitation.',
  },
  leaveLast: {
    'zh-CN': '您是唯一的负责人。请先移交，再离开。',
    en: 'You are the only owner. Hand over first, then leave.',
  },
  viewerNote: {
    'zh-CN': ({ on }: { on: string }) => `您是查看员：可以查看，不能填写或提交。访问至 ${on} 止。`,
    en: ({ on }: { on: string }) =>
      `You may look, and neither fill in nor submit anything. Your access ends on ${on}.`,
  },
  invitationEnds: {
    'zh-CN': ({ on }: { on: string }) => `这一角色到 ${on} 为止。`,
    en: ({ on }: { on: string }) => `The role ends on ${on}.`,
  },
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
  mails: { 'zh-CN': '邮件通知', en: 'E-mail' },
  mailsLead: {
    'zh-CN': '选择哪些通知同时发送邮件。',
    en: 'Choose which notifications also come by e-mail.',
  },
  chooseMails: { 'zh-CN': '设置邮件通知', en: 'E-mail settings' },
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
  address: { 'zh-CN': '地址', en: 'Address' },
  appoint: { 'zh-CN': '任命市级管理员', en: 'Appoint a city administrator' },
  chinese: { 'zh-CN': '中文', en: 'Chinese' },
  english: { 'zh-CN': '英文', en: 'English' },
  language: { 'zh-CN': '邮件语言', en: 'Language of e-mails' },
});

/** What was just done, by the code in the address. */
export const doneText = doneMessages({
  changed: { 'zh-CN': '角色已变更。', en: 'The role was changed.' },
  stepped_down: {
    'zh-CN': '已移交。您现在是成员。',
    en: 'Handed over. You are a member now.',
  },
  handed_over: {
    'zh-CN': '已移交，您已离开该单位。',
    en: 'Handed over; you have left the organisation.',
  },
  password_changed: {
    'zh-CN': '密码已修改，所有设备均已退出。请用新密码登录。',
    en: 'The password was changed and every device signed out. Sign in with the new one.',
  },
  left: { 'zh-CN': '您已离开该单位。', en: 'You have left the organisation.' },
});

/** What a role may do, for the user who gives it. */
export const roleHints = messages({
  owner: {
    'zh-CN': '管理单位和人员，声明并提交申请',
    en: 'runs the organisation, declares and submits',
  },
  member: { 'zh-CN': '填写和保存申请', en: 'fills in applications and saves them' },
  viewer: {
    'zh-CN': '外部顾问等：只能查看，到期自动失效',
    en: 'an adviser, say: may only look, until a last day',
  },
  vendor_operator: { 'zh-CN': '查验和提交核销', en: 'checks vouchers and submits redemptions' },
  vendor_finance: {
    'zh-CN': '管理单位、账户和人员',
    en: 'runs the organisation, its account and people',
  },
  operator_admin: {
    'zh-CN': '管理机构和人员，并可受托办理',
    en: 'runs the agency and its people, and acts under its mandates',
  },
  operator_staff: { 'zh-CN': '受托办理', en: 'acts under the agency’s mandates' },
});
