import { messages } from '@/lib/messages';

/** The texts around files that are being sent. The browser reads them, so they are separate from the others. */
export const uploadMessages = messages({
  drop: { 'zh-CN': '把文件拖到这里，或', en: 'Drop files here, or' },
  dropNow: { 'zh-CN': '松开即上传', en: 'Let go to upload' },
  pick: { 'zh-CN': '选择文件', en: 'Choose files' },
  camera: { 'zh-CN': '拍照', en: 'Take a photo' },
  rules: {
    'zh-CN': 'PDF、PNG、JPEG 或 OFD，每份不超过 20 MB，可一次选多份。',
    en: 'PDF, PNG, JPEG or OFD, each up to 20 MB. You can choose several at once.',
  },
  waiting: { 'zh-CN': '排队中', en: 'Waiting' },
  sending: {
    'zh-CN': ({ percent }: { percent: number }) => `已传 ${percent}%`,
    en: ({ percent }: { percent: number }) => `${percent}% sent`,
  },
  checking: { 'zh-CN': '检查中', en: 'Being checked' },
  retrying: {
    'zh-CN': ({ seconds }: { seconds: number }) => `连接中断，${seconds} 秒后重试`,
    en: ({ seconds }: { seconds: number }) => `Connection lost. Trying again in ${seconds} s`,
  },
  busy: {
    'zh-CN': ({ seconds }: { seconds: number }) => `上传的人较多，${seconds} 秒后继续`,
    en: ({ seconds }: { seconds: number }) => `Many files are arriving. Continuing in ${seconds} s`,
  },
  stored: { 'zh-CN': '已上传', en: 'Uploaded' },
  lost: {
    'zh-CN': '网络中断，文件未传完。',
    en: 'The connection was lost before the file had arrived.',
  },
  failed: {
    'zh-CN': '上传失败，请重试。',
    en: 'The upload failed. Try again.',
  },
  empty: {
    'zh-CN': '文件为空（0 字节），请重新选择。',
    en: 'The file is empty (0 bytes). Choose another.',
  },
  tooLarge: {
    'zh-CN': '文件超过 20 MB，请压缩或拆分。',
    en: 'The file is larger than 20 MB. Compress or split it.',
  },
  cancel: { 'zh-CN': '取消', en: 'Cancel' },
  retry: { 'zh-CN': '重试', en: 'Try again' },
  dismiss: { 'zh-CN': '知道了', en: 'Dismiss' },
  onTheWay: { 'zh-CN': '正在上传', en: 'On the way' },
  saidProgress: {
    'zh-CN': ({ files, percent }: { files: number; percent: number }) =>
      `正在上传 ${files} 个文件，已完成 ${percent}%。`,
    en: ({ files, percent }: { files: number; percent: number }) =>
      `Uploading ${files} ${files === 1 ? 'file' : 'files'}, ${percent}% done.`,
  },
  saidStored: {
    'zh-CN': ({ name }: { name: string }) => `${name} 已上传。`,
    en: ({ name }: { name: string }) => `${name} was uploaded.`,
  },
  saidFailed: {
    'zh-CN': ({ name, why }: { name: string; why: string }) => `${name} 未上传：${why}`,
    en: ({ name, why }: { name: string; why: string }) => `${name} was not uploaded: ${why}`,
  },
});
