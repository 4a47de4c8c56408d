import type { Locale } from '@/lib/locale';

type Values = Readonly<Record<string, string | undefined>>;
type Letter = { subject: (v: Values) => string; body: (v: Values) => string };

const v = (values: Values, key: string) => values[key] ?? '';

/** A case by its number; a draft has none yet and goes by its programme. */
const caseName = (values: Values, title: string) => v(values, 'reference') || v(values, title);

/**
 * Every letter the portal sends and every notice in its list. The way to the thing (`path`) is no part
 * of these texts: a letter has a button, and a line of the list is itself the link.
 */
export const letters = {
  invitation: {
    'zh-CN': {
      subject: (x) => `${v(x, 'place')}邀请您加入算券`,
      body: (x) =>
        `${v(x, 'inviter')}邀请您以“${v(x, 'role')}”身份加入${v(x, 'place')}。邀请 72 小时内有效，仅限本邮箱使用一次。`,
    },
    en: {
      subject: (x) => `${v(x, 'place')} invites you to Suanquan`,
      body: (x) =>
        `${v(x, 'inviter')} invites you to join ${v(x, 'place')} as ${v(x, 'role')}. The invitation is good for 72 hours, once, for this address only.`,
    },
  },
  password_reset: {
    'zh-CN': {
      subject: () => '重设算券登录密码',
      body: () =>
        '有人申请重设本邮箱账号的密码。如果是您，请在申请后 30 分钟内通过下面的链接设置新密码：链接只能使用一次，再次申请后此前的链接失效。如果不是您，请忽略本邮件，密码不会改变；链接请勿转发他人。',
    },
    en: {
      subject: () => 'Reset your Suanquan password',
      body: () =>
        'Somebody asked to reset the password of the account with this address. If it was you, follow the link below within 30 minutes of asking and choose a new one: the link works once, and asking again ends earlier links. If it was not you, ignore this e-mail and the password stays as it is. Pass the link on to nobody.',
    },
  },
  password_changed: {
    'zh-CN': {
      subject: () => '您的算券密码已修改',
      body: (x) =>
        `您的密码已于 ${v(x, 'at')} 通过邮件链接重设，所有设备均已退出登录。如果不是您本人操作，请立即在登录页选择“忘记密码？”再次重设，检查是否有他人能使用您的邮箱，并告知单位负责人或市级管理员。`,
    },
    en: {
      subject: () => 'Your Suanquan password was changed',
      body: (x) =>
        `Your password was reset by a link from an e-mail (${v(x, 'at')}), and every device was signed out. If it was not you, choose “Forgotten your password?” on the sign-in page at once and reset it again, find out who else can use your mailbox, and tell the owner at your organisation or your city administrator.`,
    },
  },
  membership_ended: {
    'zh-CN': {
      subject: (x) => `您已不再属于${v(x, 'organisation')}`,
      body: (x) => `${v(x, 'by')}已结束您在${v(x, 'organisation')}的角色。`,
    },
    en: {
      subject: (x) => `You no longer belong to ${v(x, 'organisation')}`,
      body: (x) => `${v(x, 'by')} has ended your role at ${v(x, 'organisation')}.`,
    },
  },
  ownership_received: {
    'zh-CN': {
      subject: (x) => `您现在是${v(x, 'organisation')}的负责人`,
      body: (x) =>
        `${v(x, 'by')}已将${v(x, 'organisation')}的负责人移交给您。请核对单位信息和人员。`,
    },
    en: {
      subject: (x) => `You now answer for ${v(x, 'organisation')}`,
      body: (x) =>
        `${v(x, 'by')} has handed ${v(x, 'organisation')} over to you. Look through its details and its people.`,
    },
  },
  verification_requested: {
    'zh-CN': {
      subject: (x) => `请核验：${v(x, 'organisation')}`,
      body: (x) =>
        `${v(x, 'organisation')}申请核验登记信息，并上传了证明材料。请对照营业执照核验。`,
    },
    en: {
      subject: (x) => `To be verified: ${v(x, 'organisation')}`,
      body: (x) =>
        `${v(x, 'organisation')} asks to be verified and has sent its evidence. Compare it with the registration.`,
    },
  },
  organisation_verified: {
    'zh-CN': {
      subject: (x) => `${v(x, 'city')}已核验${v(x, 'organisation')}`,
      body: (x) =>
        `${v(x, 'city')}已核验${v(x, 'organisation')}的登记信息。登记信息修改后须重新申请核验。`,
    },
    en: {
      subject: (x) => `${v(x, 'cityEn')} has verified ${v(x, 'organisation')}`,
      body: (x) =>
        `${v(x, 'cityEn')} has verified the registration of ${v(x, 'organisation')}. Once the registration changes, ask again.`,
    },
  },
  verification_refused: {
    'zh-CN': {
      subject: (x) => `${v(x, 'city')}未通过${v(x, 'organisation')}的核验`,
      body: (x) =>
        `${v(x, 'organisation')}的登记信息未通过核验。理由：${v(x, 'reason')} 更正后可以再次申请。`,
    },
    en: {
      subject: (x) => `${v(x, 'cityEn')} could not verify ${v(x, 'organisation')}`,
      body: (x) =>
        `The registration of ${v(x, 'organisation')} was not verified. Reason: ${v(x, 'reason')} Put it right and ask again.`,
    },
  },
  verification_lapsed: {
    'zh-CN': {
      subject: (x) => `${v(x, 'organisation')}的核验已失效`,
      body: (x) =>
        `${v(x, 'organisation')}修改了登记信息，${v(x, 'city')}的核验随之失效。如需核验标记，请由单位重新申请。`,
    },
    en: {
      subject: (x) => `The verification of ${v(x, 'organisation')} has lapsed`,
      body: (x) =>
        `${v(x, 'organisation')} has changed its registration, so its verification by ${v(x, 'cityEn')} has lapsed. The organisation may ask again.`,
    },
  },
  deadline_moved: {
    'zh-CN': {
      subject: (x) => `${v(x, 'reference')} 的期限有调整`,
      body: (x) =>
        `${v(x, 'year')} 年的放假安排已公布，${v(x, 'reference')} 的${v(x, 'what')}由 ${v(x, 'from')} 调整为 ${v(x, 'due')}。`,
    },
    en: {
      subject: (x) => `A deadline of ${v(x, 'reference')} has moved`,
      body: (x) =>
        `The holidays of ${v(x, 'year')} have been announced. ${v(x, 'whatEn')} of ${v(x, 'reference')} moves from ${v(x, 'from')} to ${v(x, 'due')}.`,
    },
  },
  city_deadline_moved: {
    'zh-CN': {
      subject: (x) => `${v(x, 'reference')} 的办理期限提前`,
      body: (x) =>
        `${v(x, 'year')} 年的放假安排已公布，${v(x, 'reference')} 的${v(x, 'what')}由 ${v(x, 'from')} 提前到 ${v(x, 'due')}。`,
    },
    en: {
      subject: (x) => `${v(x, 'reference')} is due earlier`,
      body: (x) =>
        `The holidays of ${v(x, 'year')} have been announced. ${v(x, 'whatEn')} of ${v(x, 'reference')} moves from ${v(x, 'from')} to ${v(x, 'due')}.`,
    },
  },
  calendar_proposed: {
    'zh-CN': {
      subject: (x) => `请复核 ${v(x, 'year')} 年放假安排`,
      body: (x) => `${v(x, 'year')} 年的放假调休安排已提请，请另一位平台管理员复核。`,
    },
    en: {
      subject: (x) => `Release the holidays of ${v(x, 'year')}`,
      body: (x) => `The holidays of ${v(x, 'year')} were proposed and wait for your decision.`,
    },
  },
  calendar_released: {
    'zh-CN': {
      subject: (x) => `${v(x, 'year')} 年放假安排已生效`,
      body: (x) => `${v(x, 'year')} 年的放假调休安排已复核，期限从现在起按此计算。`,
    },
    en: {
      subject: (x) => `The holidays of ${v(x, 'year')} are in force`,
      body: (x) =>
        `The holidays of ${v(x, 'year')} were released. Deadlines are counted by them from now on.`,
    },
  },
  calendar_declined: {
    'zh-CN': {
      subject: (x) => `${v(x, 'year')} 年放假安排已退回`,
      body: (x) => `${v(x, 'year')} 年的放假安排未通过复核。理由：${v(x, 'answer')}`,
    },
    en: {
      subject: (x) => `The holidays of ${v(x, 'year')} were sent back`,
      body: (x) => `The holidays of ${v(x, 'year')} were not released. Reason: ${v(x, 'answer')}`,
    },
  },
  calendar_missing: {
    'zh-CN': {
      subject: (x) => `${v(x, 'year')} 年放假安排尚未录入`,
      body: (x) =>
        `${v(x, 'year')} 年的放假安排尚未录入，落在该年度的期限暂按法定节假日计算。国务院办公厅公布后请及时录入。`,
    },
    en: {
      subject: (x) => `The holidays of ${v(x, 'year')} are missing`,
      body: (x) =>
        `The holidays of ${v(x, 'year')} have not been entered. Deadlines in that year count by its statutory days. Enter them once the State Council has announced them.`,
    },
  },
  application_received: {
    'zh-CN': {
      subject: (x) => `已收到申请 ${v(x, 'reference')}`,
      body: (x) => `您的申请 ${v(x, 'reference')} 已提交，预计 ${v(x, 'due')} 前办结。`,
    },
    en: {
      subject: (x) => `Application ${v(x, 'reference')} received`,
      body: (x) =>
        `Your application ${v(x, 'reference')} was submitted. Expect a decision by ${v(x, 'due')}.`,
    },
  },
  application_submitted: {
    'zh-CN': {
      subject: (x) => `新申请 ${v(x, 'reference')}`,
      body: (x) => `${v(x, 'organisation')}提交了申请 ${v(x, 'reference')}，请受理。`,
    },
    en: {
      subject: (x) => `New application ${v(x, 'reference')}`,
      body: (x) =>
        `${v(x, 'organisation')} submitted application ${v(x, 'reference')}. Take it for review.`,
    },
  },
  correction_requested: {
    'zh-CN': {
      subject: (x) => `请补正申请 ${v(x, 'reference')}`,
      body: (x) => `申请 ${v(x, 'reference')} 需一次性补正，请于 ${v(x, 'due')} 前完成。`,
    },
    en: {
      subject: (x) => `Correct application ${v(x, 'reference')}`,
      body: (x) =>
        `Application ${v(x, 'reference')} needs corrections. Make them by ${v(x, 'due')}.`,
    },
  },
  application_corrected: {
    'zh-CN': {
      subject: (x) => `申请 ${v(x, 'reference')} 已补正`,
      body: (x) => `申请 ${v(x, 'reference')} 的补正内容已提交，请继续审核。`,
    },
    en: {
      subject: (x) => `Application ${v(x, 'reference')} was corrected`,
      body: (x) =>
        `The corrections of application ${v(x, 'reference')} are in. Go on with the review.`,
    },
  },
  application_rejected: {
    'zh-CN': {
      subject: (x) => `申请 ${v(x, 'reference')} 未通过`,
      body: (x) =>
        `申请 ${v(x, 'reference')} 未通过审核。理由：${v(x, 'reason')}。可在 ${v(x, 'appealBy')} 前提出申诉，通知书见办理进度。`,
    },
    en: {
      subject: (x) => `Application ${v(x, 'reference')} was refused`,
      body: (x) =>
        `Application ${v(x, 'reference')} was refused. Reason: ${v(x, 'reason')}. You may appeal until ${v(x, 'appealBy')}; the letter is with its status.`,
    },
  },
  sign_off_requested: {
    'zh-CN': {
      subject: (x) => `请签署并提交申请：${v(x, 'programme')}`,
      body: (x) =>
        `${v(x, 'who')}已填好“${v(x, 'programme')}”的申请，请核对后提交，或退回修改。${v(x, 'note') && `留言：${v(x, 'note')}`}`,
    },
    en: {
      subject: (x) => `Sign off and submit: ${v(x, 'programmeEn')}`,
      body: (x) =>
        `${v(x, 'who')} has filled in the application for ${v(x, 'programmeEn')}. Check and submit it, or return it. ${v(x, 'note') && `Note: ${v(x, 'note')}`}`,
    },
  },
  sign_off_returned: {
    'zh-CN': {
      subject: (x) => `申请退回修改：${v(x, 'programme')}`,
      body: (x) => `${v(x, 'who')}退回了“${v(x, 'programme')}”的申请。原因：${v(x, 'reason')}`,
    },
    en: {
      subject: (x) => `Returned to you: ${v(x, 'programmeEn')}`,
      body: (x) =>
        `${v(x, 'who')} returned the application for ${v(x, 'programmeEn')}. Reason: ${v(x, 'reason')}`,
    },
  },
  appeal_filed: {
    'zh-CN': {
      subject: (x) => `收到申诉 ${v(x, 'reference')}`,
      body: (x) =>
        `收到对申请 ${v(x, 'case')} 不予通过决定的申诉 ${v(x, 'reference')}，请于 ${v(x, 'due')} 前由未参与该案的人员作出决定。`,
    },
    en: {
      subject: (x) => `Appeal ${v(x, 'reference')} filed`,
      body: (x) =>
        `Appeal ${v(x, 'reference')} was filed against the refusal of application ${v(x, 'case')}. Somebody who had no part in that case decides by ${v(x, 'due')}.`,
    },
  },
  appeal_received: {
    'zh-CN': {
      subject: (x) => `已收到申诉 ${v(x, 'reference')}`,
      body: (x) =>
        `您对申请 ${v(x, 'case')} 的申诉 ${v(x, 'reference')} 已收到，预计 ${v(x, 'due')} 前作出决定。`,
    },
    en: {
      subject: (x) => `Appeal ${v(x, 'reference')} received`,
      body: (x) =>
        `Your appeal ${v(x, 'reference')} about application ${v(x, 'case')} was received. Expect a decision by ${v(x, 'due')}.`,
    },
  },
  appeal_dismissed: {
    'zh-CN': {
      subject: (x) => `申诉 ${v(x, 'reference')} 不成立`,
      body: (x) =>
        `对申请 ${v(x, 'case')} 的申诉 ${v(x, 'reference')} 不成立，维持原决定。理由：${v(x, 'reason')}`,
    },
    en: {
      subject: (x) => `Appeal ${v(x, 'reference')} was dismissed`,
      body: (x) =>
        `Appeal ${v(x, 'reference')} about application ${v(x, 'case')} was dismissed; the refusal stands. Reason: ${v(x, 'reason')}`,
    },
  },
  appeal_granted: {
    'zh-CN': {
      subject: (x) => `申诉 ${v(x, 'reference')} 成立`,
      body: (x) =>
        `对申请 ${v(x, 'case')} 的申诉 ${v(x, 'reference')} 成立，申请重新审核。理由：${v(x, 'reason')}`,
    },
    en: {
      subject: (x) => `Appeal ${v(x, 'reference')} was granted`,
      body: (x) =>
        `Appeal ${v(x, 'reference')} about application ${v(x, 'case')} was granted; it is reviewed anew. Reason: ${v(x, 'reason')}`,
    },
  },
  case_reopened: {
    'zh-CN': {
      subject: (x) => `请重新审核申请 ${v(x, 'reference')}`,
      body: (x) => `对申请 ${v(x, 'reference')} 的申诉成立，请由未对该案作过决定的初审员受理。`,
    },
    en: {
      subject: (x) => `Review application ${v(x, 'reference')} anew`,
      body: (x) =>
        `The appeal about application ${v(x, 'reference')} was granted. A reviewer who has not decided on it takes it.`,
    },
  },
  notice_published: {
    'zh-CN': {
      subject: (x) => `申请 ${v(x, 'reference')} 进入公示`,
      body: (x) => `申请 ${v(x, 'reference')} 已公示，公示期至 ${v(x, 'ends')}。`,
    },
    en: {
      subject: (x) => `Application ${v(x, 'reference')} is on public notice`,
      body: (x) => `Application ${v(x, 'reference')} is on public notice until ${v(x, 'ends')}.`,
    },
  },
  objection_filed: {
    'zh-CN': {
      subject: (x) => `收到异议 ${v(x, 'reference')}`,
      body: (x) => `公示期内收到异议 ${v(x, 'reference')}，请处理。`,
    },
    en: {
      subject: (x) => `Objection ${v(x, 'reference')} filed`,
      body: (x) =>
        `An objection, ${v(x, 'reference')}, was filed against a public notice. Review it.`,
    },
  },
  application_approved: {
    'zh-CN': {
      subject: (x) => `申请 ${v(x, 'reference')} 已核准`,
      body: (x) => `申请 ${v(x, 'reference')} 公示期满，已核准 ${v(x, 'amount')}，等待发放。`,
    },
    en: {
      subject: (x) => `Application ${v(x, 'reference')} is approved`,
      body: (x) =>
        `The public notice has ended: application ${v(x, 'reference')} is approved for ${v(x, 'amount')} and awaits issue.`,
    },
  },
  application_expired: {
    'zh-CN': {
      subject: () => '申请已过期',
      body: (x) => `申请 ${caseName(x, 'title')} 因逾期未提交或未补正，已关闭。`,
    },
    en: {
      subject: () => 'Application expired',
      body: (x) => `Application ${caseName(x, 'titleEn')} was closed because its deadline passed.`,
    },
  },
  voucher_issued: {
    'zh-CN': {
      subject: (x) => `算力券已发放：${v(x, 'amount')}`,
      body: (x) => `面额 ${v(x, 'amount')} 的算力券已发放，有效期至 ${v(x, 'validTo')}。`,
    },
    en: {
      subject: (x) => `Voucher issued: ${v(x, 'amount')}`,
      body: (x) =>
        `A computing voucher of ${v(x, 'amount')} was issued to you, valid until ${v(x, 'validTo')}.`,
    },
  },
  award_invitation: {
    'zh-CN': {
      subject: (x) => `${v(x, 'city')}已为${v(x, 'place')}发放算力券 ${v(x, 'amount')}`,
      body: (x) =>
        `${v(x, 'city')}按“${v(x, 'programme')}”免申即享，已为${v(x, 'place')}发放 ${v(x, 'amount')}。请接受邀请、补充单位信息并登记收款账户。邀请 72 小时内有效，仅限本邮箱使用一次。`,
    },
    en: {
      subject: (x) => `${v(x, 'city')} has awarded ${v(x, 'place')} ${v(x, 'amount')}`,
      body: (x) =>
        `Under “${v(x, 'programme')}” ${v(x, 'city')} has awarded ${v(x, 'place')} ${v(x, 'amount')} without application. Accept the invitation, complete the organisation’s details and enter its bank account. The invitation is good for 72 hours, once, for this address only.`,
    },
  },
  hold_authorised: {
    'zh-CN': {
      subject: (x) => `${v(x, 'organisation')}为您锁定 ${v(x, 'amount')}`,
      body: (x) =>
        `订单 ${v(x, 'order')} 已锁定 ${v(x, 'amount')}，请于 ${v(x, 'expires')} 前提交核销。`,
    },
    en: {
      subject: (x) => `${v(x, 'organisation')} holds ${v(x, 'amount')} for you`,
      body: (x) =>
        `${v(x, 'amount')} is held for order ${v(x, 'order')}. Submit the redemption by ${v(x, 'expires')}.`,
    },
  },
  redemption_submitted: {
    'zh-CN': {
      subject: (x) => `请确认核销 ${v(x, 'reference')}`,
      body: (x) =>
        `${v(x, 'vendor')}提交了核销 ${v(x, 'reference')}，抵扣 ${v(x, 'amount')}。请确认或提出争议。`,
    },
    en: {
      subject: (x) => `Confirm redemption ${v(x, 'reference')}`,
      body: (x) =>
        `${v(x, 'vendor')} submitted redemption ${v(x, 'reference')} over ${v(x, 'amount')}. Confirm or dispute it.`,
    },
  },
  redemption_answered: {
    'zh-CN': {
      subject: (x) => `核销 ${v(x, 'reference')} 已有答复`,
      body: (x) => `用券单位已答复核销 ${v(x, 'reference')}，请核验。`,
    },
    en: {
      subject: (x) => `Redemption ${v(x, 'reference')} was answered`,
      body: (x) => `The start-up answered redemption ${v(x, 'reference')}. Verify it.`,
    },
  },
  redemption_decided: {
    'zh-CN': {
      subject: (x) => `核销 ${v(x, 'reference')} 已核验`,
      body: (x) => `核销 ${v(x, 'reference')} 的核验结果已出，请查看。`,
    },
    en: {
      subject: (x) => `Redemption ${v(x, 'reference')} was decided`,
      body: (x) => `The city decided on redemption ${v(x, 'reference')}.`,
    },
  },
  payment_made: {
    'zh-CN': {
      subject: (x) => `款项已拨付：${v(x, 'amount')}`,
      body: (x) => `付款 ${v(x, 'reference')}（${v(x, 'amount')}）已拨付。`,
    },
    en: {
      subject: (x) => `Payment made: ${v(x, 'amount')}`,
      body: (x) => `Payment ${v(x, 'reference')} of ${v(x, 'amount')} was made.`,
    },
  },
  payment_failed: {
    'zh-CN': {
      subject: (x) => `付款失败：${v(x, 'reference')}`,
      body: (x) => `付款 ${v(x, 'reference')} 未成功：${v(x, 'reason')}。请核对银行账户。`,
    },
    en: {
      subject: (x) => `Payment failed: ${v(x, 'reference')}`,
      body: (x) =>
        `Payment ${v(x, 'reference')} failed: ${v(x, 'reason')}. Check your bank account.`,
    },
  },
  budget_warning: {
    'zh-CN': {
      subject: (x) => `预算预警：${v(x, 'pool')}已用 ${v(x, 'percent')}%`,
      body: (x) =>
        `“${v(x, 'pool')}”预算 ${v(x, 'budget')}，已承诺 ${v(x, 'committed')}，已预留 ${v(x, 'promised')}，合计达到 ${v(x, 'percent')}%，可用 ${v(x, 'left')}。`,
    },
    en: {
      subject: (x) => `Budget warning: ${v(x, 'percent')} % of ${v(x, 'poolEn')} is spoken for`,
      body: (x) =>
        `Of the budget of ${v(x, 'poolEn')}, ${v(x, 'budget')}, ${v(x, 'committed')} is committed and ${v(x, 'promised')} promised: ${v(x, 'percent')} % is reached. ${v(x, 'left')} is free.`,
    },
  },
  budget_change_proposed: {
    'zh-CN': {
      subject: (x) => `待复核：调整${v(x, 'pool')}预算`,
      body: (x) =>
        `“${v(x, 'pool')}”预算拟由 ${v(x, 'from')} 调整为 ${v(x, 'to')}，请复核。理由：${v(x, 'reason')}`,
    },
    en: {
      subject: (x) => `To be released: a new budget for ${v(x, 'poolEn')}`,
      body: (x) =>
        `The budget of ${v(x, 'poolEn')} is to change from ${v(x, 'from')} to ${v(x, 'to')}. Release it or send it back. Reason: ${v(x, 'reason')}`,
    },
  },
  budget_change_released: {
    'zh-CN': {
      subject: (x) => `${v(x, 'pool')}预算已调整`,
      body: (x) => `“${v(x, 'pool')}”预算已由 ${v(x, 'from')} 调整为 ${v(x, 'to')}。`,
    },
    en: {
      subject: (x) => `The budget of ${v(x, 'poolEn')} was changed`,
      body: (x) => `The budget of ${v(x, 'poolEn')} changed from ${v(x, 'from')} to ${v(x, 'to')}.`,
    },
  },
  budget_change_declined: {
    'zh-CN': {
      subject: (x) => `${v(x, 'pool')}预算调整被退回`,
      body: (x) =>
        `“${v(x, 'pool')}”预算由 ${v(x, 'from')} 调整为 ${v(x, 'to')} 的提议被退回。理由：${v(x, 'answer')}`,
    },
    en: {
      subject: (x) => `A new budget for ${v(x, 'poolEn')} was sent back`,
      body: (x) =>
        `The change of the budget of ${v(x, 'poolEn')} from ${v(x, 'from')} to ${v(x, 'to')} was sent back. Reason: ${v(x, 'answer')}`,
    },
  },
  version_proposed: {
    'zh-CN': {
      subject: (x) => `请发布：${v(x, 'title')}第 ${v(x, 'number')} 版`,
      body: (x) =>
        `${v(x, 'title')}的规则第 ${v(x, 'number')} 版已提请发布。请核对与现行版的差异后发布或退回。`,
    },
    en: {
      subject: (x) =>
        `For publication: ${v(x, 'titleEn') || v(x, 'title')}, version ${v(x, 'number')}`,
      body: (x) =>
        `Version ${v(x, 'number')} of ${v(x, 'titleEn') || v(x, 'title')} is proposed. Look at how it differs from the one in force, then publish or return it.`,
    },
  },
  version_returned: {
    'zh-CN': {
      subject: (x) => `退回修改：${v(x, 'title')}第 ${v(x, 'number')} 版`,
      body: (x) => `${v(x, 'title')}的规则第 ${v(x, 'number')} 版被退回。理由：${v(x, 'reason')}`,
    },
    en: {
      subject: (x) => `Returned: ${v(x, 'titleEn') || v(x, 'title')}, version ${v(x, 'number')}`,
      body: (x) =>
        `Version ${v(x, 'number')} of ${v(x, 'titleEn') || v(x, 'title')} was returned. Reason: ${v(x, 'reason')}`,
    },
  },
  application_withdrawn: {
    'zh-CN': {
      subject: (x) => `申请 ${v(x, 'reference')} 已撤回`,
      body: (x) => `申请人撤回了申请 ${v(x, 'reference')}，审核终止。理由：${v(x, 'reason')}`,
    },
    en: {
      subject: (x) => `Application ${v(x, 'reference')} was withdrawn`,
      body: (x) =>
        `The applicant withdrew application ${v(x, 'reference')}; its review ends. Reason: ${v(x, 'reason')}`,
    },
  },
  case_assigned: {
    'zh-CN': {
      subject: (x) => `申请 ${v(x, 'reference')} 已分派给您`,
      body: (x) => `请初审申请 ${v(x, 'reference')}，应于 ${v(x, 'due')} 前办结。`,
    },
    en: {
      subject: (x) => `Application ${v(x, 'reference')} is assigned to you`,
      body: (x) => `Review application ${v(x, 'reference')}. The city answers by ${v(x, 'due')}.`,
    },
  },
  case_recommended: {
    'zh-CN': {
      subject: (x) => `请复审申请 ${v(x, 'reference')}`,
      body: (x) => `申请 ${v(x, 'reference')} 初审通过，建议金额 ${v(x, 'amount')}，请复审。`,
    },
    en: {
      subject: (x) => `Application ${v(x, 'reference')} awaits its final review`,
      body: (x) =>
        `Application ${v(x, 'reference')} passed its first review; ${v(x, 'amount')} is recommended. Make the final review.`,
    },
  },
  case_passed: {
    'zh-CN': {
      subject: (x) => `申请 ${v(x, 'reference')} 待公示`,
      body: (x) => `申请 ${v(x, 'reference')} 复审通过，金额 ${v(x, 'amount')}，请安排公示。`,
    },
    en: {
      subject: (x) => `Application ${v(x, 'reference')} awaits its public notice`,
      body: (x) =>
        `Application ${v(x, 'reference')} passed its final review for ${v(x, 'amount')}. Put it on public notice.`,
    },
  },
  case_waiting: {
    'zh-CN': {
      subject: (x) => `申请 ${v(x, 'reference')} 等待资金`,
      body: (x) =>
        `申请 ${v(x, 'reference')} 复审通过，金额 ${v(x, 'amount')}，可用预算只有 ${v(x, 'free')}，已排队等待资金。`,
    },
    en: {
      subject: (x) => `Application ${v(x, 'reference')} waits for money`,
      body: (x) =>
        `Application ${v(x, 'reference')} passed its final review for ${v(x, 'amount')}. Only ${v(x, 'free')} is free in the budget, so it waits in line for money.`,
    },
  },
  application_waiting: {
    'zh-CN': {
      subject: (x) => `申请 ${v(x, 'reference')} 复审通过，等待资金`,
      body: (x) =>
        `贵单位的申请 ${v(x, 'reference')} 复审通过，金额 ${v(x, 'amount')}。预算暂时不足，按通过先后等待资金，无需操作。`,
    },
    en: {
      subject: (x) => `Application ${v(x, 'reference')} passed and waits for money`,
      body: (x) =>
        `Your application ${v(x, 'reference')} passed its final review for ${v(x, 'amount')}. The budget is short for now, so it waits for money in the order of passing. There is nothing for you to do.`,
    },
  },
  case_cleared: {
    'zh-CN': {
      subject: (x) => `申请 ${v(x, 'reference')} 待发放`,
      body: (x) => `申请 ${v(x, 'reference')} 公示期满，已核准 ${v(x, 'amount')}，请提请发放。`,
    },
    en: {
      subject: (x) => `Application ${v(x, 'reference')} awaits its issue`,
      body: (x) =>
        `The public notice has ended: application ${v(x, 'reference')} is approved for ${v(x, 'amount')}. Propose its issue.`,
    },
  },
  case_due: {
    'zh-CN': {
      subject: (x) => `即将到期：申请 ${v(x, 'reference')}`,
      body: (x) => `申请 ${v(x, 'reference')} 应于 ${v(x, 'due')} 前办结，请抓紧办理。`,
    },
    en: {
      subject: (x) => `Due soon: application ${v(x, 'reference')}`,
      body: (x) => `Application ${v(x, 'reference')} is to be decided by ${v(x, 'due')}.`,
    },
  },
  case_overdue: {
    'zh-CN': {
      subject: (x) => `已逾期：申请 ${v(x, 'reference')}`,
      body: (x) => `申请 ${v(x, 'reference')} 应于 ${v(x, 'due')} 前办结，现已逾期，请立即办理。`,
    },
    en: {
      subject: (x) => `Overdue: application ${v(x, 'reference')}`,
      body: (x) =>
        `Application ${v(x, 'reference')} was to be decided by ${v(x, 'due')} and is overdue. Decide it now.`,
    },
  },
  issue_proposed: {
    'zh-CN': {
      subject: (x) => `请复核申请 ${v(x, 'reference')} 的发放`,
      body: (x) => `申请 ${v(x, 'reference')} 已提请发放 ${v(x, 'amount')}，请复核后发放或退回。`,
    },
    en: {
      subject: (x) => `To be released: issue for application ${v(x, 'reference')}`,
      body: (x) =>
        `The issue of ${v(x, 'amount')} for application ${v(x, 'reference')} is proposed. Release it or send it back.`,
    },
  },
  issue_declined: {
    'zh-CN': {
      subject: (x) => `发放被退回：申请 ${v(x, 'reference')}`,
      body: (x) => `您提请的申请 ${v(x, 'reference')} 的发放被退回。理由：${v(x, 'reason')}`,
    },
    en: {
      subject: (x) => `Issue sent back: application ${v(x, 'reference')}`,
      body: (x) =>
        `The issue that you proposed for application ${v(x, 'reference')} was sent back. Reason: ${v(x, 'reason')}`,
    },
  },
  awards_proposed: {
    'zh-CN': {
      subject: (x) => `请复核免申即享名单 ${v(x, 'reference')}`,
      body: (x) =>
        `名单 ${v(x, 'reference')}（${v(x, 'count')} 家，共 ${v(x, 'amount')}）已提请发放，请复核后发放或退回。`,
    },
    en: {
      subject: (x) => `To be released: list of awards ${v(x, 'reference')}`,
      body: (x) =>
        `The list ${v(x, 'reference')} (${v(x, 'count')} firms, ${v(x, 'amount')} in all) is proposed for issue. Release it or send it back.`,
    },
  },
  awards_declined: {
    'zh-CN': {
      subject: (x) => `免申即享名单 ${v(x, 'reference')} 被退回`,
      body: (x) => `您提请的名单 ${v(x, 'reference')} 被退回。理由：${v(x, 'reason')}`,
    },
    en: {
      subject: (x) => `List of awards ${v(x, 'reference')} was sent back`,
      body: (x) =>
        `The list ${v(x, 'reference')} that you proposed was sent back. Reason: ${v(x, 'reason')}`,
    },
  },
  draft_closing: {
    'zh-CN': {
      subject: (x) => `请尽快提交：${v(x, 'title')}将于 ${v(x, 'due')} 截止`,
      body: (x) =>
        `您的申请草稿尚未提交。${v(x, 'title')}本批次于 ${v(x, 'due')} 截止，逾期草稿自动关闭。`,
    },
    en: {
      subject: (x) => `Submit soon: ${v(x, 'titleEn')} closes on ${v(x, 'due')}`,
      body: (x) =>
        `Your application is still a draft. ${v(x, 'titleEn')} closes on ${v(x, 'due')}; drafts are closed with it.`,
    },
  },
  correction_closing: {
    'zh-CN': {
      subject: (x) => `请于 ${v(x, 'due')} 前补正申请 ${v(x, 'reference')}`,
      body: (x) => `申请 ${v(x, 'reference')} 的补正期至 ${v(x, 'due')}，逾期视为放弃申请。`,
    },
    en: {
      subject: (x) => `Correct application ${v(x, 'reference')} by ${v(x, 'due')}`,
      body: (x) =>
        `The time to correct application ${v(x, 'reference')} ends on ${v(x, 'due')}. After that the application is closed.`,
    },
  },
  appeal_closing: {
    'zh-CN': {
      subject: (x) => `对申请 ${v(x, 'reference')} 的申诉期至 ${v(x, 'due')}`,
      body: (x) =>
        `申请 ${v(x, 'reference')} 未通过。如不服该决定，请于 ${v(x, 'due')} 前提出申诉，逾期不再受理。`,
    },
    en: {
      subject: (x) => `You can appeal about application ${v(x, 'reference')} until ${v(x, 'due')}`,
      body: (x) =>
        `Application ${v(x, 'reference')} was refused. You can appeal against that until ${v(x, 'due')}, and not after.`,
    },
  },
  appeal_due: {
    'zh-CN': {
      subject: (x) => `请于 ${v(x, 'due')} 前决定申诉 ${v(x, 'reference')}`,
      body: (x) => `申诉 ${v(x, 'reference')} 应于 ${v(x, 'due')} 前作出决定。`,
    },
    en: {
      subject: (x) => `Decide appeal ${v(x, 'reference')} by ${v(x, 'due')}`,
      body: (x) => `Appeal ${v(x, 'reference')} is to be decided by ${v(x, 'due')}.`,
    },
  },
  programme_suspended: {
    'zh-CN': {
      subject: (x) => `${v(x, 'title')}暂停受理`,
      body: (x) => `${v(x, 'title')}已暂停受理新申请，您的草稿仍予保留。理由：${v(x, 'reason')}`,
    },
    en: {
      subject: (x) => `${v(x, 'titleEn')} is suspended`,
      body: (x) =>
        `${v(x, 'titleEn')} takes no new applications for now. Your draft is kept. Reason: ${v(x, 'reason')}`,
    },
  },
  programme_resumed: {
    'zh-CN': {
      subject: (x) => `${v(x, 'title')}恢复受理`,
      body: (x) => `${v(x, 'title')}已恢复受理，请继续填写您的申请。`,
    },
    en: {
      subject: (x) => `${v(x, 'titleEn')} is open again`,
      body: (x) => `${v(x, 'titleEn')} takes applications again. Go on with yours.`,
    },
  },
  voucher_frozen: {
    'zh-CN': {
      subject: (x) => `算力券已冻结：${v(x, 'amount')}`,
      body: (x) => `您面额 ${v(x, 'amount')} 的算力券已冻结，暂不能使用。理由：${v(x, 'reason')}`,
    },
    en: {
      subject: (x) => `Voucher frozen: ${v(x, 'amount')}`,
      body: (x) =>
        `Your voucher of ${v(x, 'amount')} is frozen and cannot be used for now. Reason: ${v(x, 'reason')}`,
    },
  },
  voucher_unfrozen: {
    'zh-CN': {
      subject: (x) => `算力券已解冻：${v(x, 'amount')}`,
      body: (x) => `您面额 ${v(x, 'amount')} 的算力券已解冻，可以继续使用。`,
    },
    en: {
      subject: (x) => `Voucher no longer frozen: ${v(x, 'amount')}`,
      body: (x) => `Your voucher of ${v(x, 'amount')} can be used again.`,
    },
  },
  voucher_expiring: {
    'zh-CN': {
      subject: (x) => `算力券将于 ${v(x, 'due')} 到期`,
      body: (x) =>
        `您的算力券将于 ${v(x, 'due')} 到期，券内还可使用 ${v(x, 'amount')}，届时未使用的余额收回。`,
    },
    en: {
      subject: (x) => `Your voucher expires on ${v(x, 'due')}`,
      body: (x) =>
        `Your voucher expires on ${v(x, 'due')}, with ${v(x, 'amount')} still to spend. What is not used by then goes back to the city.`,
    },
  },
  voucher_expired: {
    'zh-CN': {
      subject: () => '算力券已到期',
      body: (x) => `您面额 ${v(x, 'amount')} 的算力券已到期，收回未使用的 ${v(x, 'left')}。`,
    },
    en: {
      subject: () => 'Your voucher has expired',
      body: (x) =>
        `Your voucher of ${v(x, 'amount')} has expired. ${v(x, 'left')} that was not used went back to the city.`,
    },
  },
  hold_ended: {
    'zh-CN': {
      subject: (x) => `订单 ${v(x, 'order')} 的锁定已解除`,
      body: (x) =>
        `${v(x, 'organisation')}为订单 ${v(x, 'order')} 锁定的金额中，未核销的 ${v(x, 'amount')} 已解除锁定。`,
    },
    en: {
      subject: (x) => `The hold for order ${v(x, 'order')} has ended`,
      body: (x) =>
        `Of what ${v(x, 'organisation')} held for order ${v(x, 'order')}, ${v(x, 'amount')} that was not redeemed is free again.`,
    },
  },
  hold_expiring: {
    'zh-CN': {
      subject: (x) => `订单 ${v(x, 'order')} 的锁定将于 ${v(x, 'due')} 到期`,
      body: (x) =>
        `${v(x, 'organisation')}为订单 ${v(x, 'order')} 锁定的额度还有 ${v(x, 'amount')} 未申报，将于 ${v(x, 'due')} 到期，请在此前提交核销。`,
    },
    en: {
      subject: (x) => `The hold for order ${v(x, 'order')} ends on ${v(x, 'due')}`,
      body: (x) =>
        `${v(x, 'amount')} of what ${v(x, 'organisation')} holds for order ${v(x, 'order')} is not claimed yet. The hold ends on ${v(x, 'due')}: submit the redemption before that.`,
    },
  },
  redemption_disputed: {
    'zh-CN': {
      subject: (x) => `核销 ${v(x, 'reference')} 有争议`,
      body: (x) => `用券单位对核销 ${v(x, 'reference')} 提出争议：${v(x, 'reason')}`,
    },
    en: {
      subject: (x) => `Redemption ${v(x, 'reference')} is disputed`,
      body: (x) => `The start-up disputes redemption ${v(x, 'reference')}: ${v(x, 'reason')}`,
    },
  },
  redemption_rejected: {
    'zh-CN': {
      subject: (x) => `核销 ${v(x, 'reference')} 未通过`,
      body: (x) => `核销 ${v(x, 'reference')} 未通过核验。理由：${v(x, 'reason')}`,
    },
    en: {
      subject: (x) => `Redemption ${v(x, 'reference')} was refused`,
      body: (x) => `The city refused redemption ${v(x, 'reference')}. Reason: ${v(x, 'reason')}`,
    },
  },
  redemption_waiting: {
    'zh-CN': {
      subject: (x) => `核销 ${v(x, 'reference')} 待您确认`,
      body: (x) =>
        `${v(x, 'vendor')}提交的核销 ${v(x, 'reference')}（${v(x, 'amount')}）仍待确认，请确认或提出争议。`,
    },
    en: {
      subject: (x) => `Redemption ${v(x, 'reference')} still awaits you`,
      body: (x) =>
        `Redemption ${v(x, 'reference')} of ${v(x, 'vendor')} over ${v(x, 'amount')} is still neither confirmed nor disputed. Answer it.`,
    },
  },
  batch_proposed: {
    'zh-CN': {
      subject: (x) => `请复核结算批次 ${v(x, 'reference')}`,
      body: (x) => `结算批次 ${v(x, 'reference')}（共 ${v(x, 'amount')}）已提请发放，请复核。`,
    },
    en: {
      subject: (x) => `To be released: settlement ${v(x, 'reference')}`,
      body: (x) =>
        `Settlement ${v(x, 'reference')} over ${v(x, 'amount')} is proposed. Check and release it.`,
    },
  },
  batch_sent_back: {
    'zh-CN': {
      subject: (x) => `结算批次 ${v(x, 'reference')} 被退回`,
      body: (x) =>
        `您制作的结算批次 ${v(x, 'reference')}（合计 ${v(x, 'amount')}）被退回，理由：${v(x, 'reason')}。其中的付款列入下一个批次。`,
    },
    en: {
      subject: (x) => `Settlement batch ${v(x, 'reference')} was sent back`,
      body: (x) =>
        `Your settlement batch ${v(x, 'reference')}, ${v(x, 'amount')} in all, was sent back: ${v(x, 'reason')}. What was in it goes into the next batch.`,
    },
  },
  batch_released: {
    'zh-CN': {
      subject: (x) => `结算批次 ${v(x, 'reference')} 已复核`,
      body: (x) =>
        `您提请的结算批次 ${v(x, 'reference')}（共 ${v(x, 'amount')}）已复核，请下载付款文件并登记付款。`,
    },
    en: {
      subject: (x) => `Settlement ${v(x, 'reference')} was released`,
      body: (x) =>
        `Settlement ${v(x, 'reference')} over ${v(x, 'amount')}, which you proposed, was released. Download its payment file and mark the payments.`,
    },
  },
  version_published: {
    'zh-CN': {
      subject: (x) => `已发布：${v(x, 'title')}第 ${v(x, 'number')} 版`,
      body: (x) => `${v(x, 'title')}的规则第 ${v(x, 'number')} 版已发布。`,
    },
    en: {
      subject: (x) => `Published: ${v(x, 'titleEn')}, version ${v(x, 'number')}`,
      body: (x) => `Version ${v(x, 'number')} of ${v(x, 'titleEn')} was published.`,
    },
  },
} as const satisfies Record<string, { [L in Locale]: Letter }>;

export type MailTemplate = keyof typeof letters;

/** Whether a stored template name is still one of ours. */
export const isMailTemplate = (name: string): name is MailTemplate => name in letters;
