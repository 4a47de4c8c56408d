import { messages } from '@/lib/messages';

/** Texts of the eligibility check: one question on each page, then the result. */
export const checkMessages = messages({
  position: {
    'zh-CN': ({ at, of }: { at: number; of: number }) => `第 ${at} 题，共 ${of} 题`,
    en: ({ at, of }: { at: number; of: number }) => `Question ${at} of ${of}`,
  },
  previous: { 'zh-CN': '上一题', en: 'Back' },
  next: { 'zh-CN': '继续', en: 'Continue' },
  nothingStored: {
    'zh-CN': '不需登录，不保存您的回答；回答只在本页地址中。',
    en: 'No sign-in. Your answers are not stored; they stand in the address of this page only.',
  },
  ceiling: {
    'zh-CN': '补贴比例是上限，审核可能核定得更低。',
    en: 'The rate is a ceiling: the review may grant less.',
  },
  queued: {
    'zh-CN': '预算现在不足：通过后排队，待有资金时发放。',
    en: 'The budget is short at present: an award waits in line until there is money.',
  },
  funding: { 'zh-CN': '由谁承担', en: 'Who bears it' },
  date_in_future: {
    'zh-CN': '日期不能晚于今天。',
    en: 'The date must not be in the future.',
  },
  dates_reversed: {
    'zh-CN': ({ on }: { on: string }) => `服务结束不能早于开始（${on}）。`,
    en: ({ on }: { on: string }) => `The service must not end before it begins (${on}).`,
  },
  eligible: { 'zh-CN': '按您的回答，可申请', en: 'From your answers you can apply for' },
  eligibleAutomatic: {
    'zh-CN': '按您的回答，可获',
    en: 'From your answers you would be awarded',
  },
  eligibleNote: {
    'zh-CN': '实际金额以审核和发放时的可用预算为准。',
    en: 'The review, and what is free in the budget at issue, decide the amount.',
  },
  notEligible: {
    'zh-CN': '按您的回答，暂不符合条件',
    en: 'From your answers you do not qualify',
  },
  reasons: { 'zh-CN': '原因', en: 'Why not' },
  reasonsCount: {
    'zh-CN': ({ n }: { n: number }) => `共 ${n} 条；每一条都需解决。`,
    en: ({ n }: { n: number }) =>
      n === 1 ? 'There is one reason.' : `There are ${n} reasons; each of them has to go.`,
  },
  how: { 'zh-CN': '怎么算的', en: 'How it is worked out' },
  howOtherwise: { 'zh-CN': '假如符合条件，这样计算', en: 'How it would be worked out' },
  compareOthers: { 'zh-CN': '比较其他政策', en: 'Compare other programmes' },
  answers: { 'zh-CN': '您的回答', en: 'Your answers' },
  change: { 'zh-CN': '更改', en: 'Change' },
  apply: { 'zh-CN': '用这些回答开始申请', en: 'Start an application with these answers' },
  again: { 'zh-CN': '重新查', en: 'Start again' },
  usedQuantity: { 'zh-CN': '今年已获本政策支持', en: 'Already awarded this year' },
  used: { 'zh-CN': '今年已获本政策支持（元）', en: 'Already awarded this year (yuan)' },
  usedHint: {
    'zh-CN': '计入年度上限。没有则留空。',
    en: 'It counts against the yearly cap. Leave it empty if nothing.',
  },
  recalculate: { 'zh-CN': '重新计算', en: 'Work it out again' },
  assumedPool: {
    'zh-CN': ({ left }: { left: string }) => `按目前可用预算 ${left} 计算。`,
    en: ({ left }: { left: string }) => `Worked out with ${left} free in the budget at present.`,
  },
});
