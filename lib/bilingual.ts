import type { Locale } from './locale';

/** A text in both languages that is data and not part of a catalogue, such as the name of a programme. */
export type Bilingual = { readonly 'zh-CN': string; readonly en: string };

/** Returns a text in the reader's language. */
export const say = (text: Bilingual, locale: Locale): string => text[locale];
