import { messages } from '@/lib/messages';

type Names = { name: string; value: string };

/** Texts of the list of programmes: its filters, its order, its rows. */
export const listMessages = messages({
  chip: { 'zh-CN': '芯片', en: 'Chips' },
  chip_domestic: { 'zh-CN': '国产芯片', en: 'Domestic chips' },
  chip_foreign: { 'zh-CN': '进口芯片', en: 'Imported chips' },
  state: { 'zh-CN': '受理状态', en: 'Round' },
  state_open: { 'zh-CN': '受理中', en: 'Open' },
  state_coming: { 'zh-CN': '即将开放', en: 'Opens later' },
  state_automatic: { 'zh-CN': '无需申请', en: 'Nobody applies' },
  state_closed: { 'zh-CN': '未开放', en: 'Not open' },
  closes: { 'zh-CN': '截止时间', en: 'Deadline' },
  closes_7: { 'zh-CN': '7 天内截止', en: 'Within 7 days' },
  closes_30: { 'zh-CN': '30 天内截止', en: 'Within 30 days' },
  closes_90: { 'zh-CN': '90 天内截止', en: 'Within 90 days' },
  sort: { 'zh-CN': '排序', en: 'Sort by' },
  sort_deadline: { 'zh-CN': '截止时间', en: 'Deadline' },
  sort_left: { 'zh-CN': '可用预算', en: 'Free budget' },
  sort_name: { 'zh-CN': '城市（拼音）', en: 'City, A to Z' },
  more: { 'zh-CN': '更多筛选', en: 'More filters' },
  search: { 'zh-CN': '关键词', en: 'Search' },
  show: { 'zh-CN': '查找', en: 'Show' },
  total: {
    'zh-CN': ({ n }: { n: number }) => `共 ${n} 项政策`,
    en: ({ n }: { n: number }) => (n === 1 ? '1 programme' : `${n} programmes`),
  },
  shown: {
    'zh-CN': ({ n }: { n: number }) => `，本页 ${n} 项`,
    en: ({ n }: { n: number }) => `, ${n} on this page`,
  },
  active: { 'zh-CN': '已选条件', en: 'Filters in use' },
  chosen: {
    'zh-CN': ({ name, value }: Names) => `${name}：${value}`,
    en: ({ name, value }: Names) => `${name}: ${value}`,
  },
  remove: {
    'zh-CN': ({ name, value }: Names) => `取消条件 ${name}：${value}`,
    en: ({ name, value }: Names) => `Remove the filter ${name}: ${value}`,
  },
  clear: { 'zh-CN': '全部清除', en: 'Clear all' },
  partly: {
    'zh-CN': ({ articles }: { articles: string }) => `${articles}暂不执行`,
    en: ({ articles }: { articles: string }) => `${articles} not in force`,
  },
  compare: { 'zh-CN': '比一比，看能领多少', en: 'See what each gives you' },
});
