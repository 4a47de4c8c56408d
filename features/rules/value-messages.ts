import { messages } from '@/lib/messages';

/**
 * Names of the values that a parameter of the rules can have: kinds, ways of paying, applicants, documents, cycles, grades
 * of a source.
 */
export const valueNames = messages({
  compute: { 'zh-CN': '算力券', en: 'Compute voucher' },
  training: { 'zh-CN': '训力券', en: 'Training voucher' },
  model: { 'zh-CN': '模型券', en: 'Model voucher' },
  corpus: { 'zh-CN': '语料券', en: 'Corpus voucher' },
  token: { 'zh-CN': '词元券', en: 'Token voucher' },
  data: { 'zh-CN': '数据券', en: 'Data voucher' },
  annotation: { 'zh-CN': '标注券', en: 'Annotation voucher' },
  deduct: { 'zh-CN': '在服务商处抵扣', en: 'Deducted at the vendor' },
  deferred: { 'zh-CN': '先付后补', en: 'Pay first, be paid back' },
  automatic: { 'zh-CN': '免申即享', en: 'Automatic' },
  grade_o: { 'zh-CN': '官方文本或其镜像', en: 'Official text or a mirror of it' },
  grade_n: { 'zh-CN': '新闻报道', en: 'News report' },
  grade_r: { 'zh-CN': '第三方转述', en: 'Restated by a third party' },
  enterprise: { 'zh-CN': '企业', en: 'Enterprises' },
  institute: { 'zh-CN': '科研院所', en: 'Research institutes' },
  university: { 'zh-CN': '高校', en: 'Universities' },
  maker: { 'zh-CN': '创客（无法人资格）', en: 'Makers without a legal person' },
  purpose_training: { 'zh-CN': '模型训练', en: 'training' },
  purpose_tuning: { 'zh-CN': '模型微调', en: 'fine-tuning' },
  purpose_inference: { 'zh-CN': '模型推理', en: 'inference' },
  monthly: { 'zh-CN': '每月', en: 'Every month' },
  quarterly: { 'zh-CN': '每季度', en: 'Every quarter' },
  yearly: { 'zh-CN': '每年', en: 'Every year' },
  batch: { 'zh-CN': '按批次', en: 'With each batch' },
  paper_licence: { 'zh-CN': '营业执照', en: 'Business licence' },
  paper_contract: { 'zh-CN': '算力服务合同', en: 'Compute contract' },
  paper_plan: { 'zh-CN': '项目计划书', en: 'Project plan' },
  paper_invoice: { 'zh-CN': '发票', en: 'Invoices' },
  paper_payment: { 'zh-CN': '付款凭证', en: 'Proof of payment' },
  paper_usage: { 'zh-CN': '用量日志', en: 'Usage logs' },
  paper_delivery: { 'zh-CN': '算力交付凭证', en: 'Proof of delivery' },
  paper_registration: { 'zh-CN': '模型备案证明', en: 'Proof that the model is registered' },
  paper_report: { 'zh-CN': '第三方审计或检测报告', en: 'Third-party audit or test report' },
  paper_power: { 'zh-CN': '用电记录', en: 'Power records' },
  paper_pledge: { 'zh-CN': '真实性承诺书', en: 'Signed pledge of truth' },
});
