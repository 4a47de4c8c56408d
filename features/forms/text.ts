import { say, type Bilingual } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { testsOf, type Condition, type Test } from './domain/conditions';
import { allFields, type Column, type FormDefinition, type FormField } from './domain/form';
import { regionsOf } from './domain/region-options';
import { formTextMessages } from './messages';

/** A test in words; of a question that is no longer there, by its name. */
export function testText(locale: Locale, form: FormDefinition, test: Test): string {
  const t = formTextMessages(locale);
  const field = allFields(form).find(({ name }) => name === test.field);
  const label = field ? say(field.label, locale) : test.field;
  const options = !field
    ? []
    : field.kind === 'region'
      ? regionsOf(field)
      : 'options' in field
        ? field.options
        : [];
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

/** When something is asked: `only if “Other public support” is “Yes”`. */
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

const words = (locale: Locale, texts: readonly Bilingual[]) =>
  texts.map((text) => say(text, locale)).join(formTextMessages(locale).separator);

/** What an answer may be, kind by kind. */
function limits(locale: Locale, field: FormField | Column): string[] {
  const t = formTextMessages(locale);
  switch (field.kind) {
    case 'text':
    case 'longText':
      return field.maxLength === undefined ? [] : [t.atMostLength({ n: field.maxLength })];
    case 'number':
      return [
        ...rangeText(locale, { from: field.min, to: field.max }, false),
        ...(field.integer ? [t.whole] : []),
        ...(field.unit ? [say(field.unit, locale)] : []),
      ];
    case 'date':
    case 'period':
      return rangeText(locale, { from: field.earliest, to: field.latest }, true);
    case 'choice':
    case 'yesNo':
      return [
        t.choices({
          list: words(
            locale,
            field.options.map(({ label }) => label),
          ),
        }),
      ];
    case 'many': {
      const [from, to] = [field.min, field.max].map((n) => n?.toString());
      const list = words(
        locale,
        field.options.map(({ label }) => label),
      );
      return [t.choices({ list }), ...rangeText(locale, { from, to }, false)];
    }
    case 'table':
      return [
        t.columns({
          list: words(
            locale,
            field.columns.map(({ label }) => label),
          ),
        }),
        t.rows({ to: field.maxRows }),
      ];
    case 'file':
      return [
        ...(field.accept ? [field.accept.map((type) => type.toUpperCase()).join(t.separator)] : []),
        ...(field.maxFiles === undefined ? [] : [t.files({ n: field.maxFiles })]),
        ...(field.sample ? [t.sample({ text: say(field.sample, locale) })] : []),
      ];
    default:
      return [];
  }
}

export const kindName = (locale: Locale, kind: FormField['kind']): string =>
  formTextMessages(locale)[`kind_${kind}`];

/** A question in one line, whole: two that read alike are alike. */
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
