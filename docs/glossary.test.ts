import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../lib/locale';
import { root } from '../scripts/lifecycles';

type Text = { file: string; line: number; locale: Locale; text: string };

const han = /\p{Script=Han}/u;

/** Reads the rows of the table that stands below a line of the glossary. */
function tableBelow(line: string): string[][] {
  const glossary = readFileSync(join(root, 'docs', 'glossary.md'), 'utf8');
  const [, after = ''] = glossary.split(`\n${line}\n`);
  const [table = ''] = after.slice(after.indexOf('\n|') + 1).split('\n\n');
  return table
    .split('\n')
    .slice(2)
    .filter((row) => row.startsWith('|'))
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const retired = tableBelow('## Retired words').map(([word = '', instead = '', because = '']) => ({
  word,
  instead,
  because,
}));
const allowed = tableBelow('They are right here, and nowhere else:').map(
  ([word = '', place = '', because = '']) => ({ word, place, because }),
);

const languageOf = (node: ts.Node): Locale | undefined => {
  if (!ts.isPropertyAssignment(node)) return undefined;
  const name = ts.isStringLiteral(node.name) || ts.isIdentifier(node.name) ? node.name.text : '';
  return name === 'zh-CN' || name === 'en' ? name : undefined;
};

/** Tells what is no text: the name of a value that a text asks for. */
const isName = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) || ts.isElementAccessExpression(parent) || ts.isTypeNode(parent);

/** Reads the texts of a catalogue in both languages, whether plain or made of values, with a dash for each value. */
function textsIn(file: string): Text[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const texts: Text[] = [];
  const visit = (node: ts.Node, locale: Locale | undefined) => {
    const here = languageOf(node) ?? locale;
    const add = (text: string) => {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      if (here) texts.push({ file, line, locale: here, text });
    };
    if (ts.isTemplateExpression(node)) {
      add([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('–'));
      node.templateSpans.forEach(({ expression }) => visit(expression, here));
      return;
    }
    if (ts.isStringLiteralLike(node) && !isName(node)) add(node.text);
    ts.forEachChild(node, (child) => visit(child, here));
  };
  visit(source, undefined);
  return texts;
}

const catalogues = ['features', 'components', 'lib', 'server'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:messages|-texts?)\.ts$/.test(name))
    .map((name) => join(folder, name)),
);
const texts = catalogues.flatMap(textsIn);

/** Takes from a text the phrases in which the word is right. */
const outside = ({ file, text }: Text, word: string): string =>
  allowed
    .filter((one) => one.word === word)
    .reduce((rest, { place }) => (place === file ? '' : rest.split(place).join('–')), text);

const uses = (text: string, word: string): boolean =>
  han.test(word)
    ? text.includes(word)
    : new RegExp(`\\b${word}`, 'i').test(text.replaceAll(/\s+/g, ' '));

const inLanguage = (word: string): Text[] =>
  texts.filter(({ locale }) => (locale === 'zh-CN') === han.test(word));

describe('the words of the glossary', () => {
  it('every text of every catalogue is read, in both languages', () => {
    expect(catalogues.length).toBeGreaterThan(50);
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(texts.filter((text) => text.locale === locale).length).toBeGreaterThan(2000);
    }
  });

  it('each retired word has another in its place, and a reason', () => {
    expect(retired.length).toBeGreaterThan(20);
    for (const { word, instead, because } of retired) {
      expect(word, word).not.toBe('');
      expect(instead, word).not.toBe('');
      expect(because, word).not.toBe('');
    }
    expect(new Set(retired.map(({ word }) => word)).size).toBe(retired.length);
  });

  it.each(retired.map(({ word, instead }) => [word, instead]))(
    'nobody says %s: it is called %s',
    (word) => {
      const found = inLanguage(word).filter((text) => uses(outside(text, word), word));
      expect(found.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
    },
  );

  it.each(allowed.map(({ word, place, because }) => [word, place, because]))(
    '%s is still said in: %s',
    (word, place, because) => {
      expect(retired.map((one) => one.word)).toContain(word);
      expect(because).not.toBe('');
      const said = inLanguage(word).filter(
        ({ file, text }) => uses(text, word) && (file === place || text.includes(place)),
      );
      expect(said).not.toEqual([]);
    },
  );
});
