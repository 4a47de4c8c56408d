import { Callout } from '@/components/ui/callout';
import { WhileLate } from '@/components/ui/late-form';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import { renewedMessages } from './renewed-messages';

/**
 * Returns whether a value is written text; ids, dates and choices are shown well enough by the
 * form.
 */
const isWritten = (text: string) => /[^\x20-\x7e]|\S\s+\S/.test(text);

/** Fields that forms carry along and users do not type. */
const carried = /^(\$ACTION|formScope$|idempotencyKey$|base$)/;

/**
 * Shows, on the page that answers a form of an earlier build, what happened to the form. It shows
 * the texts too, because the form may have changed with the new build.
 */
export function Renewed(props: {
  locale: Locale;
  sent: readonly (readonly [name: string, value: string])[];
}) {
  const { locale, sent } = props;
  const t = renewedMessages(locale);
  const typed = sent.filter(([name, value]) => !carried.test(name) && isWritten(value));
  return (
    <WhileLate>
      <div className="mb-6">
        <Callout tone="warn" title={t.title} live>
          <p>{sent.length > 0 ? t.again : t.tooLong}</p>
          {typed.length > 0 && (
            <details className="mt-2">
              <summary className="cursor-pointer">{t.typed}</summary>
              {typed.map(([, value], at) => (
                <p key={at} className="border-line mt-2 border-l-3 pl-4 whitespace-pre-wrap">
                  {words(value)}
                </p>
              ))}
            </details>
          )}
        </Callout>
      </div>
    </WhileLate>
  );
}
