import type { ProgrammeParts } from '../parameters';
import { evidenceCodes } from '../vocabulary';
import { clause, title } from './shared-messages';

/** Declares the documents that are handed in. */
export const documents = {
  'rules.evidence': {
    kind: 'group',
    label: { 'zh-CN': '申请材料', en: 'Documents' },
    meaning: { 'zh-CN': '须提交的材料。', en: 'What is handed in.' },
    parts: {
      clause,
      application: {
        kind: 'choices',
        values: evidenceCodes,
        label: { 'zh-CN': '申请时', en: 'With the application' },
        meaning: { 'zh-CN': '申请时提交。', en: 'With the application.' },
      },
      redemption: {
        kind: 'choices',
        values: evidenceCodes,
        label: { 'zh-CN': '核销或兑付时', en: 'With each redemption or claim' },
        meaning: {
          'zh-CN':
            '服务商核销时、或先付后补的单位申请兑付时提交。先付后补而不选的，核准发放后直接拨付。',
          en: 'With each redemption of a vendor, or each claim of a start-up that pays first. Where start-ups pay first and nothing is chosen, an award is paid out as soon as it is issued.',
        },
      },
    },
  },
} satisfies Partial<ProgrammeParts>;

/** Declares the steps to the money. */
export const process = {
  'guide.process': {
    kind: 'rows',
    label: { 'zh-CN': '办理步骤', en: 'Steps' },
    of: { kind: 'bilingual', long: true },
  },
  'rules.settlement': {
    kind: 'group',
    label: { 'zh-CN': '结算拨付', en: 'Settlement' },
    meaning: { 'zh-CN': '与服务商的结算。', en: 'How vendors are settled.' },
    parts: {
      clause,
      cycle: {
        kind: 'choice',
        values: ['monthly', 'quarterly', 'yearly', 'batch'],
        label: { 'zh-CN': '周期', en: 'How often' },
        meaning: {
          'zh-CN':
            '结算周期：本月、本季度或本年内核定的款项，期满后才能列入结算批次；按批次的，随时可以结算。',
          en: 'How often: what is verified within a month, quarter or year can be settled once that has ended; batch by batch, at any time.',
        },
      },
      confirmByWorkingDays: {
        kind: 'count',
        optional: true,
        label: {
          'zh-CN': '逾期未答复视为确认（工作日）',
          en: 'Silence confirms after (working days)',
        },
        meaning: {
          'zh-CN':
            '核销提交后，用券单位在该工作日数内未确认也未提出争议的，视为确认；未设置的，不视为确认。',
          en: 'Working days after which a redemption that the start-up neither confirmed nor disputed counts as confirmed; left out, it never does.',
        },
      },
      advancePercent: {
        kind: 'percent',
        optional: true,
        label: { 'zh-CN': '预拨备用金（%）', en: 'Paid in advance (%)' },
        meaning: {
          'zh-CN': '备用金额度最多为服务商预计抵扣额的百分之几；未设置的，不预拨。',
          en: 'How much of what a vendor is expected to deduct may be paid in advance, at most; left out, nothing is.',
        },
      },
    },
  },
} satisfies Partial<ProgrammeParts>;

