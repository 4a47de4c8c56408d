import type { DocumentedSchemas, DocumentText } from '@/server/api/documented';
import type { programmeAnswers, programmeBodies } from './schemas';
import { factMeanings, ruleMeanings } from './meanings';

const clause: DocumentText = {
  'zh-CN': '政策原文的条款：5，或 5.2（第五条第二款）。',
  en: 'Article of the source: 5, or 5.2 for its second paragraph.',
};
const slug: DocumentText = {
  'zh-CN': '在地址中的名称，公布后不变。',
  en: 'Its name in addresses; it does not change once published.',
};
const languageTexts = {
  'zh-CN': { 'zh-CN': '中文。', en: 'Chinese.' },
  en: { 'zh-CN': '英文。', en: 'English.' },
};
const asText: DocumentText = {
  'zh-CN': '金额，十进制文本，单位见 unit。',
  en: 'An amount as decimal text, in the programme’s unit.',
};

const summaryFields = {
  slug,
  url: { 'zh-CN': '办事指南页面。', en: 'Its guide, for people.' },
  city: { 'zh-CN': '举办城市。', en: 'The city that runs it.' },
  title: { 'zh-CN': '名称，两种语言。', en: 'Its title, in both languages.' },
  summary: { 'zh-CN': '简介，两种语言。', en: 'What it is about, in both languages.' },
  kind: {
    'zh-CN': '券种：算力、训练、模型、语料、词元、数据、标注。',
    en: 'What the voucher is for: compute, training, models, corpora, tokens, data or annotation.',
  },
  mode: {
    'zh-CN': '兑付方式：deduct 由服务商抵扣，deferred 先付后补，automatic 免申即享。',
    en: 'deduct: the vendor takes it off the bill; deferred: paid back afterwards; automatic: nobody applies.',
  },
  unit: {
    'zh-CN': '金额的单位。yuan 以外的政策按时长或词元给予，按规则中的 unitPrice 折算为元。',
    en: 'What amounts count. Beside yuan, some programmes give hours or tokens, which become yuan at the unitPrice of their rules.',
  },
  open: {
    'zh-CN': '现在是否受理申请；免申即享的政策无需申请，恒为 false。',
    en: 'Whether applications are taken now; never for an automatic programme, to which nobody applies.',
  },
  round: {
    'zh-CN': '正在受理的批次；没有，或无需申请，则为 null。',
    en: 'The round that is open; null where there is none, or where nobody applies.',
  },
  nextRound: {
    'zh-CN': '下一批次；未公布，或无需申请，则为 null。',
    en: 'The round that opens next; null where none is announced, or where nobody applies.',
  },
  poolLeft: {
    'zh-CN': '可用预算（元）：预算减去已承诺和已预留的金额；没有预算则为 null。',
    en: 'What is free in the budget, in yuan whatever the unit: the budget less what is committed and what is promised; null where there is none yet.',
  },
};

