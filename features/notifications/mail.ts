import type { Locale } from '@/lib/locale';

type Text = { subject: string; body: string };
type Writing<Values> = { subject: (values: Values) => string; body: (values: Values) => string };

/**
 * Declares a mail in both languages: the names of the values it needs, and its texts. The values are those stored when the
 * mail was queued. A row from an earlier version may lack one, and then its place in the text is empty.
 */
export function mail<const Name extends string>(
  names: readonly Name[],
  texts: { readonly [L in Locale]: Writing<Readonly<Record<Name, string>>> },
) {
  return {
    names,
    text(locale: Locale, stored: Readonly<Record<string, string | undefined>>): Text {
      const entries = names.map((name) => [name, stored[name] ?? ''] as const);
      const values = Object.fromEntries(entries) as Record<Name, string>;
      return { subject: texts[locale].subject(values), body: texts[locale].body(values) };
    },
  };
}
