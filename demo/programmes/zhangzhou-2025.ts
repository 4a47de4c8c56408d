import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import {
  basisOf,
  ceiling,
  cutOff,
  notSeen,
  officesOf,
  payFirstProcess,
  poolNotSeen,
  rejectedWhenShort,
  roundsSet,
  serviceTerms,
  termsNotSeen,
  toTheFen,
  voucherTerms,
} from './common-two';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deferred',
  kind: 'compute',
  applicants: { clause: '1', types: ['enterprise'] },
  directions: [
    { id: 'compute', title: { 'zh-CN': '算力券', en: 'Compute voucher' } },
    { id: 'model', title: { 'zh-CN': '模型券', en: 'Model voucher' } },
    {
      id: 'annotation_a',
      title: {
        'zh-CN': '标注券（A 类，工业企业）',
        en: 'Annotation voucher A (industrial firms)',
      },
    },
    {
      id: 'annotation_b',
      title: {
        'zh-CN': '标注券（B 类，数据标注平台）',
        en: 'Annotation voucher B (annotation platforms)',
      },
    },
  ],
  claim: { clause: '1', basis: 'contract', voucher: false },
  base: { clause: '1', of: 'contract' },
  rates: [
    { clause: '1', percent: '50', direction: 'compute' },
    { clause: '2', percent: '30', direction: 'model' },
    { clause: '3', percent: '80', direction: 'annotation_a', sectors: ['manufacturing'] },
    { clause: '3.2', percent: '15', direction: 'annotation_b' },
  ],
  rateKind: 'ceiling',
  rounding: toTheFen,
  caps: [
    { clause: '1', per: 'direction', yuan: '2000000', direction: 'compute' },
    { clause: '2', per: 'direction', yuan: '2000000', direction: 'model' },
    { clause: '3', per: 'direction', yuan: '3000000', direction: 'annotation_a' },
    { clause: '3.2', per: 'direction', yuan: '5000000', direction: 'annotation_b' },
  ],
  pool: { clause: '4', exhaustion: 'reject' },
  intake: { clause: '4', kind: 'rolling' },
  vendors: { clause: '4', scope: 'any' },
  voucher: voucherTerms('4'),
  service: serviceTerms('4'),
  evidence: {
    clause: '4',
    application: ['licence', 'contract', 'invoice', 'delivery'],
    redemption: [],
  },
  settlement: { clause: '4', cycle: 'yearly' },
  source: {
    title: {
      'zh-CN': '漳州市支持人工智能产业发展的措施（2025 年）',
      en: 'Measures of Zhangzhou to support the AI industry (2025)',
    },
    url: 'http://xqb.xujc.com/2025/0710/c5972a160916/page.htm',
    grade: 'o',
    effectiveFrom: '2025-07-10',
  },
  assumed: [
    {
      'zh-CN': '四个上限依次对应算力券、模型券、标注券 A 类和 B 类，各方向分别按累计计。',
      en: 'The four caps belong, in their order, to the compute, model and annotation vouchers A and B; each is counted over all that was had in its direction.',
    },
    {
      'zh-CN': '“工业企业”按所属行业为制造业认定；模型购买费用按合同金额计。',
      en: '“Industrial firms” are those in manufacturing; what a model costs is the amount of the contract.',
    },
    cutOff,
    notSeen(
      '算力券、模型券、标注券三条以外的条款号，施行日期（以转载日期计），付款方式',
      'article numbers other than those of the three vouchers; the first day (that of the reprint); how payment is made',
    ),
    termsNotSeen,
    poolNotSeen,
    rejectedWhenShort,
    roundsSet,
  ],
};

/**
 * Zhangzhou 2025 (row 23): compute 50 %, models 30 %, annotation A 80 % and B 15 %, at most
 * ¥2,000,000, ¥2,000,000, ¥3,000,000 and ¥5,000,000 in this order.
 */
