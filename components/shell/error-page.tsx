'use client';

import { buttonClass } from '@/components/ui/button-class';
import type { Locale } from '@/lib/locale';
import { errorMessages } from './error-messages';

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
      <button type="button" onClick={props.retry} className={buttonClass()}>
        {t.retry}
      </button>
    </div>
  );
}
