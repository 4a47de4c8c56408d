import { messages } from '@/lib/messages';

export const vendorMessages = messages({
  title: { 'zh-CN': '算力服务商', en: 'Compute vendors' },
  lead: { 'zh-CN': '各市已入库的服务商。', en: 'Vendors that cities have accredited.' },
  vendor: { 'zh-CN': '服务商', en: 'Vendor' },
  city: { 'zh-CN': '城市', en: 'City' },
  items: { 'zh-CN': '服务项目', en: 'Services' },
  chips: { 'zh-CN': '芯片', en: 'Chips' },
  until: { 'zh-CN': '入库有效期', en: 'Accredited until' },
  state: { 'zh-CN': '状态', en: 'State' },
  listed: { 'zh-CN': '已入库', en: 'Listed' },
  suspended: { 'zh-CN': '暂停', en: 'Suspended' },
  delisted: { 'zh-CN': '已移出', en: 'Delisted' },
  training: { 'zh-CN': '训练', en: 'training' },
  inference: { 'zh-CN': '推理', en: 'inference' },
  ascend: { 'zh-CN': '昇腾', en: 'Ascend' },
  hygon: { 'zh-CN': '海光', en: 'Hygon' },
  cambricon: { 'zh-CN': '寒武纪', en: 'Cambricon' },
  nvidia: { 'zh-CN': '英伟达', en: 'NVIDIA' },
  other: { 'zh-CN': '其他', en: 'Other' },
  none: { 'zh-CN': '还没有服务商', en: 'No vendors yet' },
});
