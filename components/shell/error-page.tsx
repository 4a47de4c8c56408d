'use client';

import type { Locale } from '@/lib/locale';
import { errorMessages } from '@/lib/error-messages';

/**
 * Shows an error. Every page sends it to the browser, so that it is there when it is needed; it imports nothing but its texts.
 */
export function ErrorPage(props: {
  locale: Locale;
  reference: string | undefined;
  retry: () => void;
}) {
  const t = errorMessages(props.locale);
  return (
    <div role="alert" className="max-w-2xl space-y-4">
      <h1 className="text-2xl">{t.errorTitle}</h1>
      <p>{t.errorBody}</p>
      {props.reference && (
        <p className="tabular">
          {t.reference} {props.reference}
        </p>
      )}
      <button
        type="button"
        onClick={props.retry}
        className="bg-primary text-on-primary hover:bg-primary-strong min-h-11 rounded px-4 py-2 font-semibold"
      >
        {t.retry}
      </button>
    </div>
  );
}
