import { messages, type ValuesOf } from '@/lib/messages';

type Worth = { quantity: string; money: string };
type Price = { yuan: string };

/** A quantity of a programme's unit with its value, and the price of one unit. */
export const amountMessages = messages({
  worth: {
    'zh-CN': ({ quantity, money }: Worth) => `${quantity}（${money}）`,
    en: ({ quantity, money }: Worth) => `${quantity} (${money})`,
  },
  open: { 'zh-CN': '（', en: ' (' },
  close: { 'zh-CN': '）', en: ')' },
  price_gpuHour: {
    'zh-CN': ({ yuan }: Price) => `每 GPU 小时 ${yuan} 元`,
    en: ({ yuan }: Price) => `¥${yuan} per GPU-hour`,
  },
  price_cardHour: {
    'zh-CN': ({ yuan }: Price) => `每卡时 ${yuan} 元`,
    en: ({ yuan }: Price) => `¥${yuan} per card-hour`,
  },
  price_millionTokens: {
    'zh-CN': ({ yuan }: Price) => `每百万词元 ${yuan} 元`,
    en: ({ yuan }: Price) => `¥${yuan} per million tokens`,
  },
});

/** Why a typed amount or quantity is not taken. */
export const amountRefusals = messages({
  unit_unpriced: {
    'zh-CN':
      '本政策版本未设计量单位的核定单价，额度不能折算为金额，不能受理和发放。请联系主管部门。',
    en: 'This version of the programme has no price for its unit, so nothing can be applied for or issued. Ask the bureau.',
  },
  amount_missing: { 'zh-CN': '请填写金额。', en: 'Enter the amount.' },
  quantity_missing: { 'zh-CN': '请填写数量。', en: 'Enter the quantity.' },
  quantity_above_rest: {
    'zh-CN': ({ most }: { most: string }) => `超过可用数量，最多 ${most}。`,
    en: ({ most }: { most: string }) => `That is more than what is left: at most ${most}.`,
  },
  quantity_too_large: {
    'zh-CN': '数量过大，请核对。',
    en: 'The quantity is too large. Check it.',
  },
  quantity_inexact: {
    'zh-CN': ({ below }: { below: string }) =>
      `该数量按核定单价折算不是整数分。最接近且不超过它的数量为 ${below}。`,
    en: ({ below }: { below: string }) =>
      `At the approved price this quantity is not worth whole fen. The closest one below is ${below}.`,
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof amountRefusals> {}
}
