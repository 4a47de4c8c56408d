/** Decides on which addresses the web server listens, and checks before anything is started whether it can. */
import { createServer } from 'node:net';
import { Stop } from './project.mjs';

/** Both are needed: `localhost` means the first to some programs and the second to others. */
const loopback = ['127.0.0.1', '::1'];

const isLoopback = (host) => host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** Returns the port in PORT, 3000 where it is not set. */
export function readPort(value) {
  const port = Number(value || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stop(`PORT must be a number from 1 to 65535, not "${value}".`);
}

/**
 * Returns from the settings where to listen. A demonstration has published passwords with which anyone can sign in as an
 * administrator, so it is reachable only from this machine unless HOST is set.
 * @returns `hosts` to listen on, where `undefined` means every address of the machine; `name` by which this machine reaches the
 * portal; `isOpen` when other machines can reach it; `isExposed` when that is a demonstration
 */
export function listenPlan({ HOST = '', DEMO = 'off' }) {
  const host = HOST.trim().replace(/^\[(.*)\]$/, '$1');
  const isDemo = DEMO === 'on';
  const isLocal = host === 'localhost' || (host === '' && isDemo);
  const hosts = isLocal ? loopback : [host === '' ? undefined : host];
  const isOpen = !hosts.every((one) => one !== undefined && isLoopback(one));
  const isNamed = !isLocal && !['', '0.0.0.0', '::'].includes(host);
  const name = isNamed ? writtenInAddress(host) : 'localhost';
  return { hosts, name, isOpen, isExposed: isDemo && isOpen };
}

const writtenInAddress = (host) => (host.includes(':') ? `[${host}]` : host);

/** Returns an address and port as people read it. */
export const written = (host, port) =>
  `${host === undefined ? '*' : writtenInAddress(host)}:${port}`;

/** Returns whether a fault means that the machine has no IPv6; then it is enough to listen on 127.0.0.1. */
export const lacksIpv6 = (host, code) =>
  host === '::1' && ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(code);

/** Returns the sentence for an address that cannot be listened on. */
export function listenFault(host, port, code) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use: stop what runs there, or choose another with PORT=….`;
  }
  if (code === 'EACCES')
    return `This user may not use port ${port}: choose one above 1023 with PORT=….`;
  return `HOST is no address of this machine: "${host}" (${code}).`;
}

/** Rejects with one sentence where the web server could not listen, before anything is installed or started. */
export async function checkListening(port, { hosts }) {
  for (const host of hosts) {
    const code = await tryListening(port, host);
    if (code !== undefined && !lacksIpv6(host, code)) throw new Stop(listenFault(host, port, code));
  }
}

/** Listens for a moment; returns the code of the fault, if any. */
function tryListening(port, host) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', ({ code }) => done(code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(undefined)));
  });
}
