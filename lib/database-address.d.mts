export function addressFault(address: string): string | undefined;
export function addressesOf(address: string): string[];
export function driverAddress(address: string): {
  url: string;
  /** More than the driver's own types know: it takes lists of hosts and ports, too. */
  options: { target_session_attrs?: 'primary' };
};
export function withLogin(address: string, user: string, password: string): string;
