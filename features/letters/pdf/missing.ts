import 'server-only';
import { letterMessages } from '../messages';
import type { LetterBlock, LetterSheet } from '../domain/sheet';
import { codeOf, unprintable } from './faces';

const textsOf = (block: LetterBlock): readonly string[] => {
  switch (block.kind) {
    case 'facts':
      return block.rows.flat();
    case 'list':
      return block.items.flatMap(({ title, text }) => [title, text]);
    default:
      return [block.text];
  }
};

/** Returns the note that names the characters that no font contains, in the order of their marks. */
export function missingNote(sheet: LetterSheet): LetterBlock[] {
  const texts = [sheet.head, sheet.to, ...sheet.blocks.flatMap(textsOf)];
  const missing = unprintable(texts.join('\n'));
  if (missing.length === 0) return [];
  const t = letterMessages(sheet.locale);
  return [{ kind: 'text', text: t.missing({ codes: missing.map(codeOf).join(t.listed) }) }];
}
