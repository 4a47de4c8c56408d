import type { PartsOf, Documented } from '../parameters';
import type { When } from '../rules';
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

/** Declares the parts of a situation. Rates, caps, requirements and others share them. */
export const whenParts = {
  applicantTypes: {
    kind: 'choices',
    optional: true,
    values: applicantTypes,
    label: { 'zh-CN': '单位类别', en: 'Kind of organisation' },
    meaning: { 'zh-CN': '申请人类别属于其中。', en: 'The applicant is one of these.' },
  },
  firmYoungerThanMonths: {
    kind: 'count',
    optional: true,
    label: { 'zh-CN': '成立不满（个月）', en: 'Registered less than (months) ago' },
    meaning: { 'zh-CN': '成立不满若干个月。', en: 'Registered less than so many months before.' },
  },
  firmOlderThanMonths: {
    kind: 'count',
    optional: true,
    label: { 'zh-CN': '成立已满（个月）', en: 'Registered at least (months) ago' },
    meaning: { 'zh-CN': '成立已满若干个月。', en: 'Registered at least so many months before.' },
  },
  regions: {
    kind: 'regions',
    optional: true,
    label: { 'zh-CN': '行政区划代码', en: 'Administrative divisions' },
    hint: {
      'zh-CN': 'GB/T 2260 的前几位，用逗号分开，例如 6210, 11',
      en: 'leading digits of GB/T 2260, with commas: 6210, 11',
    },
    meaning: {
      'zh-CN': '注册地（vendors 中为算力所在地）在其中，按代码前几位。',
      en: 'Registered in one of these, by the leading digits; of vendors, where the compute is.',
    },
  },
  sizes: {
    kind: 'choices',
    optional: true,
    values: firmSizes,
    label: { 'zh-CN': '企业规模', en: 'Size of the firm' },
    meaning: { 'zh-CN': '企业规模属于其中。', en: 'The firm has one of these sizes.' },
  },
  sectors: {
    kind: 'choices',
    optional: true,
    values: sectors,
    label: { 'zh-CN': '行业', en: 'Sector' },
    meaning: { 'zh-CN': '行业属于其中。', en: 'The applicant is in one of these sectors.' },
  },
  onePerson: {
    kind: 'tick',
    optional: true,
    label: { 'zh-CN': '一人公司（OPC）', en: 'One-person company' },
    meaning: { 'zh-CN': '为一人公司。', en: 'It is a one-person company.' },
  },
  chipOrigin: {
    kind: 'choice',
    optional: true,
    values: chipOrigins,
    label: { 'zh-CN': '芯片来源', en: 'Chips' },
    meaning: { 'zh-CN': '芯片来源。', en: 'The chips come from there.' },
  },
  purpose: {
    kind: 'choice',
    optional: true,
    values: purposes,
    label: { 'zh-CN': '算力用途', en: 'Purpose of the compute' },
    meaning: { 'zh-CN': '算力用途。', en: 'The compute is for this.' },
  },
  models: {
    kind: 'choices',
    optional: true,
    values: modelStatuses,
    label: { 'zh-CN': '模型备案情况', en: 'Registration of the model' },
    meaning: { 'zh-CN': '模型备案情况属于其中。', en: 'The model has one of these standings.' },
  },
  projects: {
    kind: 'choices',
    optional: true,
    values: projectRanks,
    label: { 'zh-CN': '承担项目的级别', en: 'Public projects won' },
    meaning: { 'zh-CN': '承担项目的级别属于其中。', en: 'A project of one of these ranks.' },
  },
  direction: {
    kind: 'declared',
    optional: true,
    by: 'directions',
    label: { 'zh-CN': '申请方向', en: 'Direction' },
    meaning: { 'zh-CN': '申请方向。', en: 'This direction is applied for.' },
  },
  side: {
    kind: 'choice',
    optional: true,
    values: sides,
    label: { 'zh-CN': '申请方', en: 'Who claims' },
    meaning: { 'zh-CN': '申请的一方。', en: 'The side that claims.' },
  },
  baseAtLeastYuan: {
    kind: 'money',
    optional: true,
    label: { 'zh-CN': '计算基数不低于', en: 'Amount that counts at least' },
    meaning: { 'zh-CN': '基数不低于此金额。', en: 'The base is at least this.' },
  },
  baseBelowYuan: {
    kind: 'money',
    optional: true,
    label: { 'zh-CN': '计算基数低于', en: 'Amount that counts below' },
    meaning: { 'zh-CN': '基数低于此金额。', en: 'The base is below this.' },
  },
  flags: {
    kind: 'declaredSome',
    optional: true,
    by: 'questions',
    label: { 'zh-CN': '自设问题须答“是”', en: 'Own questions answered yes' },
    meaning: { 'zh-CN': '须答“是”的问题。', en: 'Questions that are answered yes.' },
  },
  notFlags: {
    kind: 'declaredSome',
    optional: true,
    by: 'questions',
    label: { 'zh-CN': '自设问题须答“否”', en: 'Own questions answered no' },
    meaning: { 'zh-CN': '须答“否”的问题。', en: 'Questions that are answered no.' },
  },
} satisfies PartsOf<When, Documented>;
