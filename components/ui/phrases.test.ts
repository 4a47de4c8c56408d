import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { phrasesOf } from '@/lib/phrases';
import { Phrases } from './phrases';

const shown = (text: string) => renderToStaticMarkup(createElement(Phrases, { text }));

describe('a heading in Chinese', () => {
  it.each([
    ['庆阳市算力券（2024）', '庆阳市|算力券|（2024）'],
    ['关于申领2025年度模型券的通知', '关于|申领2025年度|模型券的|通知'],
    ['北京市海淀区人工智能大模型训力券管理办法', '北京市|海淀区|人工智能|大模型|训力券|管理|办法'],
    ['企业与高校', '企业|与高校'],
    ['上海市算力券，免申即享', '上海市|算力券，|免申即享'],
    ['券', '券'],
    ['', ''],
  ])('%s', (text, parts) => {
    expect(phrasesOf(text).join('|')).toBe(parts);
  });

  it('may be broken between its phrases, and is still one text', () => {
    expect(shown('庆阳市算力券')).toBe(
      '<span class="wrap-anywhere break-keep" lang="zh-CN">庆阳市<wbr/>算力券</span>',
    );
  });

  it('has no place to break at in another language', () => {
    expect(shown('Qingyang computing voucher')).toBe('Qingyang computing voucher');
  });

  it('loses and adds nothing, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        expect(phrasesOf(text).join('')).toBe(text);
        expect(phrasesOf(text)).not.toContain('');
      }),
    );
  });
});
