import type { DocumentedOperation, DocumentText, InterfacePart } from '@/server/api/documented';
import { exampleFacts, exampleSlug } from './example-messages';
import { assessmentAnswer, listAnswer, programmeAnswer } from './examples';
import { answerTexts, bodyTexts } from './field-messages';
import { assessOperation, getProgrammeOperation, listProgrammesOperation } from './operations';
import { programmeAnswers, programmeBodies } from './schemas';

const slug: DocumentText = {
  'zh-CN': '政策在地址中的名称，见列表。',
  en: 'The programme’s name in addresses, as the list gives it.',
};

const list: DocumentedOperation = {
  operation: listProgrammesOperation,
  title: { 'zh-CN': '列出政策', en: 'List programmes' },
  about: {
    'zh-CN': '全部已公布的政策，分页返回；可按城市、券种、兑付方式和是否受理筛选。',
    en: 'All published programmes, page by page, by city, kind, mode and whether they take applications.',
  },
  parameters: {
    city: { 'zh-CN': '仅此城市，如 qingyang。', en: 'Of this city only, such as qingyang.' },
    kind: { 'zh-CN': '仅此券种。', en: 'Of this kind only.' },
    mode: { 'zh-CN': '仅此兑付方式。', en: 'Of this mode only.' },
    open: {
      'zh-CN': 'true 仅正在受理的，false 仅不在受理的。',
      en: 'true: only those that take applications now; false: only those that do not.',
    },
    limit: {
      'zh-CN': '每页最多几个，1 至 100，默认 25。',
      en: 'How many a page has at most, 1 to 100; 25 where left out.',
    },
    cursor: {
      'zh-CN': '上一页答复中的 nextCursor；Link 标头也给出下一页的地址。',
      en: 'The nextCursor of the page before. The Link header has the whole address.',
    },
  },
  example: {
    address: '/api/v1/programmes?mode=deferred',
    answer: (_, origin) => listAnswer(origin),
  },
};

const get: DocumentedOperation = {
  operation: getProgrammeOperation,
  title: { 'zh-CN': '查看一项政策', en: 'Read one programme' },
  about: {
    'zh-CN': '一项政策的规则、批次和可用预算。规则是数据，与门户计算所用的完全相同。',
    en: 'One programme with its rounds, what is free in its budget, and its rules: the very data that the portal calculates with.',
  },
  parameters: { slug },
  example: {
    address: `/api/v1/programmes/${exampleSlug}`,
    answer: (_, origin) => programmeAnswer(origin),
  },
};

const assess: DocumentedOperation = {
  operation: assessOperation,
  title: { 'zh-CN': '测算可得金额', en: 'Work out an award' },
  about: {
    'zh-CN':
      '按一项政策的现行规则测算：符合则给出金额和每一步计算，不符合则给出全部原因和办法。不保存任何内容。',
    en: 'Holds a situation against the rules in force: the amount with every step, or every reason against with what would help. Nothing is kept.',
  },
  parameters: { slug },
  example: {
    address: `/api/v1/programmes/${exampleSlug}/assess`,
    body: exampleFacts,
    answer: assessmentAnswer,
  },
};

export const programmeInterface: InterfacePart = {
  tag: {
    name: 'programmes',
    about: {
      'zh-CN': '政策：查询，按规则测算。',
      en: 'Programmes: what they are, and what they give.',
    },
  },
  operations: [list, get, assess],
  answers: programmeAnswers,
  bodies: programmeBodies,
  texts: { ...answerTexts, ...bodyTexts },
};
