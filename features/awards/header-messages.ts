import type { ChipOrigin, Purpose } from '@/features/rules/domain/rules';
import type { Synonyms } from '@/features/tables/domain/columns';
import type { AwardField } from './domain/fields';

/** The words that headings of lists use. Earlier words of a field are preferred to later ones. */
export const headerSynonyms: Synonyms<AwardField> = {
  creditCode: [
    '统一社会信用代码',
    '社会信用代码',
    '信用代码',
    '纳税人识别号',
    'unified social credit code',
    'credit code',
    'uscc',
  ],
  name: ['企业名称', '单位名称', '申报单位', '企业', '名称', 'organisation', 'company', 'name'],
  base: [
    '结算金额',
    '合同金额',
    '计量金额',
    '消费金额',
    '实际支付金额',
    '基数',
    '金额',
    'settled amount',
    'contract amount',
    'base amount',
    'amount',
  ],
  reference: [
    '合同编号',
    '合同号',
    '订单编号',
    '所属周期',
    '账期',
    '周期',
    '月份',
    '季度',
    'contract number',
    'contract reference',
    'period',
    'reference',
  ],
  email: ['联系邮箱', '电子邮箱', '邮箱', '邮件', 'contact email', 'e-mail', 'email', 'mail'],
  registeredOn: ['成立日期', '注册日期', '登记日期', 'registered on', 'date of registration'],
  signedOn: ['签订日期', '签约日期', '签署日期', 'signed on', 'date of signature'],
  startsOn: ['开始日期', '起始日期', '服务开始', 'starts on', 'start date', 'from'],
  endsOn: ['结束日期', '截止日期', '终止日期', '服务结束', 'ends on', 'end date', 'to'],
  chipOrigin: ['是否国产', '芯片来源', '芯片类型', '芯片', '算力类型', 'chip origin', 'chip'],
  purpose: ['用途', '使用场景', '应用场景', 'purpose', 'use'],
  otherSupport: [
    '其他财政支持金额',
    '其他财政支持',
    '其他补贴金额',
    '其他补贴',
    'other public support',
    'other support',
  ],
  stated: [
    '核定补贴金额',
    '应补金额',
    '补贴金额',
    '补助金额',
    '奖补金额',
    'award stated',
    'award',
    'subsidy',
  ],
};

/** The words that cells use for a choice. */
export const chipWords: Readonly<Record<ChipOrigin, readonly string[]>> = {
  domestic: ['国产', '国内', '是', 'domestic'],
  foreign: ['非国产', '进口', '国外', '境外', '否', 'foreign', 'imported'],
};

export const purposeWords: Readonly<Record<Purpose, readonly string[]>> = {
  training: ['训练', '预训练', '模型训练', 'training'],
  tuning: ['微调', '精调', '模型微调', 'tuning', 'fine-tuning'],
  inference: ['推理', '模型推理', 'inference'],
};

/** The heading of the column with a row's line number in a file of problems that was corrected. */
export const lineHeaders = ['行号', 'line'];
