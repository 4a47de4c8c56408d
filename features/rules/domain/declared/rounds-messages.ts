import type { ProgrammeParts } from '../parameters';
import { queueOrders } from '../vocabulary';
import { clause, id, moneyYuan, title } from './shared-messages';
import { whenParts } from './situation-messages';

/** Declares the rounds, the budget and the funders. */
export const rounds = {
  rounds: {
    kind: 'rows',
    label: { 'zh-CN': '申报批次', en: 'Rounds' },
    hint: {
      'zh-CN': '按批次号写入：已有的批次按此更改，新的批次新增。未列出的批次不变。',
      en: 'Written by their numbers: those that exist are changed, new ones added, others left as they are.',
    },
    of: {
      kind: 'group',
      parts: {
        number: { kind: 'count', label: { 'zh-CN': '批次', en: 'Round' } },
        opensOn: { kind: 'date', label: { 'zh-CN': '开放日期', en: 'Opens on' } },
        opensAt: { kind: 'time', label: { 'zh-CN': '开放时间', en: 'Opens at' } },
        closesOn: { kind: 'date', label: { 'zh-CN': '截止日期', en: 'Closes on' } },
        closesAt: { kind: 'time', label: { 'zh-CN': '截止时间', en: 'Closes at' } },
      },
    },
  },
  budgetYuan: {
    kind: 'money',
    inYuan: true,
    optional: true,
    label: { 'zh-CN': '预算', en: 'Budget' },
    hint: {
      'zh-CN': '仅用于新政策；已有预算的，在预算页调整。',
      en: 'For a new programme; where there is a budget already, its budget is changed on the budget page.',
    },
  },
  'rules.pool': {
    kind: 'group',
    label: { 'zh-CN': '预算', en: 'Budget' },
    meaning: { 'zh-CN': '预算不足时怎么办。', en: 'What happens when the budget runs short.' },
    parts: {
      clause,
      exhaustion: {
        kind: 'choice',
        values: ['reject', 'partial', 'queue', 'pro_rata'],
        label: { 'zh-CN': '余额不足时', en: 'Where it falls short' },
        meaning: {
          'zh-CN': '不足时：不给、给所余、排队、按比例分。',
          en: 'Nothing, what is left, waiting in line, or everybody’s share.',
        },
      },
      queueOrder: {
        kind: 'choice',
        optional: true,
        values: queueOrders,
        label: { 'zh-CN': '排队次序', en: 'Order of the line' },
        hint: {
          'zh-CN': '仅用于排队等待；不选的，按复审通过先后。',
          en: 'Only for waiting in line; the order of passing if nothing is chosen.',
        },
        meaning: { 'zh-CN': '排队等待资金的次序。', en: 'Who is first in line for money.' },
      },
      subPools: {
        kind: 'rows',
        optional: true,
        label: { 'zh-CN': '分项预算', en: 'Parts of the budget' },
        hint: {
          'zh-CN': '按顺序取第一个符合的；都不符合的用其余资金。',
          en: 'The first that fits is drawn on; whoever fits none draws on the rest.',
        },
        meaning: { 'zh-CN': '分项预算。', en: 'Parts of the budget.' },
        of: { kind: 'group', parts: { clause, id, title, yuan: moneyYuan, ...whenParts } },
      },
    },
  },
  'rules.funding': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '资金分担', en: 'Who bears it' },
    meaning: { 'zh-CN': '各出资方的分担。', en: 'Who bears how much.' },
    parts: {
      clause,
      shares: {
        kind: 'rows',
        label: { 'zh-CN': '分担方', en: 'Funders' },
        meaning: { 'zh-CN': '各方的份额。', en: 'Each funder’s share.' },
        of: {
          kind: 'group',
          parts: {
            funder: {
              kind: 'bilingual',
              label: { 'zh-CN': '出资方', en: 'Funder' },
              meaning: { 'zh-CN': '出资方。', en: 'The funder.' },
            },
            parts: {
              kind: 'count',
              label: { 'zh-CN': '份数', en: 'Parts' },
              meaning: { 'zh-CN': '份数。', en: 'How many parts it bears.' },
            },
          },
        },
      },
      oddFenTo: {
        kind: 'position',
        label: { 'zh-CN': '尾数归第几方', en: 'Odd fen go to funder no.' },
        hint: { 'zh-CN': '1 为第一方', en: '1 is the first funder' },
        meaning: { 'zh-CN': '零头归第几方，从 0 开始。', en: 'Who takes the odd fen, from 0.' },
      },
    },
  },
} satisfies Partial<ProgrammeParts>;
