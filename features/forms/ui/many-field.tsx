'use client';

import { ChoiceGroup, type Option } from '@/components/ui/choice';
import type { FieldProps } from '@/components/ui/field-frame';
import { useDefault, useField } from '@/components/ui/form-context';
import { chosen } from '../domain/conditions';
import { countName } from '../domain/kinds/choices';

/** Shows any number of choices. A hidden field is sent along, so that choosing none is an answer too. */
export function ManyField(props: FieldProps & { options: readonly Option[] }) {
  const { options, defaultValue = '', ...field } = props;
  const { answered, typed } = useField(field.name);
  const initial = useDefault(defaultValue);
  // A colleague's newer answer comes as it is stored.
  const given = typeof typed === 'string' ? chosen(typed) : (typed ?? []);
  return (
    <>
      <input type="hidden" name={countName(field.name)} value="1" />
      <ChoiceGroup
        type="checkbox"
        field={field}
        options={options}
        chosen={answered ? given : chosen(initial)}
      />
    </>
  );
}
