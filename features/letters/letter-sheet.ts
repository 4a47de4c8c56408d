import { say } from '@/lib/bilingual';
import { chineseAmount } from '@/lib/chinese-amount';
import { formatDate, formatDateTime, formatUntil, shanghaiDate } from '@/lib/dates';
import { formatVoucherCode } from '@/lib/identifiers';
import type { Locale } from '@/lib/locale';
import { formatWorth } from '@/features/rules/amount';
import { fen } from '@/lib/money';
import type { LetterContent } from './domain/letter';
import type { LetterBlock, LetterSeal, LetterSheet } from './domain/sheet';
import { letterMessages, letterTitles } from './messages';
import { paths } from '@/lib/paths';

type Rows = [term: string, value: string][];

const textRow = (term: string, value: string): Rows => [[term, value]];

/** Returns the rows of an amount: with its quantity where the programme counts another unit, and in words. */
const amountRows = (
  { unitPrice }: LetterContent,
  term: string,
  inFen: string,
  locale: Locale,
): Rows => {
  const amount = fen(BigInt(inFen));
  const price = unitPrice && { unit: unitPrice.unit, priceFen: fen(BigInt(unitPrice.priceFen)) };
  return [
    [term, formatWorth(amount, price, locale)],
    [letterMessages(locale).inWords, chineseAmount(amount)],
  ];
};

/** Returns the rows about the applicant, which every letter has. */
function aboutRows(content: LetterContent, locale: Locale): Rows {
  const t = letterMessages(locale);
  return [
    [t.applicant, content.organisation],
    [t.creditCode, content.creditCode],
    [t.programme, t.rules({ title: say(content.programme, locale), number: content.version })],
    ...(content.agency
      ? textRow(
          t.agency,
          t.agencyText({
            agency: say(content.agency, locale),
            bureau: say(content.bureau, locale),
          }),
        )
      : []),
  ];
}

const text = (value: string): LetterBlock => ({ kind: 'text', text: value });
const heading = (value: string): LetterBlock => ({ kind: 'heading', text: value });
const quote = (value: string): LetterBlock => ({ kind: 'quote', text: value });

const factsOf = (content: LetterContent, locale: Locale, rows: Rows): LetterBlock => ({
  kind: 'facts',
  rows: [...aboutRows(content, locale), ...rows],
});

/** Returns the row with the day by which the city decides. */
function dueRow(
  { workingDays, dueOn }: { workingDays: number; dueOn: string },
  locale: Locale,
): Rows[number] {
  const t = letterMessages(locale);
  return [t.due, t.dueText({ days: workingDays, date: formatDate(dueOn, locale) })];
}

type AboutAppeal = Extract<LetterContent, { kind: 'appeal_receipt' | 'appeal_decision' }>;

function aboutAppeal(content: AboutAppeal, locale: Locale): LetterBlock[] {
  const t = letterMessages(locale);
  const at = formatDateTime(new Date(content.at), locale);
  const date = formatDate(content.refusedOn, locale);
  const number: Rows[number] = [t.appeal, content.appeal];
  if (content.kind === 'appeal_receipt') {
    return [
      text(t.appealReceived({ date })),
      factsOf(content, locale, [
        number,
        [t.filedAt, at],
        [t.by, content.by],
        dueRow(content, locale),
      ]),
      heading(t.grounds),
      quote(content.grounds),
    ];
  }
  const granted = content.outcome === 'granted';
  return [
    text(granted ? t.appealGranted({ date }) : t.appealDismissed({ date })),
    quote(content.decision),
    factsOf(content, locale, [number, [t.decidedAt, at]]),
    ...(granted ? [] : [heading(t.remedy), text(t.finalText)]),
  ];
}

