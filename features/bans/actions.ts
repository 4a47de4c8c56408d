'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { banRefusals } from './messages';

export const proposeBanAction = action({
  permission: 'ban.propose',
  input: inputs.proposeBanInput,
  run: commands.proposeBan,
  refusals: banRefusals,
  constraints: { bans_one_open: 'ban_open' },
  next: () => paths.city.bans({ done: 'proposed' }),
});

export const releaseBanAction = action({
  permission: 'ban.release',
  input: inputs.banInput,
  run: commands.releaseBan,
  refusals: banRefusals,
  constraints: { bans_four_eyes: 'same_person' },
  next: () => paths.city.bans({ done: 'released' }),
});

export const declineBanAction = action({
  permission: 'ban.release',
  input: inputs.declineBanInput,
  run: commands.declineBan,
  refusals: banRefusals,
  constraints: { bans_four_eyes: 'same_person' },
  next: () => paths.city.bans({ done: 'declined' }),
});

export const liftBanAction = action({
  permission: 'ban.release',
  input: inputs.liftBanInput,
  run: commands.liftBan,
  refusals: banRefusals,
  constraints: { bans_lifted_four_eyes: 'ban_released_by_you' },
  next: () => paths.city.bans({ done: 'lifted' }),
});
