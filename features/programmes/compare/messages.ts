import { messages } from '@/lib/messages';

type Value = { value: string };
type Day = { date: string };
type Money = { amount: string };

/** Texts of the comparison of every programme for one profile. */
export const compareMessages = messages({
  title: { 'zh-CN': '能领多少：比较全部政策', en: 'What would you get? All programmes compared' },
  lead: {
    'zh-CN': '填一次，看到每项政策能领多少、为什么不能、差什么。只有金额必填；不登录，不保存。',
    en: 'Answer once and see what every programme would give you, why not, and what is missing. Only the amount is needed. No sign-in; nothing is stored.',
  },
  essentials: { 'zh-CN': '基本情况', en: 'The essentials' },
  contract: { 'zh-CN': '合同与支付', en: 'Contract and payment' },
  contractHint: {
    'zh-CN': '签订日期、服务期、已付金额、其他支持',
    en: 'dates, what was paid, other support',
  },
  more: { 'zh-CN': '更多情况', en: 'More about you' },
  moreHint: {
    'zh-CN': '一人公司、模型备案、承担项目',
    en: 'one-person firm, registered model, public projects',
  },
  contractAmount: { 'zh-CN': '算力合同金额', en: 'What the compute contract is worth' },
  contractAmountHint: {
    'zh-CN': '已签或打算签的合同。例如 1200000。',
    en: 'Signed or planned. For example 1200000.',
  },
  applicantType: { 'zh-CN': '单位类别', en: 'Kind of organisation' },
  region: { 'zh-CN': '注册地', en: 'Registered in' },
  elsewhere: { 'zh-CN': '其他地区', en: 'Elsewhere' },
  elsewhereIn: {
    'zh-CN': ({ region }: { region: string }) => `${region}（其他地方）`,
    en: ({ region }: { region: string }) => `Elsewhere in ${region}`,
  },
  registeredOn: { 'zh-CN': '成立日期', en: 'Established on' },
  size: { 'zh-CN': '企业规模', en: 'Size' },
  sector: { 'zh-CN': '所属行业', en: 'Sector' },
  purpose: { 'zh-CN': '算力用途', en: 'What the compute is for' },
  chipOrigin: { 'zh-CN': '芯片', en: 'Chips' },
  paidAmount: { 'zh-CN': '已支付并结算', en: 'Paid and settled so far' },
  paidAmountHint: {
    'zh-CN': '不填视为全部付清。',
    en: 'Left empty, all of it counts as paid.',
  },
  signedOn: { 'zh-CN': '签订日期', en: 'Signed on' },
  startsOn: { 'zh-CN': '服务开始', en: 'Service begins' },
  endsOn: { 'zh-CN': '服务结束', en: 'Service ends' },
  affiliated: { 'zh-CN': '与服务商有关联关系', en: 'Affiliated with the vendor' },
  otherSupport: { 'zh-CN': '同一合同已获其他财政支持', en: 'Other public support for it' },
  otherSupportAmount: { 'zh-CN': '其他财政支持金额', en: 'How much other support' },
  onePerson: { 'zh-CN': '一人公司（OPC）', en: 'One-person company' },
  model: { 'zh-CN': '模型备案', en: 'Is your model registered?' },
  project: { 'zh-CN': '承担科研项目', en: 'Public project won' },
  need: {
    'zh-CN': ({ unit }: { unit: string }) => `需要的算力（${unit}）`,
    en: ({ unit }: { unit: string }) => `Compute you need (${unit})`,
  },
  needHint: {
    'zh-CN': '有的政策不给钱，给机时。',
    en: 'Some programmes give hours instead of money.',
  },
  unsaid: { 'zh-CN': '不说明', en: 'Not said' },
  submit: { 'zh-CN': '比较', en: 'Compare' },
  count_open: {
    'zh-CN': ({ n }: { n: number }) => `现在可申请 ${n} 项政策`,
    en: ({ n }: { n: number }) =>
      n === 1 ? 'You can apply to 1 programme now' : `You can apply to ${n} programmes now`,
  },
  noneOpen: { 'zh-CN': '现在没有可申请的政策', en: 'Nothing to apply to now' },
  count_coming: {
    'zh-CN': ({ n }: { n: number }) => `${n} 项将开放`,
    en: ({ n }: { n: number }) => (n === 1 ? '1 opens later' : `${n} open later`),
  },
  count_automatic: {
    'zh-CN': ({ n }: { n: number }) => `${n} 项免申即享`,
    en: ({ n }: { n: number }) => (n === 1 ? '1 comes by itself' : `${n} come by themselves`),
  },
  count_closed: {
    'zh-CN': ({ n }: { n: number }) => `${n} 项未开放`,
    en: ({ n }: { n: number }) => (n === 1 ? '1 is not open' : `${n} are not open`),
  },
  countGap: { 'zh-CN': '，', en: ', ' },
  noneEligible: { 'zh-CN': '暂无符合条件的政策', en: 'No programme fits at present' },
  asOf: {
    'zh-CN': ({ date, n }: Day & { n: number }) =>
      `按 ${date} 的规则和可用预算，比较了全部 ${n} 项政策。金额以各市审核为准。`,
    en: ({ date, n }: Day & { n: number }) =>
      `All ${n} programmes, by their rules and budgets on ${date}. The cities’ reviews decide.`,
  },
  group_open: { 'zh-CN': '现在可申请，按金额排列', en: 'Open now, by amount' },
  group_coming: { 'zh-CN': '符合条件，将开放', en: 'Fits, and opens later' },
  group_automatic: { 'zh-CN': '免申即享，无需申请', en: 'Comes by itself; nobody applies' },
  group_closed: { 'zh-CN': '符合条件，未开放', en: 'Fits, but is not open' },
  nearFirst: {
    'zh-CN': '注册地的政策排在最前。',
    en: 'Programmes where you are registered come first.',
  },
  no: { 'zh-CN': '暂不符合，以及差什么', en: 'What does not fit yet, and what is missing' },
  answers: { 'zh-CN': '您的回答', en: 'Your answers' },
  change: { 'zh-CN': '修改回答', en: 'Change my answers' },
  again: { 'zh-CN': '重新填写', en: 'Start again' },
  basis: {
    'zh-CN': ({ amount, region }: Money & { region: string }) =>
      `算力合同金额 ${amount} · 注册地：${region}`,
    en: ({ amount, region }: Money & { region: string }) =>
      `Contract worth ${amount} · registered in: ${region}`,
  },
  regionUnsaid: { 'zh-CN': '未说明', en: 'not said' },
  addRegion: { 'zh-CN': '补充注册地', en: 'Say where you are registered' },
  showAll: { 'zh-CN': '显示全部', en: 'Show all' },
  narrowed: {
    'zh-CN': ({ n, of }: { n: number; of: number }) => `共 ${of} 项，筛选出 ${n} 项`,
    en: ({ n, of }: { n: number; of: number }) => `${n} of ${of} programmes fit the filter`,
  },
  noneNarrowed: { 'zh-CN': '没有符合筛选条件的政策', en: 'No programme fits the filter' },
  share: {
    'zh-CN': '本页地址包含您的回答：可收藏、可转发，结果相同。',
    en: 'The address of this page holds your answers: keep it or pass it on, and it shows the same.',
  },
  sharpen: {
    'zh-CN': '未说明的，按各项政策的要求假定；说明得越多，结果越准。',
    en: 'What you did not say is assumed as each programme wants it; the more you say, the sharper the result.',
  },
  general: { 'zh-CN': '共同的假定', en: 'Assumed throughout' },
  general1: {
    'zh-CN': '以前未获这些政策支持，同一合同未申领过。',
    en: 'You have had nothing from these programmes before, and the contract was not claimed for.',
  },
  general2: {
    'zh-CN': '合同金额全部计入，没有不计入的费用。',
    en: 'All of the contract counts; it has no costs that do not.',
  },
  general3: {
    'zh-CN': '您是使用算力的一方。',
    en: 'You are the side that uses the compute.',
  },
  generalVendor: {
    'zh-CN': '与服务商没有关联关系。',
    en: 'You are not affiliated with the vendor.',
  },
  generalSupport: {
    'zh-CN': '同一合同没有其他财政支持。',
    en: 'The contract has no other public support.',
  },
  generalKind: {
    'zh-CN': '不是一人公司。',
    en: 'You are not a one-person company.',
  },
  generalModel: {
    'zh-CN': '没有备案的模型。',
    en: 'You have no registered model.',
  },
  generalProject: {
    'zh-CN': '没有承担科研项目。',
    en: 'You have won no public project.',
  },
  rate: {
    'zh-CN': ({ percent }: { percent: string }) => `比例 ${percent}%`,
    en: ({ percent }: { percent: string }) => `Rate ${percent}%`,
  },
  ceiling: { 'zh-CN': '最高', en: 'up to' },
  queued: { 'zh-CN': '排队等待资金', en: 'waits in line for money' },
  left: {
    'zh-CN': ({ amount }: Money) => `可用预算 ${amount}`,
    en: ({ amount }: Money) => `${amount} free in the budget`,
  },
  closes: {
    'zh-CN': ({ date }: Day) => `${date} 截止`,
    en: ({ date }: Day) => `closes on ${date}`,
  },
  opens: {
    'zh-CN': ({ date }: Day) => `${date} 开放`,
    en: ({ date }: Day) => `opens on ${date}`,
  },
  how: { 'zh-CN': '怎么算的', en: 'How it is worked out' },
  why: { 'zh-CN': '差什么', en: 'What is missing' },
  assumes: { 'zh-CN': '本项假定', en: 'This assumes that' },
  guide: { 'zh-CN': '办事指南', en: 'Guide' },
  check: { 'zh-CN': '逐题核对', en: 'Check it in full' },
  apply: { 'zh-CN': '申请', en: 'Apply' },
  of: {
    'zh-CN': ({ title }: { title: string }) => `：${title}`,
    en: ({ title }: { title: string }) => `: ${title}`,
  },
  wouldGive: {
    'zh-CN': ({ change, amount }: { change: string } & Money) => `若${change}，可得 ${amount}。`,
    en: ({ change, amount }: { change: string } & Money) =>
      `If ${change}, you would get ${amount}.`,
  },
});

