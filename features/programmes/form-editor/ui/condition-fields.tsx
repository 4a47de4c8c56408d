import { NumberField, SelectField, type Option } from '@/components/ui/fields';
import { testsOf, type Condition, type Test } from '@/features/forms/domain/conditions';
import { optionsOf } from '@/features/forms/domain/definition';
import type { FormDefinition, FormField } from '@/features/forms/domain/form';
import { logicOf } from '@/features/forms/domain/kinds';
import { mostTests } from '@/features/forms/domain/limits';
import { testText } from '@/features/forms/text';
import type { Locale } from '@/lib/locale';
import { formEditorMessages } from '../messages';
import { testCode } from '../question-input';

type Props = {
  locale: Locale;
  form: FormDefinition;
  /** The questions that the condition may use. */
  earlier: readonly FormField[];
  condition: Condition | undefined;
};

/** Lists the tests that are possible on an earlier question. */
function testsFor(field: FormField, bound: string): Test[] {
  const { name } = field;
  const answered: Test[] = [
    { field: name, answered: true },
    { field: name, answered: false },
  ];
  const { given, subject } = logicOf(field.kind);
  if (given !== 'typed') return [];
  if (subject === 'number') {
    return [{ field: name, atLeast: bound }, { field: name, atMost: bound }, ...answered];
  }
  return [...optionsOf(field).map(({ value }) => ({ field: name, equals: value })), ...answered];
}

const boundOf = (test: Test | undefined): string => {
  if (!test) return '';
  if ('atLeast' in test) return test.atLeast;
  return 'atMost' in test ? test.atMost : '';
};

/** Returns the tests of a condition, one for each row, and whether all or any of them must be true. */
function conditionRows(condition: Condition | undefined): {
  mode: 'all' | 'any';
  tests: readonly Test[];
} {
  if (!condition) return { mode: 'all', tests: [] };
  return { mode: 'any' in condition ? 'any' : 'all', tests: testsOf(condition) };
}

/** Shows the fields for the condition of a section or question: a few tests, of which all or any must be true. */
export function ConditionFields({ locale, form, earlier, condition }: Props) {
  const t = formEditorMessages(locale);
  const { mode, tests } = conditionRows(condition);
  const known = earlier.flatMap((field) => testsFor(field, t.boundHere));
  const options: Option[] = known.map((test) => ({
    value: testCode(test),
    label: testText(locale, form, test),
  }));
  const more = tests
    .filter((test) => !options.some(({ value }) => value === testCode(test)))
    .map((test) => ({ value: testCode(test), label: testText(locale, form, test) }));
  const rows = Math.min(mostTests, Math.max(2, tests.length + 1));
  return (
    <fieldset className="border-line space-y-4 border-t pt-4">
      <legend className="float-left w-full text-lg font-semibold">{t.condition}</legend>
      <p className="text-muted measure clear-both text-sm">{t.conditionLead}</p>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="group flex flex-wrap items-end gap-x-4 gap-y-3">
          <div className="min-w-0 flex-1 basis-72">
            <SelectField
              name={`when.${at}.test`}
              label={t.testN({ number: at + 1 })}
              optional
              width="full"
              defaultValue={tests[at] ? testCode(tests[at]) : ''}
              options={[{ value: '', label: t.always }, ...options, ...more]}
            />
          </div>
          {/* The style sheet shows this field for tests that compare, so no script is needed. */}
          <div className="hidden group-has-[option[value^=max]:checked]:block group-has-[option[value^=min]:checked]:block">
            <NumberField
              name={`when.${at}.value`}
              label={t.testValueN({ number: at + 1 })}
              defaultValue={boundOf(tests[at])}
            />
          </div>
        </div>
      ))}
      <SelectField
        name="when.mode"
        label={t.mode}
        defaultValue={mode}
        options={[
          { value: 'all', label: t.modeAll },
          { value: 'any', label: t.modeAny },
        ]}
      />
    </fieldset>
  );
}
