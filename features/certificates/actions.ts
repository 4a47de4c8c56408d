'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { rotateKey } from './key-commands';
import { certificateRefusals, keyRefusals } from './messages';

export const issueCertificateAction = action({
  permission: 'certificate.issue',
  once: 'issueCertificate',
  input: inputs.issueCertificateInput,
  run: commands.issueCertificate,
  refusals: certificateRefusals,
  next: ({ id }) => paths.startup.voucher(id, { done: 'certified' }),
});

export const rotateKeyAction = action({
  permission: 'key.rotate',
  once: 'rotateKey',
  input: inputs.rotateKeyInput,
  run: rotateKey,
  refusals: keyRefusals,
  next: () => paths.city.keys({ done: 'rotated' }),
});
