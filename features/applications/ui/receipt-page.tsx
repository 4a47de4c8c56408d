import { buttonClass } from '@/components/ui/button-class';
import { ButtonLink } from '@/components/ui/button-link';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { words } from '@/components/ui/words';
import { Deadline } from '@/features/calendar/ui/deadline';
import { letterHref } from '@/features/letters/ui/letter-list';
import { unitPriceOf } from '@/features/rules/domain/unit-price';
import { Worth } from '@/features/rules/ui/worth';
import { say } from '@/lib/bilingual';
import { chineseAmount } from '@/lib/chinese-amount';
import { localePath, type Locale } from '@/lib/locale';
import { payoutOf } from '@/features/rules/domain/payout';
import { soleLimit } from '@/features/rules/domain/sole-limit';
import { inOneLine } from '@/features/forms/domain/shown';
import { paths } from '@/lib/paths';
import { receiptMessages } from '../receipt-messages';
import type { ApplicationView } from '../view-queries';

type Props = { view: ApplicationView; locale: Locale; submittedAt: Date };

function Facts({ view, locale, submittedAt }: Props) {
  const t = receiptMessages(locale);
  return (
    <DescriptionList
      items={[
        { term: t.programme, value: say(view.programme.title, locale) },
        { term: t.submittedAt, value: <DateTime at={submittedAt} locale={locale} /> },
        { term: t.submittedBy, value: view.submittedBy },
        ...(view.assessedFen === null
          ? []
          : [
              {
                term: t.amount,
                value: (
                  <>
                    <strong>
                      <Worth
                        fen={view.assessedFen}
                        price={unitPriceOf(view.rules)}
                        locale={locale}
                      />
                    </strong>{' '}
                    <span lang="zh-CN">{chineseAmount(view.assessedFen)}</span>
                  </>
                ),
              },
            ]),
        ...(view.dueAt && !view.paused
          ? [
              {
                term: t.due,
                value: (
                  <>
                    <Deadline at={view.dueAt} locale={locale} />{' '}
                    <span className="text-muted">
                      {t.within({ days: view.rules.service.reviewWorkingDays })}
                    </span>
                  </>
                ),
              },
            ]
          : []),
        { term: t.mailed, value: inOneLine(view.owners) },
      ]}
    />
  );
}

/** Returns what happens next, by the rules of the case: a second review, a public notice, and how the award is paid. */
function steps({ rules, assessedFen }: ApplicationView, locale: Locale): string[] {
  const t = receiptMessages(locale);
  const limit = soleLimit(rules);
  const alone = limit !== undefined && assessedFen !== null && assessedFen <= limit;
  return [
    t.step1,
    ...(alone ? [] : [t.step2]),
    rules.service.publicNotice === 'none' ? t.step3_none : t.step3,
    t[`step4_${payoutOf(rules)}`],
  ];
}

/** Shows the receipt: the reference to note down, what happens next and by when, and a link to the receipt's PDF. */
export function ReceiptPage(props: Props) {
  const { view, locale } = props;
  const t = receiptMessages(locale);
  const receipt = view.letters.find(({ kind }) => kind === 'receipt');
  return (
    <PageBody narrow>
      <PageHeader title={t.title} lead={t.lead} />
      <Card className="space-y-1">
        <p className="text-muted">{t.reference}</p>
        <p className="tabular text-3xl font-semibold">{view.reference}</p>
      </Card>
      <Facts {...props} />
      <Section title={t.next}>
        <ol className="list-decimal space-y-1 pl-6">
          {steps(view, locale).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="text-muted">
          {t.questions} {words(say(view.programme.bureau, locale))} {view.programme.phone}
        </p>
      </Section>
      <div className="no-print flex flex-wrap gap-3">
        {receipt && (
          <a className={buttonClass()} href={letterHref(view.id, receipt, locale)} download>
            {t.pdf}
          </a>
        )}
        <ButtonLink href={localePath(locale, paths.startup.status(view.id))} variant="secondary">
          {t.toStatus}
        </ButtonLink>
        <ButtonLink href={localePath(locale, paths.startup.applications())} variant="quiet">
          {t.toList}
        </ButtonLink>
      </div>
    </PageBody>
  );
}
