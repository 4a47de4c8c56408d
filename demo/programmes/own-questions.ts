import type { FormDefinition, FormField, FormSection } from '@/features/forms/domain/form';
import { programmeForm } from '@/features/rules/application-form';
import { yesNoOptions } from '@/features/rules/application-form-messages';
import type { Rules } from '@/features/rules/domain/rules';

const chips = [
  ['ascend910b', '昇腾 910B', 'Ascend 910B'],
  ['ascend910c', '昇腾 910C', 'Ascend 910C'],
  ['cambricon590', '寒武纪 MLU590', 'Cambricon MLU590'],
  ['hygon', '海光 DCU', 'Hygon DCU'],
  ['kunlun', '昆仑芯 P800', 'Kunlunxin P800'],
  ['imported', '进口芯片', 'An imported chip'],
] as const;

/** The plan behind a contract: what is computed on which hardware, for how long and at which price. */
const computePlan: FormField = {
  kind: 'table',
  name: 'ownPlan',
  own: true,
  label: { 'zh-CN': '算力使用计划', en: 'Compute plan' },
  help: {
    'zh-CN': '每种芯片一行。单价按每卡时计，含税。',
    en: 'One row for each kind of chip. Prices are per card-hour, tax included.',
  },
  required: false,
  maxRows: 12,
  columns: [
    {
      kind: 'choice',
      name: 'chip',
      label: { 'zh-CN': '芯片', en: 'Chip' },
      required: true,
      options: chips.map(([value, zh, en]) => ({ value, label: { 'zh-CN': zh, en } })),
    },
    {
      kind: 'number',
      name: 'cardHours',
      label: { 'zh-CN': '卡时', en: 'Card-hours' },
      required: true,
      sum: true,
    },
    {
      kind: 'number',
      name: 'months',
      label: { 'zh-CN': '月数', en: 'Months' },
      required: true,
      integer: true,
      min: '1',
      max: '60',
    },
    { kind: 'money', name: 'price', label: { 'zh-CN': '单价', en: 'Price' }, required: true },
  ],
};

const fields: FormField = {
  kind: 'many',
  name: 'ownFields',
  own: true,
  label: { 'zh-CN': '应用领域', en: 'Fields of use' },
  help: { 'zh-CN': '最多选三项。', en: 'Choose up to three.' },
  required: false,
  max: 3,
  options: [
    { value: 'industry', label: { 'zh-CN': '工业制造', en: 'Manufacturing' } },
    { value: 'health', label: { 'zh-CN': '医疗健康', en: 'Health' } },
    { value: 'finance', label: { 'zh-CN': '金融', en: 'Finance' } },
    { value: 'education', label: { 'zh-CN': '教育', en: 'Education' } },
    { value: 'energy', label: { 'zh-CN': '能源', en: 'Energy' } },
    { value: 'culture', label: { 'zh-CN': '文化传媒', en: 'Culture and media' } },
  ],
};

const training: FormField = {
  kind: 'period',
  name: 'ownPeriod',
  own: true,
  label: { 'zh-CN': '计划训练时间', en: 'When you plan to compute' },
  required: false,
};

const financed: FormField = {
  kind: 'yesNo',
  name: 'ownFinanced',
  own: true,
  label: {
    'zh-CN': '近 12 个月是否获得股权融资',
    en: 'Have you raised equity in the last 12 months?',
  },
  required: false,
  options: yesNoOptions,
};

/** Only for firms that have raised money: the section is hidden as long as the answer is no. */
const financing: FormSection = {
  id: 'own-financing',
  own: true,
  title: { 'zh-CN': '融资情况', en: 'Financing' },
  lead: {
    'zh-CN': '只填最近一轮。',
    en: 'The latest round only.',
  },
  when: { field: 'ownFinanced', equals: 'yes' },
  fields: [
    {
      kind: 'choice',
      name: 'ownRound',
      own: true,
      label: { 'zh-CN': '轮次', en: 'Round' },
      required: true,
      options: [
        { value: 'seed', label: { 'zh-CN': '种子或天使轮', en: 'Seed or angel' } },
        { value: 'a', label: { 'zh-CN': 'A 轮', en: 'Series A' } },
        { value: 'later', label: { 'zh-CN': 'B 轮及以后', en: 'Series B or later' } },
      ],
    },
    {
      kind: 'money',
      name: 'ownRaised',
      own: true,
      label: { 'zh-CN': '融资金额', en: 'Amount raised' },
      required: true,
    },
    {
      kind: 'text',
      name: 'ownInvestor',
      own: true,
      label: { 'zh-CN': '领投方', en: 'Lead investor' },
      required: true,
      maxLength: 100,
    },
    {
      kind: 'creditCode',
      name: 'ownInvestorCode',
      own: true,
      label: {
        'zh-CN': '领投方统一社会信用代码',
        en: 'Unified social credit code of the lead investor',
      },
      help: { 'zh-CN': '境外机构不填。', en: 'Leave it empty for an investor from abroad.' },
      required: false,
    },
  ],
};

/** A document for firms that have raised money, handed in with the others. */
const agreement: FormField = {
  kind: 'file',
  name: 'ownAgreement',
  own: true,
  when: { field: 'ownFinanced', equals: 'yes' },
  label: { 'zh-CN': '投资协议', en: 'Investment agreement' },
  required: true,
  accept: ['pdf', 'ofd'],
  maxFiles: 2,
  sample: {
    'zh-CN': '每份含首页、金额页和签章页。',
    en: 'Each with its first page, the page with the amount and the signatures.',
  },
};

const where: FormField = {
  kind: 'region',
  name: 'ownCentre',
  own: true,
  label: { 'zh-CN': '算力中心所在地', en: 'Where the compute centre stands' },
  required: false,
};

/** Returns a placeholder for a question of the rules, after which own questions are placed. */
const placeholder = (name: string): FormField => ({
  kind: 'text',
  name,
  required: false,
  label: { 'zh-CN': '-', en: '-' },
});

const section = (id: string, added: readonly FormField[], after?: string): FormSection => ({
  id,
  title: { 'zh-CN': '-', en: '-' },
  fields: [...(after === undefined ? [] : [placeholder(after)]), ...added],
});

/** Returns a form with own questions after those of the rules, and an own section after one of theirs. */
const formWith = (added: readonly FormField[]): FormDefinition => ({
  sections: [
    section('project', added, 'cardHours'),
    section('contract', [], 'endsOn'),
    financing,
    section('files', [agreement]),
  ],
});

export const qingyangForm = (rules: Rules): FormDefinition =>
  programmeForm(rules, formWith([computePlan, training, fields, financed]));

export const beijingForm = (rules: Rules): FormDefinition =>
  programmeForm(rules, formWith([computePlan, where, fields, financed]));
