import { Agent, get, request as send } from 'node:http';
import { connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { WebServer } from './web-server.mjs';

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Requests a path; returns its text, or the code of the error that ended it. */
const ask = (port, path, agent) =>
  new Promise((done) => {
    get({ port, host: '127.0.0.1', path, agent }, (response) => {
      let text = '';
      response.on('data', (piece) => (text += piece));
      response.on('end', () => done(text));
      response.on('error', ({ code }) => done(code));
    }).on('error', ({ code }) => done(code));
  });

async function serve(handler) {
  const port = await freePort();
  const server = new WebServer(handler);
  await server.listen(port, ['127.0.0.1']);
  return { port, server };
}

/** Requests a path that is not answered before `release`, and waits until the server has begun with it. */
function slow() {
  let release;
  let arrived;
  const released = new Promise((done) => (release = done));
  const hasArrived = new Promise((done) => (arrived = done));
  const handler = async (request, response) => {
    if (request.url === '/slow') {
      arrived();
      await released;
    }
    response.end('whole');
  };
  return { handler, release, hasArrived };
}

test('open connections do not hold up the end, and a running request is answered whole', async () => {
  const { handler, release, hasArrived } = slow();
  const { port, server } = await serve(handler);
  const agent = new Agent({ keepAlive: true });
  await ask(port, '/', agent);
  const silent = connect(port, '127.0.0.1');
  silent.on('error', () => {});
  await new Promise((done) => silent.once('connect', done));
  const running = ask(port, '/slow', agent);
  await hasArrived;
  // The end waits only for the running request: if it waited for anything else, it would not come.
  const closed = server.close(Infinity);
  expect(await ask(port, '/late')).toBe('ECONNREFUSED');
  release();
  expect(await running).toBe('whole');
  expect(await closed).toBe(0);
  agent.destroy();
  silent.destroy();
});

test('a request that takes longer than it is given is cut off and counted', async () => {
  const { handler, hasArrived } = slow();
  const { port, server } = await serve(handler);
  const running = ask(port, '/slow');
  await hasArrived;
  expect(await server.close(50)).toBe(1);
  expect(await running).toBe('ECONNRESET');
});

test('a flood of forms is worked on a few at a time, while pages are answered at once', async () => {
  const running = new Set();
  const finish = [];
  const { port, server } = await serve((request, response) => {
    if (request.method === 'GET') return response.end('page');
    running.add(response);
    finish.push(() => response.end('done'));
  });
  const post = () =>
    new Promise((done) => {
      send({ port, host: '127.0.0.1', path: '/verify', method: 'POST' }, (response) => {
        response.resume();
        response.on('end', done);
      }).end();
    });
  const flood = Array.from({ length: 12 }, post);
  while (running.size === 0) await ask(port, '/');
  expect(await ask(port, '/')).toBe('page');
  for (let done = 0; done < 12; done += 1) {
    while (finish.length === 0) await ask(port, '/');
    finish.shift()();
  }
  await Promise.all(flood);
  expect(running.size).toBe(12);
  expect(await server.close(1000)).toBe(0);
});
