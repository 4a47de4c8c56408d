'use client';

import { ChevronRight } from 'lucide-react';
import { useContext, useState, type ReactNode } from 'react';
import { FormContext, useField, useIdOf } from '@/components/ui/form-context';
import type { Locale } from '@/lib/locale';
import { whenParts } from '@/features/rules/domain/declared/situation-messages';
import {
  countOf,
  isLeaf,
  switchOf,
  type Group,
  type Keyed,
  type Parameter,
  type Parts,
  type Rows,
} from '@/features/rules/domain/parameters';
import { editorMessages } from '../messages';
import { fieldText } from '../field-text';
import { parameterHint, parameterLabel } from '@/features/rules/parameter-texts';
import { LeafField, type FormParts } from './leaf-field';
import { RowList } from './rows';

type Place = FormParts & {
  /** The facts that the rules use; the other facts of an example are folded. */
  needed: readonly string[];
};
type At<P> = Place & { parameter: P; path: string };

const grid = 'grid items-start gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3';

/** Counts the visible controls inside an element that are filled in. */
const filledIn = (place: HTMLElement): number =>
  [...place.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].filter(
    (control) =>
      control.type !== 'hidden' &&
      (control.type === 'checkbox' ? control.checked : control.value.trim() !== ''),
  ).length;

/** Shows parts that are seldom needed, folded; they open by themselves where one of them has a fault. */
function Folded(props: {
  locale: Locale;
  open?: boolean;
  title: string;
  /** A summary of the parts, shown while they are folded. */
  summary: string;
  names: readonly string[];
  children: ReactNode;
}) {
  const { locale, title, summary, names, children } = props;
  const { errors } = useContext(FormContext);
  const [filled, setFilled] = useState<number>();
  const wrong = Object.keys(errors).some((field) => names.some((name) => field.startsWith(name)));
  return (
    <details
      open={wrong || props.open || undefined}
      onToggle={(event) => {
        // The saved summary is shown until the user has opened the parts once.
        if (event.currentTarget.open) setFilled(0);
        else if (filled !== undefined) setFilled(filledIn(event.currentTarget));
      }}
      className="group/folded col-span-full [&_[data-optional]]:hidden"
    >
      <summary className="flex min-h-8 cursor-pointer items-center gap-1.5 text-sm group-open/folded:mb-2">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 group-open/folded:rotate-90"
          strokeWidth={1.75}
        />
        <span className="font-semibold">{title}</span>
        <span className="text-muted min-w-0 group-open/folded:hidden">
          {filled === undefined ? summary : editorMessages(locale).filled({ n: filled })}
        </span>
      </summary>
      <div className={grid}>{children}</div>
    </details>
  );
}

/** Returns a short summary of the parts that are filled in. */
function summaryOf({ locale, texts, unit }: Place, parts: Parts, path: string): string {
  const said = Object.keys(parts).flatMap((key) => {
    const field = `${path}.${key}`;
    const text = texts[field] ?? '';
    if (text === '' || (parts[key]?.kind === 'tick' && text === 'no')) return [];
    return [`${parameterLabel(locale, field)} ${fieldText(locale, field, text, unit)}`];
  });
  return said.join(' · ');
}

function PartList({ parts, path, ...place }: Place & { parts: Parts; path: string }) {
  return (
    <>
      {Object.entries(parts).map(([key, part]) => (
        <ParameterField key={key} {...place} parameter={part} path={`${path}.${key}`} />
      ))}
    </>
  );
}

/**
 * Returns a function that checks whether a part of a row is folded: the parts of a situation, the facts of an example
 * that the rules do not use, and the expected refusals.
 */
function foldOf(path: string, parts: Parts, needed: readonly string[]) {
  if (/^examples\.\d+\.facts$/.test(path)) {
    const flags = needed.some((name) => name.startsWith('flag:'));
    return (key: string) => !needed.includes(key) && !(key === 'flags' && flags);
  }
  if (/^examples\.\d+\.expected$/.test(path)) return (key: string) => key === 'refusals';
  const situation = Object.keys(whenParts).every((key) => key in parts);
  return (key: string) => situation && key in whenParts;
}