export const zhangzhou2025: ProgrammeData = {
  slug: 'zhangzhou-2025',
  citySlug: 'zhangzhou',
  publishedOn: '2025-08-20',
  budgetYuan: '20000000',
  rounds: [{ number: 1, opensOn: '2025-09-01', closesOn: '2027-06-30', closesAt: '17:30' }],
  rules,
  guide: {
    title: {
      'zh-CN': '漳州市算力券、模型券、标注券（2025）',
      en: 'Zhangzhou compute, model and annotation vouchers (2025)',
    },
    summary: {
      'zh-CN': '租用智能算力、购买大模型服务、开展数据标注的企业，按合同金额给予支持。',
      en: 'Supports firms that rent AI compute, buy model services or have data annotated, in proportion to the contract.',
    },
    basis: basisOf(
      '漳州市支持人工智能产业发展的措施（2025 年）',
      'Measures of Zhangzhou to support the AI industry (2025)',
    ),
    process: payFirstProcess,
    questions: [
      {
        question: {
          'zh-CN': '可以同时申请几个方向吗？',
          en: 'May I apply in several directions?',
        },
        answer: {
          'zh-CN': '可以，每个方向分别申请，上限分别计算。',
          en: 'Yes, with one application each; every direction has its own cap.',
        },
      },
      {
        question: {
          'zh-CN': '标注券 A 类和 B 类有什么区别？',
          en: 'How do annotation vouchers A and B differ?',
        },
        answer: {
          'zh-CN': 'A 类给有标注需求的工业企业，B 类给开展标注业务的平台。',
          en: 'A is for industrial firms that need data annotated, B for platforms that annotate.',
        },
      },
      ceiling,
    ],
    ...officesOf('zhangzhou'),
  },
  form: applicationForm(rules),
  examples: [
    {
      // Compute: 1,000,000 × 50 % = 500,000.
      title: { 'zh-CN': '算力券，一般情形', en: 'Compute, an ordinary contract' },
      facts: { direction: 'compute', sector: 'software', contractAmount: '1000000.00' },
      expected: { amount: '500000.00' },
    },
    {
      // Compute: 4,000,000.02 × 50 % = 2,000,000.01, one fen above the cap of 2,000,000.
      title: { 'zh-CN': '算力券，达到上限', en: 'Compute, at the cap' },
      facts: { direction: 'compute', sector: 'software', contractAmount: '4000000.02' },
      expected: { amount: '2000000.00' },
    },
    {
      // Models: 8,000,000 × 30 % = 2,400,000, above the cap of 2,000,000.
      title: { 'zh-CN': '模型券，达到上限', en: 'Models, at the cap' },
      facts: { direction: 'model', sector: 'software', contractAmount: '8000000.00' },
      expected: { amount: '2000000.00' },
    },
    {
      // Annotation A: 1,500,000 × 80 % = 1,200,000.
      title: { 'zh-CN': '标注券 A 类，一般情形', en: 'Annotation A, an ordinary contract' },
      facts: { direction: 'annotation_a', sector: 'manufacturing', contractAmount: '1500000.00' },
      expected: { amount: '1200000.00' },
    },
    {
      // Annotation A: 4,000,000 × 80 % = 3,200,000, above the cap of 3,000,000.
      title: { 'zh-CN': '标注券 A 类，达到上限', en: 'Annotation A, at the cap' },
      facts: { direction: 'annotation_a', sector: 'manufacturing', contractAmount: '4000000.00' },
      expected: { amount: '3000000.00' },
    },
    {
      // Annotation B: 10,000,000 × 15 % = 1,500,000; 4,000,000 received: 5,000,000 − 4,000,000 = 1,000,000.
      title: { 'zh-CN': '标注券 B 类，已用部分上限', en: 'Annotation B, part of the cap is used' },
      facts: {
        direction: 'annotation_b',
        sector: 'software',
        contractAmount: '10000000.00',
        used: { directionClaimed: '4000000.00' },
      },
      expected: { amount: '1000000.00' },
    },
    {
      title: {
        'zh-CN': '非工业企业申请标注券 A 类',
        en: 'Annotation A for a firm not in industry',
      },
      facts: { direction: 'annotation_a', sector: 'software', contractAmount: '1500000.00' },
      expected: { refusals: ['rate_none'] },
    },
    {
      title: { 'zh-CN': '未选方向', en: 'No direction chosen' },
      facts: { sector: 'software', contractAmount: '1000000.00' },
      expected: { refusals: ['fact_missing', 'rate_none'] },
    },
  ],
};
