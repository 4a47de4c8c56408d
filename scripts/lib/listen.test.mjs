import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { checkListening, listenPlan, readPort, written } from './listen.mjs';

const local = { hosts: ['127.0.0.1', '::1'], name: 'localhost', isOpen: false, isExposed: false };

test('a demonstration answers this machine alone unless HOST opens it, which is then reported', () => {
  expect(listenPlan({ DEMO: 'on' })).toEqual(local);
  expect(listenPlan({ DEMO: 'on', HOST: ' ' })).toEqual(local);
  for (const HOST of ['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]']) {
    expect(listenPlan({ DEMO: 'on', HOST }), HOST).toMatchObject({
      isOpen: false,
      isExposed: false,
    });
  }
  for (const HOST of [
    '0.0.0.0',
    '::',
    '198.51.100.1',
    'portal.example',
    '128.0.0.1',
    '127.0.0.1.example',
  ]) {
    expect(listenPlan({ DEMO: 'on', HOST }), HOST).toMatchObject({ isOpen: true, isExposed: true });
  }
});

test('without the demonstration every address is listened on unless HOST names one', () => {
  const open = { isOpen: true, isExposed: false };
  expect(listenPlan({ DEMO: 'off' })).toEqual({ hosts: [undefined], name: 'localhost', ...open });
  expect(listenPlan({})).toMatchObject({ hosts: [undefined] });
  expect(listenPlan({ HOST: '[2001:db8::1]' })).toEqual({
    hosts: ['2001:db8::1'],
    name: '[2001:db8::1]',
    ...open,
  });
  expect(listenPlan({ HOST: '0.0.0.0' })).toMatchObject({ hosts: ['0.0.0.0'], name: 'localhost' });
  expect(listenPlan({ HOST: 'localhost' })).toEqual(local);
});

test('addresses are written as people read them, and a port that is none is named', () => {
  expect([written(undefined, 80), written('::1', 80), written('127.0.0.1', 80)]).toEqual([
    '*:80',
    '[::1]:80',
    '127.0.0.1:80',
  ]);
  expect([readPort(undefined), readPort(''), readPort('8080')]).toEqual([3000, 3000, 8080]);
  for (const wrong of ['0', '65536', '80.5', 'http']) expect(() => readPort(wrong)).toThrow(wrong);
});

test('a taken port is found on the address that will be listened on, and a foreign address is named', async () => {
  const taken = createServer();
  await new Promise((done) => taken.listen(0, '127.0.0.1', done));
  const { port } = taken.address();
  try {
    await expect(checkListening(port, listenPlan({ DEMO: 'on' }))).rejects.toThrow('is in use');
    await expect(checkListening(port, listenPlan({ DEMO: 'off' }))).rejects.toThrow('is in use');
    // Another address of the machine is free; where there is no IPv6, it is left out.
    await expect(checkListening(port, { hosts: ['::1'] })).resolves.toBeUndefined();
  } finally {
    await new Promise((done) => taken.close(done));
  }
  await expect(checkListening(port, listenPlan({ HOST: '198.51.100.1' }))).rejects.toThrow(
    'HOST is no address of this machine: "198.51.100.1"',
  );
});
