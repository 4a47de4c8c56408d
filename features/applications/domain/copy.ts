import {
  allFields,
  visibleNames,
  planOf,
  type Answers,
  type FormDefinition,
} from '@/features/forms/domain/form';
import { logicOf } from '@/features/forms/domain/kinds';
import { readSection } from '@/features/forms/domain/validate';
import { questions } from '@/features/rules/domain/declared/questions';
import { elsewhere } from '@/features/rules/domain/situations';

/** Fields about one contract only. They are not copied, because a renewal has a new contract. */
const ofTheContract: ReadonlySet<string> = new Set([
  'contractNumber',
  ...Object.entries(questions).flatMap(([id, { about }]) => (about === 'contract' ? [id] : [])),
]);

/**
 * Returns the applicant's region as one of the form's options: of the regions that contain the known division, the
 * most exact one; `elsewhere` if none does.
 */
function regionOffered(form: FormDefinition, division: string): string {
  const field = allFields(form).find(({ name }) => name === 'region');
  if (field?.kind !== 'choice') return division;
  const around = field.options.filter(({ value }) => division.startsWith(value));
  const [closest] = around.sort((a, b) => b.value.length - a.value.length);
  return closest?.value ?? elsewhere;
}

/** Returns the known values under the field names of the form. Values that do not fit a field are left out. */
export function readKnown(form: FormDefinition, known: Readonly<Record<string, unknown>>) {
  const texts = Object.fromEntries(
    Object.entries(known).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  if (texts.region) texts.region = regionOffered(form, texts.region);
  const answers = form.sections.flatMap((section) =>
    Object.entries(readSection(section, texts).answers).filter(([, value]) => value !== ''),
  );
  return Object.fromEntries(answers) as Record<string, string>;
}

/**
 * Returns the answers of an earlier application that a new form can take over: those of fields with the same name and
 * kind that are valid in the new form. Facts about one contract are never among them.
 */
export function copiable(from: FormDefinition, to: FormDefinition, answers: Answers) {
  const kinds = new Map(allFields(from).map(({ name, kind }) => [name, kind]));
  const fields = allFields(to).filter(
    ({ name, kind }) =>
      kinds.get(name) === kind && logicOf(kind).copied && !ofTheContract.has(name),
  );
  const known = Object.fromEntries(fields.map(({ name }) => [name, answers[name] ?? '']));
  const fit = readKnown(to, known);
  // A question that is not asked after these copied answers gets no answer either.
  const visible = visibleNames(planOf(to), fit);
  return Object.fromEntries(Object.entries(fit).filter(([name]) => visible.has(name)));
}
