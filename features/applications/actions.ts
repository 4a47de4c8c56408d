'use server';

import { formatDateTime } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import { explainFaults } from '@/server/field-errors';
import * as commands from './commands';
import { inOneLine } from '@/features/forms/domain/shown';
import * as drafts from './draft-commands';
import * as inputs from './input';
import * as signOffs from './sign-off-commands';
import * as start from './start-commands';
import { expectedOf } from './expected';
import { applicationFieldErrors, applicationMessages, applicationRefusals } from './messages';

export const startApplicationAction = action({
  permission: 'application.draft',
  once: 'startApplication',
  input: inputs.startApplicationInput,
  run: start.startApplication,
  refusals: applicationRefusals,
  constraints: { applications_one_running: 'application_running' },
  next: ({ id }) => paths.startup.application(id, { done: 'started' }),
});

export const copyAnswersAction = action({
  permission: 'application.draft',
  input: inputs.copyAnswersInput,
  run: start.copyAnswers,
  refusals: applicationRefusals,
  next: ({ id }) => paths.startup.application(id, { done: 'copied' }),
});

export const saveSectionAction = action({
  permission: 'application.draft',
  input: inputs.saveSectionInput,
  run: drafts.saveSection,
  refusals: applicationRefusals,
  fieldErrors: applicationFieldErrors,
  next: ({ id, onward }) =>
    onward
      ? paths.startup.section(id, onward, { done: 'saved' })
      : paths.startup.application(id, { done: 'saved' }),
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
    const labels = inOneLine(saved.unsaved.map((field) => field.label[locale]));
    const waiting = inOneLine(saved.waiting.map((field) => field.label[locale]));
    const waits = waiting && t.savedWaits({ labels: waiting });
    const wrong = inOneLine(saved.wrong.map((field) => field.label[locale]));
    const { colleague } = saved;
    return {
      revision: String(saved.revision),
      base: JSON.stringify(saved.base),
      status: [
        labels ? t.savedBut({ time, labels }) : t.savedAt({ time }),
        waits,
        wrong && t.savedWrong({ labels: wrong }),
      ]
        .filter(Boolean)
        .join(t.sentenceGap),
      // Answers that were left out exist only in the browser, which therefore keeps them.
      ...((labels || waiting) && { left: 'yes' }),
      faults: JSON.stringify(explainFaults(saved.outOfOrder, locale, applicationFieldErrors)),
      progress: t.progressBar(saved.progress),
      ...(colleague && { colleague: t.colleagueHere({ name: colleague }) }),
      ...expectedOf(saved.assessment, saved.rules, locale),
    };
  },
});

export const attachDocumentAction = action({
  permission: 'application.draft',
  once: 'attachDocument',
  input: inputs.attachDocumentInput,
  run: drafts.attachDocument,
  refusals: applicationRefusals,
  next: ({ id, section }) => paths.startup.section(id, section, { done: 'attached' }),
});

export const removeDocumentAction = action({
  permission: 'application.draft',
  input: inputs.removeDocumentInput,
  run: drafts.removeDocument,
  refusals: applicationRefusals,
  next: ({ id, section }) => paths.startup.section(id, section, { done: 'removed' }),
});

export const restoreDocumentAction = action({
  permission: 'application.draft',
  input: inputs.removeDocumentInput,
  run: drafts.restoreDocument,
  refusals: applicationRefusals,
  next: ({ id, section }) => paths.startup.section(id, section, { done: 'restored' }),
});

export const submitApplicationAction = action({
  permission: 'application.submit',
  once: 'submitApplication',
  input: inputs.submitInput,
  run: commands.submitApplication,
  refusals: applicationRefusals,
  next: ({ id }) => paths.startup.submitted(id),
});

export const resubmitApplicationAction = action({
  permission: 'application.submit',
  once: 'resubmitApplication',
  input: inputs.submitInput,
  run: commands.resubmitApplication,
  refusals: applicationRefusals,
  next: ({ id }) => paths.startup.status(id, { done: 'resubmitted' }),
});

export const withdrawApplicationAction = action({
  permission: 'application.withdraw',
  once: 'withdrawApplication',
  input: inputs.withdrawInput,
  run: commands.withdrawApplication,
  refusals: applicationRefusals,
  next: ({ id }) => paths.startup.status(id, { done: 'withdrawn' }),
});

export const requestSignOffAction = action({
  permission: 'application.draft',
  once: 'requestSignOff',
  input: inputs.requestSignOffInput,
  run: signOffs.requestSignOff,
  refusals: applicationRefusals,
  constraints: { sign_offs_one_open: 'sign_off_open' },
  next: ({ id }) => paths.startup.review(id, { done: 'sign_off_requested' }),
});

export const returnSignOffAction = action({
  permission: 'application.submit',
  once: 'returnSignOff',
  input: inputs.returnSignOffInput,
  run: signOffs.returnSignOff,
  refusals: applicationRefusals,
  constraints: { sign_offs_other_person: 'sign_off_own' },
  next: ({ id }) => paths.startup.review(id, { done: 'sign_off_returned' }),
});
