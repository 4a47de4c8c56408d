'use client';

import { useEffect, useRef, useState } from 'react';
import { formatWorth } from '@/features/rules/amount';
import { moneyOf, quantity, type UnitPrice } from '@/features/rules/domain/unit-price';
import { quantityField } from '@/features/rules/typed-amount';
import type { Locale } from '@/lib/locale';
import { fen, formatFen, parseYuan, type Fen } from '@/lib/money';
import { holdMessages } from '../messages';

const amountIn = (form: HTMLFormElement, name: string): Fen | undefined => {
  const value = new FormData(form).get(name);
  const parsed = typeof value === 'string' ? parseYuan(value) : undefined;
  return parsed?.ok && parsed.value > 0n ? parsed.value : undefined;
};

/** Shows while the user types what the voucher would pay, and what the start-up pays itself. */
export function SharePreview(props: {
  locale: Locale;
  total: string;
  part: string;
  /** The price where the part is typed as a quantity. */
  price: UnitPrice | undefined;
}) {
  const { locale, total, part, price } = props;
  const ref = useRef<HTMLParagraphElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const form = ref.current?.closest('form');
    if (!form) return undefined;
    const read = () => {
      const whole = amountIn(form, total);
      const typed = amountIn(form, price ? quantityField : part);
      const voucher = price && typed ? moneyOf(quantity(typed), price) : typed;
      const known = whole !== undefined && voucher !== undefined && voucher <= whole;
      setText(
        known
          ? holdMessages(locale).preview({
              voucher: formatWorth(voucher, price, locale),
              own: formatFen(fen(whole - voucher)),
            })
          : '',
      );
    };
    read();
    form.addEventListener('input', read);
    return () => form.removeEventListener('input', read);
  }, [locale, total, part, price]);
  return (
    <p ref={ref} role="status" className="tabular font-semibold empty:hidden">
      {text}
    </p>
  );
}
