import { RadioGroup, SelectField } from '@/components/ui/fields';
import { optionsOf } from '../../domain/definition';
import type { FieldOf } from '../../domain/form';
import { shownAnswer } from '../../domain/shown';
import { ManyField } from '../many-field';
import { optionsIn, type AnswerProps, type KindUi } from './kind-ui';

export const choice: KindUi<'choice' | 'yesNo'> = {
  control: ({ field, locale }, common) => (
    <RadioGroup {...common} options={optionsIn(field.options, locale)} />
  ),
};
export const many: KindUi<'many'> = {
  control: ({ field, locale }, common) => (
    <ManyField {...common} options={optionsIn(field.options, locale)} />
  ),
};
export const region: KindUi<'region'> = {
  control: ({ field, locale }, common) => (
    <SelectField {...common} options={optionsIn(optionsOf(field), locale)} />
  ),
};

/**
 * Lists the vendors to choose from. A chosen vendor that is no longer listed stays in the list until another one is
 * chosen.
 */
function vendorOptions({ field, value, locale, vendors }: AnswerProps<FieldOf<'vendor'>>) {
  const listed = vendors.map(({ id }) => id);
  const gone = value !== '' && !listed.includes(value);
  return (gone ? [value, ...listed] : listed).map((id) => ({
    value: id,
    label: shownAnswer(field, id, locale, vendors),
  }));
}

export const vendor: KindUi<'vendor'> = {
  control: (props, common) => (
    <SelectField {...common} width="full" options={vendorOptions(props)} />
  ),
};
