import type { ProgrammeParts } from '../parameters';
import { modes, units, voucherKinds } from '../vocabulary';

/** Declares the general parameters of a programme. */
export const about = {
  'guide.title': { kind: 'bilingual', label: { 'zh-CN': '政策名称', en: 'Title' } },
  'guide.summary': {
    kind: 'bilingual',
    long: true,
    label: { 'zh-CN': '一句话说明', en: 'Summary' },
  },
  'rules.mode': {
    kind: 'choice',
    values: modes,
    label: { 'zh-CN': '兑现方式', en: 'How it pays' },
    meaning: {
      'zh-CN': '兑付方式：服务商抵扣、先付后补、免申即享。',
      en: 'Deducted by the vendor, paid back afterwards, or given without an application.',
    },
  },
  'rules.kind': {
    kind: 'choice',
    values: voucherKinds,
    label: { 'zh-CN': '券种', en: 'Kind of voucher' },
    meaning: { 'zh-CN': '券种。', en: 'What the voucher is for.' },
  },
  'rules.unit': {
    kind: 'choice',
    optional: true,
    values: units,
    label: { 'zh-CN': '计量单位', en: 'Unit' },
    hint: { 'zh-CN': '留空为元', en: 'yuan where nothing is chosen' },
    meaning: { 'zh-CN': '金额单位；默认元。', en: 'What amounts count; yuan where left out.' },
  },
} satisfies Partial<ProgrammeParts>;
