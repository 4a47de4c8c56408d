import { formatFen, formatYuanPlain, parseYuan } from '@/lib/money';
import { done, refused } from '@/lib/result';
import { oneText } from './kind';

/** An amount, kept in yuan; each application states its own. */
export const money = oneText({
  bounds: {},
  subject: 'number',
  copied: false,
  write(text) {
    const read = parseYuan(text);
    return read.ok ? formatYuanPlain(read.value) : text;
  },
  check(_, text) {
    const amount = parseYuan(text);
    if (!amount.ok) return amount;
    return amount.value > 0n ? done() : refused('money_negative');
  },
  shown(_, value) {
    const amount = parseYuan(value);
    return amount.ok ? formatFen(amount.value) : value;
  },
  sum: (_, sum) => formatFen(sum),
});
