/**
 * Addresses of databases, `postgres://login:password@host:port,host:port/name`. No URL parser takes several hosts, so the portal,
 * its scripts and the migrations read such addresses with this file.
 */

const shape = /^(postgres(?:ql)?:\/\/)(?:([^@/?#]*)@)?([^@/?#]*)(\/[^?#]*)?(?:\?([^#]*))?$/;
const hostShape = /^(?:\[[0-9a-f:.]+\]|[^[\]:\s,]+)(?::\d{1,5})?$/i;

const parse = (address) => {
  const match = shape.exec(address);
  if (!match) return undefined;
  const [, scheme, login, hosts, path = '', query = ''] = match;
  return { scheme, login, hosts: hosts.split(','), path, query: new URLSearchParams(query) };
};

const build = ({ scheme, login, hosts, path, query }) => {
  const parameters = query.toString();
  return `${scheme}${login ? `${login}@` : ''}${hosts.join(',')}${path}${parameters ? `?${parameters}` : ''}`;
};

/** Returns in a few words what is wrong with an address, or `undefined` when nothing is. */
export function addressFault(address) {
  const parts = parse(address);
  if (!parts) return 'is not an address like postgres://login:password@host:5432/name';
  const wrong = parts.hosts.find(
    (host) => !hostShape.test(host) || !URL.canParse(build({ ...parts, hosts: [host] })),
  );
  if (wrong !== undefined) return `has a host that is none: "${wrong}"`;
  const wanted = parts.query.get('target_session_attrs');
  if (wanted !== null && wanted !== 'primary') {
    return `asks for target_session_attrs=${wanted}; only "primary" is sure to be a database that can be written`;
  }
  return undefined;
}

/** Returns one address for each of the hosts, in their order. */
export function addressesOf(address) {
  const parts = parse(address);
  if (!parts) return [address];
  parts.query.delete('target_session_attrs');
  return parts.hosts.map((host) => build({ ...parts, hosts: [host] }));
}

/**
 * Returns what the driver needs for an address. The driver tries the hosts in turn until one of them is the primary; with a
 * single host it checks this only when the address requires it.
 */
export function driverAddress(address) {
  const addresses = addressesOf(address);
  const isChosen = parse(address)?.query.has('target_session_attrs') ?? false;
  const hosts = addresses.map((one) => new URL(one));
  return {
    url: addresses[0],
    options: {
      ...(isChosen || hosts.length > 1 ? { target_session_attrs: 'primary' } : {}),
      ...(hosts.length > 1 && {
        host: hosts.map(({ hostname }) => hostname.replace(/^\[|\]$/g, '')),
        port: hosts.map(({ port }) => Number(port || 5432)),
      }),
    },
  };
}

/** Returns the same address for another login. */
export function withLogin(address, user, password) {
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return build({ ...parse(address), login });
}

/** Returns the address without its password, and that password. Every user of a machine can see the arguments of a program. */
export function withoutPassword(address) {
  const parts = parse(address);
  const [user, password = ''] = (parts.login ?? '').split(':');
  return { address: build({ ...parts, login: user }), password: decodeURIComponent(password) };
}
