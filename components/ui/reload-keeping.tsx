'use client';

import { Button } from './button';
import { useFormLocale } from './form-context';
import { unansweredMessages } from './unanswered-messages';

/** The id of an action that no build has. */
const unknownAction = '$ACTION_ID_renewed';

/**
 * Sends what was typed as a page without a script would, to an action that does not exist: the
 * portal answers with the same page of its present build, and with what was typed in its fields.
 */
function carryOver(form: HTMLFormElement): void {
  const carrier = document.createElement('form');
  carrier.method = 'post';
  carrier.enctype = 'multipart/form-data';
  carrier.hidden = true;
  for (const [name, value] of [[unknownAction, ''] as const, ...new FormData(form)]) {
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

/** Shows a button that loads the page of a form again, and keeps what was typed in it. */
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
