/**
 * Recognises the accounts of the demonstration, whose passwords are published. Their addresses end with a domain that does not
 * exist, and no other user can sign up with such an address.
 */
export const isDemonstrationAddress = (email: string): boolean => email.endsWith('.demo');

/** An account that every demonstration has. */
export const demonstrationWitness = 'platform@suanquan.demo';
