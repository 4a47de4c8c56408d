import type { Locale } from './locale';

/** A text in both languages that is data and not part of a catalogue, such as the name of a programme. */
export type Bilingual = { readonly 'zh-CN': string; readonly en: string };

/** Separators of lists: of single words, of longer items, and of whole sentences. */
export const comma: Bilingual = { 'zh-CN': '、', en: ', ' };
export const semicolon: Bilingual = { 'zh-CN': '；', en: '; ' };
export const sentenceGap: Bilingual = { 'zh-CN': '', en: ' ' };

/** Returns a text in the reader's language. */
export const say = (text: Bilingual, locale: Locale): string => text[locale];
