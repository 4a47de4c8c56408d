import { checkCreditCode, normaliseCreditCode } from '@/lib/credit-code';
import { checkEmail, checkPhone, normaliseEmail, normalisePhone } from '@/lib/identifiers';
import { asShown, oneText } from './kind';

export const email = oneText({
  bounds: {},
  write: normaliseEmail,
  check: (_, text) => checkEmail(text),
  shown: asShown,
});
export const phone = oneText({
  bounds: {},
  write: normalisePhone,
  check: (_, text) => checkPhone(text),
  shown: asShown,
});
export const creditCode = oneText({
  bounds: {},
  write: normaliseCreditCode,
  check: (_, text) => checkCreditCode(text),
  shown: asShown,
});
