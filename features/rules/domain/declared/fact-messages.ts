import type { FactsInput } from '../../facts-schema';
import type { PartsOf, Documented } from '../parameters';
import {
  applicantTypes,
  chipOrigins,
  firmSizes,
  modelStatuses,
  projectRanks,
  purposes,
  sectors,
  sides,
} from '../vocabulary';

/**
 * Declares the situation of a worked example, which is also the body that the interface receives: every key of
 * `factsSchema`.
 */
export const factParts = {
  on: {
    kind: 'date',
    optional: true,
    label: { 'zh-CN': '申请日期', en: 'Day of the application' },
    meaning: {
      'zh-CN': '按哪一天计算；默认今天（北京时间）。',
      en: 'The day to work it out for; today in China where left out.',
    },
  },
  applicantType: {
    kind: 'choice',
    optional: true,
    values: applicantTypes,
    label: { 'zh-CN': '单位类别', en: 'Kind of organisation' },
    meaning: {
      'zh-CN': '申请人类别：企业、科研机构、高校、创客。',
      en: 'Enterprise, research institute, university, or maker (a person or team without a legal person).',
    },
  },
  registeredOn: {
    kind: 'date',
    optional: true,
    label: { 'zh-CN': '成立日期', en: 'Registered on' },
    meaning: { 'zh-CN': '申请人成立日期。', en: 'When the applicant was registered.' },
  },
  region: {
    kind: 'region',
    optional: true,
    label: { 'zh-CN': '注册地代码', en: 'Division of registration' },
    hint: { 'zh-CN': 'GB/T 2260 的前几位，例如 6210', en: 'leading digits of GB/T 2260: 6210' },
    meaning: {
      'zh-CN': '行政区划代码（GB/T 2260），2 至 6 位。',
      en: 'Code of the administrative division (GB/T 2260), 2 to 6 digits.',
    },
  },
  size: {
    kind: 'choice',
    optional: true,
    values: firmSizes,
    label: { 'zh-CN': '企业规模', en: 'Size of the firm' },
    meaning: { 'zh-CN': '企业规模。', en: 'The size of the firm.' },
  },
  sector: {
    kind: 'choice',
    optional: true,
    values: sectors,
    label: { 'zh-CN': '行业', en: 'Sector' },
    meaning: { 'zh-CN': '所属行业。', en: 'The sector of the applicant.' },
  },
  onePerson: {
    kind: 'yesNo',
    optional: true,
    label: { 'zh-CN': '一人公司（OPC）', en: 'One-person company' },
    meaning: { 'zh-CN': '是否一人公司（OPC）。', en: 'Whether it is a one-person company.' },
  },
  model: {
    kind: 'choice',
    optional: true,
    values: modelStatuses,
    label: { 'zh-CN': '模型备案情况', en: 'Registration of the model' },
    meaning: {
      'zh-CN': '模型备案情况：无、已备案、已备案的多模态基础模型。',
      en: 'Whether the model is on the regulator’s list; multimodal: as a multimodal base model.',
    },
  },
  project: {
    kind: 'choice',
    optional: true,
    values: projectRanks,
    label: { 'zh-CN': '承担项目的级别', en: 'Public project won' },
    meaning: {
      'zh-CN': '承担过的公共项目的最高级别。',
      en: 'The highest rank of a public project won.',
    },
  },
  direction: {
    kind: 'declared',
    optional: true,
    by: 'directions',
    label: { 'zh-CN': '申请方向', en: 'Direction' },
    meaning: {
      'zh-CN': '申请方向，即规则中 directions 的 id。',
      en: 'What is applied for: an id of the rules’ directions.',
    },
  },
  side: {
    kind: 'choice',
    optional: true,
    values: sides,
    label: { 'zh-CN': '申请方', en: 'Who claims' },
    meaning: {
      'zh-CN': '由使用方（demand）还是提供方（supply）申请。',
      en: 'Whether the user (demand) or the supplier of the compute claims.',
    },
  },
  otherSideClaims: {
    kind: 'yesNo',
    optional: true,
    label: { 'zh-CN': '合同另一方已申请', en: 'The other side claims' },
    meaning: {
      'zh-CN': '合同另一方是否就同一合同申请。',
      en: 'Whether the other side claims for the same contract.',
    },
  },
  flags: {
    kind: 'keyed',
    optional: true,
    by: 'questions',
    label: { 'zh-CN': '自设问题', en: 'Own questions' },
    meaning: {
      'zh-CN': '对政策自有问题的回答，按问题的 id。',
      en: 'Answers to the programme’s own questions, by their ids.',
    },
    of: { kind: 'yesNo', optional: true },
  },
  contractAmount: {
    kind: 'amount',
    optional: true,
    label: { 'zh-CN': '合同金额', en: 'Contract amount' },
    meaning: { 'zh-CN': '合同金额。', en: 'What the contract comes to.' },
  },
  paidAmount: {
    kind: 'amount',
    optional: true,
    label: { 'zh-CN': '已支付金额', en: 'Amount paid' },
    meaning: { 'zh-CN': '已支付金额。', en: 'What was paid.' },
  },
  settledAmount: {
    kind: 'amount',
    optional: true,
    label: { 'zh-CN': '已结算金额', en: 'Amount settled' },
    meaning: { 'zh-CN': '已结算金额。', en: 'What was settled.' },
  },
  meteredAmount: {
    kind: 'amount',
    optional: true,
    label: { 'zh-CN': '平台计量金额', en: 'Metered spend' },
    meaning: { 'zh-CN': '平台计量金额。', en: 'What the platform metered.' },
  },
  requestedAmount: {
    kind: 'amount',
    optional: true,
    label: { 'zh-CN': '申请额度', en: 'Amount asked for' },
    meaning: { 'zh-CN': '申请的额度。', en: 'The quota asked for.' },
  },
  excludedAmount: {
    kind: 'amount',
    optional: true,
    label: { 'zh-CN': '不计入的费用', en: 'Costs that do not count' },
    meaning: {
      'zh-CN': '其中不计入的费用（如存储、网络）。',
      en: 'What of it does not count, such as storage and network.',
    },
  },
  taxAmount: {
    kind: 'amount',
    optional: true,
    label: { 'zh-CN': '增值税', en: 'Value-added tax' },
    meaning: { 'zh-CN': '其中的增值税。', en: 'The value-added tax in it.' },
  },
  signedOn: {
    kind: 'date',
    optional: true,
    label: { 'zh-CN': '签订日期', en: 'Signed on' },
    meaning: { 'zh-CN': '合同签订日期。', en: 'When the contract was signed.' },
  },
  startsOn: {
    kind: 'date',
    optional: true,
    label: { 'zh-CN': '服务开始', en: 'Service from' },
    meaning: { 'zh-CN': '服务开始日期。', en: 'The first day of the service.' },
  },
  endsOn: {
    kind: 'date',
    optional: true,
    label: { 'zh-CN': '服务结束', en: 'Service to' },
    meaning: { 'zh-CN': '服务结束日期。', en: 'The last day of the service.' },
  },
  contractClaimed: {
    kind: 'yesNo',
    optional: true,
    label: { 'zh-CN': '该合同已申领过', en: 'Contract claimed for before' },
    meaning: { 'zh-CN': '该合同是否申领过。', en: 'Whether this contract was claimed for before.' },
  },
  affiliated: {
    kind: 'yesNo',
    optional: true,
    label: { 'zh-CN': '与服务商关联', en: 'Affiliated with the vendor' },
    meaning: {
      'zh-CN': '与服务商是否有关联关系。',
      en: 'Whether applicant and vendor are affiliated.',
    },
  },
  sharePercent: {
    kind: 'percent',
    optional: true,
    label: { 'zh-CN': '持股（%）', en: 'Shareholding (%)' },
    meaning: {
      'zh-CN': '与服务商之间的持股比例，百分数文本。',
      en: 'Shareholding between applicant and vendor, in percent as text.',
    },
  },
  commonController: {
    kind: 'yesNo',
    optional: true,
    label: { 'zh-CN': '同一控制人', en: 'Common controller' },
    meaning: { 'zh-CN': '是否受同一方控制。', en: 'Whether both have the same controller.' },
  },
  otherSupport: {
    kind: 'yesNo',
    optional: true,
    label: { 'zh-CN': '另有财政支持', en: 'Other public support' },
    meaning: {
      'zh-CN': '该合同是否已获其他财政支持。',
      en: 'Whether the contract had other public support.',
    },
  },
  otherSupportAmount: {
    kind: 'amount',
    optional: true,
    label: { 'zh-CN': '其他财政支持金额', en: 'How much other support' },
    meaning: {
      'zh-CN': '其他财政支持的金额；有其他支持时才需要。',
      en: 'How much of it; needed only where there is some.',
    },
  },
  upperTierClaimed: {
    kind: 'yesNo',
    optional: true,
    label: { 'zh-CN': '已申请上级支持', en: 'Higher tier claimed' },
    meaning: {
      'zh-CN': '是否已申请上级财政支持。',
      en: 'Whether support of the higher tier was claimed.',
    },
  },
  vendorListed: {
    kind: 'yesNo',
    optional: true,
    label: { 'zh-CN': '服务商已入库', en: 'Vendor is accredited' },
    meaning: {
      'zh-CN': '服务商是否已在本市入库。',
      en: 'Whether the city has accredited the vendor.',
    },
  },
  vendorItems: {
    kind: 'words',
    optional: true,
    label: { 'zh-CN': '服务商入库项目', en: 'Vendor accredited for' },
    hint: { 'zh-CN': '用逗号分开', en: 'with commas between' },
    meaning: {
      'zh-CN': '服务商入库的服务项目。',
      en: 'The service items that the vendor is accredited for.',
    },
  },
  vendorPetaflops: {
    kind: 'number',
    optional: true,
    label: { 'zh-CN': '服务商算力（PFLOPS）', en: 'Vendor’s capacity (PFLOPS)' },
    meaning: {
      'zh-CN': '服务商的算力规模，PFLOPS（FP16）。',
      en: 'The vendor’s capacity in PFLOPS (FP16).',
    },
  },
  vendorRegion: {
    kind: 'region',
    optional: true,
    label: { 'zh-CN': '算力所在地代码', en: 'Where the compute is' },
    meaning: {
      'zh-CN': '服务商算力所在地的行政区划代码，2 至 6 位。',
      en: 'Where the vendor’s compute is, as a code of 2 to 6 digits.',
    },
  },
  vendorListedOn: {
    kind: 'date',
    optional: true,
    label: { 'zh-CN': '服务商入库日期', en: 'Vendor accredited on' },
    meaning: { 'zh-CN': '服务商入库日期。', en: 'When the vendor was accredited.' },
  },
  chipOrigin: {
    kind: 'choice',
    optional: true,
    values: chipOrigins,
    label: { 'zh-CN': '芯片来源', en: 'Chips' },
    meaning: { 'zh-CN': '芯片来源：国产或进口。', en: 'Domestic or imported chips.' },
  },
  purpose: {
    kind: 'choice',
    optional: true,
    values: purposes,
    label: { 'zh-CN': '算力用途', en: 'Purpose of the compute' },
    meaning: { 'zh-CN': '算力用途。', en: 'What the compute is for.' },
  },
  usedAmount: {
    kind: 'amount',
    optional: true,
    label: { 'zh-CN': '今年已获', en: 'Awarded this year' },
    meaning: {
      'zh-CN': '本自然年内在本政策已获的金额；默认 0。',
      en: 'Awarded under this programme in the calendar year; nothing where left out.',
    },
  },
  used: {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '此前已获和已兑付', en: 'Had before' },
    meaning: {
      'zh-CN': '以前已获（claimed）或已兑付（redeemed）的金额，按上限的计算口径。',
      en: 'What was awarded (claimed) or paid out (redeemed) before, by what a cap counts.',
    },
    parts: {
      yearRedeemed: {
        kind: 'amount',
        optional: true,
        label: { 'zh-CN': '今年已兑付', en: 'Paid out this year' },
        meaning: { 'zh-CN': '本年已兑付。', en: 'Paid out this year.' },
      },
      lifeClaimed: {
        kind: 'amount',
        optional: true,
        label: { 'zh-CN': '政策期内已获', en: 'Awarded so far' },
        meaning: { 'zh-CN': '政策期内已获。', en: 'Awarded over the programme’s life.' },
      },
      lifeRedeemed: {
        kind: 'amount',
        optional: true,
        label: { 'zh-CN': '政策期内已兑付', en: 'Paid out so far' },
        meaning: { 'zh-CN': '政策期内已兑付。', en: 'Paid out over the programme’s life.' },
      },
      directionClaimed: {
        kind: 'amount',
        optional: true,
        label: { 'zh-CN': '本方向已获', en: 'Awarded in the direction' },
        meaning: { 'zh-CN': '本方向已获。', en: 'Awarded in this direction.' },
      },
      directionRedeemed: {
        kind: 'amount',
        optional: true,
        label: { 'zh-CN': '本方向已兑付', en: 'Paid out in the direction' },
        meaning: { 'zh-CN': '本方向已兑付。', en: 'Paid out in this direction.' },
      },
      periodClaimed: {
        kind: 'amount',
        optional: true,
        label: { 'zh-CN': '期间内已获', en: 'Awarded in the period' },
        meaning: { 'zh-CN': '上限所定期间内已获。', en: 'Awarded in the cap’s own period.' },
      },
      periodRedeemed: {
        kind: 'amount',
        optional: true,
        label: { 'zh-CN': '期间内已兑付', en: 'Paid out in the period' },
        meaning: { 'zh-CN': '上限所定期间内已兑付。', en: 'Paid out in the cap’s own period.' },
      },
    },
  },
  fixedAwards: {
    kind: 'keyed',
    optional: true,
    by: 'fixedAwards',
    label: { 'zh-CN': '定额奖励', en: 'Fixed awards' },
    meaning: {
      'zh-CN': '定额奖励，按规则中的 id：现在申请（claimed）或以前已得（taken）。',
      en: 'Fixed awards by their ids: asked for now (claimed), or had before (taken).',
    },
    of: { kind: 'choice', optional: true, values: ['claimed', 'taken'] },
  },
  decidedCapAmount: {
    kind: 'amount',
    optional: true,
    label: { 'zh-CN': '本市决定的上限', en: 'Cap decided by the city' },
    meaning: {
      'zh-CN': '城市决定为该申请人设定的上限。',
      en: 'A cap that the city has decided on for this applicant.',
    },
  },
  yearsBefore: {
    kind: 'whole',
    optional: true,
    label: { 'zh-CN': '此前连续支持年数', en: 'Years in a row before' },
    meaning: {
      'zh-CN': '此前连续获得支持的年数。',
      en: 'For how many years in a row it was supported before.',
    },
  },
  bannedUntil: {
    kind: 'date',
    optional: true,
    label: { 'zh-CN': '暂停申报资格至', en: 'Banned until' },
    meaning: {
      'zh-CN': '暂停申报资格的最后一日。',
      en: 'The last day of a ban from support.',
    },
  },
  placesTaken: {
    kind: 'whole',
    optional: true,
    label: { 'zh-CN': '本批已用名额', en: 'Places taken' },
    meaning: { 'zh-CN': '本批次已用名额。', en: 'Places of the round that are taken.' },
  },
  poolAmount: {
    kind: 'amount',
    optional: true,
    label: { 'zh-CN': '可用预算', en: 'Free budget' },
    meaning: {
      'zh-CN': '假设的可用预算；默认实际余额。',
      en: 'What to take as free in the budget; what really is left where left out.',
    },
  },
  subPoolAmounts: {
    kind: 'keyed',
    optional: true,
    by: 'subPools',
    label: { 'zh-CN': '分项余额', en: 'Left in the parts' },
    meaning: {
      'zh-CN': '假设的各分项可用预算，按规则中的 id。',
      en: 'What to take as free in each part of the budget, by its id.',
    },
    of: { kind: 'amount', optional: true },
  },
  demandAmount: {
    kind: 'amount',
    optional: true,
    label: { 'zh-CN': '本批全部应发', en: 'What everybody is entitled to' },
    meaning: {
      'zh-CN': '预算按比例分配时，全部申请人应得的合计。',
      en: 'What everybody of the round is entitled to, where the budget is shared out.',
    },
  },
} satisfies PartsOf<FactsInput, Documented>;
