import type { ProgrammeParts } from '../parameters';
import { modes, units, voucherKinds } from '../vocabulary';
import { clause } from './shared-messages';

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
  'rules.unitPrice': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '核定单价', en: 'Approved unit price' },
    meaning: {
      'zh-CN': '计量单位不是元的，按此单价折算为金额。',
      en: 'The price at which a unit other than yuan becomes money.',
    },
    parts: {
      clause,
      yuan: {
        kind: 'money',
        inYuan: true,
        label: {
          'zh-CN': '每单位价格（元）：每 GPU 小时、每卡时或每百万词元',
          en: 'Yuan per unit: per GPU-hour, card-hour or million tokens',
        },
        hint: {
          'zh-CN': '计量单位不是元的，必填；单价与取整单位之积须为整数分',
          en: 'needed where the unit is not yuan; times the rounding unit it must be whole fen',
        },
        meaning: {
          'zh-CN': '一个计量单位的价格，人民币元：每 GPU 小时、每卡时或每百万词元。',
          en: 'The price of one unit in yuan: of a GPU-hour, a card-hour or a million tokens.',
        },
      },
    },
  },
} satisfies Partial<ProgrammeParts>;