/** Texts for what was assumed in place of a missing answer. */
export const assumptionMessages = messages({
  applicantType: {
    'zh-CN': ({ value }: Value) => `申请人：${value}`,
    en: ({ value }: Value) => `you are among: ${value}`,
  },
  region: {
    'zh-CN': ({ value }: Value) => `在${value}注册`,
    en: ({ value }: Value) => `you are registered in ${value}`,
  },
  registeredOn: {
    'zh-CN': ({ value }: Value) => `${value} 成立`,
    en: ({ value }: Value) => `you were established on ${value}`,
  },
  size: {
    'zh-CN': ({ value }: Value) => `规模：${value}`,
    en: ({ value }: Value) => `you are among: ${value}`,
  },
  sector: {
    'zh-CN': ({ value }: Value) => `行业：${value}`,
    en: ({ value }: Value) => `your sector is ${value}`,
  },
  purpose: {
    'zh-CN': ({ value }: Value) => `算力用于${value}`,
    en: ({ value }: Value) => `the compute is for ${value}`,
  },
  chipOrigin: {
    'zh-CN': ({ value }: Value) => `使用${value}芯片`,
    en: ({ value }: Value) => `you use ${value} chips`,
  },
  spent: {
    'zh-CN': '合同已全部支付并结算',
    en: 'all of the contract has been paid and settled',
  },
  requested: {
    'zh-CN': '申请额度等于合同金额',
    en: 'you ask for as much as the contract is worth',
  },
  signedOn: {
    'zh-CN': ({ value }: Value) => `合同于 ${value} 签订`,
    en: ({ value }: Value) => `the contract is signed on ${value}`,
  },
  term: {
    'zh-CN': ({ from, to }: { from: string; to: string }) => `服务期 ${from} 至 ${to}`,
    en: ({ from, to }: { from: string; to: string }) => `the service runs from ${from} to ${to}`,
  },
  flagYes: {
    'zh-CN': ({ question }: { question: string }) => `“${question}”答“是”`,
    en: ({ question }: { question: string }) => `“${question}” is answered yes`,
  },
  flagNo: {
    'zh-CN': ({ question }: { question: string }) => `“${question}”答“否”`,
    en: ({ question }: { question: string }) => `“${question}” is answered no`,
  },
  vendor: {
    'zh-CN': '服务商符合该政策的要求',
    en: 'the vendor is one that the programme accepts',
  },
  direction: {
    'zh-CN': ({ title }: { title: string }) => `申请最有利的方向：${title}`,
    en: ({ title }: { title: string }) => `you apply for the direction that gives most: ${title}`,
  },
  upperTier: {
    'zh-CN': '已先申请上级财政支持',
    en: 'support of the higher tier has been claimed first',
  },
});

