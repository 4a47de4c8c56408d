/**
 * Recognises the accounts of the demonstration, whose passwords are published: their addresses end so, in
 * a domain that does not exist, and nobody else can sign up with one.
 */
export const isDemonstrationAddress = (email: string): boolean => email.endsWith('.demo');

/** Names an account that every demonstration has. */
export const demonstrationWitness = 'platform@suanquan.demo';
