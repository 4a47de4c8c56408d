'use client';

import { FieldError, frameClass, Hint, LabelText, useControl } from '@/components/ui/field-frame';
import { DateField, type FieldProps } from '@/components/ui/fields';
import { words } from '@/components/ui/words';
import { periodName, readPeriod } from '../domain/kinds/days';

/** Shows two fields for the days of a period under one legend. */
export function PeriodField(
  props: FieldProps & {
    from: string;
    to: string;
    earliest: string | undefined;
    latest: string | undefined;
  },
) {
  const { from, to, earliest, latest, ...field } = props;
  const { error, locale, value, attributes } = useControl(field);
  const ends = { from, to };
  const period = readPeriod(value);
  return (
    <fieldset
      id={attributes.id}
      tabIndex={-1}
      aria-describedby={attributes['aria-describedby']}
      className={frameClass(error)}
    >
      <legend className="float-left w-full font-semibold">
        <LabelText field={field} />
      </legend>
      <div className="clear-both">
        <Hint name={field.name}>{field.hint}</Hint>
      </div>
      <FieldError name={field.name} error={error} />
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {(['from', 'to'] as const).map((end) => (
          <div key={end} className="w-48 max-w-full [&_label]:font-normal">
            <DateField
              name={periodName(field.name, end)}
              label={
                <>
                  <span className="sr-only">{words(field.label, locale)} </span>
                  {ends[end]}
                </>
              }
              defaultValue={period[end]}
              {...(earliest && { min: earliest })}
              {...(latest && { max: latest })}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
