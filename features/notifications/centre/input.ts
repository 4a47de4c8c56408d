import { z } from 'zod';
import { id } from '@/lib/input/fields';
import { mailWishes } from '../domain/categories';

const wish = z.enum(mailWishes).optional();

export const notificationInput = z.object({ notificationId: id() });
export const wishesInput = z.object({
  applications: wish,
  reviews: wish,
  vouchers: wish,
  redemptions: wish,
  programmes: wish,
  account: wish,
});
