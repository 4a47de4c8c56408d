import type { ProgrammeParts } from '../parameters';
import { bases, capPeriods, costItems } from '../vocabulary';
import { clause, id, mode, title, unitFen, yuan } from './shared-messages';
import { whenParts } from './situation-messages';

/** Declares how much is given. */
export const amounts = {
  'rules.base': {
    kind: 'group',
    label: { 'zh-CN': '计算基数', en: 'What the subsidy is worked out from' },
    meaning: { 'zh-CN': '计算的基数。', en: 'The amount that is started from.' },
    parts: {
      clause,
      of: {
        kind: 'choice',
        values: bases,
        label: { 'zh-CN': '以什么为基数', en: 'Amount' },
        meaning: { 'zh-CN': '以哪项金额为基数。', en: 'Which amount it is.' },
      },
      proration: {
        kind: 'group',
        optional: true,
        label: { 'zh-CN': '按政策期折算', en: 'By the days in a period' },
        meaning: {
          'zh-CN': '按落在政策期内的天数折算。',
          en: 'Only the share of days in the programme’s period counts.',
        },
        parts: {
          clause,
          from: {
            kind: 'date',
            label: { 'zh-CN': '政策期自', en: 'Period from' },
            meaning: { 'zh-CN': '第一天，含当日。', en: 'The first day, included.' },
          },
          to: {
            kind: 'date',
            label: { 'zh-CN': '政策期至', en: 'Period to' },
            meaning: { 'zh-CN': '最后一天，含当日。', en: 'The last day, included.' },
          },
          dayCount: {
            kind: 'choice',
            values: ['exclusive', 'inclusive'],
            label: { 'zh-CN': '首日', en: 'The first day' },
            meaning: { 'zh-CN': '首日是否计入。', en: 'Whether the first day counts.' },
          },
          rounding: {
            kind: 'group',
            optional: true,
            label: { 'zh-CN': '折算后取整', en: 'Rounding of the share' },
            meaning: { 'zh-CN': '取整方式。', en: 'How amounts are brought to whole units.' },
            parts: { unitFen, mode },
          },
        },
      },
    },
  },
  'rules.costs': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '费用项目', en: 'Costs' },
    meaning: { 'zh-CN': '计入和不计入的费用。', en: 'Which costs count.' },
    parts: {
      clause,
      items: {
        kind: 'choices',
        values: costItems,
        label: { 'zh-CN': '计入', en: 'Count' },
        meaning: { 'zh-CN': '计入的费用。', en: 'The costs that count.' },
      },
      excluded: {
        kind: 'choices',
        values: costItems,
        label: { 'zh-CN': '不计入', en: 'Do not count' },
        meaning: { 'zh-CN': '不计入的费用。', en: 'The costs that do not count.' },
      },
      taxIncluded: {
        kind: 'yesNo',
        label: { 'zh-CN': '含增值税', en: 'With value-added tax' },
        meaning: { 'zh-CN': '是否含增值税。', en: 'Whether value-added tax counts.' },
      },
    },
  },
  'rules.rates': {
    kind: 'rows',
    label: { 'zh-CN': '补贴比例', en: 'Rates' },
    hint: {
      'zh-CN': '每一行是一个比例和它适用的情形；不填情形的适用于所有单位。',
      en: 'Each row is a rate and the situation it is for; without one it is for everybody.',
    },
    meaning: { 'zh-CN': '补贴比例，各有适用情形。', en: 'Rates, each for its situation.' },
    of: {
      kind: 'group',
      parts: {
        clause,
        percent: {
          kind: 'percent',
          label: { 'zh-CN': '比例（%）', en: 'Rate (%)' },
          meaning: { 'zh-CN': '百分数，文本。', en: 'Percent, as text.' },
        },
        ...whenParts,
      },
    },
  },
  'rules.rateKind': {
    kind: 'choice',
    optional: true,
    values: ['ceiling', 'fixed'],
    label: { 'zh-CN': '比例的性质', en: 'What the rate is' },
    meaning: {
      'zh-CN': '比例是上限（审核可核减）还是定值。',
      en: 'Whether the rate is the most there can be, or what is given.',
    },
  },
  'rules.pick': {
    kind: 'choice',
    optional: true,
    values: ['max', 'priority'],
    label: { 'zh-CN': '同时符合几项时', en: 'Where several rates fit' },
    meaning: {
      'zh-CN': '多个比例适用时取最高还是第一个。',
      en: 'Of several rates that fit: the highest, or the first.',
    },
  },
  'rules.rounding': {
    kind: 'group',
    label: { 'zh-CN': '取整', en: 'Rounding' },
    meaning: { 'zh-CN': '取整方式。', en: 'How amounts are brought to whole units.' },
    parts: { unitFen, mode },
  },
  'rules.roundingAt': {
    kind: 'choice',
    optional: true,
    values: ['rate', 'award'],
    label: { 'zh-CN': '何时取整', en: 'What is rounded' },
    meaning: {
      'zh-CN': '在乘比例之后，还是在全部上限之后取整。',
      en: 'Whether the rate’s product is rounded, or the award after every limit.',
    },
  },
  'rules.threshold': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '金额门槛', en: 'Threshold' },
    meaning: { 'zh-CN': '基数的起点。', en: 'The base has to reach this.' },
    parts: {
      clause,
      yuan,
      perYear: {
        kind: 'yesNo',
        label: { 'zh-CN': '按年计', en: 'A year' },
        meaning: { 'zh-CN': '按每年的金额比较。', en: 'Compared with what it costs a year.' },
      },
    },
  },
  'rules.minimumAward': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '发放起点', en: 'Least award' },
    meaning: { 'zh-CN': '补贴的起点。', en: 'The least award.' },
    parts: {
      clause,
      yuan,
      of: {
        kind: 'choice',
        values: ['entitlement', 'voucher'],
        label: { 'zh-CN': '与什么比较', en: 'Held against' },
        meaning: {
          'zh-CN': '按应得金额，还是按最后所余金额。',
          en: 'What the rate gives, or what all limits leave.',
        },
      },
    },
  },
  'rules.capPerContract': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '每个合同上限', en: 'Cap per contract' },
    meaning: { 'zh-CN': '每个合同的上限。', en: 'The most for one contract.' },
    parts: { clause, yuan },
  },
  'rules.capPerYear': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '每个自然年上限', en: 'Cap per calendar year' },
    meaning: { 'zh-CN': '每个自然年的上限。', en: 'The most in one calendar year.' },
    parts: { clause, yuan },
  },
  'rules.caps': {
    kind: 'rows',
    optional: true,
    label: { 'zh-CN': '其他上限', en: 'Further caps' },
    meaning: { 'zh-CN': '其他上限。', en: 'Every further cap.' },
    of: {
      kind: 'group',
      parts: {
        clause,
        yuan,
        per: {
          kind: 'choice',
          values: capPeriods,
          label: { 'zh-CN': '计算范围', en: 'Over' },
          meaning: { 'zh-CN': '上限按什么计。', en: 'What the cap is counted by.' },
        },
        counts: {
          kind: 'choice',
          optional: true,
          values: ['claimed', 'redeemed', 'both'],
          label: { 'zh-CN': '哪些计入上限', en: 'What uses it up' },
          meaning: { 'zh-CN': '什么占用上限。', en: 'What uses the cap up.' },
        },
        periodMonths: {
          kind: 'count',
          optional: true,
          label: { 'zh-CN': '期间（个月）', en: 'Period (months)' },
          meaning: { 'zh-CN': '期间的月数。', en: 'The months of the period.' },
        },
        raisedByDecision: {
          kind: 'yesNo',
          optional: true,
          label: { 'zh-CN': '本市可决定提高', en: 'The city may raise it' },
          meaning: { 'zh-CN': '城市可决定提高。', en: 'The city may decide to raise it.' },
        },
        ...whenParts,
      },
    },
  },
  'rules.fixedAwards': {
    kind: 'rows',
    optional: true,
    label: { 'zh-CN': '定额奖励', en: 'Fixed awards' },
    meaning: { 'zh-CN': '定额奖励。', en: 'Awards of a set size.' },
    of: {
      kind: 'group',
      parts: {
        clause,
        id,
        title,
        yuan,
        insideCap: {
          kind: 'yesNo',
          label: { 'zh-CN': '计入上限', en: 'Counts towards the cap' },
          meaning: { 'zh-CN': '是否占用上限。', en: 'Whether it uses up the cap.' },
        },
        ...whenParts,
      },
    },
  },
  'rules.voucher': {
    kind: 'group',
    label: { 'zh-CN': '算力券', en: 'The voucher' },
    meaning: { 'zh-CN': '券的使用规则。', en: 'How the voucher is used.' },
    parts: {
      clause,
      validMonths: {
        kind: 'count',
        label: { 'zh-CN': '有效期（个月）', en: 'Valid for (months)' },
        meaning: { 'zh-CN': '券的有效月数。', en: 'How long a voucher is valid.' },
      },
      transferable: {
        kind: 'fixed',
        value: false,
        label: { 'zh-CN': '可转让', en: 'Transferable' },
        meaning: { 'zh-CN': '是否可转让。', en: 'Whether it may be passed on.' },
      },
      partialUse: {
        kind: 'yesNo',
        label: { 'zh-CN': '可分次使用', en: 'May be spent in parts' },
        meaning: { 'zh-CN': '是否可分次使用。', en: 'Whether it may be used in parts.' },
      },
      percentOfOrder: {
        kind: 'percent',
        label: { 'zh-CN': '每笔订单最多抵扣（%）', en: 'Pays at most (%) of an order' },
        meaning: {
          'zh-CN': '每单最多抵扣的百分数。',
          en: 'The most of one order that it pays, in percent.',
        },
      },
      holdDays: {
        kind: 'count',
        label: { 'zh-CN': '锁定期（天）', en: 'A hold lasts (days)' },
        meaning: { 'zh-CN': '预留的天数。', en: 'How long an amount may be held.' },
      },
      extensionMonths: {
        kind: 'count',
        optional: true,
        label: { 'zh-CN': '延期最长（个月）', en: 'Extended by at most (months)' },
        hint: {
          'zh-CN': '每张券到期前可延期一次。不填则不得延期。',
          en: 'A voucher is extended once, before it expires. None is extended where nothing is said.',
        },
        meaning: {
          'zh-CN': '券最多可延期的月数，每张一次；没有则不得延期。',
          en: 'By how many months a voucher may be extended, once; absent where none may be.',
        },
      },
    },
  },
  'rules.pause': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '暂停用券', en: 'Pause of vouchers' },
    hint: {
      'zh-CN': '仅适用于向服务商用券的政策。不填则不得暂停。',
      en: 'For programmes whose vouchers are spent at vendors. None are paused where nothing is said.',
    },
    meaning: {
      'zh-CN': '全部入库服务商均不能交付的期间，可暂停用券，有效期按暂停天数顺延。',
      en: 'While no accredited vendor can deliver, vouchers may be paused; they are then valid for as many days longer.',
    },
    parts: {
      clause,
    },
  },
  'rules.recovery': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '追回款利息', en: 'Interest on what is clawed back' },
    meaning: {
      'zh-CN': '追回款按年利率计收的利息，缴入国库，不计入预算。',
      en: 'The interest on what is clawed back. It goes to the treasury and not into the budget.',
    },
    parts: {
      clause,
      interestPercentPerYear: {
        kind: 'percent',
        label: { 'zh-CN': '年利率（%）', en: 'Rate a year (%)' },
        meaning: { 'zh-CN': '年利率，百分数，文本。', en: 'The rate a year in percent, as text.' },
      },
      from: {
        kind: 'choice',
        values: ['payment', 'demand'],
        label: { 'zh-CN': '起算', en: 'It runs from' },
        meaning: {
          'zh-CN': '自付款之日还是自追回决定之日起算。',
          en: 'Whether it runs from the payment or from the demand.',
        },
      },
      graceDays: {
        kind: 'count',
        optional: true,
        label: { 'zh-CN': '免息（天）', en: 'Free of interest for (days)' },
        meaning: { 'zh-CN': '起算日之后免息的天数。', en: 'So many days bear no interest.' },
      },
      order: {
        kind: 'choice',
        optional: true,
        values: ['principal', 'interest'],
        label: { 'zh-CN': '还款先抵', en: 'A repayment first pays' },
        hint: { 'zh-CN': '不填为先抵本金。', en: 'The principal where nothing is chosen.' },
        meaning: {
          'zh-CN': '还款先抵本金还是利息；没有则先抵本金。',
          en: 'What a repayment pays first; the principal if absent.',
        },
      },
    },
  },
  'rules.inKind': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '实物算力', en: 'Compute in kind' },
    meaning: { 'zh-CN': '另给的实物资源。', en: 'What is given in kind beside the money.' },
    parts: {
      clause,
      quantity: {
        kind: 'money',
        label: { 'zh-CN': '数量', en: 'Quantity' },
        meaning: { 'zh-CN': '数量，十进制文本。', en: 'How much, as decimal text.' },
      },
      unit: {
        kind: 'choice',
        values: ['gpuHour', 'cardHour'],
        label: { 'zh-CN': '单位', en: 'Unit' },
        meaning: { 'zh-CN': '金额单位；默认元。', en: 'What amounts count; yuan where left out.' },
      },
      by: {
        kind: 'bilingual',
        label: { 'zh-CN': '提供方', en: 'Given by' },
        meaning: { 'zh-CN': '由谁提供。', en: 'Who gives it.' },
      },
    },
  },
} satisfies Partial<ProgrammeParts>;
