import fc from 'fast-check';
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Callout } from './callout';
import { DescriptionList } from './description-list';
import { EmptyState } from './empty-state';
import { StepsTable } from './explanation';
import { SelectField, TextArea, TextField } from './fields';
import { FormContext } from './form-context';
import { LinkTabs } from './link-tabs';
import { Figure, PageHeader, Section } from './page';
import { Table } from './table';
import { TaskList } from './task-list';
import { Timeline } from './timeline';
import { langOf, words } from './words';

const shown = (content: ReactNode) =>
  renderToStaticMarkup(createElement(Fragment, null, content)).replaceAll(
    /<span lang="zh-CN">(.*?)<\/span>/gsu,
    '[$1]',
  );

describe('Chinese on a page in English', () => {
  it.each([
    ['青羊科技有限公司', '[青羊科技有限公司]'],
    ['Qingyang', 'Qingyang'],
    [
      'Application SQ-2026-1 of 青羊科技（庆阳）: sent back',
      'Application SQ-2026-1 of [青羊科技（庆阳）]: sent back',
    ],
    ['科技路 1 号', '[科技路 1 号]'],
    ['According to《办法》, article 3', 'According to[《办法》], article 3'],
    ['GPU 租用合同.pdf', 'GPU [租用合同].pdf'],
    ['何经办, 冯财务', '[何经办, 冯财务]'],
    ['', ''],
  ])('%s', (text, marked) => {
    expect(shown(words(text, 'en'))).toBe(marked);
  });

  it('is marked where the language of the page is not known', () => {
    expect(shown(words('青羊'))).toBe('[青羊]');
  });

  it('has all its characters within the marks, and loses none', () => {
    const any = fc.array(
      fc.constantFrom('青', '羊', ' ', 'a', 'B', '1', '，', '（', '）', '.', '𠮷', '々'),
    );
    fc.assert(
      fc.property(any, (characters) => {
        const text = characters.join('');
        const marked = shown(words(text, 'en'));
        expect(marked.replaceAll(/[[\]]/g, '')).toBe(text);
        expect(marked.replaceAll(/\[.*?\]/gsu, '')).not.toMatch(/\p{Script=Han}/u);
      }),
    );
  });

  it('names the language of an element that is marked as a whole', () => {
    expect(langOf('青羊 Qingyang', 'en')).toBe('zh-CN');
    expect(langOf('Qingyang', 'en')).toBeUndefined();
  });

  it('leaves contents that are no text alone', () => {
    const element = createElement('b', null, '青');
    expect(words(element, 'en')).toBe(element);
    expect(words(undefined, 'en')).toBeUndefined();
  });
});

it('a page in Chinese needs no marks', () => {
  expect(words('青羊', 'zh-CN')).toBe('青羊');
  expect(langOf('青羊', 'zh-CN')).toBeUndefined();
});

describe('the parts that pages are made of mark what they are given', () => {
  const name = '青羊科技';
  const at = new Date('2026-06-01T02:00:00Z');
  const option = { value: 'a', label: name, hint: name };
  const parts: [string, ReactElement][] = [
    ['heading', createElement(PageHeader, { title: name, lead: name, eyebrow: name })],
    ['way back', createElement(PageHeader, { title: '', back: { href: '/', label: name } })],
    ['section', createElement(Section, { title: name, lead: name, children: '' })],
    ['figure', createElement(Figure, { label: name, value: name, note: name })],
    ['callout', createElement(Callout, { tone: 'info', title: name, children: name })],
    ['empty state', createElement(EmptyState, { title: name, body: name })],
    ['list of facts', createElement(DescriptionList, { items: [{ term: name, value: name }] })],
    [
      'table',
      createElement(Table, {
        caption: name,
        columns: [{ key: 'a', header: name }],
        rows: [
          { key: '1', cells: { a: name } },
          { key: '2', cells: { a: name }, href: '/' },
        ],
        empty: null,
      }),
    ],
    [
      'timeline',
      createElement(Timeline, {
        locale: 'en',
        items: [{ key: '1', title: name, at, by: name, body: name }],
      }),
    ],
    [
      'steps',
      createElement(StepsTable, {
        locale: 'en',
        steps: [{ key: '1', label: name, clause: name, detail: name, after: name }],
      }),
    ],
    [
      'tasks',
      createElement(TaskList, {
        items: [
          { key: '1', title: name, status: name, tone: 'success', hint: name },
          { key: '2', title: name, status: '', tone: 'info', href: '/' },
        ],
      }),
    ],
    [
      'tabs',
      createElement(LinkTabs, { label: '', tabs: [{ href: '/', label: name, current: true }] }),
    ],
    ['choice', createElement(SelectField, { name: 'a', label: name, options: [option] })],
    [
      'choice that stands',
      createElement(SelectField, {
        name: 'a',
        label: name,
        options: [option],
        defaultValue: 'a',
        readOnly: true,
      }),
    ],
    ['text', createElement(TextField, { name: 'a', label: name, hint: name, suffix: name })],
    ['long text', createElement(TextArea, { name: 'a', label: name, defaultValue: name })],
  ];

  it.each(parts)('%s', (_, part) => {
    const context = { locale: 'en' as const, errors: { a: name }, values: undefined };
    const html = renderToStaticMarkup(createElement(FormContext, { value: context }, part));
    expect(html).toContain(name);
    // Attributes are left out, and so are elements that are marked as a whole.
    const texts = html
      .replaceAll(/<(span|option|textarea)[^>]* lang="zh-CN"[^>]*>[^<]*<\/\1>/g, '')
      .replaceAll(/<[^>]*>/g, '');
    expect(texts).not.toMatch(/\p{Script=Han}/u);
  });
});
