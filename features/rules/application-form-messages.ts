import { composed } from '@/features/forms/domain/compose';
import type { Choice, FormDefinition, FormField, FormSection } from '@/features/forms/domain/form';
import type { EvidenceCode, Rules } from './domain/rules';
import { questions, type QuestionId } from './domain/declared/questions';
import { choicesOfPart, partsOf, questionsOf } from './domain/questions';
import type { Bilingual } from '@/lib/bilingual';
import { choicesOf, partLabel, questionHint, questionTitle } from './question-texts';
import type { Locale } from '@/lib/locale';

const contact: FormSection = {
  id: 'contact',
  title: { 'zh-CN': '申请单位联系人', en: 'Contact of the applicant' },
  lead: {
    'zh-CN': '审核中如有问题，我们联系此人。',
    en: 'We ask this person if something is unclear.',
  },
  fields: [
    {
      name: 'contactName',
      kind: 'text',
      label: { 'zh-CN': '姓名', en: 'Name' },
      required: true,
      maxLength: 60,
    },
    {
      name: 'contactPhone',
      kind: 'phone',
      label: { 'zh-CN': '电话', en: 'Telephone' },
      required: true,
    },
    {
      name: 'contactEmail',
      kind: 'email',
      label: { 'zh-CN': '电子邮箱', en: 'E-mail' },
      required: true,
    },
  ],
};

const project: FormSection = {
  id: 'project',
  title: { 'zh-CN': '项目', en: 'Project' },
  fields: [
    {
      name: 'projectName',
      kind: 'text',
      label: { 'zh-CN': '项目名称', en: 'Name of the project' },
      required: true,
      maxLength: 100,
    },
    {
      name: 'projectSummary',
      kind: 'longText',
      label: { 'zh-CN': '项目简介', en: 'What you are building' },
      hint: {
        'zh-CN': '模型或应用、训练数据来源、预期成果。1000 字以内。',
        en: 'The model or application, where its data come from, what you expect. Up to 1,000 characters.',
      },
      required: true,
      maxLength: 1000,
    },
    {
      name: 'purpose',
      kind: 'choice',
      label: { 'zh-CN': '算力用途', en: 'What the compute is for' },
      required: true,
      options: [
        { value: 'training', label: { 'zh-CN': '模型训练', en: 'Training a model' } },
        { value: 'tuning', label: { 'zh-CN': '模型微调', en: 'Fine-tuning a model' } },
        { value: 'inference', label: { 'zh-CN': '模型推理', en: 'Inference' } },
      ],
    },
    {
      name: 'chipOrigin',
      kind: 'choice',
      label: { 'zh-CN': '芯片来源', en: 'Chips' },
      required: true,
      options: [
        { value: 'domestic', label: { 'zh-CN': '国产芯片', en: 'Domestic' } },
        { value: 'foreign', label: { 'zh-CN': '进口芯片', en: 'Imported' } },
      ],
    },
    {
      name: 'cardHours',
      kind: 'number',
      label: { 'zh-CN': '计划用量（卡时）', en: 'Planned use (card-hours)' },
      required: true,
    },
  ],
};

const contractFields: FormField[] = [
  {
    name: 'vendorId',
    kind: 'vendor',
    label: { 'zh-CN': '算力服务商', en: 'Compute vendor' },
    hint: {
      'zh-CN': '仅列出本市已入库的服务商。',
      en: 'Only vendors accredited by this city are listed.',
    },
    required: true,
  },
  {
    name: 'contractNumber',
    kind: 'text',
    label: { 'zh-CN': '合同编号', en: 'Contract number' },
    required: true,
    maxLength: 60,
  },
  {
    name: 'contractAmount',
    kind: 'money',
    label: { 'zh-CN': '合同金额', en: 'Contract amount' },
    hint: {
      'zh-CN': '只计算力费用，不含存储、网络和安全。',
      en: 'Compute only: without storage, network and security.',
    },
    required: true,
  },
  {
    name: 'signedOn',
    kind: 'date',
    label: { 'zh-CN': '签订日期', en: 'Signed on' },
    required: true,
  },
  {
    name: 'startsOn',
    kind: 'date',
    label: { 'zh-CN': '服务开始', en: 'Service from' },
    required: true,
  },
  {
    name: 'endsOn',
    kind: 'date',
    label: { 'zh-CN': '服务结束', en: 'Service to' },
    required: true,
  },
];

const contractText: FormField = {
  name: 'vendorName',
  kind: 'text',
  label: { 'zh-CN': '服务商名称', en: 'Vendor' },
  required: true,
  maxLength: 100,
};

/** The choices of every yes-or-no question that a programme adds. */
export const yesNoOptions: readonly Choice[] = [
  { value: 'yes', label: { 'zh-CN': '是', en: 'Yes' } },
  { value: 'no', label: { 'zh-CN': '否', en: 'No' } },
];

const otherSupportAmount: FormField = {
  name: 'otherSupportAmount',
  kind: 'money',
  label: { 'zh-CN': '其他财政支持金额', en: 'How much other public support' },
  required: true,
  when: { field: 'otherSupport', equals: 'yes' },
};

/** Returns a text in both languages as data, from a function that takes the language. */
const bothOf = (text: (locale: Locale) => string): Bilingual => ({
  'zh-CN': text('zh-CN'),
  en: text('en'),
});

