/** Never part of what was typed: what the form kit carries along. */
const carried = /^(\$ACTION|csrf$|idempotencyKey$|revision$|base$|applicationId$|section$)/;

/** What stands in a form by the names of its fields; several boxes of one name are one list. */
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

/** Puts a value into a field as if it had been typed: what listens to the field hears of it. */
export function putValue(form: HTMLFormElement, name: string, value: string): void {
  const controls = [...form.querySelectorAll<Control>('input, select, textarea')].filter(
    (control) => control.name === name,
  );
  for (const control of controls) set(control, value);
  const heard = controls.at(-1);
  for (const kind of ['input', 'change']) {
    heard?.dispatchEvent(new Event(kind, { bubbles: true }));
  }
}
