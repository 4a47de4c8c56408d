'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { shareRefusals } from './messages';

export const proposeShareAction = action({
  permission: 'share.propose',
  once: 'proposeShare',
  input: inputs.proposeShareInput,
  run: commands.proposeShare,
  refusals: shareRefusals,
  constraints: { share_outs_one_open: 'share_open' },
  next: ({ id }) => paths.city.share(id, { done: 'proposed' }),
});

export const releaseShareAction = action({
  permission: 'share.release',
  once: 'releaseShare',
  input: inputs.releaseShareInput,
  run: commands.releaseShare,
  refusals: shareRefusals,
  constraints: { share_outs_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.share(id, { done: 'released' }),
});

export const declineShareAction = action({
  permission: 'share.release',
  once: 'declineShare',
  input: inputs.declineShareInput,
  run: commands.declineShare,
  refusals: shareRefusals,
  constraints: { share_outs_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.share(id, { done: 'declined' }),
});
