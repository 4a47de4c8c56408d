import { expect, test } from 'vitest';
import { locales } from '@/lib/locale';
import { fieldErrors } from '@/server/messages';
import type { FieldFaultCode } from './domain/kinds/kind';

test.each(locales)('every fault of an answer has a text of its own in %s', (locale) => {
  // A fault without a text does not compile here. The page would only say that the answer is wrong.
  const texts: Readonly<Record<FieldFaultCode, unknown>> = fieldErrors(locale);
  expect(Object.keys(texts)).toContain('value_invalid');
});
