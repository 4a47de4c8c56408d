import { Callout } from '@/components/ui/callout';
import { Section } from '@/components/ui/page';
import { TaskList, type Task } from '@/components/ui/task-list';
import type { Tone } from '@/components/ui/status-tag';
import { words } from '@/components/ui/words';
import { refusalText, remedyText } from '@/features/rules/reason-texts';
import { formatDate, formatDateTime } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { Gate } from '../domain/preflight';
import type { Warning } from '../domain/warnings';
import { preflightMessages } from '../preflight-messages';
import type { Preflight } from '../preflight-queries';
import type { ApplicationView } from '../view-queries';
import { clauseText } from '@/features/rules/clause-text';

type Props = { view: ApplicationView; preflight: Preflight; locale: Locale };

const tones: Record<Gate['verdict'], Tone> = {
  passes: 'success',
  partly: 'warn',
  refused: 'danger',
  unknown: 'neutral',
};

/** Shows why a check does not pass, what would help, and a link to the answer that decides it. */
function Reasons({ gate, view, locale }: Omit<Props, 'preflight'> & { gate: Gate }) {
  const t = preflightMessages(locale);
  const { unit } = view.rules;
  return (
    <ul className="mt-1 space-y-2">
      {gate.reasons.map(({ refusal, place }, at) => (
        <li key={at}>
          <span className="text-fg">{words(refusalText(locale, refusal, unit))}</span>{' '}
          {words(remedyText(locale, refusal, unit))}{' '}
          <span>{words(clauseText(locale, refusal.clause))}</span>
          {place && (
            <>
              {' '}
              <a
                className="link inline-flex min-h-6 items-center"
                href={localePath(
                  locale,
                  `${paths.startup.section(view.id, place.section, { from: 'review' })}#f-${place.field}`,
                )}
              >
                {t.goTo}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function taskOf(gate: Gate, props: Omit<Props, 'preflight'>): Task {
  const t = preflightMessages(props.locale);
  const title = t[`topic_${gate.topic}`];
  return {
    key: gate.topic,
    title: <span className="text-fg">{title}</span>,
    status: t[gate.verdict],
    tone: tones[gate.verdict],
    ...(gate.reasons.length > 0 && { hint: <Reasons gate={gate} {...props} /> }),
  };
}

function warningText(warning: Warning, locale: Locale): string {
  const t = preflightMessages(locale);
  switch (warning.code) {
    case 'contract_running':
    case 'contract_had':
      return t[warning.code]({ reference: warning.other.reference ?? t.draft });
    case 'vendor_listed_later':
    case 'signed_after_start':
      return t[warning.code]({ date: formatDate(warning.date, locale) });
    case 'round_closing':
      return t.round_closing({ time: formatDateTime(warning.closesAt, locale) });
    case 'vendor_unlisted':
    case 'organisation_unverified':
      return t[warning.code];
  }
}

/** Shows the result of each check of the rules for the answers, before the city reviews them. */
export function PreflightSection({ view, preflight, locale }: Props) {
  const t = preflightMessages(locale);
  const { gates, warnings } = preflight;
  const stopped = gates.filter(({ verdict }) => verdict === 'refused' || verdict === 'unknown');
  const passed = gates.filter((gate) => !stopped.includes(gate));
  return (
    <Section title={t.title} lead={t.lead}>
      {stopped.length > 0 && (
        <TaskList items={stopped.map((gate) => taskOf(gate, { view, locale }))} />
      )}
      {warnings.length > 0 && (
        <Callout tone="warn" title={t.warnings}>
          <ul className="list-disc space-y-1 pl-5">
            {warnings.map((warning, at) => (
              <li key={at}>{words(warningText(warning, locale))}</li>
            ))}
          </ul>
        </Callout>
      )}
      <details open={stopped.length > 0 || passed.some(({ verdict }) => verdict === 'partly')}>
        <summary className="link inline-flex min-h-11 items-center">
          {t.passedOf({ n: passed.length, of: gates.length })}
        </summary>
        <TaskList items={passed.map((gate) => taskOf(gate, { view, locale }))} />
      </details>
    </Section>
  );
}
