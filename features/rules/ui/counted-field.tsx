import { MoneyField, NumberField, type FieldProps } from '@/components/ui/fields';
import type { Locale } from '@/lib/locale';
import type { Unit } from '../domain/rules';
import { termNames } from '../term-messages';

/** Shows the field of an amount that the rules calculate with: in yuan, or in the programme's own unit. */
export function CountedField(props: FieldProps & { unit: Unit | undefined; locale: Locale }) {
  const { unit, locale, ...field } = props;
  if (unit === undefined || unit === 'yuan') return <MoneyField {...field} />;
  return <NumberField {...field} width="medium" suffix={termNames(locale)[unit]} />;
}
