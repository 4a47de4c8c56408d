import type {
  DocumentedOperation,
  DocumentedSchemas,
  InterfacePart,
} from '@/server/api/documented';
import { listHeadsOperation } from './operations';
import { proofAnswers } from './schemas';

const example = {
  chain: '0197a8c2-5d3e-7c41-9a60-2f1b8e0d4c77',
  city: 'qingyang',
  day: '2026-06-14',
  seal: 1842,
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  rows: 40318,
  publishedAt: '2026-06-14T16:00:12.000Z',
};

const list: DocumentedOperation = {
  operation: listHeadsOperation,
  title: { 'zh-CN': '列出每日校验值', en: 'List the published heads' },
  about: {
    'zh-CN': '各市资金流水和审计记录每日的校验值，新的在前，公布后不再更改。核对方法见 /proof。',
    en: 'The head of each city’s chain at the end of each day, the newest first. Once published it never changes; /proof says how to check it.',
  },
  parameters: {
    city: { 'zh-CN': '仅此城市，如 qingyang。', en: 'Of this city only, such as qingyang.' },
    limit: {
      'zh-CN': '每页最多几个，1 至 100，默认 25。',
      en: 'How many a page has at most, 1 to 100; 25 where left out.',
    },
    cursor: {
      'zh-CN': '上一页答复中的 nextCursor。',
      en: 'The nextCursor of the page before.',
    },
  },
  example: {
    address: '/api/v1/proof/heads?city=qingyang',
    answer: () => ({ heads: [example], nextCursor: null }),
  },
};

const texts: DocumentedSchemas<typeof proofAnswers> = {
  PublishedHead: {
    about: {
      'zh-CN': '一条链在一日结束后的校验值。',
      en: 'The head of a chain after a day was over.',
    },
    fields: {
      chain: {
        'zh-CN': '链的编号：城市的编号；不属于任何城市的记录为全零。',
        en: 'Names the chain: the city’s id, or zeros for the events of no city.',
      },
      city: {
        'zh-CN': '城市；不属于任何城市的记录为 null。',
        en: 'The city; null for the events of no city.',
      },
      day: { 'zh-CN': '哪一日（北京时间）。', en: 'The day that was over (Beijing time).' },
      seal: { 'zh-CN': '第几次封存。', en: 'The number of the seal.' },
      hash: { 'zh-CN': '该次封存的 SHA-256。', en: 'The SHA-256 of that seal.' },
      rows: { 'zh-CN': '累计封存的记录数。', en: 'How many rows were sealed until then.' },
      publishedAt: { 'zh-CN': '公布的时刻（UTC）。', en: 'When it was published (UTC).' },
    },
  },
  PublishedHeads: {
    about: { 'zh-CN': '校验值列表的一页。', en: 'A page of published heads.' },
    fields: {
      heads: { 'zh-CN': '新的在前。', en: 'The newest day first.' },
      nextCursor: {
        'zh-CN': '取下一页时作为 cursor 使用；最后一页为 null。',
        en: 'Send it as cursor for the next page; null on the last.',
      },
    },
  },
};

export const proofInterface: InterfacePart = {
  tag: {
    name: 'proof',
    about: {
      'zh-CN': '账目核验：每日公布的校验值。',
      en: 'The proof of the books: published heads.',
    },
  },
  operations: [list],
  answers: proofAnswers,
  bodies: {},
  texts,
};
