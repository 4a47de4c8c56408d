import { z } from 'zod';
import { mailWishes } from '../domain/categories';

const wish = z.enum(mailWishes).optional();

export const notificationInput = z.object({ notificationId: z.uuid() });
export const wishesInput = z.object({
  applications: wish,
  reviews: wish,
  vouchers: wish,
  redemptions: wish,
  programmes: wish,
  account: wish,
});
