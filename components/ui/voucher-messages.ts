import { messages } from '@/lib/messages';

export const voucherMessages = messages({
  voucher: { 'zh-CN': '算力券', en: 'Computing voucher' },
  faceValue: { 'zh-CN': '券面额', en: 'Face value' },
  available: { 'zh-CN': '可用余额', en: 'Available' },
  held: { 'zh-CN': '已锁定', en: 'Held' },
  used: { 'zh-CN': '已核销', en: 'Redeemed' },
  validTo: { 'zh-CN': '有效期至', en: 'Valid until' },
  scope: { 'zh-CN': '适用范围', en: 'Can be spent at' },
  holder: { 'zh-CN': '持券单位', en: 'Holder' },
  nonTransferable: { 'zh-CN': '限本单位使用，不得转让', en: 'Not transferable' },
  scanToVerify: { 'zh-CN': '扫码验真', en: 'Scan to check authenticity' },
  seal: { 'zh-CN': '印', en: 'Seal' },
});
