import { expect, it } from 'vitest';
import { fen } from '../../../lib/money';
import { budgetFile } from './budget-file';

const amounts = {
  budgetFen: fen(10_000_000n),
  committedFen: fen(8_336_699n),
  promisedFen: fen(100_000n),
  issued: fen(8_400_000n),
  spent: fen(1n),
  paid: fen(-50n),
  held: fen(0n),
  writtenOff: fen(0n),
  returned: fen(63_301n),
  leftFen: fen(1_563_301n),
};

it('starts with the mark that makes spreadsheets read Chinese, and gives amounts in yuan', () => {
  const text = budgetFile(
    ['政策', '分项', 'Budget (yuan)'],
    [{ ...amounts, programme: '庆阳', part: '' }],
  );
  expect(text).toBe(
    '\uFEFF政策,分项,Budget (yuan)\r\n' +
      '庆阳,,100000.00,83366.99,1000.00,84000.00,0.01,-0.50,633.01,15633.01,84.4%\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@sum', '＝1', '\t=1'])('no name becomes a formula: %s', (name) => {
  const text = budgetFile([], [{ ...amounts, programme: name, part: name }]);
  expect(text).toContain(`'${name},'${name},`);
});

it('keeps names with commas, quotation marks and lines together', () => {
  const text = budgetFile([], [{ ...amounts, programme: 'a,"b"', part: 'c\nd' }]);
  expect(text).toContain('"a,""b""","c\nd",');
});
