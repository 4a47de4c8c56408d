import { say, type Bilingual } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { testsOf, type Condition, type Test } from './domain/conditions';
import { optionsOf } from './domain/definition';
import { allFields, type FormDefinition, type FormField } from './domain/form';
import type { AnyField } from './domain/kinds';
import type { Column } from './domain/kinds/table';
import { formTextMessages } from './messages';

/** Formats a test in words. A question that no longer exists is shown by its name. */
export function testText(locale: Locale, form: FormDefinition, test: Test): string {
  const t = formTextMessages(locale);
  const field = allFields(form).find(({ name }) => name === test.field);
  const label = field ? say(field.label, locale) : test.field;
  const options = field ? optionsOf(field) : [];
  const choice = (value: string) => {
    const option = options.find((one) => one.value === value);
    return option ? say(option.label, locale) : value;
  };
  if ('equals' in test) return t.is({ label, value: choice(test.equals) });
  if ('oneOf' in test) {
    return t.isOneOf({ label, values: test.oneOf.map(choice).join(t.separator) });
  }
  if ('answered' in test)
    return test.answered ? t.isAnswered({ label }) : t.isNotAnswered({ label });
  return 'atLeast' in test
    ? t.isAtLeast({ label, value: test.atLeast })
    : t.isAtMost({ label, value: test.atMost });
}

/** Formats when a question is asked, for example `only if “Other public support” is “Yes”`. */
export function conditionText(locale: Locale, form: FormDefinition, condition: Condition): string {
  const t = formTextMessages(locale);
  const tests = testsOf(condition).map((test) => testText(locale, form, test));
  return t.onlyWhen({ condition: tests.join('any' in condition ? t.or : t.and) });
}

type Bound = { from?: string | undefined; to?: string | undefined };

function rangeText(locale: Locale, { from, to }: Bound, days: boolean): string[] {
  const t = formTextMessages(locale);
  if (from !== undefined && to !== undefined) return [t.between({ from, to })];
  if (from !== undefined) return [days ? t.notBefore({ from }) : t.least({ from })];
  return to === undefined ? [] : [days ? t.notAfter({ to }) : t.most({ to })];
}

/** Formats a column of a table with its kind, so that a change of any of its settings changes the text. */
function columnText(locale: Locale, column: Column): string {
  const t = formTextMessages(locale);
  const { label, kind, required, sum } = column;
  const of = [
    kindName(locale, kind),
    required ? t.required : t.optional,
    ...limits(locale, column),
    ...(sum ? [t.withSum] : []),
  ];
  return t.column({ label: say(label, locale), of: of.join(t.separator) });
}

/** Lists in words what an answer may be. */
function limits(locale: Locale, is: AnyField): string[] {
  const t = formTextMessages(locale);
  const list = (of: readonly { label: Bilingual }[]) =>
    of.map(({ label }) => say(label, locale)).join(t.separator);
  const count = { from: is.min?.toString(), to: is.max?.toString() };
  return [
    ...(is.maxLength === undefined ? [] : [t.atMostLength({ n: is.maxLength })]),
    ...(is.options ? [t.choices({ list: list(is.options) })] : []),
    ...rangeText(locale, count, false),
    ...(is.integer ? [t.whole] : []),
    ...(is.unit ? [say(is.unit, locale)] : []),
    ...rangeText(locale, { from: is.earliest, to: is.latest }, true),
    ...(is.columns
      ? [t.columns({ list: is.columns.map((one) => columnText(locale, one)).join(t.separator) })]
      : []),
    ...(is.minRows === undefined ? [] : [t.leastRows({ from: is.minRows })]),
    ...(is.maxRows === undefined ? [] : [t.rows({ to: is.maxRows })]),
    ...(is.accept ? [is.accept.map((type) => type.toUpperCase()).join(t.separator)] : []),
    ...(is.maxFiles === undefined ? [] : [t.files({ n: is.maxFiles })]),
    ...(is.sample ? [t.sample({ text: say(is.sample, locale) })] : []),
  ];
}

export const kindName = (locale: Locale, kind: FormField['kind']): string =>
  formTextMessages(locale)[`kind_${kind}`];

/** Formats the whole question on one line. The comparison of versions shows a question by this line. */
export function questionText(locale: Locale, form: FormDefinition, field: FormField): string {
  const t = formTextMessages(locale);
  return [
    kindName(locale, field.kind),
    field.required ? t.required : t.optional,
    ...limits(locale, field),
    ...[field.hint, field.help].flatMap((text) =>
      text ? [t.help({ text: say(text, locale) })] : [],
    ),
    ...(field.when ? [conditionText(locale, form, field.when)] : []),
  ].join(t.gap);
}
