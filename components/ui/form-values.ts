/** Fields that the form kit carries along; they are never part of what was typed. */
const carried =
  /^(\$ACTION|csrf$|idempotencyKey$|formScope$|revision$|base$|applicationId$|section$)/;

/**
 * Reads the values of a form by the names of its fields; several boxes of one name are one list.
 */
export function readValues(form: HTMLFormElement): Record<string, string> {
  const data = new FormData(form);
  const values: Record<string, string> = {};
  for (const name of new Set(data.keys())) {
    const texts = data.getAll(name).filter((value) => typeof value === 'string');
    if (carried.test(name) || texts.length === 0) continue;
    values[name] = texts.length > 1 ? JSON.stringify(texts) : (texts[0] ?? '');
  }
  return values;
}

function chosenIn(value: string): string[] {
  if (!value.startsWith('[')) return [value];
  try {
    return [JSON.parse(value) as string[]].flat();
  } catch (error) {
    if (error instanceof SyntaxError) return [value];
    throw error;
  }
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function set(control: Control, value: string) {
  if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
    control.checked = chosenIn(value).includes(control.value);
  } else {
    control.value = value;
  }
}

const controlsIn = (form: HTMLFormElement) =>
  form.querySelectorAll<Control>('input, select, textarea');

/**
 * Returns the names of the fields that can be filled in, also of those that send nothing at
 * present.
 */
export const namesIn = (form: HTMLFormElement): Set<string> =>
  new Set([...controlsIn(form)].map(({ name }) => name));

/**
 * Puts values into fields as if they had been typed; listeners of the form get one event.
 * @returns whether each value has its field; nothing is put where one has none
 */
export function putValues(
  form: HTMLFormElement,
  values: Readonly<Record<string, string>>,
): boolean {
  const controls = [...controlsIn(form)].filter(({ name }) => Object.hasOwn(values, name));
  const found = new Set(controls.map(({ name }) => name));
  const heard = controls.at(-1);
  if (!heard || !Object.keys(values).every((name) => found.has(name))) return false;
  for (const control of controls) set(control, values[control.name] ?? '');
  for (const kind of ['input', 'change']) {
    heard.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  return true;
}

/** Puts one value into its field, in the same way. */
export const putValue = (form: HTMLFormElement, name: string, value: string): boolean =>
  putValues(form, { [name]: value });
