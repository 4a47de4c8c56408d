import type { ProblemKinds } from '@/server/api/problem';

export const programmeProblems = {
  programme_unknown: {
    status: 404,
    title: { 'zh-CN': '没有这项政策', en: 'There is no such programme' },
    detail: {
      'zh-CN': '核对地址中的 slug；已公布的政策见 /api/v1/programmes。',
      en: 'Check the slug; /api/v1/programmes lists what is published.',
    },
  },
  facts_missing: {
    status: 422,
    title: { 'zh-CN': '缺少计算所需的情况', en: 'The rules need to know more' },
    detail: {
      'zh-CN': '本政策的规则要用到 missing 中列出的情况，请补充。未提供的情况不作推测。',
      en: 'The rules of this programme look at what missing names. State it: nothing is guessed.',
    },
  },
} as const satisfies ProblemKinds;
