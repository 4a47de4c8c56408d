/**
 * `npm run serve`: the web server alone, with the production build. `next start` can neither listen on both loopback addresses
 * nor end while a browser keeps a connection open, so this script listens itself and passes the requests to Next.
 */
import { listenPlan, readPort, written } from './lib/listen.mjs';
import { root, runCommand, say } from './lib/project.mjs';
import { WebServer } from './lib/web-server.mjs';

/** Stopping takes two seconds at most: this time is for the requests, the rest for closing Next. */
const graceMs = 1_500;
const closingMs = 300;

await runCommand(async () => {
  const port = readPort(process.env.PORT);
  const plan = listenPlan(process.env);
  process.env.NODE_ENV = 'production';
  // Next requests from itself the page that an action leads to. Without this it would take the scheme from the proxy's headers,
  // and use TLS with a server that has none.
  process.env.__NEXT_PRIVATE_ORIGIN = `http://${plan.name}:${port}`;
  const { default: next } = await import('next');
  // Next compares its own rewrites with this name; any other than localhost fails behind a proxy that ends TLS.
  const app = next({ dev: false, dir: root, hostname: 'localhost', port });
  await app.prepare();
  const server = new WebServer(app.getRequestHandler());

  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    const cut = await server.close(graceMs);
    if (cut > 0) say(`${cut} requests that took longer were cut off.`);
    await Promise.race([app.close(), new Promise((done) => setTimeout(done, closingMs))]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end());
  // Started by `npm start`, this process ends when that one ends, also by kill -9.
  process.on('disconnect', () => void end());

  const hosts = await server.listen(port, plan.hosts);
  const where = hosts.map((host) => written(host, port)).join(' and ');
  say(`The web server listens on ${where}${plan.isOpen ? '' : ', for this machine alone'}.`);
  process.send?.('ready');
});
