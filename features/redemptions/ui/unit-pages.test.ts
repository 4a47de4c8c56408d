import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { UnitPrice } from '@/features/rules/domain/unit-price';
import { Worth } from '@/features/rules/ui/worth';
import { WorthField } from '@/features/rules/ui/worth-field';
import { fen } from '@/lib/money';
import type { HoldSummary } from '../hold-queries';
import { HoldTable } from './hold-table';

/** Tests what holders and vendors see of a voucher of card-hours, and that a voucher of yuan is shown as before. */
const price: UnitPrice = { unit: 'cardHour', priceFen: fen(550n) };
const text = (markup: string) => markup.replace(/<[^>]+>/g, '');
const field = (of: UnitPrice | undefined) =>
  renderToStaticMarkup(
    createElement(WorthField, {
      name: 'amountFen',
      price: of,
      locale: 'en',
      label: 'Amount',
      defaultFen: fen(66_275n),
    }),
  );

describe('the field of an amount', () => {
  it('takes card-hours under a name of its own where the voucher counts them', () => {
    expect(field(price)).toContain('name="quantity"');
    expect(field(price)).toContain('value="120.50"');
    expect(text(field(price))).toContain('card-hours');
  });

  it('takes yuan where it does not', () => {
    expect(field(undefined)).toContain('name="amountFen"');
    expect(field(undefined)).toContain('value="662.75"');
    expect(text(field(undefined))).not.toContain('card-hours');
  });
});

describe('an amount', () => {
  const shown = (of: UnitPrice | undefined) =>
    text(
      renderToStaticMarkup(createElement(Worth, { fen: fen(66_275n), price: of, locale: 'en' })),
    );

  it('is the quantity and its value, or yuan alone', () => {
    expect(shown(price)).toBe('120.50 card-hours (¥662.75)');
    expect(shown(undefined)).toBe('¥662.75');
  });

  it('is so in every column of a table of holds', () => {
    const hold: HoldSummary = {
      id: '00000000-0000-7000-8000-000000000001',
      vendor: { name: '算力公司', nameEn: null },
      holder: { name: '智算公司', nameEn: null },
      orderNumber: 'DD-1',
      orderFen: fen(200_000n),
      price,
      state: 'released',
      amountFen: fen(66_275n),
      claimedFen: fen(11_000n),
      capturedFen: fen(5_500n),
      releasedFen: fen(0n),
      openFen: fen(49_775n),
      expiresAt: new Date('2026-08-01T00:00:00Z'),
    };
    const table = text(
      renderToStaticMarkup(createElement(HoldTable, { locale: 'zh-CN', rows: [hold] })),
    );
    for (const amount of [
      '120.50 卡时（¥662.75）',
      '20.00 卡时（¥110.00）',
      '90.50 卡时（¥497.75）',
    ]) {
      expect(table).toContain(amount);
    }
  });
});
