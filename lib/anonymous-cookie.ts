/**
 * Returns the name of the cookie that the CSRF tokens of signed-out browsers are bound to. The
 * prefix `__Host-` needs HTTPS.
 */
export const anonymousCookie = (secure: boolean) =>
  secure ? '__Host-suanquan-anonymous' : 'suanquan-anonymous';
