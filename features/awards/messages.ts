import { ledgerBroken, ledgerRefusals } from '@/features/ledger/messages';
import type { Locale } from '@/lib/locale';
import { doneMessages, messages } from '@/lib/messages';
import { stateChanged } from '@/lib/refusal-messages';

type N = { n: number };
type Line = { line: number };

const ownRefusals = messages({
  programme_unknown: {
    'zh-CN': '没有这项免申即享的政策，或它已停用。',
    en: 'There is no such programme without application, or it is suspended.',
  },
  same_file: {
    'zh-CN': '这个文件刚刚已由他人上传，请刷新页面查看。',
    en: 'Somebody has just uploaded this very file. Reload the page to see it.',
  },
  import_unknown: { 'zh-CN': '没有这份名单。', en: 'There is no such list.' },
  row_unknown: { 'zh-CN': '没有这一行。', en: 'There is no such row.' },
  state_changed: stateChanged,
  mapping_wrong: { 'zh-CN': '请更正列的对应关系。', en: 'Correct which column holds what.' },
  row_faulty: {
    'zh-CN': '这一行仍有问题，尚未保存。请更正，或将其移出。',
    en: 'Something is still wrong with this row; it was not saved. Correct it, or set it aside.',
  },
  rows_unresolved: {
    'zh-CN': ({ n }: N) => `还有 ${n} 行存在问题，更正或移出后才能提请。`,
    en: ({ n }: N) =>
      n === 1
        ? '1 row still has a problem. Correct it or set it aside first.'
        : `${n} rows still have problems. Correct them or set them aside first.`,
  },
  rows_changed: {
    'zh-CN': ({ n }: N) => `重新校验后有 ${n} 行出现问题。请先“重新校验”，再更正或移出。`,
    en: ({ n }: N) =>
      `Checked once more, ${n} ${n === 1 ? 'row has' : 'rows have'} a problem. Check again, then correct or set aside.`,
  },
  nothing_ready: {
    'zh-CN': '名单中没有可发放的行。',
    en: 'No row of the list can be issued.',
  },
  another_proposed: {
    'zh-CN': '该政策另有一份名单正等待复核。请等它办结后再提请。',
    en: 'Another list of this programme waits for its release. Propose this one after that.',
  },
  import_decided: {
    'zh-CN': '该名单已由其他人员办理，请刷新页面。',
    en: 'Somebody else has decided on this list. Reload the page.',
  },
  same_person: {
    'zh-CN': '提请与复核须为不同人员。',
    en: 'Whoever proposed the list cannot release it or send it back.',
  },
  programme_closed: {
    'zh-CN': '该政策已停用，不能发放。',
    en: 'The programme is suspended; nothing can be issued.',
  },
  firm_unusable: {
    'zh-CN': ({ line }: Line) =>
      `第 ${line} 行的企业不能持券（已登记为服务商）。请退回名单；已公示的，撤下该行。`,
    en: ({ line }: Line) =>
      `The firm in line ${line} cannot hold a voucher: it is registered as a vendor. Send the list back, or take the line off it where it is on notice.`,
  },
  issued_before: {
    'zh-CN': '名单中有企业的同一合同或周期已经发放过。请退回名单重新校验。',
    en: 'A firm on the list already has a voucher for the same contract or period. Send the list back to be checked.',
  },
  line_banned: {
    'zh-CN': ({ line, on }: { line: number; on: string }) =>
      `第 ${line} 行的单位被暂停申报资格至 ${on}，未发放任何一行。请退回名单，移出该行后重新提请。`,
    en: ({ line, on }: { line: number; on: string }) =>
      `The firm in line ${line} is banned from support until ${on}; nothing was issued. Send the list back and set the line aside.`,
  },
  listed_banned: {
    'zh-CN': ({ line, on }: { line: number; on: string }) =>
      `第 ${line} 行的单位被暂停申报资格至 ${on}，未发放任何一行。请先从公示名单中撤下该行。`,
    en: ({ line, on }: { line: number; on: string }) =>
      `The firm in line ${line} is banned from support until ${on}; nothing was issued. Take the line off the list first.`,
  },
  notice_first: {
    'zh-CN': '本政策规定发放前须公示，请先公示名单。',
    en: 'The rules ask for a public notice before the issue. Publish the list first.',
  },
  notice_not_needed: {
    'zh-CN': '本政策规定不公示，可直接发放。',
    en: 'The rules ask for no public notice; the list can be issued at once.',
  },
  notice_running: {
    'zh-CN': ({ until }: { until: string }) => `公示期至 ${until}，期满后才能发放。`,
    en: ({ until }: { until: string }) =>
      `The public notice runs until ${until}; nothing can be issued before its end.`,
  },
  rows_objected: {
    'zh-CN': '余下各行的异议尚未处理完毕，不能发放。',
    en: 'Objections to the remaining rows are not resolved yet, so none of them can be issued.',
  },
  list_budget_short: {
    'zh-CN': ({ amount, free }: { amount: string; free: string }) =>
      `名单合计 ${amount}，可用预算仅 ${free}，不能公示。请退回名单或先追加预算。`,
    en: ({ amount, free }: { amount: string; free: string }) =>
      `The list comes to ${amount}, and only ${free} of the budget is free, so it cannot be published. Send it back, or enlarge the budget first.`,
  },
  not_on_notice: { 'zh-CN': '该名单不在公示中。', en: 'The list is not on public notice.' },
  objection_open: {
    'zh-CN': '还有异议未处理完毕，请先处理。',
    en: 'An objection is still open. Resolve it first.',
  },
  part_issued: {
    'zh-CN': '名单已有部分发放，不能撤回公示。可逐行撤下余下各行。',
    en: 'Part of the list is issued, so its notice cannot be withdrawn. Take the remaining rows off one by one.',
  },
  ledger_broken: ledgerBroken,
  owner_there: {
    'zh-CN': '该单位已有负责人，无需再邀请。',
    en: 'The organisation has an owner already; no invitation is needed.',
  },
  email_needed: {
    'zh-CN': '请填写联系邮箱，以便发送邀请。',
    en: 'Enter an e-mail address for the invitation.',
  },
  corrections_heading: {
    'zh-CN': '表头与名单不一致。请使用从本页下载的问题清单，保留“行号”和各列。',
    en: 'The headings are not those of the list. Use the file of problems from this page, with its line numbers and columns.',
  },
  corrections_line: {
    'zh-CN': ({ line }: Line) => `文件第 ${line} 行的行号在名单中不存在或已移出。未作任何更改。`,
    en: ({ line }: Line) =>
      `Line ${line} of the file names no row of the list, or one that was set aside. Nothing was changed.`,
  },
});

