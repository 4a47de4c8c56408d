import { messages } from '@/lib/messages';

export const moneyMessages = messages({
  exactly: {
    'zh-CN': ({ amount }: { amount: string }) => `精确值 ${amount}`,
    en: ({ amount }: { amount: string }) => `exactly ${amount}`,
  },
});
