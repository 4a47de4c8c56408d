import { expect, test } from 'vitest';
import type { FieldFaultCode } from '@/features/forms/domain/kinds/kind';
import { locales } from '@/lib/locale';
import { fieldErrors } from '@/server/messages';
import { applicationFieldErrors } from './messages';

test.each(locales)('every fault of an answer has a text of its own in %s', (locale) => {
  // A fault without a text does not compile here. The page would only say that the answer is not valid.
  const texts: Readonly<Record<FieldFaultCode, unknown>> = {
    ...fieldErrors(locale),
    ...applicationFieldErrors(locale),
  };
  expect(Object.keys(texts)).toContain('value_invalid');
});
