'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import { tableFileErrors } from '@/features/tables/messages';
import * as answers from './answer-commands';
import { answerFieldErrors, answerRefusals } from './answer-messages';
import * as commands from './commands';
import * as payments from './payment-commands';
import { templateFieldErrors, templateRefusals } from './file-messages';
import * as inputs from './input';
import { settlementRefusals } from './messages';
import * as returns from './return-commands';
import * as templates from './template-commands';

export const proposeBatchAction = action({
  permission: 'settlement.propose',
  once: 'proposeBatch',
  input: inputs.proposeBatchInput,
  run: commands.proposeBatch,
  refusals: settlementRefusals,
  next: ({ id }) => paths.city.settlement(id),
});

export const releaseBatchAction = action({
  permission: 'settlement.release',
  once: 'releaseBatch',
  input: inputs.releaseBatchInput,
  run: commands.releaseBatch,
  refusals: settlementRefusals,
  constraints: { settlement_batches_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.settlement(id),
});

export const sendBackBatchAction = action({
  permission: 'settlement.release',
  once: 'sendBackBatch',
  input: inputs.sendBackInput,
  run: returns.sendBackBatch,
  refusals: settlementRefusals,
  next: ({ id }) => paths.city.settlement(id),
});

export const takeBackBatchAction = action({
  permission: 'settlement.propose',
  once: 'takeBackBatch',
  input: inputs.batchInput,
  run: returns.takeBackBatch,
  refusals: settlementRefusals,
  next: ({ id }) => paths.city.settlement(id),
});

export const markPaidAction = action({
  permission: 'payment.mark',
  once: 'markPaid',
  input: inputs.markPaidInput,
  run: payments.markPaid,
  refusals: settlementRefusals,
  next: ({ batchId }) => paths.city.settlement(batchId),
});

export const markFailedAction = action({
  permission: 'payment.mark',
  once: 'markFailed',
  input: inputs.markFailedInput,
  run: payments.markFailed,
  refusals: settlementRefusals,
  next: ({ batchId }) => paths.city.settlement(batchId),
});

export const requeuePaymentAction = action({
  permission: 'payment.mark',
  once: 'requeuePayment',
  input: inputs.requeueInput,
  run: payments.requeuePayment,
  refusals: settlementRefusals,
  next: () => paths.city.settlements(),
});

export const saveTemplateAction = action({
  permission: 'payment_file.edit',
  input: inputs.templateInput,
  run: templates.saveTemplate,
  refusals: templateRefusals,
  fieldErrors: templateFieldErrors,
  constraints: { payment_templates_version: 'template_changed' },
  next: () => paths.city.paymentTemplate({ done: 'saved' }),
});

export const uploadAnswerAction = action({
  permission: 'payment.mark',
  once: 'uploadAnswer',
  input: inputs.uploadAnswerInput,
  run: answers.uploadAnswer,
  refusals: answerRefusals,
  fieldErrors: tableFileErrors,
  next: ({ batchId, id }) => paths.city.bankAnswer(batchId, id),
});

export const mapAnswerAction = action({
  permission: 'payment.mark',
  once: 'mapAnswer',
  input: inputs.mapAnswerInput,
  run: answers.mapAnswer,
  refusals: answerRefusals,
  fieldErrors: answerFieldErrors,
  next: ({ batchId, id }) => paths.city.bankAnswer(batchId, id),
});

export const applyAnswerAction = action({
  permission: 'payment.mark',
  once: 'applyAnswer',
  input: inputs.applyAnswerInput,
  run: answers.applyAnswer,
  refusals: answerRefusals,
  next: ({ batchId }) => paths.city.settlement(batchId, { done: 'answer_applied' }),
});

export const discardAnswerAction = action({
  permission: 'payment.mark',
  once: 'discardAnswer',
  input: inputs.answerInput,
  run: answers.discardAnswer,
  refusals: answerRefusals,
  next: ({ batchId }) => paths.city.settlement(batchId, { done: 'answer_discarded' }),
});
