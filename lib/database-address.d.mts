export function addressFault(address: string): string | undefined;
export function addressesOf(address: string): string[];
export function driverAddress(address: string): {
  url: string;
  /** The driver also takes lists of hosts and ports, which its own types leave out. */
  options: { target_session_attrs?: 'primary' };
};
export function withLogin(address: string, user: string, password: string): string;