/** Declares the time that each step takes, and when articles are in force. */
export const time = {
  'rules.service': {
    kind: 'group',
    label: { 'zh-CN': '办理时限', en: 'How long it takes' },
    meaning: { 'zh-CN': '办理时限。', en: 'What the service promises.' },
    parts: {
      clause,
      reviewWorkingDays: {
        kind: 'count',
        label: { 'zh-CN': '审核（工作日）', en: 'Review (working days)' },
        meaning: { 'zh-CN': '审核的工作日。', en: 'Working days of the review.' },
      },
      correctionWorkingDays: {
        kind: 'count',
        label: { 'zh-CN': '补正（工作日）', en: 'Correction (working days)' },
        meaning: { 'zh-CN': '补正的工作日。', en: 'Working days to correct.' },
      },
      noticeWorkingDays: {
        kind: 'count',
        label: { 'zh-CN': '公示（天）', en: 'Public notice (days)' },
        meaning: { 'zh-CN': '公示的天数。', en: 'Days of the public notice.' },
      },
      publicNotice: {
        kind: 'choice',
        optional: true,
        values: ['required', 'none'],
        label: { 'zh-CN': '公示', en: 'Public notice' },
        hint: {
          'zh-CN':
            '不选的，须公示。不公示的，审核通过即核准（即领即用），免申即享的名单复核后即发放。',
          en: 'A notice is needed if nothing is chosen. Without one, what is passed is approved at once, and a list of awards is issued once it is approved.',
        },
        meaning: { 'zh-CN': '是否公示。', en: 'Whether there is a public notice.' },
      },
      noticeDays: {
        kind: 'choice',
        optional: true,
        values: ['working', 'calendar'],
        label: { 'zh-CN': '公示按', en: 'Public notice counts' },
        meaning: { 'zh-CN': '公示按工作日还是自然日。', en: 'Working or calendar days.' },
      },
      appealWorkingDays: {
        kind: 'count',
        optional: true,
        label: { 'zh-CN': '申诉期限（工作日）', en: 'Time for an appeal (working days)' },
        hint: {
          'zh-CN': '自不予通过之日起。不填则为 10 个工作日。',
          en: 'After a refusal. 10 working days where nothing is said.',
        },
        meaning: {
          'zh-CN': '不予通过后可申诉的工作日数；不写则为 10。',
          en: 'Working days after a refusal for an appeal; 10 where left out.',
        },
      },
      autoApproveYuan: {
        kind: 'money',
        optional: true,
        label: { 'zh-CN': '免复审金额上限', en: 'No final review up to' },
        hint: {
          'zh-CN': '不超过此金额的，不需第二人复审。',
          en: 'Awards up to this need no second officer.',
        },
        meaning: {
          'zh-CN': '不超过此金额免复审。',
          en: 'Up to this, no second officer has to review.',
        },
      },
      stages: {
        kind: 'rows',
        optional: true,
        label: { 'zh-CN': '审核环节', en: 'Stages of review' },
        meaning: { 'zh-CN': '审核的各阶段。', en: 'The stages of the review.' },
        of: {
          kind: 'group',
          parts: {
            title,
            workingDays: {
              kind: 'count',
              label: { 'zh-CN': '工作日', en: 'Working days' },
              meaning: { 'zh-CN': '该阶段的工作日。', en: 'Working days of the stage.' },
            },
          },
        },
      },
    },
  },
  'rules.terms': {
    kind: 'rows',
    optional: true,
    label: { 'zh-CN': '条款的施行与暂停', en: 'Terms of single articles' },
    meaning: {
      'zh-CN': '单个条款的施行、到期和暂停。',
      en: 'When single articles hold, end or are suspended.',
    },
    of: {
      kind: 'group',
      parts: {
        clause,
        from: {
          kind: 'date',
          optional: true,
          label: { 'zh-CN': '施行自', en: 'In force from' },
          meaning: { 'zh-CN': '第一天，含当日。', en: 'The first day, included.' },
        },
        to: {
          kind: 'date',
          optional: true,
          label: { 'zh-CN': '施行至', en: 'In force to' },
          meaning: { 'zh-CN': '最后一天，含当日。', en: 'The last day, included.' },
        },
        suspendedFrom: {
          kind: 'date',
          optional: true,
          label: { 'zh-CN': '暂停自', en: 'Suspended from' },
          meaning: { 'zh-CN': '自此日起暂停。', en: 'Suspended from this day.' },
        },
        suspendedTo: {
          kind: 'date',
          optional: true,
          label: { 'zh-CN': '暂停至', en: 'Suspended to' },
          meaning: { 'zh-CN': '暂停至此日。', en: 'Suspended to this day.' },
        },
        reason: {
          kind: 'bilingual',
          optional: true,
          label: { 'zh-CN': '原因', en: 'Reason' },
          meaning: { 'zh-CN': '暂停的原因。', en: 'Why it is suspended.' },
        },
      },
    },
  },
} satisfies Partial<ProgrammeParts>;
