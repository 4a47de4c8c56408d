import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

export const sampleRefusals = messages({
  programme_unknown: { 'zh-CN': '没有这项政策。', en: 'There is no such programme.' },
  sample_empty: {
    'zh-CN': '上次抽查之后没有新的独任审定。',
    en: 'Nobody has decided alone since the last sample.',
  },
  sample_unknown: { 'zh-CN': '没有这件抽查。', en: 'There is no such check.' },
  sample_checked: {
    'zh-CN': '这件已复查，请刷新页面。',
    en: 'This one has been checked. Reload the page.',
  },
  same_person: {
    'zh-CN': '复查须由审定人以外的人员进行。',
    en: 'Whoever decided a case cannot check it.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof sampleRefusals> {}
}

/** Returns what was just done, for the page that it led to. */
export const sampleDoneText = doneMessages({
  drawn: { 'zh-CN': '已抽取样本。', en: 'The sample is drawn.' },
  checked: { 'zh-CN': '复查结果已记录。', en: 'The result of the check is recorded.' },
});

type Count = { count: number };

export const sampleMessages = messages({
  title: { 'zh-CN': '独任审定抽查', en: 'Checks of decisions taken alone' },
  lead: {
    'zh-CN':
      '不超过免复审金额上限的案件由一名人员审定；从中随机抽取一成、至少一件，由其他人员复查。',
    en: 'Up to the limit of the rules one officer decides alone. A tenth of these decisions, and at least one, is drawn at random and checked by somebody else.',
  },
  open: { 'zh-CN': '尚未抽查', en: 'Not sampled yet' },
  noneOpen: { 'zh-CN': '没有新的独任审定', en: 'No new decisions taken alone' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  decisions: { 'zh-CN': '独任审定件数', en: 'Decisions' },
  action: { 'zh-CN': '办理', en: 'What to do' },
  draw: { 'zh-CN': '抽取样本', en: 'Draw the sample' },
  managerOnly: { 'zh-CN': '由政策主管抽取。', en: 'The manager draws it.' },
  samples: { 'zh-CN': '历次抽查', en: 'Samples' },
  none: { 'zh-CN': '还没有抽查过', en: 'Nothing was sampled so far' },
  sample: {
    'zh-CN': ({ number }: { number: number }) => `第 ${number} 次抽查`,
    en: ({ number }: { number: number }) => `Sample ${number}`,
  },
  drawn: { 'zh-CN': '抽中件数', en: 'Drawn' },
  checked: { 'zh-CN': '已复查', en: 'Checked' },
  findings: { 'zh-CN': '发现问题', en: 'Findings' },
  drawnBy: { 'zh-CN': '抽取', en: 'Drawn by' },
  seed: { 'zh-CN': '随机种子', en: 'Seed' },
  how: { 'zh-CN': '如何抽取', en: 'How it was drawn' },
  howText: {
    'zh-CN': ({ decisions, drawn, percent }: Record<'decisions' | 'drawn' | 'percent', number>) =>
      `种子先行随机生成并记入审计，再由种子和案件标识算出结果：对每件计算 SHA-256（“种子:案件标识”），按结果由小到大取前 ${drawn} 件，即 ${decisions} 件的 ${percent}%，有余数的进一。用同一种子和下表全部案件标识，可以重新算出同一结果。抽过的不再抽。`,
    en: ({ decisions, drawn, percent }: Record<'decisions' | 'drawn' | 'percent', number>) =>
      `The seed was made at random and put on record first; seed and cases alone give the result. The SHA-256 of “seed:case id” is worked out for every case, and the ${drawn} smallest are drawn, ${percent}% of ${decisions}, rounded up. The same seed and the ids of all cases below give the same sample again. What was covered once is not drawn from again.`,
  },
  cases: { 'zh-CN': '案件', en: 'Cases' },
  case: { 'zh-CN': '编号', en: 'Case' },
  caseId: { 'zh-CN': '案件标识', en: 'Case id' },
  amount: { 'zh-CN': '金额', en: 'Amount' },
  decidedBy: { 'zh-CN': '审定', en: 'Decided by' },
  outcome: { 'zh-CN': '复查结果', en: 'Result' },
  notDrawn: { 'zh-CN': '未抽中', en: 'Not drawn' },
  waiting: { 'zh-CN': '待复查', en: 'To be checked' },
  in_order: { 'zh-CN': '无问题', en: 'In order' },
  finding: { 'zh-CN': '有问题', en: 'Finding' },
  confirm: { 'zh-CN': '无问题', en: 'In order' },
  report: { 'zh-CN': '有问题', en: 'Report a finding' },
  reason: { 'zh-CN': '问题与处理意见', en: 'What is wrong' },
  approverOnly: {
    'zh-CN': ({ count }: Count) => `${count} 件等待复审人员复查。`,
    en: ({ count }: Count) =>
      `${count} ${count === 1 ? 'case waits' : 'cases wait'} for an approver’s check.`,
  },
  own: {
    'zh-CN': '由您审定，须由其他人员复查。',
    en: 'You decided it; somebody else must check it.',
  },
});
