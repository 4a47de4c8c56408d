/** The cookie that CSRF tokens of signed-out browsers are bound to; `__Host-` needs HTTPS. */
export const anonymousCookie = (secure: boolean) =>
  secure ? '__Host-suanquan-anonymous' : 'suanquan-anonymous';
