import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { WaitingTable } from '@/features/settlements/ui/batches';
import { locales } from '@/lib/locale';
import { fen } from '@/lib/money';
import type { AdvanceDetail, LevelBasis, OwnAdvances as Own, RequestDetail } from '../queries';
import { AdvancePage } from './advance-page';
import { AdvancesPage } from './advances-page';
import { NewLevelPage } from './new-level-page';
import { OwnAdvances } from './own-advances';
import { RequestPage } from './request-page';

const none = vi.hoisted(() => () => Promise.resolve({ status: 'idle' }));
vi.mock('../actions', () => ({
  proposeLevelAction: none,
  proposeReturnAction: none,
  releaseAdvanceAction: none,
  declineAdvanceAction: none,
  endAdvanceAction: none,
}));
vi.mock('@/features/settlements/actions', () => ({}));
vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useRouter: () => ({}),
  useSearchParams: () => new URLSearchParams(),
}));

/** Returns what a page says, without its markup. */
const said = (page: ReactElement): string =>
  renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const at = new Date('2026-06-15T02:00:00Z');
const title = { 'zh-CN': '成都算力券', en: 'Vouchers of Chengdu' };
const names = { programme: title, payee: { name: '智算服务有限公司', nameEn: 'Compute Co.' } };
const ids = { id: 'a', cityId: 'c', programmeId: 'p', payeeId: 'v' };
const account = {
  ...ids,
  ...names,
  levelFen: fen(30_000_000n),
  balanceFen: fen(20_000_000n),
  onTheWayFen: fen(5_000_000n),
  drawnFen: fen(7_000_000n),
  running: true,
};
const movements = {
  rows: [
    {
      id: 'm',
      advanceId: 'a',
      kind: 'draw' as const,
      amountFen: fen(7_000_000n),
      signedFen: fen(-7_000_000n),
      at,
      paymentReference: 'CD-JS-2026-000001-1',
      paymentState: 'pending' as const,
      batchId: 'b',
    },
  ],
  nextCursor: null,
};
const request: RequestDetail = {
  ...ids,
  ...names,
  reference: 'CD-BY-2026-000001',
  kind: 'level',
  amountFen: fen(30_000_000n),
  openFen: fen(90_000_000n),
  unsettledFen: fen(10_000_000n),
  percent: '30',
  paidOn: null,
  bankReference: null,
  bankKey: null,
  state: 'proposed',
  proposedBy: 'x',
  proposedAt: at,
  decidedBy: null,
  decidedAt: null,
  answer: null,
  maker: '张敏',
  checker: null,
  mine: false,
  accountId: 'a',
  balanceFen: fen(20_000_000n),
  now: { openFen: fen(100_000_000n), unsettledFen: fen(10_000_000n), percent: '30' },
  events: [],
};
const detail: AdvanceDetail = { ...account, movements, requests: [request], events: [] };

describe.each(locales)('the pages of advances (%s)', (locale) => {
  const more = { locale, cursor: undefined, role: 'finance', done: undefined } as const;
  const page = (part: Partial<AdvanceDetail> = {}, role: 'finance' | 'auditor' = 'finance') =>
    said(createElement(AdvancePage, { ...more, role, advance: { ...detail, ...part } }));

  it('show level, balance and movements, and let finance end it', () => {
    const text = page();
    for (const amount of ['300,000.00', '200,000.00', '50,000.00', '70,000.00'])
      expect(text).toContain(amount);
    expect(text).toContain('CD-JS-2026-000001-1');
    expect(text).toMatch(/终止备用金|End the advance/);
    expect(page({}, 'auditor')).not.toMatch(/终止备用金|End the advance/);
    const ended = page({ running: false });
    expect(ended).toMatch(/登记退回|Enter a return/);
    expect(ended).not.toMatch(/终止备用金|End the advance/);
  });

  it('show how a level is computed, then and now, and ask the second person with the amount', () => {
    const shown = (part: Partial<RequestDetail>) =>
      said(createElement(RequestPage, { ...more, request: { ...request, ...part } }));
    const text = shown({});
    // 30 % of ¥1,000,000 as it was proposed, and of ¥1,100,000 now.
    for (const amount of ['1,000,000.00', '1,100,000.00', '330,000.00', '30%'])
      expect(text).toContain(amount);
    expect(text).toMatch(/复核通过：¥300,000.00|Release ¥300,000.00/);
    expect(shown({ mine: true })).not.toMatch(/复核通过：|Release ¥/);
    expect(shown({ state: 'released', decidedAt: at, checker: '李强' })).not.toMatch(
      /复核通过：|Release ¥/,
    );
  });

  it('list accounts with what waits, to the city and to the vendor', () => {
    const list = { rows: [account], nextCursor: null, open: [request] };
    const city = said(createElement(AdvancesPage, { ...more, page: list, mayPropose: true }));
    expect(city).toContain('CD-BY-2026-000001');
    expect(city).toContain('200,000.00');
    const accounts = [{ ...account, city: { 'zh-CN': '成都市', en: 'Chengdu' } }];
    const own: Own = { accounts, movements };
    const vendor = said(createElement(OwnAdvances, { ...more, page: own }));
    expect(vendor).toMatch(/成都市|Chengdu/);
    expect(vendor).toContain('−¥70,000.00');
  });

  it('let a level be proposed once programme and vendor are chosen', () => {
    const basis: LevelBasis = {
      programmeId: 'p',
      payeeId: 'v',
      openFen: fen(90_000_000n),
      unsettledFen: fen(10_000_000n),
      percent: '30',
      mostFen: fen(30_000_000n),
      account,
    };
    const search = { filter: { programme: 'p', vendor: 'v' }, typed: {}, faults: {}, fits: true };
    const state = 'published';
    const programme = { id: 'p', state, title, cycle: 'monthly', advancePercent: '30' } as const;
    const choices = { programmes: [programme], vendors: [] };
    const text = said(createElement(NewLevelPage, { locale, search, choices, basis }));
    expect(text).toContain('300,000.00');
    expect(text).toMatch(/拟核定额度|Level proposed/);
  });

  it('say in one legend what a batch draws, pays in advance and pays', () => {
    const row = {
      payeeId: 'v',
      payee: names.payee,
      amountFen: fen(5_000n),
      nettedFen: fen(0n),
      drawnFen: fen(3_000n),
      paidInFen: fen(1_000n),
      payFen: fen(3_000n),
      exception: null,
    };
    const sums = { count: 1, totalFen: fen(5_000n), payableCount: 1, payableFen: fen(3_000n) };
    const table = (rows: (typeof row)[]) =>
      said(createElement(WaitingTable, { locale, waiting: { programmes: [], rows, ...sums } }));
    expect(table([row])).toMatch(/本批应付 = |To pay = /);
    expect(table([{ ...row, drawnFen: fen(0n), paidInFen: fen(0n) }])).not.toMatch(/ = /);
  });
});
