import type { Choice, FormField, FormSection } from '@/features/forms/domain/form';
import type { Bilingual } from '@/lib/bilingual';
import type { EvidenceCode } from './domain/rules';

export const contactSection: FormSection = {
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

export const projectSection: FormSection = {
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

/** The label of the amount of a contract where the programme counts another unit than yuan. */
export const contractQuantity = { 'zh-CN': '合同数量', en: 'Quantity in the contract' };

export const contractFields: FormField[] = [
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

export const vendorNameField: FormField = {
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

export const otherSupportField: FormField = {
  name: 'otherSupportAmount',
  kind: 'money',
  label: { 'zh-CN': '其他财政支持金额', en: 'How much other public support' },
  required: true,
  when: { field: 'otherSupport', equals: 'yes' },
};

export const evidenceLabels: Record<EvidenceCode, Bilingual> = {
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

export const declarationSection: FormSection = {
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

export const applicantTitle: Bilingual = { 'zh-CN': '申请条件', en: 'Conditions' };
export const contractTitle: Bilingual = { 'zh-CN': '算力合同', en: 'Compute contract' };

export const filesHead: Pick<FormSection, 'title' | 'lead'> = {
  title: { 'zh-CN': '附件材料', en: 'Documents' },
  lead: {
    'zh-CN': 'PDF、PNG、JPEG 或 OFD，每份不超过 20 MB；另有要求的，以该项说明为准。',
    en: 'PDF, PNG, JPEG or OFD, each up to 20 MB, unless it says otherwise beside a document.',
  },
};
