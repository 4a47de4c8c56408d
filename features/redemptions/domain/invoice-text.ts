/** Formats an invoice as printed on it: its code, if it has one, and its number. @param key `code:number` or `:number` */
export const invoiceText = (key: string): string => key.replace(/^:/, '').replace(':', ' ');
