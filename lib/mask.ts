/** Masks a credit code as `9135**********0Y43`: enough to recognise it, too little to use it. */
export const maskCreditCode = (code: string): string =>
  `${code.slice(0, 4)}${'*'.repeat(Math.max(0, code.length - 8))}${code.slice(-4)}`;

/** Masks an account number as `**** **** 1234`. */
export const maskAccount = (account: string): string => `**** **** ${account.slice(-4)}`;

/** Masks a name as `王**`, `J***`. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.min(3, Math.max(1, rest.length)));
};

/** Masks an e-mail address as `o***@startup.demo`. */
export const maskEmail = (email: string): string => {
  const [local = '', domain = ''] = email.split('@');
  return `${local.slice(0, 1)}***@${domain}`;
};

/** Masks a firm's name as `庆阳****有限公司`, which users who know the firm still recognise. */
export function maskOrganisation(name: string): string {
  const characters = [...name];
  if (characters.length <= 6) return maskName(name);
  return `${characters.slice(0, 2).join('')}****${characters.slice(-4).join('')}`;
}
