import { z } from 'zod';
import {
  choice,
  email,
  id,
  isoDate,
  mustAccept,
  name,
  newPassword,
  optionalText,
  phone,
  text,
} from '@/lib/input/fields';
import { roles } from '@/lib/roles';

export const createAccountInput = z.object({
  name: name(60),
  email: email(),
  password: newPassword(),
  accepted: mustAccept(),
  next: optionalText(300),
});

export const openSessionInput = z.object({
  email: email(),
  password: z.string().min(1).max(256),
  next: optionalText(300),
});

export const forgotPasswordInput = z.object({ email: email() });
export const newPasswordInput = z.object({ token: text(100), password: newPassword() });

/** Reads a day that may be left out. */
const optionalDay = () =>
  z.preprocess((value) => (value === '' ? undefined : value), isoDate().optional());

export const inviteInput = z.object({
  email: email(),
  role: choice(roles),
  endsOn: optionalDay(),
});
export const inviteOfficialInput = z.object({ email: email(), role: choice(roles) });
export const invitationInput = z.object({ invitationId: id() });
export const changeRoleInput = z.object({
  membershipId: id(),
  role: choice(roles),
  endsOn: optionalDay(),
});
export const handOverInput = z.object({ membershipId: id(), then: choice(['stay', 'leave']) });
export const appointInput = z.object({ email: email(), cityId: id() });
export const tokenInput = z.object({ token: text(100) });
export const membershipInput = z.object({ membershipId: id() });
export const sessionInput = z.object({ idHash: text(64) });
export const localeInput = z.object({ locale: choice(['zh-CN', 'en']) });

export const addCityInput = z.object({
  slug: text(40).refine((value) => /^[a-z]+$/.test(value), { error: 'slug_invalid' }),
  prefix: text(4).refine((value) => /^[A-Z]{2,4}$/.test(value), { error: 'prefix_invalid' }),
  nameZh: text(40),
  nameEn: text(40),
  bureauZh: text(80),
  bureauEn: text(80),
  phone: phone(),
  address: text(200),
});
