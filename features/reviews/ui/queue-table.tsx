import type { ReactNode } from 'react';
import { HiddenField, SelectField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/locale';
import { may, type Authority } from '@/lib/permissions';
import { assignCasesAction, takeCaseAction } from '../actions';
import { isAssignable } from '../domain/acts';
import { reviewMessages } from '../messages';
import type { CaseSort, CaseSummary, Reviewer } from '../queries';
import { CaseTable } from './case-table';
import { CaseTick } from './case-tick';

type Props = {
  locale: Locale;
  role: Authority;
  rows: readonly CaseSummary[];
  empty: ReactNode;
  sort: CaseSort;
  sortHref: (sort: CaseSort) => string;
  reviewers: readonly Reviewer[];
};

/** Shows the button that takes a case without opening it first. */
function Take({ row, locale }: Props & { row: CaseSummary }) {
  const t = reviewMessages(locale);
  return (
    <ActionForm action={takeCaseAction} locale={locale}>
      <HiddenField name="applicationId" value={row.id} />
      <SubmitButton variant="secondary" size="sm">
        {t.take}
        <span className="sr-only"> {row.reference}</span>
      </SubmitButton>
    </ActionForm>
  );
}

/** Shows the form that assigns the ticked cases to one reviewer. */
function Assign(props: Props) {
  const { locale, rows, reviewers } = props;
  const t = reviewMessages(locale);
  const first = rows.find((row) => isAssignable(row.state));
  return (
    <ActionForm action={assignCasesAction} locale={locale} className="space-y-4">
      <CaseTable
        {...props}
        caption={t.queue}
        tick={({ id, reference, state }) =>
          isAssignable(state) && (
            <CaseTick id={id} label={t.pickCase({ reference })} first={id === first?.id} />
          )
        }
      />
      <div className="flex flex-wrap items-end gap-4">
        <div className="grow sm:max-w-xs">
          <SelectField
            name="reviewerId"
            label={t.assignTicked}
            options={reviewers.map(({ id, name, open }) => ({
              value: id,
              label: t.onDesk({ name, n: open }),
            }))}
          />
        </div>
        <SubmitButton variant="secondary">{t.assign}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Shows the rows of the queue with the actions of the reader's role. */
export function QueueTable(props: Props) {
  const { locale, role, rows } = props;
  const t = reviewMessages(locale);
  if (may('case.assign', role) && rows.some(({ state }) => isAssignable(state))) {
    return <Assign {...props} />;
  }
  const taking = may('case.take', role);
  return (
    <CaseTable
      {...props}
      caption={t.queue}
      unassigned={(row) =>
        taking && row.state === 'submitted' ? <Take {...props} row={row} /> : undefined
      }
    />
  );
}
