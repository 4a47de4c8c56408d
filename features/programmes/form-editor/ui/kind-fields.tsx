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
  type FieldOf,
  type FormField,
} from '@/features/forms/domain/form';
import { mostColumns, usualRows } from '@/features/forms/domain/limits';
import { kindName } from '@/features/forms/text';
import type { Locale } from '@/lib/locale';
import type { Bilingual } from '@/lib/bilingual';
import { formEditorMessages } from '../messages';

type Props = { locale: Locale; kind: FieldKind; field: FormField | undefined };
type Of<K extends FieldKind> = { locale: Locale; field: FieldOf<K> | undefined };

const pair = (text: Bilingual | undefined): string => (text ? `${text['zh-CN']} | ${text.en}` : '');
const lines = (options: readonly Choice[] | undefined): string =>
  (options ?? []).map(({ label }) => pair(label)).join('\n');
const numberText = (value: number | undefined): string => value?.toString() ?? '';

function Bounds({ locale, field }: Of<'number'>) {
  const t = formEditorMessages(locale);
  return (
    <>
      <div className="flex flex-wrap gap-4">
        <NumberField
          name="min"
          label={t.min}
          hint={t.minHint}
          optional
          defaultValue={field?.min ?? ''}
        />
        <NumberField name="max" label={t.max} optional defaultValue={field?.max ?? ''} />
      </div>
      <Checkbox name="integer" label={t.integer} checked={field?.integer ?? false} />
      <TextField
        name="unit"
        label={t.unit}
        hint={t.pairHint}
        optional
        width="medium"
        defaultValue={pair(field?.unit)}
      />
    </>
  );
}

function Days({ locale, field }: Of<'date' | 'period'>) {
  const t = formEditorMessages(locale);
  return (
    <div className="flex flex-wrap gap-4">
      <DateField name="earliest" label={t.earliest} optional defaultValue={field?.earliest ?? ''} />
      <DateField name="latest" label={t.latest} optional defaultValue={field?.latest ?? ''} />
    </div>
  );
}

function Options(props: {
  locale: Locale;
  options: readonly Choice[] | undefined;
  hint: string;
  optional?: boolean;
}) {
  const { locale, options, hint, optional = false } = props;
  return (
    <TextArea
      name="options"
      label={formEditorMessages(locale).options}
      hint={hint}
      optional={optional}
      rows={5}
      defaultValue={lines(options)}
    />
  );
}

function Many({ locale, field }: Of<'many'>) {
  const t = formEditorMessages(locale);
  return (
    <>
      <Options locale={locale} options={field?.options} hint={t.optionsHint} />
      <div className="flex flex-wrap gap-4">
        <NumberField
          name="min"
          label={t.minChosen}
          optional
          defaultValue={numberText(field?.min)}
        />
        <NumberField
          name="max"
          label={t.maxChosen}
          optional
          defaultValue={numberText(field?.max)}
        />
      </div>
    </>
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
      {/* The style sheet opens what the kind of column takes, so no script is needed. */}
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

function Table({ locale, field }: Of<'table'>) {
  const t = formEditorMessages(locale);
  const columns = field?.columns ?? [];
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
          defaultValue={numberText(field?.minRows)}
        />
        <NumberField
          name="maxRows"
          label={t.maxRows}
          optional
          defaultValue={numberText(field?.maxRows ?? usualRows)}
        />
      </div>
    </>
  );
}

function File({ locale, field }: Of<'file'>) {
  const t = formEditorMessages(locale);
  return (
    <>
      <TextArea
        name="sampleZh"
        label={t.sampleZh}
        hint={t.sampleHint}
        optional
        rows={2}
        defaultValue={field?.sample?.['zh-CN'] ?? ''}
      />
      <TextArea
        name="sampleEn"
        label={t.sampleEn}
        optional
        rows={2}
        defaultValue={field?.sample?.en ?? ''}
      />
      <CheckboxGroup
        name="accept"
        label={t.accept}
        hint={t.acceptHint}
        optional
        options={fileTypes.map((type) => ({ value: type, label: type.toUpperCase() }))}
        defaultValues={field?.accept ?? []}
      />
      <NumberField
        name="maxFiles"
        label={t.maxFiles}
        optional
        defaultValue={numberText(field?.maxFiles)}
      />
    </>
  );
}

/** What a kind of question takes beside its words. */
export function KindFields({ locale, kind, field }: Props) {
  const t = formEditorMessages(locale);
  switch (kind) {
    case 'text':
    case 'longText': {
      const longest = field && 'maxLength' in field ? field.maxLength : undefined;
      return (
        <NumberField
          name="maxLength"
          label={t.maxLength}
          optional
          defaultValue={numberText(longest)}
        />
      );
    }
    case 'number':
      return <Bounds locale={locale} field={field?.kind === kind ? field : undefined} />;
    case 'date':
    case 'period':
      return (
        <Days
          locale={locale}
          field={field?.kind === 'date' || field?.kind === 'period' ? field : undefined}
        />
      );
    case 'choice':
      return (
        <Options
          locale={locale}
          options={field?.kind === kind ? field.options : undefined}
          hint={t.optionsHint}
        />
      );
    case 'region':
      return (
        <Options
          locale={locale}
          options={field?.kind === kind ? field.options : undefined}
          hint={t.regionsHint}
          optional
        />
      );
    case 'many':
      return <Many locale={locale} field={field?.kind === kind ? field : undefined} />;
    case 'table':
      return <Table locale={locale} field={field?.kind === kind ? field : undefined} />;
    case 'file':
      return <File locale={locale} field={field?.kind === kind ? field : undefined} />;
    default:
      return null;
  }
}
