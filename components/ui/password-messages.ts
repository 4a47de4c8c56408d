import { messages } from '@/lib/messages';

export const passwordMessages = messages({
  showPassword: { 'zh-CN': '显示', en: 'Show' },
  hidePassword: { 'zh-CN': '隐藏', en: 'Hide' },
});
