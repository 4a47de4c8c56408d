import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen, sumFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { verifyRedemptionsAction } from '../actions';
import { bulkMessages } from '../bulk-messages';
import type { Together } from '../bulk-queries';
import { redemptionMessages } from '../messages';
import { RedemptionTable } from './redemption-table';
import { RedemptionTick } from './redemption-tick';
import { TickedSum } from './ticked-sum';

const name = 'redemptionIds';

/** Asks once more before redemptions are verified together: each with its parties and amount, and the sum. */
export function VerifyTogether({ locale, together }: { locale: Locale; together: Together }) {
  const t = bulkMessages(locale);
  const { rows, left } = together;
  const sum = formatFen(sumFen(rows.map(({ subsidyFen }) => subsidyFen)));
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={rows.length > 0 ? t.lead : undefined}
        back={{
          href: localePath(locale, paths.city.redemptions({ state: 'confirmed' })),
          label: redemptionMessages(locale).redemptions,
        }}
      />
      {left.length > 0 && <Callout tone="warn" title={t.left({ references: left.join(', ') })} />}
      {rows.length === 0 ? (
        <EmptyState title={t.none} body={t.noneBody} />
      ) : (
        <ActionForm action={verifyRedemptionsAction} locale={locale} className="space-y-4">
          <RedemptionTable
            locale={locale}
            rows={rows}
            path={paths.city.redemption}
            parties={['holder', 'vendor']}
            tick={({ id, reference }) => (
              <RedemptionTick
                name={name}
                id={id}
                label={t.tick({ reference })}
                first={id === rows[0]?.id}
                ticked
              />
            )}
          />
          <p className="text-muted">{t.listed({ n: rows.length, amount: sum })}</p>
          <TickedSum
            locale={locale}
            name={name}
            amounts={Object.fromEntries(
              rows.map(({ id, subsidyFen }) => [id, subsidyFen.toString()]),
            )}
          />
          <SubmitButton>{t.verify}</SubmitButton>
        </ActionForm>
      )}
    </PageBody>
  );
}
