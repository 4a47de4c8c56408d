import { messages } from '@/lib/messages';

export const fileMessages = messages({
  fileHint: {
    'zh-CN': 'PDF、PNG、JPEG 或 OFD，不超过 20 MB。',
    en: 'PDF, PNG, JPEG or OFD, up to 20 MB.',
  },
  fileTooLarge: {
    'zh-CN': '文件超过 20 MB。请压缩或拆分后重新选择。',
    en: 'The file is larger than 20 MB. Compress or split it, then choose it again.',
  },
});
