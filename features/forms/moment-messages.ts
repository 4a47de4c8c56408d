import { messages } from '@/lib/messages';

/**
 * Texts with times that only the browser has. They are sent to the browser in both languages, so there are only few.
 */
export const momentMessages = messages({
  restored: {
    'zh-CN': ({ time }: { time: string }) => `已恢复您 ${time} 未保存的内容，稍后自动保存。`,
    en: ({ time }: { time: string }) =>
      `What you had typed at ${time} and was not saved is back, and will be saved.`,
  },
  theirs: {
    'zh-CN': ({ by, at }: { by: string; at: string }) => `${by || '对方'} ${at} 保存的`,
    en: ({ by, at }: { by: string; at: string }) => `${by || 'Theirs'}, saved ${at}`,
  },
});
