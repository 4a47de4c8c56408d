import type { z } from 'zod';
import { checkInvoice } from '../identifiers';
import { identifier, money } from './fields';

/** Reads an amount above zero. */
export const positiveMoney = () =>
  money().refine((amount) => amount > 0n, { error: 'money_negative' });

/**
 * Returns the schema of a number that is valid for some kind of invoice. `invoiceKeyOf` checks whether it fits the invoice
 * code.
 */
export const invoiceNumber = () =>
  identifier(40).refine(
    (number) => checkInvoice({ number }).ok || checkInvoice({ code: '0'.repeat(10), number }).ok,
    { error: 'invoice_number_invalid' },
  );

/**
 * Returns the key under which an invoice is known everywhere. Reports a number that does not fit its code at the field that is
 * wrong, and returns an empty text.
 */
export function invoiceKeyOf(
  value: { invoiceCode: string; invoiceNumber: string },
  context: z.RefinementCtx,
): string {
  const invoice = checkInvoice({ code: value.invoiceCode, number: value.invoiceNumber });
  if (invoice.ok) return invoice.value.key;
  const field = invoice.code === 'invoice_code_invalid' ? 'invoiceCode' : 'invoiceNumber';
  context.addIssue({ code: 'custom', message: invoice.code, path: [field] });
  return '';
}
