'use server';

import { formatDateTime } from '@/lib/dates';
import { formatFen } from '@/lib/money';
import { action } from '@/lib/server/action';
import * as commands from './commands';
import * as drafts from './draft-commands';
import * as inputs from './input';
import * as signOffs from './sign-off-commands';
import { applicationFieldErrors, applicationMessages, applicationRefusals } from './messages';

const caseOf = (id: string) => `/startup/applications/${id}`;

export const startApplicationAction = action({
  permission: 'application.draft',
  input: inputs.startApplicationInput,
  run: commands.startApplication,
  refusals: applicationRefusals,
  constraints: { applications_one_running: 'application_running' },
  next: ({ id }) => `${caseOf(id)}?done=started`,
});

export const saveSectionAction = action({
  permission: 'application.draft',
  input: inputs.saveSectionInput,
  run: drafts.saveSection,
  refusals: applicationRefusals,
  fieldErrors: applicationFieldErrors,
  next: ({ id, onward }) => `${caseOf(id)}${onward}?done=saved`,
});

export const autosaveSectionAction = action({
  permission: 'application.draft',
  input: inputs.saveSectionInput,
  run: drafts.autosaveSection,
  refusals: applicationRefusals,
  fieldErrors: applicationFieldErrors,
  data: (locale, saved) => {
    const t = applicationMessages(locale);
    const time = formatDateTime(saved.at, locale);
    const labels = saved.unsaved.map((field) => field.label[locale]).join(' · ');
    return {
      revision: String(saved.revision),
      base: JSON.stringify(saved.base),
      status: labels ? t.savedBut({ time, labels }) : t.savedAt({ time }),
      amount: saved.amountFen === undefined ? '' : formatFen(saved.amountFen),
    };
  },
});

export const attachDocumentAction = action({
  permission: 'application.draft',
  input: inputs.attachDocumentInput,
  run: drafts.attachDocument,
  refusals: applicationRefusals,
  next: ({ id, section }) => `${caseOf(id)}/${section}?done=attached`,
});

export const removeDocumentAction = action({
  permission: 'application.draft',
  input: inputs.removeDocumentInput,
  run: drafts.removeDocument,
  refusals: applicationRefusals,
  next: ({ id, section }) => `${caseOf(id)}/${section}?done=removed`,
});

export const submitApplicationAction = action({
  permission: 'application.submit',
  input: inputs.submitInput,
  run: commands.submitApplication,
  refusals: applicationRefusals,
  next: ({ id }) => `${caseOf(id)}/submitted`,
});

export const resubmitApplicationAction = action({
  permission: 'application.submit',
  input: inputs.submitInput,
  run: commands.resubmitApplication,
  refusals: applicationRefusals,
  next: ({ id }) => `${caseOf(id)}/status?done=resubmitted`,
});

export const withdrawApplicationAction = action({
  permission: 'application.withdraw',
  input: inputs.withdrawInput,
  run: commands.withdrawApplication,
  refusals: applicationRefusals,
  next: ({ id }) => `${caseOf(id)}/status?done=withdrawn`,
});

export const requestSignOffAction = action({
  permission: 'application.draft',
  input: inputs.requestSignOffInput,
  run: signOffs.requestSignOff,
  refusals: applicationRefusals,
  constraints: { sign_offs_one_open: 'sign_off_open' },
  next: ({ id }) => `${caseOf(id)}/review?done=sign_off_requested`,
});

export const returnSignOffAction = action({
  permission: 'application.submit',
  input: inputs.returnSignOffInput,
  run: signOffs.returnSignOff,
  refusals: applicationRefusals,
  constraints: { sign_offs_other_person: 'sign_off_own' },
  next: ({ id }) => `${caseOf(id)}/review?done=sign_off_returned`,
});
