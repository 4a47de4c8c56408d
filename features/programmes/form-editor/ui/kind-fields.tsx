import {
  Checkbox,
  CheckboxGroup,
  DateField,
  HiddenField,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '@/components/ui/fields';
import { words } from '@/components/ui/words';
import {
  columnKinds,
  fileTypes,
  type Choice,
  type Column,
  type FieldKind,
  type FormField,
} from '@/features/forms/domain/form';
import { boundsOf, type AnyField } from '@/features/forms/domain/kinds';
import type { Shape } from '@/features/forms/domain/kinds/bounds';
import { mostColumns, usualRows } from '@/features/forms/domain/limits';
import { kindName } from '@/features/forms/text';
import type { Locale } from '@/lib/locale';
import type { Bilingual } from '@/lib/bilingual';
import { formEditorMessages } from '../messages';

type Props = { locale: Locale; kind: FieldKind; field: FormField | undefined };
type Part = { locale: Locale; is: AnyField; bounds: Shape };

const pair = (text: Bilingual | undefined): string => (text ? `${text['zh-CN']} | ${text.en}` : '');
const lines = (options: readonly Choice[] | undefined): string =>
  (options ?? []).map(({ label }) => pair(label)).join('\n');
const numberText = (value: number | string | undefined): string => value?.toString() ?? '';

/** Shows the fields for the minimum and the maximum: of a number, or of how many options are chosen. */
function Range({ locale, is, bounds }: Part) {
  const t = formEditorMessages(locale);
  const texts =
    bounds.min?.sort === 'decimal'
      ? { min: t.min, max: t.max, hint: t.minHint }
      : { min: t.minChosen, max: t.maxChosen, hint: undefined };
  return (
    <div className="flex flex-wrap gap-4">
      <NumberField
        name="min"
        label={texts.min}
        hint={texts.hint}
        optional
        defaultValue={numberText(is.min)}
      />
      <NumberField name="max" label={texts.max} optional defaultValue={numberText(is.max)} />
    </div>
  );
}

function Unit({ locale, is }: Part) {
  const t = formEditorMessages(locale);
  return (
    <>
      <Checkbox name="integer" label={t.integer} checked={is.integer ?? false} />
      <TextField
        name="unit"
        label={t.unit}
        hint={t.pairHint}
        optional
        width="medium"
        defaultValue={pair(is.unit)}
      />
    </>
  );
}

function Days({ locale, is }: Part) {
  const t = formEditorMessages(locale);
  return (
    <div className="flex flex-wrap gap-4">
      <DateField name="earliest" label={t.earliest} optional defaultValue={is.earliest ?? ''} />
      <DateField name="latest" label={t.latest} optional defaultValue={is.latest ?? ''} />
    </div>
  );
}

/** Shows the field for options; it is optional where the kind has its own options. */
function Options({ locale, is, bounds }: Part) {
  const t = formEditorMessages(locale);
  const optional = !bounds.options?.must;
  return (
    <TextArea
      name="options"
      label={t.options}
      hint={optional ? t.regionsHint : t.optionsHint}
      optional={optional}
      rows={5}
      defaultValue={lines(is.options)}
    />
  );
}

function ColumnFields({
  locale,
  column,
  at,
}: {
  locale: Locale;
  column?: Column | undefined;
  at: number;
}) {
  const t = formEditorMessages(locale);
  const name = (key: string) => `column.${at}.${key}`;
  const unit = column?.kind === 'number' ? column.unit : undefined;
  return (
    <fieldset className="group border-line space-y-3 rounded border p-4">
      <legend className="text-muted px-1 text-sm font-semibold">
        {t.columnN({ number: at + 1 })}
      </legend>
      <HiddenField name={name('name')} value={column?.name ?? ''} />
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_10rem]">
        <TextField
          name={name('label')}
          label={t.columnLabel}
          optional={at > 0}
          defaultValue={pair(column?.label)}
        />
        <SelectField
          name={name('kind')}
          label={t.kind}
          defaultValue={column?.kind ?? 'text'}
          options={columnKinds.map((kind) => ({ value: kind, label: kindName(locale, kind) }))}
        />
      </div>
      {/* The style sheet shows the fields of the chosen kind of column, so no script is needed. */}
      <div className="hidden group-has-[option[value=number]:checked]:block">
        <TextField
          name={name('unit')}
          label={t.unit}
          optional
          width="medium"
          defaultValue={pair(unit)}
        />
      </div>
      <div className="hidden group-has-[option[value=choice]:checked]:block">
        <TextArea
          name={name('options')}
          label={t.options}
          hint={t.optionsHint}
          rows={3}
          defaultValue={lines(column?.kind === 'choice' ? column.options : undefined)}
        />
      </div>
      <div className="flex flex-wrap gap-x-6">
        <Checkbox name={name('required')} label={t.isRequired} checked={column?.required ?? true} />
        <div className="hidden group-has-[option[value=money]:checked]:block group-has-[option[value=number]:checked]:block">
          <Checkbox name={name('sum')} label={t.sum} checked={column?.sum ?? false} />
        </div>
      </div>
    </fieldset>
  );
}

