import type { ProgrammeParts } from '../parameters';
import { refusalCodes } from '../sheet';
import { factParts } from './fact-messages';

/** Declares the worked examples, which are checked against the rules before publication. */
export const examples = {
  examples: {
    kind: 'rows',
    label: { 'zh-CN': '算例', en: 'Worked examples' },
    of: {
      kind: 'group',
      parts: {
        title: { kind: 'bilingual', label: { 'zh-CN': '名称', en: 'Name' } },
        facts: {
          kind: 'group',
          label: { 'zh-CN': '情形', en: 'Situation' },
          hint: {
            'zh-CN': '只填与本例有关的；留空的按无妨碍计。',
            en: 'Fill in what matters; what is empty stands in nobody’s way.',
          },
          parts: factParts,
        },
        expected: {
          kind: 'group',
          label: { 'zh-CN': '应得结果', en: 'What the text gives' },
          parts: {
            amount: {
              kind: 'amount',
              optional: true,
              label: { 'zh-CN': '应得金额', en: 'Amount' },
            },
            refusals: {
              kind: 'choices',
              optional: true,
              values: refusalCodes,
              label: { 'zh-CN': '或：不予支持的原因', en: 'Or: reasons against' },
              hint: {
                'zh-CN': '勾选该情形的全部原因；与金额二选一。',
                en: 'Tick every reason that the situation has; either these or an amount.',
              },
            },
          },
        },
      },
    },
  },
} satisfies Partial<ProgrammeParts>;
