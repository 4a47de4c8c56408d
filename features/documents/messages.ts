import { messages } from '@/lib/messages';

export const documentRefusals = messages({
  file_empty: {
    'zh-CN': '文件为空（0 字节），请重新选择。',
    en: 'The file is empty (0 bytes). Choose another.',
  },
  file_too_large: {
    'zh-CN': ({ maximum }: { maximum: number }) => `文件超过 ${maximum} MB，请压缩或拆分。`,
    en: ({ maximum }: { maximum: number }) =>
      `The file is larger than ${maximum} MB. Compress or split it.`,
  },
  file_type: {
    'zh-CN': '文件内容不是 PDF、PNG、JPEG 或 OFD，请核对后重新选择。',
    en: 'The file is not a PDF, PNG, JPEG or OFD, whatever its name says. Choose another.',
  },
  file_malware: {
    'zh-CN': '文件未通过安全检查，已拒绝。',
    en: 'The file did not pass the security check and was refused.',
  },
  file_duplicate: {
    'zh-CN': ({ name }: { name: string }) => `此文件已上传（${name}），无需重复上传。`,
    en: ({ name }: { name: string }) => `This file is here already, as ${name}.`,
  },
});

export type DocumentRefusal = keyof ReturnType<typeof documentRefusals>;
