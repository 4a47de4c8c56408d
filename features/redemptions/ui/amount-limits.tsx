'use client';

import { useEffect, useRef, useState } from 'react';
import { formatWorth } from '@/features/rules/amount';
import type { UnitPrice } from '@/features/rules/domain/unit-price';
import type { Locale } from '@/lib/locale';
import { parseYuan, sumFen, zeroFen, type Fen } from '@/lib/money';
import { identityKey } from '@/lib/normal';
import { limitsOf, type Limit } from '../domain/share';
import { holdMessages } from '../messages';

type Order = { vendorId: string; orderNumber: string; heldFen: Fen };

type Props = {
  locale: Locale;
  /** The name of the field with the amount of the order or invoice. */
  total: string;
  restFen: Fen;
  /** The price where the field takes a quantity. */
  price: UnitPrice | undefined;
  /** Whether the rest is that of a voucher or of a hold. */
  of: 'voucher' | 'hold';
  percentOfOrder: string;
  /** The amounts already held for orders, if the form has an order number. */
  orders?: readonly Order[];
};

const textIn = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** Reads the amounts typed so far. `totalFen` is undefined while the order has no amount. */
function read(form: HTMLFormElement, total: string, orders: readonly Order[] = []) {
  const data = new FormData(form);
  const parsed = parseYuan(textIn(data, total));
  const [vendorId, orderNumber] = [textIn(data, 'vendorId'), textIn(data, 'orderNumber')];
  const same = orders.filter(
    (order) =>
      order.vendorId === vendorId && identityKey(order.orderNumber) === identityKey(orderNumber),
  );
  return {
    totalFen: parsed.ok && parsed.value > 0n ? parsed.value : undefined,
    beforeFen: sumFen(same.map(({ heldFen }) => heldFen)),
  };
}

function limitText(props: Props, limit: Limit, beforeFen: Fen): string {
  const t = holdMessages(props.locale);
  const amount = formatWorth(limit.mostFen, props.price, props.locale);
  if (limit.kind === 'rest') return t[`limit_${props.of}`]({ amount });
  const text =
    limit.kind === 'order'
      ? t.limit_order({ amount })
      : t.limit_share({ amount, percent: props.percentOfOrder });
  return beforeFen > 0n
    ? `${text}${t.limit_before({ amount: formatWorth(beforeFen, props.price, props.locale) })}`
    : text;
}

/** Shows every limit of the amount while the user types, and which of them binds. */
export function AmountLimits(props: Props) {
  const { locale, total, restFen, percentOfOrder, orders } = props;
  const t = holdMessages(locale);
  const ref = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<ReturnType<typeof read>>({
    totalFen: undefined,
    beforeFen: zeroFen,
  });
  useEffect(() => {
    const form = ref.current?.closest('form');
    if (!form) return undefined;
    const update = () => setTyped(read(form, total, orders));
    update();
    form.addEventListener('input', update);
    return () => form.removeEventListener('input', update);
  }, [total, orders]);
  const { totalFen, beforeFen } = typed;
  const found = totalFen && limitsOf({ totalFen, beforeFen, restFen, percentOfOrder });
  const rest: Limit = { kind: 'rest', mostFen: restFen };
  return (
    <div ref={ref} role="status" className="text-sm">
      <p className="text-muted">{t.limits}</p>
      <ul className="tabular">
        {(found?.limits ?? [rest]).map((limit) => {
          const binds = found?.binding.kind === limit.kind;
          return (
            <li key={limit.kind} className={binds ? 'font-semibold' : 'text-muted'}>
              {limitText(props, limit, beforeFen)}
              {binds && <> · {t.binds}</>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