/** Returns a part of a question of the eligibility check as a form field, with the same wording as there. */
function checkField(question: QuestionId, part: string, rules: Rules): FormField {
  const own = question === 'own' || question === 'awards';
  const label = bothOf((locale) =>
    own ? partLabel(part, rules, locale) : questionTitle(question, locale),
  );
  const hint = questionHint(question, rules, 'zh-CN') && !own;
  const zh = choicesOf(part, rules, [], 'zh-CN');
  const en = choicesOf(part, rules, [], 'en');
  // The items that do not count and the tax may be zero, so they can be left empty.
  const required = part !== 'excludedAmount' && part !== 'taxAmount';
  const base = {
    name: part,
    label,
    required,
    ...(hint && { hint: bothOf((locale) => questionHint(question, rules, locale) ?? '') }),
  };
  if (!choicesOfPart(part, rules)) return { ...base, kind: 'money' };
  const options = zh.map(({ value, label: text }, at) => ({
    value,
    label: { 'zh-CN': text, en: en[at]?.label ?? text },
  }));
  return { ...base, kind: 'choice', options };
}

/** Returns the further questions of the rules as fields, either about the contract or about the applicant. */
const ruleFields = (rules: Rules, about: 'applicant' | 'contract'): FormField[] =>
  questionsOf(rules)
    .filter((id) => questions[id].about === about)
    .flatMap((id) =>
      partsOf(id, rules).map((part) =>
        part === 'otherSupportAmount' ? otherSupportAmount : checkField(id, part, rules),
      ),
    );

/** Returns the section about the contract. It contains only what the programme's rules look at. */
const contractSection = (rules: Rules): FormSection => ({
  id: 'contract',
  title: { 'zh-CN': '算力合同', en: 'Compute contract' },
  fields: [
    ...contractFields.map((field) => {
      if (field.kind === 'vendor' && rules.vendors.scope === 'any') return contractText;
      // The programme decides which costs count and which must be left out, so its hint replaces the usual one.
      return field.name === 'contractAmount' && rules.costs
        ? {
            ...field,
            hint: bothOf((locale) => questionHint('contractAmount', rules, locale) ?? ''),
          }
        : field;
    }),
    ...ruleFields(rules, 'contract'),
  ],
});

/** Returns the section about the applicant, or none if the rules look at nothing beyond the profile. */
function applicantSection(rules: Rules): FormSection[] {
  const fields = ruleFields(rules, 'applicant');
  if (fields.length === 0) return [];
  return [{ id: 'applicant', title: { 'zh-CN': '申请条件', en: 'Conditions' }, fields }];
}

const evidenceLabels: Record<EvidenceCode, Bilingual> = {
  licence: { 'zh-CN': '营业执照', en: 'Business licence' },
  contract: { 'zh-CN': '算力服务合同', en: 'Compute contract' },
  plan: { 'zh-CN': '项目计划书', en: 'Project plan' },
  invoice: { 'zh-CN': '发票', en: 'Invoices' },
  payment: { 'zh-CN': '付款凭证', en: 'Proof of payment' },
  usage: { 'zh-CN': '用量日志', en: 'Usage logs' },
  delivery: { 'zh-CN': '算力交付凭证', en: 'Proof of delivery' },
  registration: { 'zh-CN': '模型备案证明', en: 'Proof that the model is registered' },
  report: { 'zh-CN': '第三方审计或检测报告', en: 'Third-party audit or test report' },
  power: { 'zh-CN': '用电记录', en: 'Power records' },
  pledge: { 'zh-CN': '真实性承诺书', en: 'Signed pledge of truth' },
};

const fileField = (code: EvidenceCode): FormField => ({
  name: `${code}File`,
  kind: 'file',
  label: evidenceLabels[code],
  required: true,
});

const filesSection = (rules: Rules): FormSection => ({
  id: 'files',
  title: { 'zh-CN': '附件材料', en: 'Documents' },
  lead: {
    'zh-CN': 'PDF、PNG、JPEG 或 OFD，每份不超过 20 MB；另有要求的，以该项说明为准。',
    en: 'PDF, PNG, JPEG or OFD, each up to 20 MB, unless it says otherwise beside a document.',
  },
  fields: rules.evidence.application.map(fileField),
});

const declaration: FormSection = {
  id: 'declaration',
  title: { 'zh-CN': '声明', en: 'Declaration' },
  fields: [
    {
      name: 'declared',
      kind: 'declaration',
      label: {
        'zh-CN':
          '所填内容和所附材料真实、完整；算力券不转让、不买卖、不出借；如有不实，愿退回资金并承担责任。',
        en: 'All that is stated and attached is true and complete. The voucher will not be passed on, sold or lent. If anything proves untrue we return the money and answer for it.',
      },
      required: true,
    },
  ],
};

/** Returns the form with the questions that follow from the rules of a programme. */
export const applicationForm = (rules: Rules): FormDefinition => ({
  sections: [
    contact,
    project,
    ...applicantSection(rules),
    contractSection(rules),
    filesSection(rules),
    declaration,
  ],
});

/** Returns the form of a programme: the questions of its rules, with the programme's own questions added. */
export const programmeForm = (rules: Rules, stored: FormDefinition): FormDefinition =>
  composed(applicationForm(rules), stored);
