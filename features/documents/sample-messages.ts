import type { EvidenceCode } from '@/features/rules/domain/rules';
import type { Bilingual } from '@/lib/bilingual';
import { messages } from '@/lib/messages';

const b = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

/** One line of the drawn paper. What is checked on it is explained beside it under its number. */
type Line = { label: Bilingual; value: Bilingual; check?: Bilingual };

export type Sample = {
  lines: readonly Line[];
  /** How the paper ends: with a seal, a signature, both or neither. */
  closing?: { text: Bilingual; check: Bilingual };
  /** Why papers of this kind are sent back most often. */
  faults: readonly Bilingual[];
};

const firm = b('某某科技有限公司', 'Example Technology Co., Ltd.');
const vendor = b('某某智算有限公司', 'Example Compute Co., Ltd.');
const sealed = (check: Bilingual) => ({ text: b('（公章）', '(company seal)'), check });

export const samples: Record<EvidenceCode, Sample> = {
  licence: {
    lines: [
      {
        label: b('统一社会信用代码', 'Unified social credit code'),
        value: b('91 ×××× ×××× ×××× ××', '91 ×××× ×××× ×××× ××'),
        check: b(
          '18 位，与单位信息一致。',
          '18 characters, the same as in your organisation’s profile.',
        ),
      },
      {
        label: b('名称', 'Name'),
        value: firm,
        check: b('与申请单位全称一致。', 'The full name of the applicant.'),
      },
      { label: b('法定代表人', 'Legal representative'), value: b('×××', '×××') },
      {
        label: b('成立日期', 'Established'),
        value: b('20××年×月×日', '20××-××-××'),
        check: b('符合项目对成立时间的要求。', 'Meets what the programme asks of a firm’s age.'),
      },
      { label: b('住所', 'Address'), value: b('×省×市×区', '× district, × city, × province') },
    ],
    closing: {
      text: b('登记机关（印）', 'Registration authority (seal)'),
      check: b(
        '登记机关印章和二维码完整可见。',
        'The authority’s seal and the QR code are wholly visible.',
      ),
    },
    faults: [
      b(
        '只拍了一部分，或反光看不清。',
        'Only part of it is in the picture, or it is blurred by glare.',
      ),
      b('用了变更前的旧执照。', 'It is the licence from before a change.'),
    ],
  },
  contract: {
    lines: [
      {
        label: b('合同编号', 'Contract number'),
        value: b('HT-20××-×××', 'HT-20××-×××'),
        check: b('与填写的编号一致。', 'The number that you gave in the form.'),
      },
      { label: b('甲方', 'Customer'), value: firm, check: b('即申请单位。', 'The applicant.') },
      {
        label: b('乙方', 'Provider'),
        value: vendor,
        check: b('在服务商名录内。', 'On the list of providers.'),
      },
      {
        label: b('服务内容', 'Service'),
        value: b('××芯片，×× 卡时', '×× chips, ×× card-hours'),
        check: b('写明芯片型号、卡时和单价。', 'States chip, card-hours and unit price.'),
      },
      {
        label: b('合同金额（含税）', 'Amount (with tax)'),
        value: b('¥×,×××,×××.00', '¥×,×××,×××.00'),
        check: b('与填写的金额一致。', 'The amount that you gave in the form.'),
      },
      {
        label: b('服务期', 'Period'),
        value: b('20××-××-×× 至 20××-××-××', '20××-××-×× to 20××-××-××'),
      },
    ],
    closing: {
      text: b('甲乙双方（公章、日期）', 'Both parties (seals, date)'),
      check: b(
        '双方公章和签订日期齐全，多页盖骑缝章。',
        'Both seals and the date; several pages are sealed across.',
      ),
    },
    faults: [
      b('缺盖章页。', 'The page with the seals is missing.'),
      b('金额与填写的不一致。', 'The amount differs from the form.'),
    ],
  },
  plan: {
    lines: [
      {
        label: b('项目名称', 'Project'),
        value: b('××大模型训练', 'Training of a ×× model'),
        check: b('与申请表一致。', 'As in the form.'),
      },
      {
        label: b('目标与内容', 'Aim and contents'),
        value: b('……', '…'),
        check: b('说明做什么、给谁用。', 'What is made, and for whom.'),
      },
      {
        label: b('算力需求', 'Compute needed'),
        value: b('××芯片 × ×× 卡时', '×× chips × ×× card-hours'),
        check: b('写明测算过程。', 'Shows how it was worked out.'),
      },
      { label: b('进度安排', 'Schedule'), value: b('分阶段列明', 'By stage') },
      { label: b('团队', 'Team'), value: b('负责人及主要成员', 'Lead and main members') },
    ],
    closing: sealed(b('封面加盖公章。', 'Sealed on the cover.')),
    faults: [b('算力需求没有测算依据。', 'The compute is not worked out.')],
  },
  invoice: {
    lines: [
      {
        label: b('发票号码', 'Invoice number'),
        value: b('20 位数字', '20 digits'),
        check: b('每张发票只能核销一次。', 'Each invoice counts once.'),
      },
      { label: b('开票日期', 'Date'), value: b('20××年×月×日', '20××-××-××') },
      {
        label: b('购买方', 'Buyer'),
        value: firm,
        check: b('名称和代码与申请单位一致。', 'Name and code of the applicant.'),
      },
      {
        label: b('销售方', 'Seller'),
        value: vendor,
        check: b('与合同乙方一致。', 'The provider of the contract.'),
      },
      {
        label: b('项目名称', 'Item'),
        value: b('*信息技术服务*算力服务费', '*IT services* compute service'),
      },
      {
        label: b('价税合计', 'Total'),
        value: b('¥×××,×××.00', '¥×××,×××.00'),
        check: b('不少于本次申报金额。', 'No less than what is claimed.'),
      },
    ],
    faults: [
      b('项目名称不是算力服务。', 'The item is not a compute service.'),
      b(
        '上传了截图而非版式文件（PDF、OFD）。',
        'A screenshot instead of the invoice file (PDF or OFD).',
      ),
    ],
  },
  payment: {
    lines: [
      {
        label: b('付款人', 'Payer'),
        value: firm,
        check: b('从本单位对公账户付款。', 'Paid from the applicant’s own business account.'),
      },
      {
        label: b('收款人', 'Payee'),
        value: vendor,
        check: b('与合同乙方一致。', 'The provider of the contract.'),
      },
      {
        label: b('金额', 'Amount'),
        value: b('¥×××,×××.00', '¥×××,×××.00'),
        check: b(
          '与发票对得上；分次付款请全部上传。',
          'Matches the invoices; upload every payment.',
        ),
      },
      { label: b('附言', 'Remark'), value: b('合同 HT-20××-×××', 'Contract HT-20××-×××') },
      { label: b('交易时间', 'Time'), value: b('20××-××-×× ××:××', '20××-××-×× ××:××') },
    ],
    closing: {
      text: b('银行（电子回单专用章）', 'Bank (receipt seal)'),
      check: b('有银行电子回单章。', 'The bank’s receipt seal is there.'),
    },
    faults: [
      b('由个人或其他单位代付。', 'Paid by a person or another firm.'),
      b('是手机转账截图，不是回单。', 'A screenshot of a transfer, not the bank’s receipt.'),
    ],
  },
  usage: {
    lines: [
      {
        label: b('账户', 'Account'),
        value: firm,
        check: b('属于申请单位。', 'Belongs to the applicant.'),
      },
      {
        label: b('统计区间', 'Period'),
        value: b('20××-××-01 至 20××-××-30', '20××-××-01 to 20××-××-30'),
        check: b('与核销期间一致。', 'The period of the claim.'),
      },
      { label: b('芯片', 'Chip'), value: b('×× × 8', '×× × 8') },
      {
        label: b('卡时合计', 'Card-hours'),
        value: b('××,×××', '××,×××'),
        check: b('由平台导出，逐日列明。', 'Exported by the platform, day by day.'),
      },
    ],
    closing: sealed(b('由服务商盖章。', 'Sealed by the provider.')),
    faults: [b('只有总数，没有明细。', 'Only a total, without the days.')],
  },
  delivery: {
    lines: [
      {
        label: b('合同编号', 'Contract number'),
        value: b('HT-20××-×××', 'HT-20××-×××'),
        check: b('与合同一致。', 'As in the contract.'),
      },
      {
        label: b('交付内容', 'Delivered'),
        value: b('××芯片，×× 卡时', '×× chips, ×× card-hours'),
        check: b('写明型号、数量和起止时间。', 'Chip, amount, from when to when.'),
      },
      {
        label: b('验收结论', 'Result'),
        value: b('合格', 'Accepted'),
        check: b('有明确结论。', 'A plain result.'),
      },
    ],
    closing: {
      text: b('双方（签字、公章、日期）', 'Both parties (signed, sealed, dated)'),
      check: b('双方签字盖章。', 'Signed and sealed by both.'),
    },
    faults: [b('只有一方盖章。', 'Only one side has sealed it.')],
  },
  registration: {
    lines: [
      {
        label: b('模型名称', 'Model'),
        value: b('××大模型', '×× model'),
        check: b('与项目一致。', 'The model of the project.'),
      },
      {
        label: b('备案号', 'Filing number'),
        value: b('××-×××-20×××××××', '××-×××-20×××××××'),
        check: b('可在主管部门公告中查到。', 'Can be found in the authority’s announcements.'),
      },
      { label: b('主体', 'Holder'), value: firm, check: b('即申请单位。', 'The applicant.') },
      { label: b('日期', 'Date'), value: b('20××年×月×日', '20××-××-××') },
    ],
    faults: [b('备案主体是关联公司。', 'The holder is an affiliate.')],
  },
  report: {
    lines: [
      {
        label: b('机构', 'Issued by'),
        value: b('××会计师事务所', '×× auditors'),
        check: b('有相应资质。', 'Qualified for it.'),
      },
      {
        label: b('对象与期间', 'Subject and period'),
        value: b('算力费用，20××年度', 'Compute costs, 20××'),
        check: b('覆盖本次申报的期间。', 'Covers the period that is claimed.'),
      },
      {
        label: b('结论', 'Finding'),
        value: b('……', '…'),
        check: b('列明认定的金额。', 'States the amount found.'),
      },
      { label: b('报告编号', 'Report number'), value: b('××[20××]×××', '××[20××]×××') },
    ],
    closing: {
      text: b('机构（公章、签字、防伪码）', 'Issuer (seal, signatures, check code)'),
      check: b('盖章、签字和防伪码齐全。', 'Seal, signatures and check code.'),
    },
    faults: [b('只上传了封面或部分页。', 'Only the cover, or some pages.')],
  },
  power: {
    lines: [
      {
        label: b('户号', 'Meter account'),
        value: b('××××××××××', '××××××××××'),
        check: b('对应算力所在机房。', 'Of the data centre that served the compute.'),
      },
      { label: b('户名', 'Holder'), value: vendor },
      {
        label: b('计费期间', 'Period'),
        value: b('20××年×月', '20××-××'),
        check: b('与算力服务期一致。', 'The months of the service.'),
      },
      {
        label: b('用电量', 'Consumption'),
        value: b('×××,××× 千瓦时', '×××,××× kWh'),
        check: b('分月列明。', 'Month by month.'),
      },
    ],
    closing: {
      text: b('供电单位（章）', 'Power company (seal)'),
      check: b('由供电单位出具。', 'Issued by the power company.'),
    },
    faults: [
      b(
        '户名与机房不符，又无说明。',
        'The holder is not the data centre, and nothing explains it.',
      ),
    ],
  },
  pledge: {
    lines: [
      {
        label: b('承诺单位', 'Pledged by'),
        value: firm,
        check: b('即申请单位全称。', 'The applicant’s full name.'),
      },
      {
        label: b('承诺内容', 'Pledge'),
        value: b(
          '所交材料真实、完整；不重复申报；如有不实，退回资金并承担责任。',
          'What is handed in is true and complete, and claimed once. If not, the money is returned and responsibility taken.',
        ),
        check: b('不删改内容。', 'The words are not changed.'),
      },
      {
        label: b('日期', 'Date'),
        value: b('20××年×月×日', '20××-××-××'),
        check: b('不早于申请前 30 日。', 'Within 30 days before the application.'),
      },
    ],
    closing: {
      text: b('法定代表人（签字）、公章', 'Legal representative (signature), seal'),
      check: b('亲笔签字并加盖公章。', 'Signed by hand, and sealed.'),
    },
    faults: [b('签字用了印章或打印字。', 'The signature is stamped or typed.')],
  },
};

