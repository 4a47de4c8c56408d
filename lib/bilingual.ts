import type { Locale } from './locale';

/** Holds a text in both languages that is data and not part of a catalogue, as the name of a programme. */
export type Bilingual = { readonly 'zh-CN': string; readonly en: string };

/** Gives a text in the reader's language. */
export const say = (text: Bilingual, locale: Locale): string => text[locale];
