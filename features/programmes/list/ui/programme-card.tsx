import { Link } from '@/components/ui/link';
import { Phrases } from '@/components/ui/phrases';
import type { IsoDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { availabilityOfProgramme } from '@/features/programmes/domain/availability';
import { say } from '@/lib/bilingual';
import { programmeMessages } from '@/features/programmes/messages';
import type { ProgrammeSummary } from '@/features/programmes/queries';
import { paths } from '@/lib/paths';
import { Deadline, Limits, PartlyTag, PoolGauge, AvailabilityTag } from './programme-readings';
import { valueNames } from '@/features/rules/value-messages';

type Props = { programme: ProgrammeSummary; on: IsoDate; locale: Locale };

function CheckLink({ programme, locale }: Omit<Props, 'on'>) {
  return (
    <Link
      className="link inline-flex min-h-6 items-center font-semibold"
      href={localePath(locale, paths.check(programme.slug))}
    >
      {programmeMessages(locale).check}
      <span className="sr-only">: {say(programme.title, locale)}</span>
    </Link>
  );
}

function Eyebrow({ programme, locale }: Omit<Props, 'on'>) {
  return (
    <>
      {say(programme.city, locale)} · {valueNames(locale)[programme.rules.kind]} ·{' '}
      {valueNames(locale)[programme.rules.mode]}
    </>
  );
}

function TitleLink({ programme, locale }: Omit<Props, 'on'>) {
  return (
    <h3 className="text-lg">
      <Link className="link" href={localePath(locale, paths.programme(programme.slug))}>
        <Phrases text={say(programme.title, locale)} />
      </Link>
    </h3>
  );
}

/** Shows the main facts of a programme as a card: who can get it, how much, what is left, until when. */
export function ProgrammeCard({ programme, on, locale }: Props) {
  return (
    <article className="border-line bg-surface flex flex-col rounded border">
      <div className="grow space-y-3 p-4 sm:p-5">
        <div className="flex items-start justify-between gap-3">
          <p className="text-muted text-sm">
            <Eyebrow programme={programme} locale={locale} />
          </p>
          <AvailabilityTag availability={availabilityOfProgramme(programme)} locale={locale} />
        </div>
        <TitleLink programme={programme} locale={locale} />
        <p className="text-sm">{say(programme.summary, locale)}</p>
        <PartlyTag rules={programme.rules} on={on} locale={locale} />
      </div>
      <div className="border-edge/60 space-y-4 border-t border-dashed p-4 sm:p-5">
        <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
          <Limits programme={programme} on={on} locale={locale} />
        </dl>
        <PoolGauge programme={programme} locale={locale} />
        <Deadline programme={programme} locale={locale} />
        <CheckLink programme={programme} locale={locale} />
      </div>
    </article>
  );
}

/** Shows the main facts of a programme as one row of a long list. */
export function ProgrammeRow({ programme, on, locale }: Props) {
  return (
    <li className="@container px-4 py-4 sm:px-5">
      <div className="grid gap-x-8 gap-y-3 @min-[56rem]:grid-cols-[minmax(0,1fr)_14rem_20rem]">
        <div className="min-w-0 space-y-1">
          <p className="text-muted flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
            <span>
              <Eyebrow programme={programme} locale={locale} />
            </span>
            <AvailabilityTag availability={availabilityOfProgramme(programme)} locale={locale} />
            <PartlyTag rules={programme.rules} on={on} locale={locale} />
          </p>
          <TitleLink programme={programme} locale={locale} />
          <p className="measure text-sm">{say(programme.summary, locale)}</p>
        </div>
        <div className="space-y-1.5 self-center">
          <dl className="grid grid-cols-2 gap-x-4 gap-y-2">
            <Limits programme={programme} on={on} locale={locale} />
          </dl>
          <div className="hidden @min-[56rem]:block">
            <CheckLink programme={programme} locale={locale} />
          </div>
        </div>
        <div className="space-y-2 self-center">
          <PoolGauge programme={programme} locale={locale} />
          <Deadline programme={programme} locale={locale} />
          <div className="@min-[56rem]:hidden">
            <CheckLink programme={programme} locale={locale} />
          </div>
        </div>
      </div>
    </li>
  );
}
