import { mail } from './mail';

/**
 * Every mail that the portal sends and every entry in the list of notifications. The link (`path`) is not part of these
 * texts: a mail has a button, and an entry of the list is itself the link.
 */
export const mails = {
  invitation: mail(['place', 'inviter', 'role'], {
    'zh-CN': {
      subject: (x) => `${x.place}邀请您加入算券`,
      body: (x) =>
        `${x.inviter}邀请您以“${x.role}”身份加入${x.place}。邀请 72 小时内有效，仅限本邮箱使用一次。`,
    },
    en: {
      subject: (x) => `${x.place} invites you to Suanquan`,
      body: (x) =>
        `${x.inviter} invites you to join ${x.place} as ${x.role}. The invitation is good for 72 hours, once, for this address only.`,
    },
  }),
  password_reset: mail([], {
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
  }),
  password_changed: mail(['at'], {
    'zh-CN': {
      subject: () => '您的算券密码已修改',
      body: (x) =>
        `您的密码已于 ${x.at} 通过邮件链接重设，所有设备均已退出登录。如果不是您本人操作，请立即在登录页选择“忘记密码？”再次重设，检查是否有他人能使用您的邮箱，并告知单位负责人或市级管理员。`,
    },
    en: {
      subject: () => 'Your Suanquan password was changed',
      body: (x) =>
        `Your password was reset by a link from an e-mail (${x.at}), and every device was signed out. If it was not you, choose “Forgotten your password?” on the sign-in page at once and reset it again, find out who else can use your mailbox, and tell the owner at your organisation or your city administrator.`,
    },
  }),
  membership_ended: mail(['organisation', 'by'], {
    'zh-CN': {
      subject: (x) => `您已不再属于${x.organisation}`,
      body: (x) => `${x.by}已结束您在${x.organisation}的角色。`,
    },
    en: {
      subject: (x) => `You no longer belong to ${x.organisation}`,
      body: (x) => `${x.by} has ended your role at ${x.organisation}.`,
    },
  }),
  ownership_received: mail(['organisation', 'by'], {
    'zh-CN': {
      subject: (x) => `您现在是${x.organisation}的负责人`,
      body: (x) => `${x.by}已将${x.organisation}的负责人移交给您。请核对单位信息和人员。`,
    },
    en: {
      subject: (x) => `You now answer for ${x.organisation}`,
      body: (x) =>
        `${x.by} has handed ${x.organisation} over to you. Look through its details and its people.`,
    },
  }),
  verification_requested: mail(['organisation'], {
    'zh-CN': {
      subject: (x) => `请核验：${x.organisation}`,
      body: (x) => `${x.organisation}申请核验登记信息，并上传了证明材料。请对照营业执照核验。`,
    },
    en: {
      subject: (x) => `To be verified: ${x.organisation}`,
      body: (x) =>
        `${x.organisation} asks to be verified and has sent its evidence. Compare it with the registration.`,
    },
  }),
  organisation_verified: mail(['city', 'organisation', 'cityEn'], {
    'zh-CN': {
      subject: (x) => `${x.city}已核验${x.organisation}`,
      body: (x) => `${x.city}已核验${x.organisation}的登记信息。登记信息修改后须重新申请核验。`,
    },
    en: {
      subject: (x) => `${x.cityEn} has verified ${x.organisation}`,
      body: (x) =>
        `${x.cityEn} has verified the registration of ${x.organisation}. Once the registration changes, ask again.`,
    },
  }),
  verification_refused: mail(['city', 'organisation', 'reason', 'cityEn'], {
    'zh-CN': {
      subject: (x) => `${x.city}未通过${x.organisation}的核验`,
      body: (x) => `${x.organisation}的登记信息未通过核验。理由：${x.reason} 更正后可以再次申请。`,
    },
    en: {
      subject: (x) => `${x.cityEn} could not verify ${x.organisation}`,
      body: (x) =>
        `The registration of ${x.organisation} was not verified. Reason: ${x.reason} Put it right and ask again.`,
    },
  }),
  verification_lapsed: mail(['organisation', 'city', 'cityEn'], {
    'zh-CN': {
      subject: (x) => `${x.organisation}的核验已失效`,
      body: (x) =>
        `${x.organisation}修改了登记信息，${x.city}的核验随之失效。如需核验标记，请由单位重新申请。`,
    },
    en: {
      subject: (x) => `The verification of ${x.organisation} has lapsed`,
      body: (x) =>
        `${x.organisation} has changed its registration, so its verification by ${x.cityEn} has lapsed. The organisation may ask again.`,
    },
  }),
  deadline_moved: mail(['reference', 'year', 'what', 'from', 'due', 'whatEn'], {
    'zh-CN': {
      subject: (x) => `${x.reference} 的期限有调整`,
      body: (x) =>
        `${x.year} 年的放假安排已公布，${x.reference} 的${x.what}由 ${x.from} 调整为 ${x.due}。`,
    },
    en: {
      subject: (x) => `A deadline of ${x.reference} has moved`,
      body: (x) =>
        `The holidays of ${x.year} have been announced. ${x.whatEn} of ${x.reference} moves from ${x.from} to ${x.due}.`,
    },
  }),
  city_deadline_moved: mail(['reference', 'year', 'what', 'from', 'due', 'whatEn'], {
    'zh-CN': {
      subject: (x) => `${x.reference} 的办理期限提前`,
      body: (x) =>
        `${x.year} 年的放假安排已公布，${x.reference} 的${x.what}由 ${x.from} 提前到 ${x.due}。`,
    },
    en: {
      subject: (x) => `${x.reference} is due earlier`,
      body: (x) =>
        `The holidays of ${x.year} have been announced. ${x.whatEn} of ${x.reference} moves from ${x.from} to ${x.due}.`,
    },
  }),
  calendar_proposed: mail(['year'], {
    'zh-CN': {
      subject: (x) => `请复核 ${x.year} 年放假安排`,
      body: (x) => `${x.year} 年的放假调休安排已提请，请另一位平台管理员复核。`,
    },
    en: {
      subject: (x) => `Release the holidays of ${x.year}`,
      body: (x) => `The holidays of ${x.year} were proposed and wait for your decision.`,
    },
  }),
  calendar_released: mail(['year'], {
    'zh-CN': {
      subject: (x) => `${x.year} 年放假安排已生效`,
      body: (x) => `${x.year} 年的放假调休安排已复核，期限从现在起按此计算。`,
    },
    en: {
      subject: (x) => `The holidays of ${x.year} are in force`,
      body: (x) =>
        `The holidays of ${x.year} were released. Deadlines are counted by them from now on.`,
    },
  }),
  calendar_declined: mail(['year', 'answer'], {
    'zh-CN': {
      subject: (x) => `${x.year} 年放假安排已退回`,
      body: (x) => `${x.year} 年的放假安排未通过复核。理由：${x.answer}`,
    },
    en: {
      subject: (x) => `The holidays of ${x.year} were sent back`,
      body: (x) => `The holidays of ${x.year} were not released. Reason: ${x.answer}`,
    },
  }),
  calendar_missing: mail(['year'], {
    'zh-CN': {
      subject: (x) => `${x.year} 年放假安排尚未录入`,
      body: (x) =>
        `${x.year} 年的放假安排尚未录入，落在该年度的期限暂按法定节假日计算。国务院办公厅公布后请及时录入。`,
    },
    en: {
      subject: (x) => `The holidays of ${x.year} are missing`,
      body: (x) =>
        `The holidays of ${x.year} have not been entered. Deadlines in that year count by its statutory days. Enter them once the State Council has announced them.`,
    },
  }),
  books_differ: mail(['city', 'cityEn', 'count', 'what', 'whatEn', 'subject'], {
    'zh-CN': {
      subject: (x) => `${x.city}账目核验发现 ${x.count} 处差异`,
      body: (x) =>
        `${x.city}账目核验新发现 ${x.count} 处差异。第一处：${x.what}（${x.subject}）。余额与流水的差异查明前停止发放。请立即核查。`,
    },
    en: {
      subject: (x) => `The books of ${x.cityEn} differ: ${x.count}`,
      body: (x) =>
        `The check of the books of ${x.cityEn} found ${x.count} new differences. The first: ${x.whatEn} (${x.subject}). While balances differ from the journal, nothing is issued. Look into it at once.`,
    },
  }),
  application_received: mail(['reference', 'due'], {
    'zh-CN': {
      subject: (x) => `已收到申请 ${x.reference}`,
      body: (x) => `您的申请 ${x.reference} 已提交，预计 ${x.due} 前办结。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} received`,
      body: (x) => `Your application ${x.reference} was submitted. Expect a decision by ${x.due}.`,
    },
  }),
  application_submitted: mail(['reference', 'organisation'], {
    'zh-CN': {
      subject: (x) => `新申请 ${x.reference}`,
      body: (x) => `${x.organisation}提交了申请 ${x.reference}，请受理。`,
    },
    en: {
      subject: (x) => `New application ${x.reference}`,
      body: (x) => `${x.organisation} submitted application ${x.reference}. Take it for review.`,
    },
  }),
  correction_requested: mail(['reference', 'due'], {
    'zh-CN': {
      subject: (x) => `请补正申请 ${x.reference}`,
      body: (x) => `申请 ${x.reference} 需一次性补正，请于 ${x.due} 前完成。`,
    },
    en: {
      subject: (x) => `Correct application ${x.reference}`,
      body: (x) => `Application ${x.reference} needs corrections. Make them by ${x.due}.`,
    },
  }),
  application_corrected: mail(['reference'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 已补正`,
      body: (x) => `申请 ${x.reference} 的补正内容已提交，请继续审核。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} was corrected`,
      body: (x) => `The corrections of application ${x.reference} are in. Go on with the review.`,
    },
  }),
  application_rejected: mail(['reference', 'reason', 'appealBy'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 未通过`,
      body: (x) =>
        `申请 ${x.reference} 未通过审核。理由：${x.reason}。可在 ${x.appealBy} 前提出申诉，通知书见办理进度。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} was refused`,
      body: (x) =>
        `Application ${x.reference} was refused. Reason: ${x.reason}. You may appeal until ${x.appealBy}; the letter is with its status.`,
    },
  }),
  sign_off_requested: mail(['programme', 'who', 'note', 'programmeEn'], {
    'zh-CN': {
      subject: (x) => `请签署并提交申请：${x.programme}`,
      body: (x) =>
        `${x.who}已填好“${x.programme}”的申请，请核对后提交，或退回修改。${x.note && `留言：${x.note}`}`,
    },
    en: {
      subject: (x) => `Sign off and submit: ${x.programmeEn}`,
      body: (x) =>
        `${x.who} has filled in the application for ${x.programmeEn}. Check and submit it, or return it. ${x.note && `Note: ${x.note}`}`,
    },
  }),
  sign_off_returned: mail(['programme', 'who', 'reason', 'programmeEn'], {
    'zh-CN': {
      subject: (x) => `申请退回修改：${x.programme}`,
      body: (x) => `${x.who}退回了“${x.programme}”的申请。原因：${x.reason}`,
    },
    en: {
      subject: (x) => `Returned to you: ${x.programmeEn}`,
      body: (x) => `${x.who} returned the application for ${x.programmeEn}. Reason: ${x.reason}`,
    },
  }),
  appeal_filed: mail(['reference', 'case', 'due'], {
    'zh-CN': {
      subject: (x) => `收到申诉 ${x.reference}`,
      body: (x) =>
        `收到对申请 ${x.case} 不予通过决定的申诉 ${x.reference}，请于 ${x.due} 前由未参与该案的人员作出决定。`,
    },
    en: {
      subject: (x) => `Appeal ${x.reference} filed`,
      body: (x) =>
        `Appeal ${x.reference} was filed against the refusal of application ${x.case}. Somebody who had no part in that case decides by ${x.due}.`,
    },
  }),
  appeal_received: mail(['reference', 'case', 'due'], {
    'zh-CN': {
      subject: (x) => `已收到申诉 ${x.reference}`,
      body: (x) => `您对申请 ${x.case} 的申诉 ${x.reference} 已收到，预计 ${x.due} 前作出决定。`,
    },
    en: {
      subject: (x) => `Appeal ${x.reference} received`,
      body: (x) =>
        `Your appeal ${x.reference} about application ${x.case} was received. Expect a decision by ${x.due}.`,
    },
  }),
  appeal_dismissed: mail(['reference', 'case', 'reason'], {
    'zh-CN': {
      subject: (x) => `申诉 ${x.reference} 不成立`,
      body: (x) => `对申请 ${x.case} 的申诉 ${x.reference} 不成立，维持原决定。理由：${x.reason}`,
    },
    en: {
      subject: (x) => `Appeal ${x.reference} was dismissed`,
      body: (x) =>
        `Appeal ${x.reference} about application ${x.case} was dismissed; the refusal stands. Reason: ${x.reason}`,
    },
  }),
  appeal_granted: mail(['reference', 'case', 'reason'], {
    'zh-CN': {
      subject: (x) => `申诉 ${x.reference} 成立`,
      body: (x) => `对申请 ${x.case} 的申诉 ${x.reference} 成立，申请重新审核。理由：${x.reason}`,
    },
    en: {
      subject: (x) => `Appeal ${x.reference} was granted`,
      body: (x) =>
        `Appeal ${x.reference} about application ${x.case} was granted; it is reviewed anew. Reason: ${x.reason}`,
    },
  }),
  case_reopened: mail(['reference'], {
    'zh-CN': {
      subject: (x) => `请重新审核申请 ${x.reference}`,
      body: (x) => `对申请 ${x.reference} 的申诉成立，请由未对该案作过决定的初审员受理。`,
    },
    en: {
      subject: (x) => `Review application ${x.reference} anew`,
      body: (x) =>
        `The appeal about application ${x.reference} was granted. A reviewer who has not decided on it takes it.`,
    },
  }),
  notice_published: mail(['reference', 'ends'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 进入公示`,
      body: (x) => `申请 ${x.reference} 已公示，公示期至 ${x.ends}。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} is on public notice`,
      body: (x) => `Application ${x.reference} is on public notice until ${x.ends}.`,
    },
  }),
  award_publicised: mail(['title', 'titleEn', 'place', 'amount', 'ends'], {
    'zh-CN': {
      subject: (x) => `“${x.title}”拟发放名单公示：${x.place} ${x.amount}`,
      body: (x) =>
        `按“${x.title}”，拟对${x.place}免申即享发放 ${x.amount}，现已公示。公示期至 ${x.ends}，期间任何人可实名提出书面异议；期满无异议的，予以发放。`,
    },
    en: {
      subject: (x) => `On public notice under ${x.titleEn}: ${x.amount} for ${x.place}`,
      body: (x) =>
        `Under “${x.titleEn}” ${x.place} is to get ${x.amount} without application. The list is on public notice until ${x.ends}. Until then anybody may object, in writing and by name; without an objection the amount is issued afterwards.`,
    },
  }),
  award_taken_off: mail(['title', 'titleEn', 'place', 'amount', 'reason', 'phone'], {
    'zh-CN': {
      subject: (x) => `${x.place}已从“${x.title}”拟发放名单中撤下`,
      body: (x) =>
        `此前公示的对${x.place}的 ${x.amount} 不予发放。理由：${x.reason}。如有疑问，请致电 ${x.phone}。`,
    },
    en: {
      subject: (x) => `${x.place} was taken off the list of ${x.titleEn}`,
      body: (x) =>
        `The ${x.amount} that was on public notice for ${x.place} will not be issued. Reason: ${x.reason}. For questions call ${x.phone}.`,
    },
  }),
  award_notice_withdrawn: mail(['title', 'titleEn', 'place', 'amount', 'reason', 'phone'], {
    'zh-CN': {
      subject: (x) => `“${x.title}”拟发放名单公示已撤回`,
      body: (x) =>
        `载有${x.place}（${x.amount}）的公示已撤回，名单重新核对后另行公示。理由：${x.reason}。如有疑问，请致电 ${x.phone}。`,
    },
    en: {
      subject: (x) => `The public notice of ${x.titleEn} was withdrawn`,
      body: (x) =>
        `The notice that named ${x.place} (${x.amount}) was withdrawn; the list is checked anew before another notice. Reason: ${x.reason}. For questions call ${x.phone}.`,
    },
  }),
  objection_filed: mail(['reference'], {
    'zh-CN': {
      subject: (x) => `收到异议 ${x.reference}`,
      body: (x) => `公示期内收到异议 ${x.reference}，请处理。`,
    },
    en: {
      subject: (x) => `Objection ${x.reference} filed`,
      body: (x) => `An objection, ${x.reference}, was filed against a public notice. Review it.`,
    },
  }),
  application_approved: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 已核准`,
      body: (x) => `申请 ${x.reference} 已核准 ${x.amount}，等待发放。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} is approved`,
      body: (x) => `Application ${x.reference} is approved for ${x.amount} and awaits issue.`,
    },
  }),
  application_expired: mail(['reference', 'title', 'titleEn'], {
    'zh-CN': {
      subject: () => '申请已过期',
      body: (x) => `申请 ${x.reference || x.title} 因逾期未提交或未补正，已关闭。`,
    },
    en: {
      subject: () => 'Application expired',
      body: (x) =>
        `Application ${x.reference || x.titleEn} was closed because its deadline passed.`,
    },
  }),
  voucher_issued: mail(['amount', 'validTo'], {
    'zh-CN': {
      subject: (x) => `算力券已发放：${x.amount}`,
      body: (x) => `面额 ${x.amount} 的算力券已发放，有效期至 ${x.validTo}。`,
    },
    en: {
      subject: (x) => `Voucher issued: ${x.amount}`,
      body: (x) =>
        `A computing voucher of ${x.amount} was issued to you, valid until ${x.validTo}.`,
    },
  }),
  award_invitation: mail(['city', 'place', 'amount', 'programme'], {
    'zh-CN': {
      subject: (x) => `${x.city}已为${x.place}发放算力券 ${x.amount}`,
      body: (x) =>
        `${x.city}按“${x.programme}”免申即享，已为${x.place}发放 ${x.amount}。请接受邀请、补充单位信息并登记收款账户。邀请 72 小时内有效，仅限本邮箱使用一次。`,
    },
    en: {
      subject: (x) => `${x.city} has awarded ${x.place} ${x.amount}`,
      body: (x) =>
        `Under “${x.programme}” ${x.city} has awarded ${x.place} ${x.amount} without application. Accept the invitation, complete the organisation’s details and enter its bank account. The invitation is good for 72 hours, once, for this address only.`,
    },
  }),
  hold_authorised: mail(['organisation', 'amount', 'order', 'expires'], {
    'zh-CN': {
      subject: (x) => `${x.organisation}为您锁定 ${x.amount}`,
      body: (x) => `订单 ${x.order} 已锁定 ${x.amount}，请于 ${x.expires} 前提交核销。`,
    },
    en: {
      subject: (x) => `${x.organisation} holds ${x.amount} for you`,
      body: (x) =>
        `${x.amount} is held for order ${x.order}. Submit the redemption by ${x.expires}.`,
    },
  }),
  redemption_submitted: mail(['reference', 'vendor', 'amount', 'expires'], {
    'zh-CN': {
      subject: (x) => `请确认核销 ${x.reference}`,
      body: (x) =>
        `${x.vendor}提交了核销 ${x.reference}，抵扣 ${x.amount}。请确认或提出争议。${x.expires && `${x.expires} 前未答复的，视为确认。`}`,
    },
    en: {
      subject: (x) => `Confirm redemption ${x.reference}`,
      body: (x) =>
        `${x.vendor} submitted redemption ${x.reference} over ${x.amount}. Confirm or dispute it.${x.expires && ` Unanswered by ${x.expires}, it counts as confirmed.`}`,
    },
  }),
  redemption_answered: mail(['reference'], {
    'zh-CN': {
      subject: (x) => `核销 ${x.reference} 已有答复`,
      body: (x) => `用券单位已答复核销 ${x.reference}，请核验。`,
    },
    en: {
      subject: (x) => `Redemption ${x.reference} was answered`,
      body: (x) => `The start-up answered redemption ${x.reference}. Verify it.`,
    },
  }),
  redemption_decided: mail(['reference'], {
    'zh-CN': {
      subject: (x) => `核销 ${x.reference} 已核验`,
      body: (x) => `核销 ${x.reference} 的核验结果已出，请查看。`,
    },
    en: {
      subject: (x) => `Redemption ${x.reference} was decided`,
      body: (x) => `The city decided on redemption ${x.reference}.`,
    },
  }),
  payment_made: mail(['amount', 'reference'], {
    'zh-CN': {
      subject: (x) => `款项已拨付：${x.amount}`,
      body: (x) => `付款 ${x.reference}（${x.amount}）已拨付。`,
    },
    en: {
      subject: (x) => `Payment made: ${x.amount}`,
      body: (x) => `Payment ${x.reference} of ${x.amount} was made.`,
    },
  }),
  payment_failed: mail(['reference', 'reason'], {
    'zh-CN': {
      subject: (x) => `付款失败：${x.reference}`,
      body: (x) => `付款 ${x.reference} 未成功：${x.reason}。请核对银行账户。`,
    },
    en: {
      subject: (x) => `Payment failed: ${x.reference}`,
      body: (x) => `Payment ${x.reference} failed: ${x.reason}. Check your bank account.`,
    },
  }),
  bank_change_requested: mail(['account'], {
    'zh-CN': {
      subject: () => '有人提出变更收款账户，请核对',
      body: (x) =>
        `有人提出将贵单位的收款账户变更为 ${x.account}。须由提出人以外的成员确认，并自提出起满 72 小时后生效，此前付款仍到原账户。如不是贵单位提出的，请立即取消变更并更换密码。`,
    },
    en: {
      subject: () => 'A change of your bank account was requested: check it',
      body: (x) =>
        `Somebody asked to change your organisation’s bank account to ${x.account}. Another member must confirm it, and it takes effect 72 hours after the request; until then payments go to the old account. If your organisation did not ask for it, cancel it at once and change your passwords.`,
    },
  }),
  bank_change_confirmed: mail(['account', 'at'], {
    'zh-CN': {
      subject: () => '收款账户变更已确认',
      body: (x) =>
        `贵单位的收款账户变更为 ${x.account}，自 ${x.at} 起生效，此前付款仍到原账户。生效前可以取消。`,
    },
    en: {
      subject: () => 'The change of your bank account was confirmed',
      body: (x) =>
        `Your organisation’s bank account will be ${x.account} from ${x.at}. Until then payments go to the old account, and the change can be cancelled.`,
    },
  }),
  bank_change_cancelled: mail(['account'], {
    'zh-CN': {
      subject: () => '收款账户变更已取消',
      body: (x) => `将收款账户变更为 ${x.account} 的申请已取消，付款仍到原账户。`,
    },
    en: {
      subject: () => 'The change of your bank account was cancelled',
      body: (x) =>
        `The change of the bank account to ${x.account} was cancelled. Payments go to the old account.`,
    },
  }),
  budget_warning: mail(['pool', 'percent', 'budget', 'committed', 'promised', 'left', 'poolEn'], {
    'zh-CN': {
      subject: (x) => `预算预警：${x.pool}已用 ${x.percent}%`,
      body: (x) =>
        `“${x.pool}”预算 ${x.budget}，已承诺 ${x.committed}，已预留 ${x.promised}，合计达到 ${x.percent}%，可用 ${x.left}。`,
    },
    en: {
      subject: (x) => `Budget warning: ${x.percent} % of ${x.poolEn} is spoken for`,
      body: (x) =>
        `Of the budget of ${x.poolEn}, ${x.budget}, ${x.committed} is committed and ${x.promised} promised: ${x.percent} % is reached. ${x.left} is free.`,
    },
  }),
  budget_change_proposed: mail(['pool', 'from', 'to', 'reason', 'poolEn'], {
    'zh-CN': {
      subject: (x) => `待复核：调整${x.pool}预算`,
      body: (x) => `“${x.pool}”预算拟由 ${x.from} 调整为 ${x.to}，请复核。理由：${x.reason}`,
    },
    en: {
      subject: (x) => `To be released: a new budget for ${x.poolEn}`,
      body: (x) =>
        `The budget of ${x.poolEn} is to change from ${x.from} to ${x.to}. Release it or send it back. Reason: ${x.reason}`,
    },
  }),
  budget_change_released: mail(['pool', 'from', 'to', 'poolEn'], {
    'zh-CN': {
      subject: (x) => `${x.pool}预算已调整`,
      body: (x) => `“${x.pool}”预算已由 ${x.from} 调整为 ${x.to}。`,
    },
    en: {
      subject: (x) => `The budget of ${x.poolEn} was changed`,
      body: (x) => `The budget of ${x.poolEn} changed from ${x.from} to ${x.to}.`,
    },
  }),
  budget_change_declined: mail(['pool', 'from', 'to', 'answer', 'poolEn'], {
    'zh-CN': {
      subject: (x) => `${x.pool}预算调整被退回`,
      body: (x) => `“${x.pool}”预算由 ${x.from} 调整为 ${x.to} 的提议被退回。理由：${x.answer}`,
    },
    en: {
      subject: (x) => `A new budget for ${x.poolEn} was sent back`,
      body: (x) =>
        `The change of the budget of ${x.poolEn} from ${x.from} to ${x.to} was sent back. Reason: ${x.answer}`,
    },
  }),
  version_proposed: mail(['title', 'number', 'titleEn'], {
    'zh-CN': {
      subject: (x) => `请发布：${x.title}第 ${x.number} 版`,
      body: (x) =>
        `${x.title}的规则第 ${x.number} 版已提请发布。请核对与现行版的差异后发布或退回。`,
    },
    en: {
      subject: (x) => `For publication: ${x.titleEn || x.title}, version ${x.number}`,
      body: (x) =>
        `Version ${x.number} of ${x.titleEn || x.title} is proposed. Look at how it differs from the one in force, then publish or return it.`,
    },
  }),
  version_returned: mail(['title', 'number', 'reason', 'titleEn'], {
    'zh-CN': {
      subject: (x) => `退回修改：${x.title}第 ${x.number} 版`,
      body: (x) => `${x.title}的规则第 ${x.number} 版被退回。理由：${x.reason}`,
    },
    en: {
      subject: (x) => `Returned: ${x.titleEn || x.title}, version ${x.number}`,
      body: (x) =>
        `Version ${x.number} of ${x.titleEn || x.title} was returned. Reason: ${x.reason}`,
    },
  }),
  application_withdrawn: mail(['reference', 'reason'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 已撤回`,
      body: (x) => `申请人撤回了申请 ${x.reference}，审核终止。理由：${x.reason}`,
    },
    en: {
      subject: (x) => `Application ${x.reference} was withdrawn`,
      body: (x) =>
        `The applicant withdrew application ${x.reference}; its review ends. Reason: ${x.reason}`,
    },
  }),
  case_assigned: mail(['reference', 'due'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 已分派给您`,
      body: (x) => `请初审申请 ${x.reference}，应于 ${x.due} 前办结。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} is assigned to you`,
      body: (x) => `Review application ${x.reference}. The city answers by ${x.due}.`,
    },
  }),
  case_recommended: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `请复审申请 ${x.reference}`,
      body: (x) => `申请 ${x.reference} 初审通过，建议金额 ${x.amount}，请复审。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} awaits its final review`,
      body: (x) =>
        `Application ${x.reference} passed its first review; ${x.amount} is recommended. Make the final review.`,
    },
  }),
  case_passed: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 待公示`,
      body: (x) => `申请 ${x.reference} 审核通过，金额 ${x.amount}，请安排公示。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} awaits its public notice`,
      body: (x) =>
        `Application ${x.reference} was passed for ${x.amount}. Put it on public notice.`,
    },
  }),
  case_waiting: mail(['reference', 'amount', 'free'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 等待资金`,
      body: (x) =>
        `申请 ${x.reference} 复审通过，金额 ${x.amount}，可用预算只有 ${x.free}，已排队等待资金。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} waits for money`,
      body: (x) =>
        `Application ${x.reference} passed its final review for ${x.amount}. Only ${x.free} is free in the budget, so it waits in line for money.`,
    },
  }),
  application_waiting: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 复审通过，等待资金`,
      body: (x) =>
        `贵单位的申请 ${x.reference} 复审通过，金额 ${x.amount}。预算暂时不足，按政策规定的次序等待资金，无需操作。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} passed and waits for money`,
      body: (x) =>
        `Your application ${x.reference} passed its final review for ${x.amount}. The budget is short for now, so it waits in line for money. There is nothing for you to do.`,
    },
  }),
  application_awaits_share: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 审核通过，等待按比例分配`,
      body: (x) =>
        `贵单位的申请 ${x.reference} 审核通过，申请额 ${x.amount}。本批次截止且全部审结后，按同一比例分配预算，届时另行通知分得的金额，无需操作。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} passed and waits for its share`,
      body: (x) =>
        `Your application ${x.reference} passed its review with a claim of ${x.amount}. When the round has closed and all its cases are decided, the budget is shared out at one rate, and you are told your share. There is nothing for you to do.`,
    },
  }),
  application_shared: mail(['reference', 'claim', 'amount', 'available', 'claimed'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 分得 ${x.amount}`,
      body: (x) =>
        `本批次复审通过的申请额合计 ${x.claimed}，可分配预算 ${x.available}，按同一比例分配。贵单位的申请 ${x.reference} 申请额 ${x.claim}，分得 ${x.amount}。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} gets ${x.amount}`,
      body: (x) =>
        `The cases that passed in this round claimed ${x.claimed} together, and ${x.available} was to be shared at one rate. Your application ${x.reference} claimed ${x.claim} and gets ${x.amount}.`,
    },
  }),
  cap_proposed: mail(['reference', 'cap', 'basis'], {
    'zh-CN': {
      subject: (x) => `请复核：提高申请 ${x.reference} 的上限`,
      body: (x) => `申请 ${x.reference} 拟将上限提高到 ${x.cap}，依据：${x.basis}。请复核或退回。`,
    },
    en: {
      subject: (x) => `To be released: a higher cap for application ${x.reference}`,
      body: (x) =>
        `The cap for application ${x.reference} is to be raised to ${x.cap}. It rests on: ${x.basis}. Release it or send it back.`,
    },
  }),
  cap_released: mail(['reference', 'cap', 'basis', 'before', 'amount'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 的上限已提高`,
      body: (x) =>
        `申请 ${x.reference} 的上限已提高到 ${x.cap}（${x.basis}），按规则算得的金额由 ${x.before} 变为 ${x.amount}。`,
    },
    en: {
      subject: (x) => `The cap for application ${x.reference} was raised`,
      body: (x) =>
        `The cap for application ${x.reference} was raised to ${x.cap} (${x.basis}). The rules gave ${x.before} and now give ${x.amount}.`,
    },
  }),
  cap_declined: mail(['reference', 'cap', 'basis', 'answer'], {
    'zh-CN': {
      subject: (x) => `提高申请 ${x.reference} 的上限被退回`,
      body: (x) =>
        `申请 ${x.reference} 的上限提高到 ${x.cap}（${x.basis}）的提请被退回。理由：${x.answer}`,
    },
    en: {
      subject: (x) => `The higher cap for application ${x.reference} was sent back`,
      body: (x) =>
        `The higher cap of ${x.cap} for application ${x.reference} (${x.basis}) was sent back. Reason: ${x.answer}`,
    },
  }),
  mandate_proposed: mail(['agency', 'number', 'ends'], {
    'zh-CN': {
      subject: (x) => `待确认：委托 ${x.agency}`,
      body: (x) =>
        `同事提请委托 ${x.agency}（协议 ${x.number}），至 ${x.ends}。请核对授权事项后确认。`,
    },
    en: {
      subject: (x) => `To be confirmed: a mandate for ${x.agency}`,
      body: (x) =>
        `A colleague proposes a mandate for ${x.agency} (agreement ${x.number}) until ${x.ends}. Please check its rights and decide.`,
    },
  }),
  mandate_confirmed: mail(['bureau', 'agency', 'number', 'starts', 'ends'], {
    'zh-CN': {
      subject: (x) => `委托生效：${x.bureau}委托${x.agency}`,
      body: (x) =>
        `${x.bureau}已确认委托${x.agency}（协议 ${x.number}），自 ${x.starts} 至 ${x.ends}。期满自动终止，续期须另行委托。`,
    },
    en: {
      subject: (x) => `Mandate confirmed: ${x.agency} for the ${x.bureau}`,
      body: (x) =>
        `The ${x.bureau} has confirmed its mandate for ${x.agency} (agreement ${x.number}) from ${x.starts} until ${x.ends}. It then ends by itself; only another mandate renews it.`,
    },
  }),
  mandate_declined: mail(['agency', 'answer'], {
    'zh-CN': {
      subject: (x) => `委托已退回：${x.agency}`,
      body: (x) => `您提请的对 ${x.agency} 的委托已被退回：${x.answer}`,
    },
    en: {
      subject: (x) => `Mandate sent back: ${x.agency}`,
      body: (x) => `The mandate for ${x.agency} that you proposed was sent back: ${x.answer}`,
    },
  }),
  mandate_ended: mail(['bureau', 'agency', 'number', 'reason'], {
    'zh-CN': {
      subject: (x) => `委托已终止：${x.agency}`,
      body: (x) =>
        `${x.bureau}已终止对${x.agency}的委托（协议 ${x.number}），即时生效。理由：${x.reason}`,
    },
    en: {
      subject: (x) => `Mandate ended: ${x.agency}`,
      body: (x) =>
        `The ${x.bureau} has ended its mandate for ${x.agency} (agreement ${x.number}), at once. Reason: ${x.reason}`,
    },
  }),
  mandate_ending: mail(['bureau', 'agency', 'number', 'due'], {
    'zh-CN': {
      subject: (x) => `委托将于 ${x.due} 期满：${x.agency}`,
      body: (x) =>
        `${x.bureau}对${x.agency}的委托（协议 ${x.number}）将于 ${x.due} 期满，期满后该机构不能再办理。需要续期的，须另行提请并确认。`,
    },
    en: {
      subject: (x) => `A mandate ends on ${x.due}: ${x.agency}`,
      body: (x) =>
        `The mandate of the ${x.bureau} for ${x.agency} (agreement ${x.number}) ends on ${x.due}; the agency can do nothing after that. To go on, propose and confirm another one.`,
    },
  }),
  own_mandate_ending: mail(['bureau', 'agency', 'number', 'due'], {
    'zh-CN': {
      subject: (x) => `受托办理将于 ${x.due} 期满：${x.bureau}`,
      body: (x) =>
        `${x.bureau}对${x.agency}的委托（协议 ${x.number}）将于 ${x.due} 期满，期满后不能再办理。请在期满前办结手上的事项。`,
    },
    en: {
      subject: (x) => `Your mandate ends on ${x.due}: ${x.bureau}`,
      body: (x) =>
        `The mandate of the ${x.bureau} for ${x.agency} (agreement ${x.number}) ends on ${x.due}; you can do nothing under it after that. Please finish what you have begun.`,
    },
  }),
  pause_proposed: mail(['programme', 'from', 'reason'], {
    'zh-CN': {
      subject: (x) => `待复核：暂停用券（${x.programme}）`,
      body: (x) => `同事提请自 ${x.from} 起暂停${x.programme}的用券。请复核。原因：${x.reason}`,
    },
    en: {
      subject: (x) => `To be released: a pause of the vouchers of ${x.programme}`,
      body: (x) =>
        `A colleague proposes to pause the vouchers of ${x.programme} from ${x.from} on. Please decide on it. Reason: ${x.reason}`,
    },
  }),
  pause_declined: mail(['programme', 'answer'], {
    'zh-CN': {
      subject: (x) => `暂停用券的提请被退回（${x.programme}）`,
      body: (x) => `您提请暂停${x.programme}的用券，被退回。理由：${x.answer}`,
    },
    en: {
      subject: (x) => `The pause of the vouchers of ${x.programme} was sent back`,
      body: (x) =>
        `The pause of the vouchers of ${x.programme} that you proposed was sent back. Reason: ${x.answer}`,
    },
  }),
  pause_begins: mail(['programme', 'from', 'ends', 'reason', 'amount'], {
    'zh-CN': {
      subject: (x) => `${x.programme}自 ${x.from} 起暂停用券`,
      body: (x) =>
        `贵单位面额 ${x.amount} 的券自 ${x.from} 起暂停使用${x.ends ? `，至 ${x.ends} 止` : '，恢复时间另行通知'}。期间不得新锁定额度；已锁定的照常申报核销；券与锁定均不到期，结束后按暂停天数顺延。原因：${x.reason}`,
    },
    en: {
      subject: (x) => `The vouchers of ${x.programme} are paused from ${x.from}`,
      body: (x) =>
        `Your voucher of ${x.amount} is paused from ${x.from} ${x.ends ? `to ${x.ends}` : 'on, until the city says that it is over'}. Nothing new can be held meanwhile, what is held can still be redeemed, and neither the voucher nor its holds run out; afterwards they last for as many days longer. Reason: ${x.reason}`,
    },
  }),
  pause_begins_vendor: mail(['programme', 'from', 'ends', 'reason'], {
    'zh-CN': {
      subject: (x) => `${x.programme}自 ${x.from} 起暂停用券`,
      body: (x) =>
        `${x.programme}自 ${x.from} 起暂停用券${x.ends ? `，至 ${x.ends} 止` : '，恢复时间另行通知'}。期间不会有新的锁定；已锁定的订单照常申报核销，锁定不到期。原因：${x.reason}`,
    },
    en: {
      subject: (x) => `The vouchers of ${x.programme} are paused from ${x.from}`,
      body: (x) =>
        `The vouchers of ${x.programme} are paused from ${x.from} ${x.ends ? `to ${x.ends}` : 'on, until the city says that it is over'}. Nothing new is held for you meanwhile; you can redeem what is held, and it does not run out. Reason: ${x.reason}`,
    },
  }),
  pause_over: mail(['programme', 'amount', 'days', 'validTo'], {
    'zh-CN': {
      subject: (x) => `${x.programme}恢复用券，有效期顺延至 ${x.validTo}`,
      body: (x) =>
        `${x.programme}已恢复用券。贵单位面额 ${x.amount} 的券有效期顺延 ${x.days} 天，至 ${x.validTo}。`,
    },
    en: {
      subject: (x) => `Your voucher can be used again, and is valid until ${x.validTo}`,
      body: (x) =>
        `The pause of the vouchers of ${x.programme} is over. Your voucher of ${x.amount} is valid for longer, until ${x.validTo} (days added: ${x.days}).`,
    },
  }),
  pause_over_vendor: mail(['programme'], {
    'zh-CN': {
      subject: (x) => `${x.programme}恢复用券`,
      body: (x) => `${x.programme}已恢复用券，可以重新锁定额度；已锁定的，期限已顺延。`,
    },
    en: {
      subject: (x) => `The vouchers of ${x.programme} can be used again`,
      body: (x) =>
        `The pause of the vouchers of ${x.programme} is over. Orders can be held again, and what was held lasts for as many days longer.`,
    },
  }),
  pause_called_off: mail(['programme', 'from'], {
    'zh-CN': {
      subject: (x) => `${x.programme}不再暂停用券`,
      body: (x) => `原定自 ${x.from} 起暂停${x.programme}的用券，现已取消，用券照常。`,
    },
    en: {
      subject: (x) => `The vouchers of ${x.programme} will not be paused`,
      body: (x) =>
        `The pause of the vouchers of ${x.programme} that was to begin on ${x.from} has been called off. They can be used as before.`,
    },
  }),
  ban_proposed: mail(['firm', 'ends', 'ground'], {
    'zh-CN': {
      subject: (x) => `待复核：暂停 ${x.firm} 的申报资格`,
      body: (x) => `同事提请暂停 ${x.firm} 的申报资格至 ${x.ends}，依据${x.ground}。请复核。`,
    },
    en: {
      subject: (x) => `To be released: a ban of ${x.firm}`,
      body: (x) =>
        `A colleague proposes to ban ${x.firm} from support until ${x.ends}, on the ground of ${x.ground}. Please decide on it.`,
    },
  }),
  ban_released: mail(['ends', 'ground', 'reason', 'phone'], {
    'zh-CN': {
      subject: (x) => `暂停申报资格至 ${x.ends}`,
      body: (x) =>
        `依据${x.ground}，主管部门决定暂停贵单位的申报资格，至 ${x.ends} 止。规则载明此项的政策，在此期间不受理申报，已审定的不予发放。有异议的，请联系主管部门（${x.phone}）。事由：${x.reason}`,
    },
    en: {
      subject: (x) => `You are banned from support until ${x.ends}`,
      body: (x) =>
        `On the ground of ${x.ground} the city bans you from support until ${x.ends}. Programmes whose rules say so refuse your applications until then and issue nothing to you. If you object, contact the city (${x.phone}). Reason: ${x.reason}`,
    },
  }),
  ban_declined: mail(['firm', 'answer'], {
    'zh-CN': {
      subject: (x) => `暂停 ${x.firm} 申报资格的提请被退回`,
      body: (x) => `您提请暂停 ${x.firm} 的申报资格，被退回。理由：${x.answer}`,
    },
    en: {
      subject: (x) => `The ban of ${x.firm} was sent back`,
      body: (x) => `The ban of ${x.firm} that you proposed was sent back. Reason: ${x.answer}`,
    },
  }),
  ban_lifted: mail(['reason'], {
    'zh-CN': {
      subject: () => '已提前解除暂停申报资格',
      body: (x) => `主管部门已提前解除对贵单位申报资格的暂停，可以申报。理由：${x.reason}`,
    },
    en: {
      subject: () => 'Your ban from support has been lifted',
      body: (x) =>
        `The city has lifted the ban before its last day; you can apply again. Reason: ${x.reason}`,
    },
  }),
  cap_raised: mail(['reference', 'cap', 'basis', 'amount'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 的金额上限已提高`,
      body: (x) =>
        `经本市决定（${x.basis}），贵单位的申请 ${x.reference} 适用的上限提高到 ${x.cap}，按规则算得 ${x.amount}，仍在审核中。`,
    },
    en: {
      subject: (x) => `The cap for application ${x.reference} was raised`,
      body: (x) =>
        `The city has decided (${x.basis}) on a cap of ${x.cap} for your application ${x.reference}. The rules now give ${x.amount}; the review goes on.`,
    },
  }),
  sample_drawn: mail(['programme', 'programmeEn', 'count'], {
    'zh-CN': {
      subject: (x) => `请复查：${x.programme}独任审定抽查`,
      body: (x) => `“${x.programme}”已抽取 ${x.count} 件由一名人员审定的案件，请复查并记录结果。`,
    },
    en: {
      subject: (x) => `To be checked: decisions taken alone, ${x.programmeEn}`,
      body: (x) =>
        `Of the decisions that one officer took alone under ${x.programmeEn}, ${x.count} were drawn. Check them and record the result.`,
    },
  }),
  sample_finding: mail(['reference', 'reason'], {
    'zh-CN': {
      subject: (x) => `抽查发现问题：申请 ${x.reference}`,
      body: (x) => `申请 ${x.reference} 由一名人员审定，抽查发现问题：${x.reason}`,
    },
    en: {
      subject: (x) => `Finding on application ${x.reference}`,
      body: (x) =>
        `One officer decided application ${x.reference} alone. The check found: ${x.reason}`,
    },
  }),
  share_proposed: mail(['pool', 'poolEn', 'claimed', 'amount'], {
    'zh-CN': {
      subject: (x) => `待复核：${x.pool}按比例分配`,
      body: (x) =>
        `“${x.pool}”已提请按比例分配：申请额合计 ${x.claimed}，分配合计 ${x.amount}。请复核或退回。`,
    },
    en: {
      subject: (x) => `To be released: the share-out of ${x.poolEn}`,
      body: (x) =>
        `The share-out of ${x.poolEn} is proposed: claims of ${x.claimed} together, shares of ${x.amount}. Release it or send it back.`,
    },
  }),
  share_released: mail(['pool', 'poolEn', 'claimed', 'amount'], {
    'zh-CN': {
      subject: (x) => `${x.pool}已按比例分配`,
      body: (x) =>
        `“${x.pool}”的按比例分配已复核通过：申请额合计 ${x.claimed}，分配合计 ${x.amount}，已预留。需公示的，请安排公示。`,
    },
    en: {
      subject: (x) => `${x.poolEn} was shared out`,
      body: (x) =>
        `The share-out of ${x.poolEn} was released: claims of ${x.claimed} together, shares of ${x.amount}, which are promised. Put the cases that need it on public notice.`,
    },
  }),
  share_declined: mail(['pool', 'poolEn', 'claimed', 'amount', 'answer'], {
    'zh-CN': {
      subject: (x) => `${x.pool}按比例分配被退回`,
      body: (x) =>
        `“${x.pool}”的按比例分配（申请额合计 ${x.claimed}，分配合计 ${x.amount}）被退回。理由：${x.answer}`,
    },
    en: {
      subject: (x) => `The share-out of ${x.poolEn} was sent back`,
      body: (x) =>
        `The share-out of ${x.poolEn} (claims of ${x.claimed}, shares of ${x.amount}) was sent back. Reason: ${x.answer}`,
    },
  }),
  case_cleared: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 待发放`,
      body: (x) => `申请 ${x.reference} 已核准 ${x.amount}，请提请发放。`,
    },
    en: {
      subject: (x) => `Application ${x.reference} awaits its issue`,
      body: (x) => `Application ${x.reference} is approved for ${x.amount}. Propose its issue.`,
    },
  }),
  case_due: mail(['reference', 'due'], {
    'zh-CN': {
      subject: (x) => `即将到期：申请 ${x.reference}`,
      body: (x) => `申请 ${x.reference} 应于 ${x.due} 前办结，请抓紧办理。`,
    },
    en: {
      subject: (x) => `Due soon: application ${x.reference}`,
      body: (x) => `Application ${x.reference} is to be decided by ${x.due}.`,
    },
  }),
  case_overdue: mail(['reference', 'due'], {
    'zh-CN': {
      subject: (x) => `已逾期：申请 ${x.reference}`,
      body: (x) => `申请 ${x.reference} 应于 ${x.due} 前办结，现已逾期，请立即办理。`,
    },
    en: {
      subject: (x) => `Overdue: application ${x.reference}`,
      body: (x) =>
        `Application ${x.reference} was to be decided by ${x.due} and is overdue. Decide it now.`,
    },
  }),
  stage_due: mail(['reference', 'due', 'stage', 'stageEn'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 的“${x.stage}”即将到期`,
      body: (x) => `申请 ${x.reference} 的“${x.stage}”应于 ${x.due} 前完成。`,
    },
    en: {
      subject: (x) => `Due soon: ${x.stageEn} of application ${x.reference}`,
      body: (x) => `The stage “${x.stageEn}” of application ${x.reference} is due on ${x.due}.`,
    },
  }),
  stage_overdue: mail(['reference', 'due', 'stage', 'stageEn'], {
    'zh-CN': {
      subject: (x) => `申请 ${x.reference} 的“${x.stage}”已逾期`,
      body: (x) => `申请 ${x.reference} 的“${x.stage}”应于 ${x.due} 前完成，现已逾期，请立即办理。`,
    },
    en: {
      subject: (x) => `Overdue: ${x.stageEn} of application ${x.reference}`,
      body: (x) =>
        `The stage “${x.stageEn}” of application ${x.reference} was due on ${x.due} and is overdue. Finish it now.`,
    },
  }),
  issue_proposed: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `请复核申请 ${x.reference} 的发放`,
      body: (x) => `申请 ${x.reference} 已提请发放 ${x.amount}，请复核后发放或退回。`,
    },
    en: {
      subject: (x) => `To be released: issue for application ${x.reference}`,
      body: (x) =>
        `The issue of ${x.amount} for application ${x.reference} is proposed. Release it or send it back.`,
    },
  }),
  issue_declined: mail(['reference', 'reason'], {
    'zh-CN': {
      subject: (x) => `发放被退回：申请 ${x.reference}`,
      body: (x) => `您提请的申请 ${x.reference} 的发放被退回。理由：${x.reason}`,
    },
    en: {
      subject: (x) => `Issue sent back: application ${x.reference}`,
      body: (x) =>
        `The issue that you proposed for application ${x.reference} was sent back. Reason: ${x.reason}`,
    },
  }),
  awards_proposed: mail(['reference', 'count', 'amount'], {
    'zh-CN': {
      subject: (x) => `请复核免申即享名单 ${x.reference}`,
      body: (x) =>
        `名单 ${x.reference}（${x.count} 家，共 ${x.amount}）已提请发放，请复核后发放或退回。`,
    },
    en: {
      subject: (x) => `To be released: list of awards ${x.reference}`,
      body: (x) =>
        `The list ${x.reference} (${x.count} firms, ${x.amount} in all) is proposed for issue. Release it or send it back.`,
    },
  }),
  awards_declined: mail(['reference', 'reason'], {
    'zh-CN': {
      subject: (x) => `免申即享名单 ${x.reference} 被退回`,
      body: (x) => `您提请的名单 ${x.reference} 被退回。理由：${x.reason}`,
    },
    en: {
      subject: (x) => `List of awards ${x.reference} was sent back`,
      body: (x) => `The list ${x.reference} that you proposed was sent back. Reason: ${x.reason}`,
    },
  }),
  draft_closing: mail(['title', 'due', 'titleEn'], {
    'zh-CN': {
      subject: (x) => `请尽快提交：${x.title}将于 ${x.due} 截止`,
      body: (x) => `您的申请草稿尚未提交。${x.title}本批次于 ${x.due} 截止，逾期草稿自动关闭。`,
    },
    en: {
      subject: (x) => `Submit soon: ${x.titleEn} closes on ${x.due}`,
      body: (x) =>
        `Your application is still a draft. ${x.titleEn} closes on ${x.due}; drafts are closed with it.`,
    },
  }),
  correction_closing: mail(['due', 'reference'], {
    'zh-CN': {
      subject: (x) => `请于 ${x.due} 前补正申请 ${x.reference}`,
      body: (x) => `申请 ${x.reference} 的补正期至 ${x.due}，逾期视为放弃申请。`,
    },
    en: {
      subject: (x) => `Correct application ${x.reference} by ${x.due}`,
      body: (x) =>
        `The time to correct application ${x.reference} ends on ${x.due}. After that the application is closed.`,
    },
  }),
  appeal_closing: mail(['reference', 'due'], {
    'zh-CN': {
      subject: (x) => `对申请 ${x.reference} 的申诉期至 ${x.due}`,
      body: (x) =>
        `申请 ${x.reference} 未通过。如不服该决定，请于 ${x.due} 前提出申诉，逾期不再受理。`,
    },
    en: {
      subject: (x) => `You can appeal about application ${x.reference} until ${x.due}`,
      body: (x) =>
        `Application ${x.reference} was refused. You can appeal against that until ${x.due}, and not after.`,
    },
  }),
  appeal_due: mail(['due', 'reference'], {
    'zh-CN': {
      subject: (x) => `请于 ${x.due} 前决定申诉 ${x.reference}`,
      body: (x) => `申诉 ${x.reference} 应于 ${x.due} 前作出决定。`,
    },
    en: {
      subject: (x) => `Decide appeal ${x.reference} by ${x.due}`,
      body: (x) => `Appeal ${x.reference} is to be decided by ${x.due}.`,
    },
  }),
  programme_suspended: mail(['title', 'reason', 'titleEn'], {
    'zh-CN': {
      subject: (x) => `${x.title}暂停受理`,
      body: (x) => `${x.title}已暂停受理新申请，您的草稿仍予保留。理由：${x.reason}`,
    },
    en: {
      subject: (x) => `${x.titleEn} is suspended`,
      body: (x) =>
        `${x.titleEn} takes no new applications for now. Your draft is kept. Reason: ${x.reason}`,
    },
  }),
  programme_resumed: mail(['title', 'titleEn'], {
    'zh-CN': {
      subject: (x) => `${x.title}恢复受理`,
      body: (x) => `${x.title}已恢复受理，请继续填写您的申请。`,
    },
    en: {
      subject: (x) => `${x.titleEn} is open again`,
      body: (x) => `${x.titleEn} takes applications again. Go on with yours.`,
    },
  }),
  key_rotated: mail(['by', 'key'], {
    'zh-CN': {
      subject: () => '本市签名密钥已更换',
      body: (x) =>
        `${x.by}已更换本市算力券证书的签名密钥。现行密钥 ${x.key}。原密钥不再用于签名，仍予公布，已出具的证书继续有效。如非本市安排，请立即核查。`,
    },
    en: {
      subject: () => 'The city’s signing key was replaced',
      body: (x) =>
        `${x.by} replaced the key that signs the city’s voucher certificates. The key is now ${x.key}. The old one signs nothing more and stays published, and certificates signed with it stay valid. If the city did not plan this, look into it at once.`,
    },
  }),
  voucher_frozen: mail(['amount', 'reason'], {
    'zh-CN': {
      subject: (x) => `算力券已冻结：${x.amount}`,
      body: (x) => `您面额 ${x.amount} 的算力券已冻结，暂不能使用。理由：${x.reason}`,
    },
    en: {
      subject: (x) => `Voucher frozen: ${x.amount}`,
      body: (x) =>
        `Your voucher of ${x.amount} is frozen and cannot be used for now. Reason: ${x.reason}`,
    },
  }),
  voucher_unfrozen: mail(['amount'], {
    'zh-CN': {
      subject: (x) => `算力券已解冻：${x.amount}`,
      body: (x) => `您面额 ${x.amount} 的算力券已解冻，可以继续使用。`,
    },
    en: {
      subject: (x) => `Voucher no longer frozen: ${x.amount}`,
      body: (x) => `Your voucher of ${x.amount} can be used again.`,
    },
  }),
  voucher_revoked: mail(['amount', 'left', 'ground', 'reason', 'phone'], {
    'zh-CN': {
      subject: (x) => `算力券已撤销：${x.amount}`,
      body: (x) =>
        `依据${x.ground}，主管部门撤销了贵单位面额 ${x.amount} 的算力券。理由：${x.reason} 未使用的 ${x.left} 已收回预算，此券不能再使用；已使用的金额不因撤销而变动。如有疑问，请联系主管部门（${x.phone}）。`,
    },
    en: {
      subject: (x) => `Voucher revoked: ${x.amount}`,
      body: (x) =>
        `On the ground of ${x.ground}, the city has revoked your voucher of ${x.amount}. Reason: ${x.reason} The ${x.left} that was not used went back to the budget, and the voucher can no longer be used. What was used stays as it is. For questions, call the city (${x.phone}).`,
    },
  }),
  voucher_extended: mail(['amount', 'from', 'validTo', 'reason'], {
    'zh-CN': {
      subject: (x) => `算力券有效期延至 ${x.validTo}`,
      body: (x) =>
        `贵单位面额 ${x.amount} 的算力券，有效期由 ${x.from} 延至 ${x.validTo}。理由：${x.reason} 每张券只能延期一次。已出具的证书仍载原有效期，需要时请重新出具。`,
    },
    en: {
      subject: (x) => `Your voucher is now valid until ${x.validTo}`,
      body: (x) =>
        `Your voucher of ${x.amount} was valid until ${x.from} and is now valid until ${x.validTo}. Reason: ${x.reason} A voucher is extended once only. A certificate issued before still names the earlier day; issue a new one where you need it.`,
    },
  }),
  revocation_proposed: mail(['reference', 'organisation', 'amount'], {
    'zh-CN': {
      subject: (x) => `撤销算力券待复核：${x.reference}`,
      body: (x) =>
        `拟撤销${x.organisation}面额 ${x.amount} 的算力券（${x.reference}），请由提请人以外的人员复核。`,
    },
    en: {
      subject: (x) => `Revocation ${x.reference} waits for its release`,
      body: (x) =>
        `The voucher of ${x.organisation} over ${x.amount} is to be revoked (${x.reference}). Somebody other than its proposer has to release that.`,
    },
  }),
  extension_proposed: mail(['reference', 'organisation', 'validTo'], {
    'zh-CN': {
      subject: (x) => `算力券延期待复核：${x.reference}`,
      body: (x) =>
        `拟将${x.organisation}的算力券有效期延至 ${x.validTo}（${x.reference}），请由提请人以外的人员复核。`,
    },
    en: {
      subject: (x) => `Extension ${x.reference} waits for its release`,
      body: (x) =>
        `The voucher of ${x.organisation} is to be valid until ${x.validTo} (${x.reference}). Somebody other than its proposer has to release that.`,
    },
  }),
  voucher_change_declined: mail(['reference', 'answer'], {
    'zh-CN': {
      subject: (x) => `撤销或延期 ${x.reference} 被退回`,
      body: (x) => `您提请的 ${x.reference} 被退回，理由：${x.answer}`,
    },
    en: {
      subject: (x) => `Revocation or extension ${x.reference} was sent back`,
      body: (x) => `Your proposal ${x.reference} was sent back: ${x.answer}`,
    },
  }),
  hold_revoked: mail(['order', 'organisation', 'amount'], {
    'zh-CN': {
      subject: (x) => `订单 ${x.order} 的算力券已撤销`,
      body: (x) =>
        `主管部门撤销了${x.organisation}的算力券，为订单 ${x.order} 锁定而未申报的 ${x.amount} 已解除，不能再核销。此前已申报的核销不受影响。`,
    },
    en: {
      subject: (x) => `The voucher for order ${x.order} was revoked`,
      body: (x) =>
        `The city revoked the voucher of ${x.organisation}. The ${x.amount} held for order ${x.order} and not yet redeemed is gone and can no longer be redeemed. What you redeemed before is not affected.`,
    },
  }),
  voucher_expiring: mail(['due', 'amount'], {
    'zh-CN': {
      subject: (x) => `算力券将于 ${x.due} 到期`,
      body: (x) =>
        `您的算力券将于 ${x.due} 到期，余额 ${x.amount}，届时未使用或未申请兑付的部分收回。`,
    },
    en: {
      subject: (x) => `Your voucher expires on ${x.due}`,
      body: (x) =>
        `Your voucher expires on ${x.due}, with ${x.amount} left on it. What is neither spent nor claimed by then goes back to the city.`,
    },
  }),
  voucher_expired: mail(['amount', 'left'], {
    'zh-CN': {
      subject: () => '算力券已到期',
      body: (x) => `您面额 ${x.amount} 的算力券已到期，收回未使用的 ${x.left}。`,
    },
    en: {
      subject: () => 'Your voucher has expired',
      body: (x) =>
        `Your voucher of ${x.amount} has expired. ${x.left} that was not used went back to the city.`,
    },
  }),
  hold_ended: mail(['order', 'organisation', 'amount'], {
    'zh-CN': {
      subject: (x) => `订单 ${x.order} 的锁定已解除`,
      body: (x) =>
        `${x.organisation}为订单 ${x.order} 锁定的金额中，未核销的 ${x.amount} 已解除锁定。`,
    },
    en: {
      subject: (x) => `The hold for order ${x.order} has ended`,
      body: (x) =>
        `Of what ${x.organisation} held for order ${x.order}, ${x.amount} that was not redeemed is free again.`,
    },
  }),
  hold_expiring: mail(['order', 'due', 'organisation', 'amount'], {
    'zh-CN': {
      subject: (x) => `订单 ${x.order} 的锁定将于 ${x.due} 到期`,
      body: (x) =>
        `${x.organisation}为订单 ${x.order} 锁定的额度还有 ${x.amount} 未申报，将于 ${x.due} 到期，请在此前提交核销。`,
    },
    en: {
      subject: (x) => `The hold for order ${x.order} ends on ${x.due}`,
      body: (x) =>
        `${x.amount} of what ${x.organisation} holds for order ${x.order} is not claimed yet. The hold ends on ${x.due}: submit the redemption before that.`,
    },
  }),
  redemption_disputed: mail(['reference', 'reason'], {
    'zh-CN': {
      subject: (x) => `核销 ${x.reference} 有争议`,
      body: (x) => `用券单位对核销 ${x.reference} 提出争议：${x.reason}`,
    },
    en: {
      subject: (x) => `Redemption ${x.reference} is disputed`,
      body: (x) => `The start-up disputes redemption ${x.reference}: ${x.reason}`,
    },
  }),
  redemption_rejected: mail(['reference', 'reason'], {
    'zh-CN': {
      subject: (x) => `核销 ${x.reference} 未通过`,
      body: (x) => `核销 ${x.reference} 未通过核验。理由：${x.reason}`,
    },
    en: {
      subject: (x) => `Redemption ${x.reference} was refused`,
      body: (x) => `The city refused redemption ${x.reference}. Reason: ${x.reason}`,
    },
  }),
  redemption_silence: mail(['reference', 'vendor', 'amount', 'due'], {
    'zh-CN': {
      subject: (x) => `核销 ${x.reference} 即将视为确认`,
      body: (x) =>
        `${x.vendor}提交的核销 ${x.reference}（${x.amount}）到 ${x.due} 仍未答复的，将视为您已确认。如有异议，请在此之前提出争议。`,
    },
    en: {
      subject: (x) => `Redemption ${x.reference} will soon count as confirmed`,
      body: (x) =>
        `Redemption ${x.reference} of ${x.vendor} over ${x.amount} counts as confirmed if you have not answered by ${x.due}. Dispute it before then if it is wrong.`,
    },
  }),
  redemption_silent: mail(['reference', 'days'], {
    'zh-CN': {
      subject: (x) => `核销 ${x.reference} 视为已确认`,
      body: (x) =>
        `核销 ${x.reference} 在 ${x.days} 个工作日内未收到您的答复，按办法规定视为确认，转主管部门核验。如有异议，请立即联系主管部门。`,
    },
    en: {
      subject: (x) => `Redemption ${x.reference} counts as confirmed`,
      body: (x) =>
        `You did not answer redemption ${x.reference} within ${x.days} working days, so under the rules it counts as confirmed and goes to the city. If it is wrong, tell the city at once.`,
    },
  }),
  redemption_waiting: mail(['reference', 'vendor', 'amount'], {
    'zh-CN': {
      subject: (x) => `核销 ${x.reference} 待您确认`,
      body: (x) =>
        `${x.vendor}提交的核销 ${x.reference}（${x.amount}）仍待确认，请确认或提出争议。`,
    },
    en: {
      subject: (x) => `Redemption ${x.reference} still awaits you`,
      body: (x) =>
        `Redemption ${x.reference} of ${x.vendor} over ${x.amount} is still neither confirmed nor disputed. Answer it.`,
    },
  }),
  claim_submitted: mail(['reference', 'organisation', 'amount'], {
    'zh-CN': {
      subject: (x) => `请核验兑付申请 ${x.reference}`,
      body: (x) => `${x.organisation}提交了兑付申请 ${x.reference}，申请兑付 ${x.amount}。请核验。`,
    },
    en: {
      subject: (x) => `Verify claim ${x.reference}`,
      body: (x) =>
        `${x.organisation} submitted claim ${x.reference} for a payment of ${x.amount}. Verify it.`,
    },
  }),
  claim_returned: mail(['reference', 'reason', 'due'], {
    'zh-CN': {
      subject: (x) => `请补正兑付申请 ${x.reference}，${x.due}前`,
      body: (x) =>
        `兑付申请 ${x.reference} 需要补正：${x.reason} 请在 ${x.due}前补正并重新提交，逾期未提交的，本次申请终止。`,
    },
    en: {
      subject: (x) => `Correct claim ${x.reference} by ${x.due}`,
      body: (x) =>
        `Claim ${x.reference} must be corrected: ${x.reason} Correct it and submit it again by ${x.due}. After that day this claim ends.`,
    },
  }),
  claim_verified: mail(['reference', 'amount', 'reason'], {
    'zh-CN': {
      subject: (x) => `兑付申请 ${x.reference} 已核验：${x.amount}`,
      body: (x) =>
        `兑付申请 ${x.reference} 已核验，核定兑付 ${x.amount}，列入下一批结算。${x.reason && `核减理由：${x.reason}`}`,
    },
    en: {
      subject: (x) => `Claim ${x.reference} was verified: ${x.amount}`,
      body: (x) =>
        `Claim ${x.reference} was verified. ${x.amount} will be paid with the next settlement.${x.reason && ` Why it was reduced: ${x.reason}`}`,
    },
  }),
  claim_refused: mail(['reference', 'reason'], {
    'zh-CN': {
      subject: (x) => `兑付申请 ${x.reference} 未通过`,
      body: (x) =>
        `兑付申请 ${x.reference} 未通过核验。理由：${x.reason} 有效期内可以重新申请兑付。`,
    },
    en: {
      subject: (x) => `Claim ${x.reference} was refused`,
      body: (x) =>
        `Claim ${x.reference} was refused. Reason: ${x.reason} While the award is valid you can claim again.`,
    },
  }),
  claim_lapsed: mail(['reference'], {
    'zh-CN': {
      subject: (x) => `兑付申请 ${x.reference} 已终止`,
      body: (x) => `兑付申请 ${x.reference} 未在期限内补正，已终止。有效期内可以重新申请兑付。`,
    },
    en: {
      subject: (x) => `Claim ${x.reference} has ended`,
      body: (x) =>
        `Claim ${x.reference} was not corrected in time and has ended. While the award is valid you can claim again.`,
    },
  }),
  claim_closing: mail(['reference', 'due'], {
    'zh-CN': {
      subject: (x) => `兑付申请 ${x.reference} 请在 ${x.due}前补正`,
      body: (x) =>
        `兑付申请 ${x.reference} 尚未补正。请在 ${x.due}前补正并重新提交，逾期未提交的，本次申请终止。`,
    },
    en: {
      subject: (x) => `Correct claim ${x.reference} by ${x.due}`,
      body: (x) =>
        `Claim ${x.reference} has not been corrected yet. Correct it and submit it again by ${x.due}. After that day this claim ends.`,
    },
  }),
  batch_proposed: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `请复核结算批次 ${x.reference}`,
      body: (x) => `结算批次 ${x.reference}（共 ${x.amount}）已提请发放，请复核。`,
    },
    en: {
      subject: (x) => `To be released: settlement ${x.reference}`,
      body: (x) => `Settlement ${x.reference} over ${x.amount} is proposed. Check and release it.`,
    },
  }),
  red_invoice_recorded: mail(['reference', 'number'], {
    'zh-CN': {
      subject: (x) => `核销 ${x.reference} 的发票已被红冲`,
      body: (x) =>
        `主管部门查验到核销 ${x.reference} 的发票已被红冲（红字发票 ${x.number}），该核销未核验的不能再核验，已核验的提请追回。如登记有误，请及时联系主管部门。`,
    },
    en: {
      subject: (x) => `The invoice of redemption ${x.reference} was reversed`,
      body: (x) =>
        `The city found that the invoice of redemption ${x.reference} was reversed at the tax office (by invoice ${x.number}). If the redemption is not verified yet, it can no longer be; otherwise its recovery is proposed. If that is wrong, contact the city soon.`,
    },
  }),
  recovery_proposed: mail(['reference', 'amount', 'payee'], {
    'zh-CN': {
      subject: (x) => `追回待复核：${x.reference}`,
      body: (x) => `拟向${x.payee}追回 ${x.amount}（${x.reference}），请由提请人以外的人员复核。`,
    },
    en: {
      subject: (x) => `Recovery ${x.reference} waits for its release`,
      body: (x) =>
        `${x.amount} is to be recovered from ${x.payee} (${x.reference}). Somebody other than its proposer has to release it.`,
    },
  }),
  recovery_released: mail(['reference', 'amount', 'ground', 'phone', 'percent', 'from'], {
    'zh-CN': {
      subject: (x) => `追回通知：${x.amount}（${x.reference}）`,
      body: (x) =>
        `依据${x.ground}，主管部门决定向贵单位追回 ${x.amount}（${x.reference}）。该金额先从贵单位后续结算中抵扣；不足抵扣的，请联系主管部门（${x.phone}）办理退还。${x.percent ? `未还本金自 ${x.from} 起按年利率 ${x.percent}% 计收利息，利息不从结算中抵扣，缴入国库。` : ''}`,
    },
    en: {
      subject: (x) => `${x.amount} is recovered from you (${x.reference})`,
      body: (x) =>
        `The city recovers ${x.amount} from you (${x.reference}) on the ground of ${x.ground}. It is taken from your next payments; where those do not suffice, ask the city (${x.phone}) how to pay it back.${x.percent ? ` What is not paid back bears interest at ${x.percent}% a year from ${x.from} on; interest is not taken from payments and goes to the treasury.` : ''}`,
    },
  }),
  recovery_unpaid: mail(['reference', 'amount', 'ground', 'phone'], {
    'zh-CN': {
      subject: (x) => `${x.amount} 不再支付（${x.reference}）`,
      body: (x) =>
        `依据${x.ground}，主管部门决定不再向贵单位支付 ${x.amount}（${x.reference}）。该金额尚未结算，无须退还。如有疑问，请联系主管部门（${x.phone}）。`,
    },
    en: {
      subject: (x) => `${x.amount} is not paid to you (${x.reference})`,
      body: (x) =>
        `On the ground of ${x.ground} the city does not pay you ${x.amount} (${x.reference}). No settlement included it yet, so nothing has to be paid back. If you have questions, ask the city (${x.phone}).`,
    },
  }),
  recovery_of_voucher: mail(['reference', 'amount', 'payee', 'effect', 'effectEn'], {
    'zh-CN': {
      subject: (x) => `您的算力券有一笔核销被追回（${x.reference}）`,
      body: (x) => `主管部门向${x.payee}追回 ${x.amount}（${x.reference}）。${x.effect}`,
    },
    en: {
      subject: (x) => `A redemption on your voucher was reversed (${x.reference})`,
      body: (x) => `The city recovers ${x.amount} from ${x.payee} (${x.reference}). ${x.effectEn}`,
    },
  }),
  recovery_declined: mail(['reference', 'amount', 'answer'], {
    'zh-CN': {
      subject: (x) => `追回 ${x.reference} 被退回`,
      body: (x) => `您提请的追回 ${x.reference}（${x.amount}）被退回，理由：${x.answer}`,
    },
    en: {
      subject: (x) => `Recovery ${x.reference} was sent back`,
      body: (x) =>
        `Your proposal to recover ${x.amount} (${x.reference}) was sent back: ${x.answer}`,
    },
  }),
  credit_entered: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `追回 ${x.reference} 有一笔还款或核减待复核`,
      body: (x) =>
        `追回 ${x.reference} 登记了 ${x.amount} 的还款或核减，请由登记人以外的人员复核。`,
    },
    en: {
      subject: (x) => `Recovery ${x.reference}: a repayment or write-off waits for its release`,
      body: (x) =>
        `A repayment or write-off of ${x.amount} was entered for recovery ${x.reference}. Somebody else has to release it.`,
    },
  }),
  credit_released: mail(['reference', 'amount', 'left'], {
    'zh-CN': {
      subject: (x) => `追回 ${x.reference} 已减少 ${x.amount}`,
      body: (x) => `追回 ${x.reference} 已入账还款或核减 ${x.amount}，尚余 ${x.left}。`,
    },
    en: {
      subject: (x) => `Recovery ${x.reference}: ${x.amount} less to pay`,
      body: (x) =>
        `A repayment or write-off of ${x.amount} was booked for recovery ${x.reference}; ${x.left} is left.`,
    },
  }),
  credit_declined: mail(['reference', 'amount', 'answer'], {
    'zh-CN': {
      subject: (x) => `追回 ${x.reference} 的还款或核减被退回`,
      body: (x) => `您为追回 ${x.reference} 登记的 ${x.amount} 被退回，理由：${x.answer}`,
    },
    en: {
      subject: (x) => `Recovery ${x.reference}: your entry was sent back`,
      body: (x) =>
        `The ${x.amount} that you entered for recovery ${x.reference} was sent back: ${x.answer}`,
    },
  }),
  advance_proposed: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `备用金提请 ${x.reference} 待复核`,
      body: (x) => `备用金提请 ${x.reference}（${x.amount}）待复核，请由提请人以外的人员办理。`,
    },
    en: {
      subject: (x) => `Advance: proposal ${x.reference} waits for a decision`,
      body: (x) =>
        `Proposal ${x.reference} about an advance, ${x.amount}, waits for a decision. Somebody else than its maker has to take it.`,
    },
  }),
  advance_declined: mail(['reference', 'amount', 'answer'], {
    'zh-CN': {
      subject: (x) => `备用金提请 ${x.reference} 被退回`,
      body: (x) => `您的备用金提请 ${x.reference}（${x.amount}）被退回，理由：${x.answer}`,
    },
    en: {
      subject: (x) => `Advance: proposal ${x.reference} was sent back`,
      body: (x) =>
        `Your proposal ${x.reference} about an advance, ${x.amount}, was sent back: ${x.answer}`,
    },
  }),
  advance_released: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `备用金额度已核定：${x.amount}`,
      body: (x) =>
        `贵单位备用金额度核定为 ${x.amount}（${x.reference}），随下一个结算批次拨付；之后的结算先行抵扣，并按额度补足。`,
    },
    en: {
      subject: (x) => `You get an advance of ${x.amount}`,
      body: (x) =>
        `The city pays you up to ${x.amount} in advance (${x.reference}), with the next settlement. Later settlements draw on it first and pay it up again.`,
    },
  }),
  advance_returned: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `备用金退回已入账：${x.amount}`,
      body: (x) => `贵单位退回的备用金 ${x.amount} 已入账（${x.reference}）。`,
    },
    en: {
      subject: (x) => `Your return of ${x.amount} has arrived`,
      body: (x) => `The ${x.amount} that you paid back of an advance has arrived (${x.reference}).`,
    },
  }),
  advance_ended: mail(['amount', 'reason'], {
    'zh-CN': {
      subject: () => `备用金已终止`,
      body: (x) =>
        `贵单位的备用金已终止，理由：${x.reason}。账面余额 ${x.amount} 在之后的结算中抵扣，抵扣不完的请退回。`,
    },
    en: {
      subject: () => `An advance of yours has ended`,
      body: (x) =>
        `The city has ended an advance of yours: ${x.reason}. Settlements draw on its balance of ${x.amount}; pay back what is left then.`,
    },
  }),
  payment_covered: mail(['reference'], {
    'zh-CN': {
      subject: (x) => `结算 ${x.reference} 已由备用金抵扣`,
      body: (x) => `结算 ${x.reference} 由贵单位已领取的备用金全额抵扣，无需另行拨付。`,
    },
    en: {
      subject: (x) => `Settlement ${x.reference} is covered by your advance`,
      body: (x) =>
        `Settlement ${x.reference} is wholly covered by what you were paid in advance, so nothing else is paid.`,
    },
  }),
  funder_receipt_entered: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `请款单 ${x.reference} 有一笔到账待复核`,
      body: (x) => `请款单 ${x.reference} 登记到账 ${x.amount}，请由登记人以外的人员复核。`,
    },
    en: {
      subject: (x) => `Bill ${x.reference}: a receipt waits to be confirmed`,
      body: (x) =>
        `${x.amount} was entered as received for bill ${x.reference}. Somebody else has to confirm it.`,
    },
  }),
  funder_receipt_declined: mail(['reference', 'amount', 'answer'], {
    'zh-CN': {
      subject: (x) => `请款单 ${x.reference} 的到账登记被退回`,
      body: (x) => `您为请款单 ${x.reference} 登记的到账 ${x.amount} 被退回，理由：${x.answer}`,
    },
    en: {
      subject: (x) => `Bill ${x.reference}: your entry was sent back`,
      body: (x) =>
        `The ${x.amount} that you entered for bill ${x.reference} was sent back: ${x.answer}`,
    },
  }),
  batch_sent_back: mail(['reference', 'amount', 'reason'], {
    'zh-CN': {
      subject: (x) => `结算批次 ${x.reference} 被退回`,
      body: (x) =>
        `您制作的结算批次 ${x.reference}（合计 ${x.amount}）被退回，理由：${x.reason}。其中的付款列入下一个批次。`,
    },
    en: {
      subject: (x) => `Settlement batch ${x.reference} was sent back`,
      body: (x) =>
        `Your settlement batch ${x.reference}, ${x.amount} in all, was sent back: ${x.reason}. What was in it goes into the next batch.`,
    },
  }),
  batch_released: mail(['reference', 'amount'], {
    'zh-CN': {
      subject: (x) => `结算批次 ${x.reference} 已复核`,
      body: (x) =>
        `您提请的结算批次 ${x.reference}（共 ${x.amount}）已复核，请下载付款文件并登记付款。`,
    },
    en: {
      subject: (x) => `Settlement ${x.reference} was released`,
      body: (x) =>
        `Settlement ${x.reference} over ${x.amount}, which you proposed, was released. Download its payment file and mark the payments.`,
    },
  }),
  version_published: mail(['title', 'number', 'titleEn'], {
    'zh-CN': {
      subject: (x) => `已发布：${x.title}第 ${x.number} 版`,
      body: (x) => `${x.title}的规则第 ${x.number} 版已发布。`,
    },
    en: {
      subject: (x) => `Published: ${x.titleEn}, version ${x.number}`,
      body: (x) => `Version ${x.number} of ${x.titleEn} was published.`,
    },
  }),
};