/** Returns the body of an approval: how it came about and what follows, the amount, and the higher cap if one was decided. */
function aboutApproval(
  content: Extract<LetterContent, { kind: 'approval' }>,
  locale: Locale,
): LetterBlock[] {
  const t = letterMessages(locale);
  const at = formatDateTime(new Date(content.at), locale);
  const facts = (...rows: Rows) => factsOf(content, locale, rows);
  return [
    text(
      t[`approvedText_${content.payout ?? 'vendor'}`]({
        notice: content.withoutNotice ? t.noticeNone : t.noticeEnded,
      }),
    ),
    facts(
      [t.approvedAt, at],
      ...amountRows(content, t.approved, content.amountFen, locale),
      ...(content.capFen === undefined
        ? []
        : [
            ...amountRows(content, t.decidedCap, content.capFen, locale),
            ...textRow(t.capBasis, content.capBasis ?? ''),
          ]),
    ),
  ];
}

function bodyOf(content: LetterContent, locale: Locale): LetterBlock[] {
  const t = letterMessages(locale);
  const at = formatDateTime(new Date(content.at), locale);
  const facts = (...rows: Rows) => factsOf(content, locale, rows);
  switch (content.kind) {
    case 'receipt':
    case 'resubmission':
      return [
        text(content.kind === 'receipt' ? t.received : t.corrected),
        facts(
          [t.submittedAt, at],
          [t.by, content.by],
          ...amountRows(content, t.amount, content.amountFen, locale),
          dueRow(content, locale),
        ),
      ];
    case 'correction':
      return [
        text(t.asked),
        facts([t.correctBy, formatDateTime(new Date(content.correctBy), locale)]),
        heading(t.faults),
        {
          kind: 'list',
          items: content.faults.map(({ label, fault }) => ({
            title: say(label, locale),
            text: fault,
          })),
        },
        heading(t.message),
        quote(content.message),
      ];
    case 'approval':
      return aboutApproval(content, locale);
    case 'refusal':
      return [
        text(t.refusedText),
        quote(content.reason),
        facts([t.decidedAt, at]),
        heading(t.remedy),
        text(
          t.remedyText({
            bureau: say(content.bureau, locale),
            days: content.appealWorkingDays,
            date: formatUntil(new Date(content.appealBy), locale),
          }),
        ),
      ];
    case 'withdrawal':
      return [
        text(t.withdrawn),
        facts([t.withdrawnAt, at], [t.by, content.by], [t.reason, content.reason]),
      ];
    case 'appeal_receipt':
    case 'appeal_decision':
      return aboutAppeal(content, locale);
  }
}

/** Returns the seal of a city's letters. @param name the city's, in Chinese */
function sealOf(name: string, locale: Locale): LetterSeal {
  const t = letterMessages(locale);
  const drawn = letterMessages('zh-CN');
  return {
    name,
    of: drawn.letters,
    mark: drawn.sealMark,
    alt: t.sealAlt({ name }),
    note: t.sealNote,
  };
}

/**
 * Returns a letter in one language. The Chinese letter is the binding one; the other contains a sentence about that.
 * @param origin the address of the portal, for the code that verifies the letter
 */
export function sheetOf(
  content: LetterContent,
  { locale, code, origin }: { locale: Locale; code: string; origin: string },
): LetterSheet {
  const t = letterMessages(locale);
  const at = new Date(content.at);
  const shown = formatVoucherCode(code);
  const { phone, address } = content;
  const name = (locale === 'en' && content.organisationEn) || content.organisation;
  return {
    locale,
    head: say(content.bureau, locale),
    title: letterTitles(locale)[content.kind],
    number: t.number({ reference: content.reference }),
    ...(t.translation && { notice: t.translation }),
    to: t.to({ name }),
    blocks: [...bodyOf(content, locale), text(t.contact({ phone, address }))],
    closing: [say(content.bureau, locale), formatDate(shanghaiDate(at), locale)],
    seal: sealOf(content.city['zh-CN'], locale),
    verify: {
      url: origin + paths.verified(code),
      lead: t.verifyLead,
      code: shown,
      alt: t.verifyAlt({ code: shown }),
    },
    footer: (page, pages) => t.page({ page, pages, code: shown }),
    at,
  };
}