/** Shows the parts of a row or rule: first the important ones, then the folded ones. */
function GroupParts({ parameter, path, ...place }: At<Group>) {
  const { locale, needed } = place;
  const t = editorMessages(locale);
  const all = Object.entries(parameter.parts);
  const isFolded = foldOf(path, parameter.parts, needed);
  const near = Object.fromEntries(all.filter(([key]) => !isFolded(key)));
  const folded = Object.fromEntries(all.filter(([key]) => isFolded(key)));
  const summary = summaryOf(place, folded, path);
  const situation = 'regions' in folded;
  const expected = 'refusals' in folded;
  const title = situation
    ? t.situation
    : expected
      ? parameterLabel(locale, `${path}.refusals`)
      : t.otherFacts;
  return (
    <>
      <PartList {...place} parts={near} path={path} />
      {Object.keys(folded).length > 0 && (
        <Folded
          locale={locale}
          title={title}
          summary={summary || (situation ? t.situationAlways : '')}
          open={expected && summary !== ''}
          names={Object.keys(folded).map((key) => `${path}.${key}`)}
        >
          <PartList {...place} parts={folded} path={path} />
        </Folded>
      )}
    </>
  );
}

/** Shows an optional rule: a checkbox turns it on; while it is off its other fields are hidden. */
function OptionalRule({ parameter, path, ...place }: At<Group>) {
  const { locale, texts } = place;
  const name = switchOf(path);
  const id = useIdOf()(name);
  const { typed } = useField(name);
  const on = typed === undefined ? texts[name] === 'yes' : [typed].flat().includes('yes');
  const hint = parameterHint(locale, path);
  return (
    <fieldset className={ruleFrame}>
      <legend className="sr-only">{parameterLabel(locale, path)}</legend>
      <div className="flex flex-wrap items-center gap-x-2.5">
        <input type="hidden" name={name} value="no" />
        <input
          key={String(on)}
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          defaultChecked={on}
          className="peer accent-primary size-5 shrink-0 scroll-mt-32"
        />
        <label htmlFor={id} className="min-h-6 grow cursor-pointer font-semibold">
          <span data-label-of={path}>{parameterLabel(locale, path)}</span>
        </label>
        <div className="mt-3 hidden w-full peer-checked:block">
          {hint && <p className="text-muted mb-2 text-sm">{hint}</p>}
          <div className={grid}>
            <GroupParts {...place} parameter={parameter} path={path} />
          </div>
        </div>
      </div>
    </fieldset>
  );
}

const ruleFrame = 'border-line col-span-full border-t pt-3';

function RuleField(props: At<Group>) {
  const { parameter, path, ...place } = props;
  if (parameter.optional) return <OptionalRule {...props} />;
  const hint = parameterHint(place.locale, path);
  return (
    <fieldset className={ruleFrame}>
      <legend className="float-left w-full font-semibold" data-label-of={path}>
        {parameterLabel(place.locale, path)}
      </legend>
      {hint && <p className="text-muted clear-both text-sm">{hint}</p>}
      <div className={`${grid} clear-both w-full pt-2`}>
        <GroupParts {...place} parameter={parameter} path={path} />
      </div>
    </fieldset>
  );
}

function ListField({ parameter, path, ...place }: At<Rows>) {
  const { locale, texts } = place;
  const { of } = parameter;
  return (
    <RowList
      locale={locale}
      path={path}
      label={parameterLabel(locale, path)}
      hint={parameterHint(locale, path)}
      storedCount={Number(texts[countOf(path)] ?? 0)}
      row={(at) => (
        <div className={grid}>
          {of.kind === 'group' ? (
            <GroupParts {...place} parameter={of} path={`${path}.${at}`} />
          ) : (
            <LeafField {...place} leaf={of} path={`${path}.${at}`} />
          )}
        </div>
      )}
    />
  );
}

function KeyedField({ parameter, path, ...place }: At<Keyed>) {
  const known = place.declared[parameter.by];
  const unknown = Object.keys(place.texts)
    .filter((name) => name.startsWith(`${path}.`))
    .map((name) => name.slice(path.length + 1))
    .filter((id) => !known.some(({ value }) => value === id));
  const all = [...known, ...unknown.map((id) => ({ value: id, label: id }))];
  return (
    <>
      {all.map(({ value, label }) => (
        <LeafField
          key={value}
          {...place}
          leaf={parameter.of}
          path={`${path}.${value}`}
          label={label}
        />
      ))}
    </>
  );
}

/** Shows the fields of one parameter of any kind. */
export function ParameterField({ parameter, path, ...place }: At<Parameter>) {
  if (isLeaf(parameter)) return <LeafField {...place} leaf={parameter} path={path} />;
  if (parameter.kind === 'rows') return <ListField {...place} parameter={parameter} path={path} />;
  if (parameter.kind === 'keyed')
    return <KeyedField {...place} parameter={parameter} path={path} />;
  return <RuleField {...place} parameter={parameter} path={path} />;
}

/** Shows every field of a section. */
export function SectionFields({ parts, ...place }: Place & { parts: Parts }) {
  return (
    <div className={grid}>
      {Object.entries(parts).map(([path, parameter]) => (
        <ParameterField key={path} {...place} parameter={parameter} path={path} />
      ))}
    </div>
  );
}
