import type { Leaf, Documented } from '../parameters';

/** The article that a rule comes from. */
export const clause = {
  kind: 'clause',
  label: { 'zh-CN': '条款（如 5.2）', en: 'Article (as 5.2)' },
  meaning: {
    'zh-CN': '政策原文的条款：5，或 5.2。',
    en: 'Article of the source: 5, or 5.2 for its second paragraph.',
  },
} as const satisfies Leaf & Documented;

/** The id of a row within the rules, by which other rules refer to it. */
export const id = {
  kind: 'key',
  label: { 'zh-CN': '代号', en: 'Code' },
  hint: { 'zh-CN': '小写字母开头，例如 first_time', en: 'lower-case letters: first_time' },
  meaning: { 'zh-CN': '在规则中的名称。', en: 'Its name within the rules.' },
} as const satisfies Leaf & Documented;

/** The name of a row as users read it. */
export const title = {
  kind: 'bilingual',
  label: { 'zh-CN': '名称', en: 'Name' },
  meaning: { 'zh-CN': '名称，两种语言。', en: 'Its title, in both languages.' },
} as const satisfies Leaf & Documented;

/** An amount in the unit of the programme. */
export const yuan = {
  kind: 'money',
  label: { 'zh-CN': '金额', en: 'Amount' },
  meaning: {
    'zh-CN': '金额，十进制文本，按政策的单位。',
    en: 'An amount as decimal text, in the programme’s unit.',
  },
} as const satisfies Leaf & Documented;

/** A part of a budget, which is money whatever the programme counts. */
export const moneyYuan = {
  kind: 'money',
  inYuan: true,
  label: { 'zh-CN': '金额（元）', en: 'Amount (yuan)' },
  meaning: {
    'zh-CN': '金额，十进制文本，以人民币元计。',
    en: 'An amount as decimal text, in yuan whatever the unit.',
  },
} as const satisfies Leaf & Documented;

/** The unit that amounts are rounded to, in fen or in hundredths of the programme's unit. */
export const unitFen = {
  kind: 'unit',
  values: ['1', '100', '10000', '1000000'],
  label: { 'zh-CN': '取整到', en: 'To whole' },
  meaning: {
    'zh-CN': '取整到多少分：1 为分，100 为元。计量单位不是元的，为计量单位的百分之几。',
    en: 'To whole so many fen; 100 is a yuan. In another unit: hundredths of the unit.',
  },
} as const satisfies Leaf & Documented;

/** How a fraction is rounded. */
export const mode = {
  kind: 'choice',
  values: ['truncate', 'half_up', 'up'],
  label: { 'zh-CN': '尾数', en: 'Fractions' },
  meaning: { 'zh-CN': '舍去、四舍五入或进位。', en: 'Cut off, rounded half up, or rounded up.' },
} as const satisfies Leaf & Documented;
