import type { Choice } from '@/features/forms/domain/form';
import { longestLabel, longestOption, mostOptions } from '@/features/forms/domain/limits';
import { isUnusable, plain } from '@/features/forms/domain/plain';
import { readDate } from '@/lib/dates';
import { parseDecimal } from '@/lib/decimal';
import type { WithValues } from '@/lib/messages';
import { fault, type Fault } from '@/lib/result';
import type { Bilingual } from '@/lib/bilingual';

type Sent = Readonly<Record<string, unknown>>;
type Faults = Record<string, Fault>;

/** Reads the texts of one form and collects their faults. */
export class Reader {
  readonly faults: Faults = {};

  constructor(private readonly sent: Sent) {}

  /**
   * Records a fault of a field.
   * @returns undefined, in place of the value that could not be read
   */
  fault<const Code extends string, T>(
    name: string,
    code: Code,
    ...values: WithValues<Code>
  ): T | undefined {
    this.faults[name] ??= fault(code, ...values);
    return undefined;
  }

  text(name: string, most = longestLabel): string {
    const value = this.sent[name];
    const text = typeof value === 'string' ? plain(value) : '';
    if (isUnusable(text)) this.fault(name, 'text_invalid');
    if (text.length > most) this.fault(name, 'text_too_long', { maximum: most });
    return text;
  }

  ticked(name: string): boolean {
    return this.sent[name] !== undefined && this.sent[name] !== '';
  }

  listed(name: string): string[] {
    return [this.sent[name]]
      .flat()
      .filter((one) => typeof one === 'string' && one !== '') as string[];
  }

  /** Reads a required text in both languages. */
  both(zh: string, en: string, most?: number): Bilingual {
    const texts = { 'zh-CN': this.text(zh, most), en: this.text(en, most) };
    if (texts['zh-CN'] === '') this.fault(zh, 'required');
    if (texts.en === '') this.fault(en, 'required');
    return texts;
  }

  /** Reads a text that must be in both languages or in neither. */
  maybe(zh: string, en: string, most?: number): Bilingual | undefined {
    const texts = { 'zh-CN': this.text(zh, most), en: this.text(en, most) };
    if (texts['zh-CN'] === '' && texts.en === '') return undefined;
    if (texts['zh-CN'] === '') this.fault(zh, 'both_languages');
    if (texts.en === '') this.fault(en, 'both_languages');
    return texts;
  }

  decimal(name: string): string | undefined {
    const text = this.text(name, 40);
    if (text === '') return undefined;
    const read = parseDecimal(text);
    return read.ok ? read.value : this.fault(name, 'number_invalid');
  }

  whole(name: string, least: number, most: number): number | undefined {
    const read = this.decimal(name);
    if (read === undefined) return undefined;
    const value = Number(read);
    if (!Number.isInteger(value)) return this.fault(name, 'number_not_whole');
    if (value < least) return this.fault(name, 'number_too_small', { minimum: least });
    return value > most ? this.fault(name, 'number_too_large', { maximum: most }) : value;
  }

  day(name: string): string | undefined {
    const text = this.text(name, 40);
    if (text === '') return undefined;
    return readDate(text) ?? this.fault(name, 'date_invalid');
  }

  /**
   * Reads a text of the form `中文
   * English`.
   */
  pair(name: string, line: string, most: number): Bilingual | undefined {
    const [zh = '', en = '', ...more] = line.split(/[|｜]/).map((part) => part.trim());
    if (zh === '' || en === '' || more.length > 0) {
      return this.fault(name, 'pair_invalid', { line: line.slice(0, 40) });
    }
    if (Math.max(zh.length, en.length) > most) {
      return this.fault(name, 'text_too_long', { maximum: most });
    }
    return { 'zh-CN': zh, en };
  }

  /** Reads options, one on each line; an existing option keeps its value, found by its text or by its position. */
  options(name: string, before: readonly Choice[]): Choice[] {
    const lines = this.text(name, 8000)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length > mostOptions) {
      this.fault(name, 'options_many', { maximum: mostOptions });
    }
    const labels = lines.flatMap((line) => this.pair(name, line, longestOption) ?? []);
    if (new Set(labels.map((label) => label['zh-CN'])).size < labels.length) {
      this.fault(name, 'options_repeated');
    }
    const byText = new Map(before.map(({ value, label }) => [label['zh-CN'], value]));
    const reused = new Set(labels.flatMap((label) => byText.get(label['zh-CN']) ?? []));
    const used = new Set(before.map(({ value }) => value));
    const given = new Set<string>();
    return labels.map((label, at) => {
      const there = byText.get(label['zh-CN']) ?? before[at]?.value;
      const own = byText.has(label['zh-CN']) || (there !== undefined && !reused.has(there));
      // A repeated text is reported as a fault; until it is removed, the second one is an option of its own.
      const value = own && there !== undefined && !given.has(there) ? there : fresh(used);
      given.add(value);
      return { value, label };
    });
  }
}

/** Returns the next value that no option has or had. */
function fresh(used: Set<string>): string {
  let number = 1;
  while (used.has(`o${number}`)) number += 1;
  used.add(`o${number}`);
  return `o${number}`;
}