/** Texts for the one change that would be enough, as the first half of a sentence. */
export const helpMessages = messages({
  base_contract: {
    'zh-CN': ({ amount }: Money) => `合同金额达到 ${amount}`,
    en: ({ amount }: Money) => `the contract is worth ${amount}`,
  },
  base_paid: {
    'zh-CN': ({ amount }: Money) => `已支付金额达到 ${amount}`,
    en: ({ amount }: Money) => `${amount} has been paid`,
  },
  base_settled: {
    'zh-CN': ({ amount }: Money) => `已结算金额达到 ${amount}`,
    en: ({ amount }: Money) => `${amount} has been settled`,
  },
  base_metered: {
    'zh-CN': ({ amount }: Money) => `计量金额达到 ${amount}`,
    en: ({ amount }: Money) => `${amount} has been metered`,
  },
  base_quota: {
    'zh-CN': ({ amount }: Money) => `申请额度达到 ${amount}`,
    en: ({ amount }: Money) => `you ask for ${amount}`,
  },
  baseBelow: {
    'zh-CN': ({ amount }: Money) => `金额低于 ${amount}`,
    en: ({ amount }: Money) => `the amount is below ${amount}`,
  },
  signedFrom: {
    'zh-CN': ({ date }: Day) => `合同在 ${date} 或以后签订`,
    en: ({ date }: Day) => `the contract is signed on ${date} or later`,
  },
  signedTo: {
    'zh-CN': ({ date }: Day) => `合同在 ${date} 或以前签订`,
    en: ({ date }: Day) => `the contract is signed on ${date} or earlier`,
  },
  endsOn: {
    'zh-CN': ({ date }: Day) => `服务期在 ${date} 或以前结束`,
    en: ({ date }: Day) => `the service ends on ${date} or earlier`,
  },
  term: {
    'zh-CN': ({ from, to }: { from: string; to: string }) => `服务期为 ${from} 至 ${to}`,
    en: ({ from, to }: { from: string; to: string }) => `the service runs from ${from} to ${to}`,
  },
  applyFrom: {
    'zh-CN': ({ date }: Day) => `在 ${date} 或以后申请`,
    en: ({ date }: Day) => `you apply on ${date} or later`,
  },
  chipOrigin: {
    'zh-CN': ({ value }: Value) => `使用${value}芯片`,
    en: ({ value }: Value) => `you use ${value} chips`,
  },
  purpose: {
    'zh-CN': ({ value }: Value) => `算力用于${value}`,
    en: ({ value }: Value) => `the compute is for ${value}`,
  },
  region: {
    'zh-CN': ({ value }: Value) => `由在${value}注册的单位申请`,
    en: ({ value }: Value) => `an organisation registered in ${value} applies`,
  },
  model: {
    'zh-CN': ({ value }: Value) => `完成备案：${value}`,
    en: ({ value }: Value) => `you have ${value}`,
  },
  affiliated: {
    'zh-CN': '向没有关联关系的服务商购买',
    en: 'you buy from a vendor you are not affiliated with',
  },
  otherSupport: {
    'zh-CN': '合同没有其他财政支持',
    en: 'the contract has no other public support',
  },
});
