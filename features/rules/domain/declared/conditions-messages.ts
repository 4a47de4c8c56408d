import type { ProgrammeParts } from '../parameters';
import { purposes } from '../vocabulary';
import { clause } from './shared-messages';

/** Declares the conditions on the contract, the vendor and other support. */
export const conditions = {
  'rules.claim': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '申领方式', en: 'What is claimed for' },
    meaning: { 'zh-CN': '凭什么申请。', en: 'What is claimed for.' },
    parts: {
      clause,
      basis: {
        kind: 'choice',
        values: ['contract', 'quota', 'settled_use'],
        label: { 'zh-CN': '凭什么申领', en: 'Claimed on' },
        meaning: {
          'zh-CN': '按合同、额度或已结算用量。',
          en: 'A contract, a quota or settled use.',
        },
      },
      voucher: {
        kind: 'yesNo',
        label: { 'zh-CN': '发放算力券', en: 'A voucher is issued' },
        meaning: { 'zh-CN': '是否发券。', en: 'Whether a voucher is issued.' },
      },
      oncePerContract: {
        kind: 'yesNo',
        optional: true,
        label: { 'zh-CN': '每份合同只能申领一次', en: 'Once for each contract' },
        meaning: { 'zh-CN': '一份合同只能申领一次。', en: 'A contract is claimed for once.' },
      },
    },
  },
  'rules.purposes': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '算力用途', en: 'Purposes' },
    meaning: { 'zh-CN': '支持的算力用途。', en: 'What the compute may be for.' },
    parts: {
      clause,
      allowed: {
        kind: 'choices',
        values: purposes,
        label: { 'zh-CN': '支持的用途', en: 'Purposes that are supported' },
        meaning: { 'zh-CN': '支持的用途。', en: 'The purposes that are supported.' },
      },
    },
  },
  'rules.contract': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '合同', en: 'Contract' },
    meaning: { 'zh-CN': '对合同的要求。', en: 'What the contract has to be like.' },
    parts: {
      clause,
      signedFrom: {
        kind: 'date',
        optional: true,
        label: { 'zh-CN': '签订不早于', en: 'Signed on or after' },
        meaning: { 'zh-CN': '合同签订不早于。', en: 'Signed on this day or later.' },
      },
      signedTo: {
        kind: 'date',
        optional: true,
        label: { 'zh-CN': '签订不晚于', en: 'Signed on or before' },
        meaning: { 'zh-CN': '合同签订不晚于。', en: 'Signed on this day or earlier.' },
      },
      longestMonths: {
        kind: 'count',
        optional: true,
        label: { 'zh-CN': '最长期限（月）', en: 'Longest term (months)' },
        meaning: { 'zh-CN': '合同最长月数。', en: 'The longest contract, in months.' },
      },
    },
  },
  'rules.vendors': {
    kind: 'group',
    label: { 'zh-CN': '服务商', en: 'Vendors' },
    meaning: { 'zh-CN': '对服务商的要求。', en: 'What the vendor has to be like.' },
    parts: {
      clause,
      scope: {
        kind: 'choice',
        values: ['listed', 'any'],
        label: { 'zh-CN': '范围', en: 'Which vendors' },
        meaning: { 'zh-CN': '仅限入库服务商，或不限。', en: 'Accredited vendors, or any.' },
      },
      items: {
        kind: 'words',
        optional: true,
        label: { 'zh-CN': '须入库的服务项目', en: 'Accredited for' },
        hint: { 'zh-CN': '用逗号分开', en: 'with commas between' },
        meaning: { 'zh-CN': '须入库的服务项目。', en: 'The service items to be accredited for.' },
      },
      leastPetaflops: {
        kind: 'number',
        optional: true,
        label: { 'zh-CN': '算力规模至少（PFLOPS）', en: 'Capacity at least (PFLOPS)' },
        meaning: { 'zh-CN': '算力规模不低于，PFLOPS。', en: 'At least so many PFLOPS (FP16).' },
      },
      regions: {
        kind: 'regions',
        optional: true,
        label: { 'zh-CN': '算力所在地代码', en: 'Where the compute is' },
        hint: {
          'zh-CN': 'GB/T 2260 的前几位，用逗号分开',
          en: 'leading digits of GB/T 2260, with commas',
        },
        meaning: {
          'zh-CN': '注册地（vendors 中为算力所在地）在其中，按代码前几位。',
          en: 'Registered in one of these, by the leading digits; of vendors, where the compute is.',
        },
      },
      listedWhenSigned: {
        kind: 'yesNo',
        optional: true,
        label: { 'zh-CN': '签订合同时已入库', en: 'Accredited when the contract was signed' },
        meaning: { 'zh-CN': '签订合同时须已入库。', en: 'Accredited on the day of signing.' },
      },
    },
  },
  'rules.affiliates': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '关联关系不予支持', en: 'No affiliates' },
    meaning: { 'zh-CN': '关联关系的限制。', en: 'How affiliation is barred.' },
    parts: {
      clause,
      allowed: {
        kind: 'fixed',
        value: false,
        label: { 'zh-CN': '允许关联', en: 'Affiliates allowed' },
        meaning: { 'zh-CN': '是否允许关联交易。', en: 'Whether affiliates may deal.' },
      },
      sharePercent: {
        kind: 'percent',
        optional: true,
        label: { 'zh-CN': '持股达到（%）即为关联', en: 'Affiliated from a share of (%)' },
        meaning: { 'zh-CN': '持股达此比例即为关联。', en: 'From this shareholding on.' },
      },
      commonController: {
        kind: 'yesNo',
        optional: true,
        label: { 'zh-CN': '同一控制人视为关联', en: 'A common controller counts' },
        meaning: { 'zh-CN': '受同一方控制即为关联。', en: 'A common controller counts.' },
      },
      lookThrough: {
        kind: 'yesNo',
        optional: true,
        label: { 'zh-CN': '间接持股计入', en: 'Indirect shares count' },
        meaning: { 'zh-CN': '间接持股计入。', en: 'Shares held through others count.' },
      },
    },
  },
  'rules.stacking': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '其他财政支持', en: 'Other public support' },
    meaning: { 'zh-CN': '与其他财政支持的关系。', en: 'How other public support counts.' },
    parts: {
      clause,
      otherSupportAllowed: {
        kind: 'yesNo',
        label: { 'zh-CN': '可同时享受', en: 'May be had as well' },
        meaning: {
          'zh-CN': '是否可与其他财政支持同享。',
          en: 'Whether other public support is allowed.',
        },
      },
      scope: {
        kind: 'choice',
        optional: true,
        values: ['contract', 'applicant'],
        onlyIf: { part: 'otherSupportAllowed', equals: 'no' },
        label: { 'zh-CN': '不得同时享受的范围', en: 'What rules it out' },
        meaning: {
          'zh-CN': '限于同一合同，还是该申请人。',
          en: 'For the contract, or the applicant.',
        },
      },
      totalPercent: {
        kind: 'percent',
        optional: true,
        onlyIf: { part: 'otherSupportAllowed', equals: 'yes' },
        label: { 'zh-CN': '合计不超过合同的（%）', en: 'Together at most (%) of the contract' },
        meaning: {
          'zh-CN': '全部财政支持占合同的最高百分数。',
          en: 'All support together, in percent of the contract at most.',
        },
      },
      deduct: {
        kind: 'choice',
        optional: true,
        values: ['base', 'award'],
        onlyIf: { part: 'otherSupportAllowed', equals: 'yes' },
        label: { 'zh-CN': '其他支持从哪里扣除', en: 'Other support is taken off' },
        meaning: {
          'zh-CN': '从基数还是从补贴中扣除。',
          en: 'Taken off the base, or off the award.',
        },
      },
      upperTierFirst: {
        kind: 'yesNo',
        optional: true,
        onlyIf: { part: 'otherSupportAllowed', equals: 'yes' },
        label: { 'zh-CN': '须先申请上级支持', en: 'The higher tier comes first' },
        meaning: { 'zh-CN': '须先申请上级支持。', en: 'The higher tier is claimed first.' },
      },
    },
  },
  'rules.intake': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '受理方式', en: 'Intake' },
    meaning: { 'zh-CN': '受理方式。', en: 'In what way applications are taken.' },
    parts: {
      clause,
      kind: {
        kind: 'choice',
        values: ['rolling', 'batch', 'quota'],
        label: { 'zh-CN': '方式', en: 'In what way' },
        meaning: { 'zh-CN': '常年、分批或限额。', en: 'All year, in rounds, or by places.' },
      },
      places: {
        kind: 'count',
        optional: true,
        label: { 'zh-CN': '每批名额', en: 'Places of a round' },
        meaning: { 'zh-CN': '每批名额。', en: 'Awards of a round.' },
      },
    },
  },
} satisfies Partial<ProgrammeParts>;
