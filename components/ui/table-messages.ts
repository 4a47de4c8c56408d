import { messages } from '@/lib/messages';

export const tableMessages = messages({
  next: { 'zh-CN': '下一页', en: 'Next' },
  first: { 'zh-CN': '回到第一页', en: 'Back to the first page' },
  pages: { 'zh-CN': '分页', en: 'Pages' },
});
