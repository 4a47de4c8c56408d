import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Seal } from '@/components/ui/seal';
import { say } from '@/lib/bilingual';
import { verifyMessages } from '@/features/vouchers/messages';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { letterMessages, letterTitles } from '../messages';
import type { VerifiedLetter } from '../queries';

/** Shows the public facts, under the seal of the letter. */
function Facts({ letter, locale }: { letter: VerifiedLetter; locale: Locale }) {
  const t = letterMessages(locale);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap-reverse items-start gap-x-6 gap-y-4">
        <div className="min-w-0 grow basis-64">
          <DescriptionList
            items={[
              { term: t.kind, value: letterTitles(locale)[letter.kind] },
              { term: t.reference, value: letter.reference },
              { term: t.organisation, value: letter.organisation },
              { term: t.bureau, value: say(letter.bureau, locale) },
              { term: t.issuedAt, value: <DateTime at={letter.issuedAt} locale={locale} /> },
            ]}
          />
        </div>
        <Seal text={letter.sealName} of={letterMessages('zh-CN').letters} className="size-28" />
      </div>
      <p className="text-muted text-sm">{t.sealNote}</p>
    </div>
  );
}

/** Shows the result for a letter's code: that the letter is genuine, its sender, and whether it is still valid. */
export function VerifiedLetterPage(props: {
  locale: Locale;
  code: string;
  answer: { checkedAt: Date; letter: VerifiedLetter | undefined };
}) {
  const { locale, code, answer } = props;
  const t = letterMessages(locale);
  const v = verifyMessages(locale);
  const { letter, checkedAt } = answer;
  return (
    <PageBody narrow>
      <PageHeader
        eyebrow={v.title}
        title={<span className="code">{formatVoucherCode(code)}</span>}
        back={{ href: localePath(locale, paths.verify()), label: v.again }}
      />
      {letter ? (
        <>
          <Callout
            tone={letter.annulled ? 'warn' : 'success'}
            title={letter.annulled ? t.genuineAnnulled : t.genuine}
          />
          <Facts letter={letter} locale={locale} />
          <p className="text-muted measure">{t.masked}</p>
        </>
      ) : (
        <Callout tone="danger" title={t.unknown}>
          {t.unknownBody}
        </Callout>
      )}
      <p className="text-muted text-sm">
        {v.checkedAt} <DateTime at={checkedAt} locale={locale} />
      </p>
      <ButtonLink href={localePath(locale, paths.verify())} variant="secondary">
        {v.again}
      </ButtonLink>
    </PageBody>
  );
}