export const answerTexts: DocumentedSchemas<typeof programmeAnswers> = {
  Bilingual: {
    about: { 'zh-CN': '两种语言的文本。', en: 'A text in both languages.' },
    fields: languageTexts,
  },
  City: {
    about: { 'zh-CN': '一个城市。', en: 'A city.' },
    fields: { slug, name: { 'zh-CN': '城市名称。', en: 'Its name.' } },
  },
  Round: {
    about: { 'zh-CN': '一个申报批次。', en: 'A round of applications.' },
    fields: {
      number: { 'zh-CN': '批次序号，从 1 开始。', en: 'Which round it is, from 1.' },
      opensAt: { 'zh-CN': '开始受理的时刻（UTC）。', en: 'When it opens (UTC).' },
      closesAt: { 'zh-CN': '截止的时刻（UTC）。', en: 'When it closes (UTC).' },
    },
  },
  Version: {
    about: {
      'zh-CN': '规则的一个版本；公布后不再更改。',
      en: 'One version of the rules. Once published it never changes.',
    },
    fields: {
      id: { 'zh-CN': '版本编号，可据以核对。', en: 'Names this version, to compare with.' },
      number: { 'zh-CN': '第几版，从 1 开始。', en: 'Which version it is, from 1.' },
      publishedAt: { 'zh-CN': '公布的时刻（UTC）。', en: 'When it was published (UTC).' },
    },
  },
  ProgrammeSummary: {
    about: { 'zh-CN': '列表中的一项政策。', en: 'A programme as the list has it.' },
    fields: summaryFields,
  },
  ProgrammeList: {
    about: { 'zh-CN': '政策列表的一页。', en: 'A page of programmes.' },
    fields: {
      programmes: { 'zh-CN': '按 slug 排序。', en: 'In the order of their slugs.' },
      nextCursor: {
        'zh-CN': '取下一页时作为 cursor 使用；最后一页为 null。',
        en: 'Send it as cursor for the next page; null on the last.',
      },
    },
  },
  Programme: {
    about: { 'zh-CN': '一项政策的全部内容。', en: 'One programme, whole.' },
    fields: {
      ...summaryFields,
      bureau: { 'zh-CN': '主管部门。', en: 'The bureau in charge.' },
      version: { 'zh-CN': '现行版本。', en: 'The version in force.' },
      facts: {
        'zh-CN': '规则会用到的情况，即测算时须提供的字段；flag: 开头的写入 flags。',
        en: 'What the rules look at: the fields that an assessment needs. A flag: goes into flags.',
      },
      rules: {
        'zh-CN': '全部规则，即门户据以计算的数据。',
        en: 'All rules, as the very data that the portal calculates with.',
      },
    },
  },
  Rules: {
    about: {
      'zh-CN': '政策规则。原文没有的规则不出现，从不以零代替。',
      en: 'The rules of a programme. What its text does not have is left out, never set to zero.',
    },
    fields: { ...ruleMeanings, ...languageTexts },
  },
  Step: {
    about: { 'zh-CN': '计算的一步。', en: 'One step of the calculation.' },
    fields: {
      code: { 'zh-CN': '步骤的代码。', en: 'What kind of step it is.' },
      clause,
      label: { 'zh-CN': '这一步做什么。', en: 'What it does, in words.' },
      detail: { 'zh-CN': '算式；没有则为 null。', en: 'Its arithmetic, or null.' },
      before: { 'zh-CN': '这一步之前的金额。', en: 'The amount before it.' },
      after: { 'zh-CN': '这一步之后的金额。', en: 'The amount after it.' },
    },
  },
  Refusal: {
    about: { 'zh-CN': '不符合的一个原因。', en: 'One reason against.' },
    fields: {
      code: { 'zh-CN': '原因的代码，供程序判断。', en: 'The reason, for programs.' },
      clause,
      reason: { 'zh-CN': '原因。', en: 'The reason, in words.' },
      remedy: { 'zh-CN': '怎样可以符合。', en: 'What would make it go away.' },
      values: {
        'zh-CN': '原因中的数字、日期和名称；金额为十进制文本。',
        en: 'The numbers, dates and names in the reason; amounts as decimal text.',
      },
    },
  },
  FundingShare: {
    about: { 'zh-CN': '一个出资方承担的部分。', en: 'What one funder bears.' },
    fields: { funder: { 'zh-CN': '出资方。', en: 'The funder.' }, amount: asText },
  },
  Assessment: {
    about: {
      'zh-CN': '按现行规则逐条计算的结果。仅供参考，以主管部门审核为准。',
      en: 'What the rules in force come to, step by step. The bureau’s review decides, not this.',
    },
    fields: {
      programme: { 'zh-CN': '按哪项政策、哪个版本计算。', en: 'Which programme and version.' },
      slug,
      version: { 'zh-CN': '计算所依据的版本。', en: 'The version that was worked with.' },
      asOf: { 'zh-CN': '门户的当前时刻（UTC）。', en: 'The portal’s time (UTC).' },
      on: { 'zh-CN': '按哪一天的情况计算。', en: 'The day that the rules were held against.' },
      eligible: { 'zh-CN': '是否符合。', en: 'Whether the programme gives anything.' },
      amount: {
        'zh-CN': '可得的金额，十进制文本；不符合时为 null。',
        en: 'What it gives, as decimal text; null where nothing.',
      },
      unit: {
        'zh-CN': '全部金额的单位；可用预算除外。',
        en: 'The unit of every amount here but what is free in the budget.',
      },
      ceiling: {
        'zh-CN': '金额是上限，审核可核减。',
        en: 'The amount is the most there can be; the review may give less.',
      },
      queued: {
        'zh-CN': '全额成立，但须排队等待资金。',
        en: 'The whole award stands, but waits for money.',
      },
      subPool: {
        'zh-CN': '从预算的哪一部分支出；没有划分则为 null。',
        en: 'The part of the budget that it is drawn from, or null.',
      },
      id: { 'zh-CN': '在规则中的名称。', en: 'Its name in the rules.' },
      title: { 'zh-CN': '名称。', en: 'Its title.' },
      funding: {
        'zh-CN': '各出资方承担的金额，合计等于 amount；没有规定则为空。',
        en: 'Who bears it; the shares add up to the amount. Empty where the rules say nothing.',
      },
      poolLeft: {
        'zh-CN': '可用预算（元）：预算减去已承诺和已预留的金额。',
        en: 'What is free in the budget, in yuan whatever the unit: the budget less what is committed and what is promised.',
      },
      steps: { 'zh-CN': '计算步骤，按顺序。', en: 'The steps, in order.' },
      refusals: {
        'zh-CN': '全部不符合的原因；符合时为空。',
        en: 'Every reason against; empty where there is none.',
      },
    },
  },
};

export const bodyTexts: DocumentedSchemas<typeof programmeBodies> = {
  Facts: {
    about: {
      'zh-CN': '申请人和合同的情况。规则不用的可以省略，规则要用的缺一不可。',
      en: 'The situation of an applicant and a contract. Leave out what the rules do not look at; what they look at has to be there.',
    },
    fields: factMeanings,
  },
};
