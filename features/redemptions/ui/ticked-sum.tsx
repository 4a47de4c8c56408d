'use client';

import { useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/locale';
import { fen, formatFen, sumFen } from '@/lib/money';
import { bulkMessages } from '../bulk-messages';

/**
 * Shows how many rows are ticked and their sum, while the user ticks. `amounts` has the fen of each value of the boxes called
 * `name`. Without a script it stays empty.
 */
export function TickedSum(props: {
  locale: Locale;
  name: string;
  amounts: Readonly<Record<string, string>>;
}) {
  const { locale, name, amounts } = props;
  const ref = useRef<HTMLParagraphElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const form = ref.current?.closest('form');
    if (!form) return undefined;
    const read = () => {
      const ticked = new FormData(form)
        .getAll(name)
        .map((value) => (typeof value === 'string' && amounts[value]) || '0');
      const sum = sumFen(ticked.map((amount) => fen(BigInt(amount))));
      setText(bulkMessages(locale).chosen({ n: ticked.length, amount: formatFen(sum) }));
    };
    read();
    form.addEventListener('change', read);
    return () => form.removeEventListener('change', read);
  }, [locale, name, amounts]);
  return (
    <p ref={ref} role="status" className="tabular font-semibold empty:hidden">
      {text}
    </p>
  );
}
