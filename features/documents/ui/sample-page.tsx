import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { words } from '@/components/ui/words';
import type { EvidenceCode } from '@/features/rules/domain/rules';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { sampleMessages, samples, type Sample } from '../sample-messages';
import { valueNames } from '@/features/rules/value-messages';

type Props = { code: EvidenceCode; locale: Locale };

/** Returns the title of a sample's page. */
export const sampleTitle = ({ code, locale }: Props): string =>
  sampleMessages(locale).title({ paper: valueNames(locale)[`paper_${code}`] });

function Mark({ number }: { number: number }) {
  return (
    <span className="border-seal text-seal tabular inline-flex size-6 shrink-0 items-center justify-center rounded-full border text-sm font-semibold">
      {number}
    </span>
  );
}

/** Lists what is checked, in the order of the paper, each with its number on it. */
function checksOf({ lines, closing }: Sample) {
  const all = [...lines, ...(closing ? [closing] : [])];
  return all.flatMap((line) => (line.check ? [{ line, check: line.check }] : []));
}

function Paper({ code, locale, sample }: Props & { sample: Sample }) {
  const t = sampleMessages(locale);
  const numbers = new Map(checksOf(sample).map(({ line }, at) => [line, at + 1] as const));
  const mark = (line: Sample['lines'][number] | NonNullable<Sample['closing']>) => {
    const number = numbers.get(line);
    return number === undefined ? null : <Mark number={number} />;
  };
  return (
    <div className="border-edge bg-surface relative mx-auto w-full max-w-md border px-6 py-8 shadow-sm sm:px-8">
      <p className="text-muted absolute top-3 right-4 text-xs tracking-widest">{t.specimen}</p>
      <p className="border-line border-b pb-4 text-center text-lg font-semibold">
        {valueNames(locale)[`paper_${code}`]}
      </p>
      <dl className="divide-line divide-y">
        {sample.lines.map((line, at) => (
          <div key={at} className="py-3">
            <dt className="text-muted flex items-start justify-between gap-3 text-sm">
              {words(say(line.label, locale))}
              {mark(line)}
            </dt>
            <dd className="-mt-1 break-words pr-9">{words(say(line.value, locale))}</dd>
          </div>
        ))}
      </dl>
      {sample.closing && (
        <div className="mt-6 flex items-center justify-end gap-3">
          <span className="border-seal text-seal -rotate-6 rounded border-2 px-3 py-1.5 text-sm">
            {words(say(sample.closing.text, locale))}
          </span>
          {mark(sample.closing)}
        </div>
      )}
    </div>
  );
}

/** Shows what a required document looks like, what is checked on it, and how to upload it. */
export function SamplePage({ code, locale }: Props) {
  const t = sampleMessages(locale);
  const sample = samples[code];
  return (
    <PageBody>
      <PageHeader title={sampleTitle({ code, locale })} lead={t.lead} />
      <div className="grid gap-10 lg:grid-cols-2 lg:gap-12 print:grid-cols-2">
        <Paper code={code} locale={locale} sample={sample} />
        <div className="space-y-8">
          <Section title={t.checked}>
            <ol className="space-y-3">
              {checksOf(sample).map(({ check }, at) => (
                <li key={at} className="flex gap-3">
                  <Mark number={at + 1} />
                  <span>{say(check, locale)}</span>
                </li>
              ))}
            </ol>
          </Section>
          <Section title={t.faults}>
            <ul className="list-disc space-y-1.5 pl-5">
              {sample.faults.map((fault, at) => (
                <li key={at}>{say(fault, locale)}</li>
              ))}
            </ul>
          </Section>
          <Section title={t.handing}>
            <ul className="list-disc space-y-1.5 pl-5">
              {[t.formats, t.legible, t.order].map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </PageBody>
  );
}
