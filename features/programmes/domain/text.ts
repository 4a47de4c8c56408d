import type { Locale } from '../../../lib/locale';

/** A text of a programme, which is data and not part of a catalogue. */
export type Bilingual = { readonly 'zh-CN': string; readonly en: string };

export const say = (text: Bilingual, locale: Locale): string => text[locale];