export const sampleMessages = messages({
  title: {
    'zh-CN': ({ paper }: { paper: string }) => `样表：${paper}`,
    en: ({ paper }: { paper: string }) => `Sample: ${paper}`,
  },
  lead: {
    'zh-CN': '画的是式样，不是真实文件。编号处是审核时要看的地方。',
    en: 'A drawing, not a real document. The numbers mark what is looked at in the review.',
  },
  specimen: { 'zh-CN': '样 表', en: 'SAMPLE' },
  checked: { 'zh-CN': '审核时看什么', en: 'What is looked at' },
  faults: { 'zh-CN': '常见退回原因', en: 'Why papers like this are sent back' },
  handing: { 'zh-CN': '怎样上传', en: 'How to hand it in' },
  formats: {
    'zh-CN': 'PDF、PNG、JPEG 或 OFD，每份不超过 20 MB；PDF 不超过 500 页、不加密。',
    en: 'PDF, PNG, JPEG or OFD, each up to 20 MB; a PDF has up to 500 pages and is not encrypted.',
  },
  legible: {
    'zh-CN': '彩色扫描或平整拍摄，四角完整，文字和印章清晰。',
    en: 'Scanned in colour, or photographed flat, with all four corners, words and seals legible.',
  },
  order: {
    'zh-CN': '一份文件有多页时，合成一个 PDF 最便于审核。',
    en: 'Several pages of one document are best combined into one PDF.',
  },
});
