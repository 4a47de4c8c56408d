import { zeroFen } from '@/lib/money';
import type { Rules } from '@/features/rules/domain/rules';
import { ruleFen } from '@/features/rules/domain/sheet';
import type { PublicProgramme } from './mapping';

/** The programme of the example in the reference, which Nanning's bureau calculated itself. */
export const exampleSlug = 'nanning-compute-2025';

const rules: Rules = {
  mode: 'deferred',
  kind: 'compute',
  applicants: { clause: '3', types: ['enterprise', 'institute', 'university'] },
  base: {
    clause: '5',
    of: 'settled',
    proration: {
      clause: '5',
      from: '2025-03-01',
      to: '2025-12-31',
      dayCount: 'exclusive',
      rounding: { unitFen: 100, mode: 'truncate' },
    },
  },
  rates: [{ clause: '5', percent: '30' }],
  rounding: { unitFen: 100, mode: 'truncate' },
  capPerYear: { clause: '5', yuan: '2000000' },
  pool: { clause: '2', exhaustion: 'reject' },
  vendors: { clause: '4', scope: 'listed' },
  affiliates: { clause: '4', allowed: false },
  voucher: {
    clause: '6',
    validMonths: 12,
    transferable: false,
    partialUse: true,
    percentOfOrder: '100',
    holdDays: 90,
  },
  service: { clause: '7', reviewWorkingDays: 20, correctionWorkingDays: 5, noticeWorkingDays: 5 },
  evidence: {
    clause: '7',
    application: ['licence', 'contract', 'invoice', 'payment'],
    redemption: [],
  },
  settlement: { clause: '8', cycle: 'yearly' },
  source: {
    title: {
      'zh-CN': '南宁市算力券申领通知（2025），据报载',
      en: 'Notice of Nanning on claiming computing vouchers (2025), as reported',
    },
    url: 'https://jfxmm.com.shayuweb.com/news/729625.html',
    grade: 'n',
    effectiveFrom: '2025-03-01',
  },
  assumed: [],
};

const asOf = new Date('2026-03-02T01:30:00.000Z');

export const exampleProgramme: PublicProgramme = {
  slug: exampleSlug,
  city: { slug: 'nanning', 'zh-CN': '南宁市', en: 'Nanning' },
  bureau: { slug: 'nanning', 'zh-CN': '南宁市大数据发展局', en: 'Nanning Big Data Bureau' },
  title: { 'zh-CN': '南宁市算力券（2025）', en: 'Nanning computing vouchers (2025)' },
  summary: {
    'zh-CN': '先付后补：按已结算费用的比例补助。',
    en: 'Paid back afterwards: a share of the settled cost.',
  },
  rules,
  version: {
    id: '0197a8c2-5d3e-7c41-9a60-2f1b8e0d4c77',
    number: 1,
    publishedAt: new Date('2025-03-01T00:00:00.000Z'),
  },
  pool: {
    id: '0197a8c2-5d3e-7c41-9a60-2f1b8e0d4c78',
    budgetFen: ruleFen('50000000'),
    committedFen: zeroFen,
    promisedFen: zeroFen,
    leftFen: ruleFen('50000000'),
  },
  round: {
    id: '0197a8c2-5d3e-7c41-9a60-2f1b8e0d4c79',
    number: 2,
    opensAt: new Date('2026-03-01T00:00:00.000Z'),
    closesAt: new Date('2026-06-30T10:00:00.000Z'),
  },
  nextRound: undefined,
  asOf,
};

/** 200,000 × 305 ÷ 729 days = 83,676; × 30 % = 25,102. */
export const exampleFacts = {
  applicantType: 'enterprise',
  settledAmount: '200000.00',
  startsOn: '2025-01-01',
  endsOn: '2026-12-31',
  vendorListed: true,
  affiliated: false,
};
