'use client';

import { Button } from './button';
import { useFormLocale } from './form-context';
import { unansweredMessages } from './unanswered-messages';

/** Names no action of any build. */
const nobodysAction = '$ACTION_ID_renewed';

/**
 * Sends what was typed as a page without a script would, for an action that nobody knows: the portal
 * answers with the same page of its present build, and what was typed in its fields.
 */
function carryOver(form: HTMLFormElement): void {
  const carrier = document.createElement('form');
  carrier.method = 'post';
  carrier.enctype = 'multipart/form-data';
  carrier.hidden = true;
  for (const [name, value] of [[nobodysAction, ''] as const, ...new FormData(form)]) {
    if (typeof value !== 'string' || /^(\$ACTION_\d|\$ACTION_REF|\$ACTION_KEY)/.test(name))
      continue;
    const field = document.createElement('textarea');
    field.name = name;
    field.value = value;
    carrier.append(field);
  }
  document.body.append(carrier);
  carrier.submit();
}

/** Loads the page of a form anew, with what was typed in it. */
export function ReloadKeeping() {
  const t = unansweredMessages(useFormLocale());
  return (
    <Button
      variant="secondary"
      size="sm"
      onClick={({ currentTarget }) => {
        if (currentTarget.form) carryOver(currentTarget.form);
      }}
    >
      {t.reload}
    </Button>
  );
}
