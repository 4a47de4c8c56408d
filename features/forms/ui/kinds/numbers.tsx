import { MoneyField, NumberField } from '@/components/ui/fields';
import { say } from '@/lib/bilingual';
import type { KindUi } from './kind-ui';

export const number: KindUi<'number'> = {
  control: ({ field: { unit }, locale }, common) => (
    <NumberField {...common} suffix={unit && say(unit, locale)} />
  ),
};
export const money: KindUi<'money'> = {
  control: (_, common) => <MoneyField {...common} />,
};