function Table({ locale, is }: Part) {
  const t = formEditorMessages(locale);
  const columns = is.columns ?? [];
  const rows = Math.min(mostColumns, Math.max(4, columns.length + 1));
  return (
    <>
      <div className="space-y-3">
        <p className="text-lg font-semibold">{t.columns}</p>
        <p className="text-muted measure text-sm">
          {words(t.pairHint)} {t.columnsHint}
        </p>
        {Array.from({ length: rows }, (_, at) => (
          <ColumnFields key={at} locale={locale} column={columns[at]} at={at} />
        ))}
      </div>
      <div className="flex flex-wrap gap-4">
        <NumberField
          name="minRows"
          label={t.minRows}
          optional
          defaultValue={numberText(is.minRows)}
        />
        <NumberField
          name="maxRows"
          label={t.maxRows}
          optional
          defaultValue={numberText(is.maxRows ?? usualRows)}
        />
      </div>
    </>
  );
}

function File({ locale, is }: Part) {
  const t = formEditorMessages(locale);
  return (
    <>
      <TextArea
        name="sampleZh"
        label={t.sampleZh}
        hint={t.sampleHint}
        optional
        rows={2}
        defaultValue={is.sample?.['zh-CN'] ?? ''}
      />
      <TextArea
        name="sampleEn"
        label={t.sampleEn}
        optional
        rows={2}
        defaultValue={is.sample?.en ?? ''}
      />
      <CheckboxGroup
        name="accept"
        label={t.accept}
        hint={t.acceptHint}
        optional
        options={fileTypes.map((type) => ({ value: type, label: type.toUpperCase() }))}
        defaultValues={is.accept ?? []}
      />
      <NumberField
        name="maxFiles"
        label={t.maxFiles}
        optional
        defaultValue={numberText(is.maxFiles)}
      />
    </>
  );
}

/** Shows the fields that a kind of question has in addition to its texts, one for each bound. */
export function KindFields({ locale, kind, field }: Props) {
  const t = formEditorMessages(locale);
  const bounds = boundsOf(kind);
  const part: Part = { locale, bounds, is: field ?? {} };
  const { options } = bounds;
  return (
    <>
      {'maxLength' in bounds && (
        <NumberField
          name="maxLength"
          label={t.maxLength}
          optional
          defaultValue={numberText(part.is.maxLength)}
        />
      )}
      {options?.sort === 'options' && !options.fixed && <Options {...part} />}
      {'min' in bounds && <Range {...part} />}
      {'unit' in bounds && <Unit {...part} />}
      {'earliest' in bounds && <Days {...part} />}
      {'columns' in bounds && <Table {...part} />}
      {'accept' in bounds && <File {...part} />}
    </>
  );
}