/** Lists the texts of every reason for which work on a list can be refused. */
export const awardRefusals = (locale: Locale) => ({
  ...ledgerRefusals(locale),
  ...ownRefusals(locale),
});

/** Texts of the problems that only lists have; the others are those of fields and of the rules. */
export const problemTexts = messages({
  row_too_wide: {
    'zh-CN': '单元格多于表头，可能有列错位。',
    en: 'The row has more cells than there are headings; a column may have slipped.',
  },
  code_cut: {
    'zh-CN': '代码被表格软件改成了数字，末几位已丢失。请以文本格式重新填写。',
    en: 'The spreadsheet took the code for a number and lost its last digits. Enter it again as text.',
  },
  reference_cut: {
    'zh-CN': '编号被表格软件改成了数字，末几位已丢失。请以文本格式重新填写。',
    en: 'The spreadsheet took the reference for a number and lost its last digits. Enter it again as text.',
  },
  reference_missing: {
    'zh-CN': '缺少合同编号或周期。',
    en: 'The contract or period is missing.',
  },
  cell_broken: {
    'zh-CN': '公式出错，请填写数值。',
    en: 'The formula failed. Enter the value itself.',
  },
  cell_formula: {
    'zh-CN': '单元格是公式，请填写数值。',
    en: 'The cell is a formula. Enter the value itself.',
  },
  firm_is_vendor: {
    'zh-CN': '该代码在本平台登记为服务商，不能持券。',
    en: 'This code is registered here as a vendor, which cannot hold a voucher.',
  },
  name_differs: {
    'zh-CN': ({ known }: { known: string }) => `该代码在本平台登记的名称为“${known}”。`,
    en: ({ known }: { known: string }) => `This code is registered here under the name ${known}.`,
  },
  email_needed: {
    'zh-CN': '该企业尚未加入平台，需要联系邮箱以便邀请。',
    en: 'The firm is not on the portal yet: an e-mail address is needed to invite it.',
  },
  duplicate_in_file: {
    'zh-CN': ({ line }: Line) => `与第 ${line} 行重复（同一企业、同一合同或周期）。`,
    en: ({ line }: Line) => `The same firm and contract or period as in line ${line}.`,
  },
  duplicate_of_import: {
    'zh-CN': ({ line, reference }: Line & { reference: string }) =>
      `名单 ${reference} 第 ${line} 行已有同一企业的同一合同或周期。`,
    en: ({ line, reference }: Line & { reference: string }) =>
      `List ${reference} has the same firm and contract or period in line ${line}.`,
  },
  amount_differs: {
    'zh-CN': ({ stated, computed }: { stated: string; computed: string }) =>
      `名单载明 ${stated}，按规则应为 ${computed}。`,
    en: ({ stated, computed }: { stated: string; computed: string }) =>
      `The list states ${stated}; the rules give ${computed}.`,
  },
  column_unknown: { 'zh-CN': '没有这一列。', en: 'There is no such column.' },
  column_twice: {
    'zh-CN': '这一列已用于其他内容。',
    en: 'This column is used for something else already.',
  },
  column_in_wan: {
    'zh-CN': '这一列以万元计。请换算成元后重新上传。',
    en: 'This column is in ten thousands of yuan. Convert it to yuan and upload the list again.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof ownRefusals>, ValuesOf<typeof problemTexts> {}
}

/** Short names of the kinds of problems, without the figures of one row. */
export const problemKinds = messages({
  required: { 'zh-CN': '内容为空', en: 'Something is missing' },
  credit_code_length: { 'zh-CN': '信用代码位数不对', en: 'Code of a wrong length' },
  credit_code_alphabet: { 'zh-CN': '信用代码含无效字符', en: 'Code with wrong characters' },
  credit_code_checksum: { 'zh-CN': '信用代码校验位不符', en: 'Code that does not add up' },
  money_invalid: { 'zh-CN': '金额无法识别', en: 'Amount that cannot be read' },
  date_invalid: { 'zh-CN': '日期无法识别', en: 'Date that cannot be read' },
  email_invalid: { 'zh-CN': '邮箱无效', en: 'Wrong e-mail address' },
  choice_unknown: { 'zh-CN': '选项无法识别', en: 'Choice that is not known' },
  row_too_wide: { 'zh-CN': '列错位', en: 'Slipped columns' },
  code_cut: { 'zh-CN': '信用代码被截断', en: 'Code cut off' },
  reference_cut: { 'zh-CN': '编号被截断', en: 'Reference cut off' },
  reference_missing: { 'zh-CN': '缺合同编号或周期', en: 'No contract or period' },
  cell_broken: { 'zh-CN': '公式出错', en: 'Failed formula' },
  cell_formula: { 'zh-CN': '单元格是公式', en: 'Formula' },
  firm_is_vendor: { 'zh-CN': '企业是服务商', en: 'Firm is a vendor' },
  name_differs: { 'zh-CN': '名称与登记不一致', en: 'Name differs from the register' },
  email_needed: { 'zh-CN': '缺联系邮箱', en: 'No e-mail address' },
  duplicate_in_file: { 'zh-CN': '名单内重复', en: 'Twice in the list' },
  duplicate_of_import: { 'zh-CN': '与其他名单重复', en: 'In another list already' },
  amount_differs: { 'zh-CN': '载明金额与规则不符', en: 'Amount differs from the rules' },
  pool_exhausted: { 'zh-CN': '超出可用预算', en: 'More than the budget has' },
  below_threshold: { 'zh-CN': '未达门槛', en: 'Below the threshold' },
  below_minimum: { 'zh-CN': '低于最低金额', en: 'Below the minimum' },
  cap_used_up: { 'zh-CN': '年度上限已用完', en: 'Yearly cap used up' },
});

export const importStates = messages({
  uploaded: { 'zh-CN': '待对应列', en: 'Columns to be named' },
  checked: { 'zh-CN': '已校验', en: 'Checked' },
  proposed: { 'zh-CN': '待复核', en: 'To be released' },
  publicised: { 'zh-CN': '公示', en: 'On public notice' },
  released: { 'zh-CN': '已发放', en: 'Issued' },
  discarded: { 'zh-CN': '已作废', en: 'Discarded' },
});

export const rowStates = messages({
  staged: { 'zh-CN': '待校验', en: 'Unchecked' },
  ready: { 'zh-CN': '可发放', en: 'Ready' },
  problem: { 'zh-CN': '有问题', en: 'Problem' },
  set_aside: { 'zh-CN': '已移出', en: 'Set aside' },
  publicised: { 'zh-CN': '公示', en: 'On notice' },
  objected: { 'zh-CN': '异议处理中', en: 'Objected to' },
  issued: { 'zh-CN': '已发放', en: 'Issued' },
});

/** Returns what was just done, for the page that it led to. */
export const awardDoneText = doneMessages({
  checked: { 'zh-CN': '已逐行校验。', en: 'Every row was checked.' },
  corrected: {
    'zh-CN': '更正已并入名单，并重新校验。',
    en: 'The corrections are in, and every row was checked again.',
  },
  row_corrected: { 'zh-CN': '已更正，该行可发放。', en: 'Corrected: the row is ready.' },
  set_aside: { 'zh-CN': '已移出，不在本次发放之列。', en: 'Set aside: not part of this issue.' },
  taken_back: { 'zh-CN': '已放回名单并校验。', en: 'Taken back and checked.' },
  discarded: {
    'zh-CN': '名单已作废，同一文件可重新上传。',
    en: 'The list is discarded; the same file can be uploaded again.',
  },
  proposed: {
    'zh-CN': '已提请，等待其他财务人员复核。',
    en: 'Proposed; another finance officer releases it.',
  },
  released: {
    'zh-CN': '已全部发放：已通知在平台的企业，并邀请其他企业加入。',
    en: 'All issued: firms on the portal are told, the others are invited.',
  },
  part_released: {
    'zh-CN': '无异议的各行已发放，其余各行待异议处理完毕。',
    en: 'The rows without an objection are issued; the others wait until theirs are resolved.',
  },
  publicised: {
    'zh-CN': '名单已公示，金额已预留，名单中的单位已收到通知。',
    en: 'The list is on public notice, its amounts are promised, and the firms on it are told.',
  },
  withdrawn: {
    'zh-CN': '公示已撤回，可修改名单后重新提请。',
    en: 'The notice is withdrawn; the list can be corrected and proposed again.',
  },
  taken_off: {
    'zh-CN': '已从公示名单中撤下，并通知该单位。',
    en: 'Taken off the list on notice; the firm is told.',
  },
  declined: {
    'zh-CN': '已退回，可修改后重新提请。',
    en: 'Sent back; it can be corrected and proposed again.',
  },
  invited: { 'zh-CN': '邀请已重新发送，72 小时内有效。', en: 'Invited again; good for 72 hours.' },
});

export const awardMessages = messages({
  title: { 'zh-CN': '免申即享', en: 'Automatic awards' },
  lead: {
    'zh-CN':
      '导入符合条件的企业名单，逐行校验，由一人提请、另一人复核；政策规定公示的，公示期满后发放，其余即行发放。企业无需申请。',
    en: 'Import the list of firms that qualify and have every row checked; one person proposes, another approves. Where the rules ask for a public notice the list is issued after it, and else at once. Nobody applies.',
  },
  lists: { 'zh-CN': '名单', en: 'Lists' },
  none: { 'zh-CN': '还没有名单', en: 'No lists yet' },
  noneBody: {
    'zh-CN': '项目主管上传名单后，会出现在这里。',
    en: 'Lists appear here once a programme manager uploads one.',
  },
  upload: { 'zh-CN': '导入名单', en: 'Import a list' },
  uploadLead: {
    'zh-CN':
      'CSV 或 XLSX，第一行为列名，每行一家企业的一份合同或一个周期，最多 10 万行。上传后不会立即发放。',
    en: 'CSV or XLSX with headings; one firm’s contract or period a row, up to 100,000 rows. Nothing is issued by uploading.',
  },
  noProgramme: { 'zh-CN': '本市没有免申即享的政策', en: 'No programme without application' },
  noProgrammeBody: {
    'zh-CN': '规则中兑现方式为“免申即享”的政策发布后，才能导入名单。',
    en: 'A list can be imported once the city publishes a programme whose rules say that nobody applies.',
  },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  file: { 'zh-CN': '名单文件', en: 'File' },
  fileHint: { 'zh-CN': 'CSV 或 XLSX，不超过 20 MB。', en: 'CSV or XLSX, up to 20 MB.' },
  template: { 'zh-CN': '下载名单模板（CSV）', en: 'Template of a list (CSV)' },
  templateLead: {
    'zh-CN': '列出政策规则所需的各列，附一行示例，填写前请删除示例。',
    en: 'It has the columns that the rules look at, and one example row to delete.',
  },
  uploadButton: { 'zh-CN': '上传名单', en: 'Upload' },
  uploading: {
    'zh-CN': '正在读取名单，行数多时约需半分钟',
    en: 'Reading the list; a long one takes half a minute',
  },
  listNumber: { 'zh-CN': '编号', en: 'List' },
  state: { 'zh-CN': '状态', en: 'State' },
  rows: { 'zh-CN': '行数', en: 'Rows' },
  ready: { 'zh-CN': '可发放', en: 'Ready' },
  issuedRows: { 'zh-CN': '已发放', en: 'Issued' },
  problems: { 'zh-CN': '有问题', en: 'With problems' },
  setAside: { 'zh-CN': '已移出', en: 'Set aside' },
  total: { 'zh-CN': '发放合计', en: 'To be issued' },
  issuedTotal: { 'zh-CN': '发放合计', en: 'Issued in all' },
  poolLeft: { 'zh-CN': '可用预算', en: 'Free budget' },
  poolAfter: { 'zh-CN': '发放后可用预算', en: 'Free budget afterwards' },
  uploadedBy: { 'zh-CN': '上传', en: 'Uploaded by' },
  proposedBy: { 'zh-CN': '提请', en: 'Proposed by' },
  releasedBy: { 'zh-CN': '复核', en: 'Released by' },
  declinedBy: { 'zh-CN': '退回', en: 'Sent back by' },
  checkedAt: { 'zh-CN': '最近校验', en: 'Last checked' },
  sameFile: {
    'zh-CN': '这个文件已经上传过，就是这份名单',
    en: 'This very file was uploaded before: this is its list',
  },
  sameFileBody: {
    'zh-CN': '没有新建任何内容。如需重新导入，请先将这份名单作废。',
    en: 'Nothing was made. To import it anew, discard this list first.',
  },
  discarded: { 'zh-CN': '名单已作废', en: 'This list is discarded' },
  sentBack: { 'zh-CN': '名单被退回', en: 'The list was sent back' },
  mapTitle: { 'zh-CN': '对应列', en: 'Name the columns' },
  mapLead: {
    'zh-CN': '请确认各列的含义。已按列名预选；只问本政策规则用到的内容。',
    en: 'Say which column holds what. Those with familiar headings are chosen already; only what the rules look at is asked.',
  },
  mapNeeded: {
    'zh-CN': '请先确认各列的含义，再逐行校验。',
    en: 'Say which column holds what; then every row is checked.',
  },
  mapButton: { 'zh-CN': '对应列', en: 'Name the columns' },
  mapAgain: { 'zh-CN': '修改列的对应', en: 'Change the columns' },
  preview: { 'zh-CN': '名单前几行', en: 'The first rows' },
  line: { 'zh-CN': '行', en: 'Line' },
  noColumn: { 'zh-CN': '名单中没有', en: 'Not in the list' },
  period: { 'zh-CN': '全部行同属的周期', en: 'One period for all rows' },
  periodHint: {
    'zh-CN': '如 2026 年第三季度。名单没有合同编号或周期列时填写；用于防止重复发放。',
    en: 'Such as 2026 Q3. For a list without a column for the contract or period; it is what tells one award from the next.',
  },
  checkButton: { 'zh-CN': '逐行校验', en: 'Check every row' },
  checking: {
    'zh-CN': '正在逐行校验，行数多时约需半分钟',
    en: 'Checking every row; a long list takes half a minute',
  },
  checkAgain: { 'zh-CN': '重新校验', en: 'Check again' },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  name: { 'zh-CN': '企业名称', en: 'Firm' },
  base: { 'zh-CN': '补贴基数（元）', en: 'Base amount (yuan)' },
  reference: { 'zh-CN': '合同编号或周期', en: 'Contract or period' },
  email: { 'zh-CN': '联系邮箱', en: 'Contact e-mail' },
  registeredOn: { 'zh-CN': '成立日期', en: 'Registered on' },
  signedOn: { 'zh-CN': '合同签订日期', en: 'Contract signed on' },
  startsOn: { 'zh-CN': '服务开始日期', en: 'Service from' },
  endsOn: { 'zh-CN': '服务结束日期', en: 'Service to' },
  chipOrigin: { 'zh-CN': '芯片来源', en: 'Chip origin' },
  purpose: { 'zh-CN': '用途', en: 'Purpose' },
  otherSupport: { 'zh-CN': '其他财政支持（元）', en: 'Other public support (yuan)' },
  stated: { 'zh-CN': '名单载明的补贴金额（元）', en: 'Award as stated (yuan)' },
  baseHint: {
    'zh-CN': '按本政策规则，以合同或结算金额为基数。单位为元。',
    en: 'The contract or settled amount that the rules start from, in yuan.',
  },
  emailHint: {
    'zh-CN': '仅用于邀请尚未加入平台的企业。',
    en: 'Used only to invite firms that are not on the portal yet.',
  },
  statedHint: {
    'zh-CN': '如有，与按规则算出的金额逐行核对。',
    en: 'If there is one, it is compared with what the rules give.',
  },
  problemsTitle: { 'zh-CN': '问题', en: 'Problems' },
  problemsLead: {
    'zh-CN': '逐行更正；或下载问题清单，在表格软件中更正后传回；或将这些行移出。',
    en: 'Correct row by row; or download the problems, correct them in a spreadsheet and upload them again; or set the rows aside.',
  },
  problem: { 'zh-CN': '问题', en: 'Problem' },
  count: { 'zh-CN': '行数', en: 'Rows' },
  show: { 'zh-CN': '查看这些行', en: 'Show these rows' },
  download: { 'zh-CN': '下载问题清单（CSV）', en: 'Download the problems (CSV)' },
  corrections: { 'zh-CN': '传回更正后的清单', en: 'Upload the corrected file' },
  correctionsHint: {
    'zh-CN': '从本页下载、更正后的问题清单。各行按行号替换名单中的内容，其余行不变。',
    en: 'The file of problems from this page, corrected. Its rows replace those of the same line; all others stay.',
  },
  correctionsButton: { 'zh-CN': '传回并校验', en: 'Upload and check' },
  setAsideAll: { 'zh-CN': '整类移出', en: 'Set all of a kind aside' },
  setAsideAllLead: {
    'zh-CN': '同一问题的行一并移出，不在本次发放之列。',
    en: 'All rows with one problem are left out of this issue.',
  },
  setAsideAllButton: { 'zh-CN': '移出这些行', en: 'Set these rows aside' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  rowsTitle: { 'zh-CN': '名单内容', en: 'Rows' },
  allRows: { 'zh-CN': '全部', en: 'All' },
  filterRows: { 'zh-CN': '按状态查看', en: 'Rows by state' },
  noRows: { 'zh-CN': '没有符合条件的行', en: 'No row fits' },
  filteredBy: {
    'zh-CN': ({ kind }: { kind: string }) => `只显示：${kind}`,
    en: ({ kind }: { kind: string }) => `Shown: ${kind}`,
  },
  showAll: { 'zh-CN': '显示全部行', en: 'Show all rows' },
  amount: { 'zh-CN': '发放金额', en: 'Award' },
  baseAmount: { 'zh-CN': '基数', en: 'Base' },
  voucher: { 'zh-CN': '算力券', en: 'Voucher' },
  seeVoucher: { 'zh-CN': '查看', en: 'See' },
  invitation: { 'zh-CN': '企业', en: 'On the portal' },
  joined: { 'zh-CN': '已加入', en: 'Joined' },
  invited: { 'zh-CN': '已邀请', en: 'Invited' },
  lapsed: { 'zh-CN': '邀请已过期', en: 'Invitation expired' },
  rowTitle: {
    'zh-CN': ({ line }: Line) => `第 ${line} 行`,
    en: ({ line }: Line) => `Line ${line}`,
  },
  whatIsWrong: { 'zh-CN': '这一行的问题', en: 'What is wrong with this row' },
  colon: { 'zh-CN': '：', en: ': ' },
  correctTitle: { 'zh-CN': '更正', en: 'Correct' },
  correctLead: {
    'zh-CN': '没有问题后才会保存。预算是否够用，在重新校验和提请时计算。',
    en: 'It is saved once nothing is wrong with it. Whether the budget suffices is worked out when the list is checked again or proposed.',
  },
  column: {
    'zh-CN': ({ header }: { header: string }) => `名单中的列：${header}`,
    en: ({ header }: { header: string }) => `Column: ${header}`,
  },
  save: { 'zh-CN': '保存更正', en: 'Save' },
  setAsideTitle: { 'zh-CN': '移出', en: 'Set aside' },
  setAsideLead: {
    'zh-CN': '移出的行不发放，理由留痕；发放前可放回。',
    en: 'Rows set aside are not issued; the reason stays on record. They can be taken back before the issue.',
  },
  setAsideButton: { 'zh-CN': '移出这一行', en: 'Set this row aside' },
  takeBack: { 'zh-CN': '放回名单', en: 'Take it back' },
  wasSetAside: { 'zh-CN': '这一行已移出', en: 'This row is set aside' },
  original: { 'zh-CN': '文件中的原文', en: 'As in the file' },
  proposeTitle: { 'zh-CN': '提请发放', en: 'Propose' },
  proposeLead: {
    'zh-CN': '提请前会再次校验全部行，提请后名单不能修改，由另一名财务人员复核。',
    en: 'Every row is checked once more. After that the list cannot be changed, and another finance officer releases it.',
  },
  proposeButton: {
    'zh-CN': ({ n }: N) => `提请发放 ${n} 行`,
    en: ({ n }: N) => (n === 1 ? 'Propose 1 row' : `Propose ${n} rows`),
  },
  unresolved: {
    'zh-CN': ({ n }: N) => `还有 ${n} 行存在问题，更正或移出后才能提请`,
    en: ({ n }: N) =>
      n === 1
        ? '1 row has a problem: correct it or set it aside before proposing'
        : `${n} rows have problems: correct them or set them aside before proposing`,
  },
  releaseTitle: { 'zh-CN': '复核通过或退回', en: 'Release or send back' },
  releaseLead: {
    'zh-CN':
      '发放后，全部算力券一次生成，金额直接拨付给企业（进入结算），并通知或邀请企业。任何一行不能发放，则全部不发放。行数多时约需一两分钟；页面中断也会办完，刷新即可看到结果。',
    en: 'All vouchers come into being at once, their amounts go to settlement to be paid to the firms, and the firms are told or invited. If one cannot be issued, none is. A long list takes a minute or two; should the page break off meanwhile, reload it to see the outcome.',
  },
  releaseButton: {
    'zh-CN': ({ n }: N) => `发放 ${n} 张`,
    en: ({ n }: N) => (n === 1 ? 'Issue 1 voucher' : `Issue ${n} vouchers`),
  },
  releasing: {
    'zh-CN': '正在发放，行数多时约需一两分钟。全部完成后才生效',
    en: 'Issuing; a long list takes a minute or two. It counts only once all of it is done',
  },
  noticeTitle: { 'zh-CN': '公示', en: 'Public notice' },
  noticeLead: {
    'zh-CN': ({ until }: { until: string }) =>
      `公示期至 ${until}。期间不发放；对某一行的异议只影响该行。`,
    en: ({ until }: { until: string }) =>
      `The notice runs until ${until}. Nothing is issued meanwhile; an objection stops its own row only.`,
  },
  noticeOver: {
    'zh-CN': ({ until }: { until: string }) => `公示期已于 ${until} 届满，可以发放无异议的各行。`,
    en: ({ until }: { until: string }) =>
      `The notice ended on ${until}; rows without an open objection can be issued.`,
  },
  seeNotice: { 'zh-CN': '查看公示', en: 'See the notice' },
  held: {
    'zh-CN': ({ n }: N) => `${n} 行有异议，处理完毕前不发放`,
    en: ({ n }: N) =>
      n === 1
        ? '1 row is objected to and waits until that is resolved'
        : `${n} rows are objected to and wait until that is resolved`,
  },
  publishedBy: { 'zh-CN': '复核并公示', en: 'Published by' },
  onNotice: { 'zh-CN': '公示行数', en: 'On notice' },
  poolPromised: {
    'zh-CN': '可用预算（已扣除本名单的预留）',
    en: 'Free budget beside what is promised to this list',
  },
  publishTitle: { 'zh-CN': '复核通过并公示，或退回', en: 'Publish or send back' },
  publishLead: {
    'zh-CN':
      '公示后名单不可更改，全部金额即行预留，名单中的单位会收到通知。公示期满后另行发放。行数多时约需一两分钟。',
    en: 'A published list cannot be changed. Its whole amount is promised at once, and the firms on it are told. It is issued after the notice has ended. A long list takes a minute or two.',
  },
  financeOnly: { 'zh-CN': '等待财务人员复核。', en: 'A finance officer releases it.' },
  own: {
    'zh-CN': '该名单由您提请，须由其他财务人员复核。',
    en: 'You proposed this list; another finance officer must release it.',
  },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  declineReason: { 'zh-CN': '退回理由', en: 'Why it is sent back' },
  discardTitle: { 'zh-CN': '作废名单', en: 'Discard' },
  discardLead: {
    'zh-CN': '不再使用这份名单。作废后同一文件可以重新上传。',
    en: 'Put this list away. The same file can be uploaded again afterwards.',
  },
  discardButton: { 'zh-CN': '作废', en: 'Discard' },
  originalFile: { 'zh-CN': '原始文件', en: 'File' },
  resendTitle: { 'zh-CN': '邀请企业', en: 'Invite the firm' },
  resendLead: {
    'zh-CN': '企业接受邀请后才能登记收款账户。邀请 72 小时内有效，重新发送后原邀请失效。',
    en: 'The firm can enter its bank account once it accepts. An invitation is good for 72 hours; sending a new one ends the old.',
  },
  resend: { 'zh-CN': '重新发送邀请', en: 'Invite again' },
});
