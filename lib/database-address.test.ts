import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesOf, addressFault, driverAddress, withLogin } from './database-address.mjs';

describe('the address of a database', () => {
  it.each([
    'postgres://u:p@localhost/name',
    'postgresql://u:p%40x@db.example:5433/name?sslmode=require',
    'postgres://localhost',
    'postgres://u:p@h1:5501,h2:5502/name',
    'postgres://u:p@h1,h2:5502,[::1]:5432/name?target_session_attrs=primary',
    'postgres://u:p@h1/name?target_session_attrs=primary',
  ])('is taken: %s', (address) => {
    expect(addressFault(address)).toBeUndefined();
  });

  it.each([
    ['', /is not an address/],
    ['mysql://u:p@h1/name', /is not an address/],
    ['h1:5432/name', /is not an address/],
    ['postgres://', /a host that is none: ""/],
    ['postgres://u:p@h1:port/name', /a host that is none: "h1:port"/],
    ['postgres://u:p@h1,/name', /a host that is none/],
    ['postgres://u:p@h1,h2:x/name', /a host that is none: "h2:x"/],
    ['postgres://u:p@h1,h2:99999/name', /a host that is none: "h2:99999"/],
    ['postgres://h1,h2/name?target_session_attrs=read-write', /only "primary"/],
    ['postgres://h1/name?target_session_attrs=any', /only "primary"/],
  ])('is refused with a reason: %s', (address, reason) => {
    expect(addressFault(address)).toMatch(reason);
  });

  it('of several hosts becomes one of each', () => {
    expect(
      addressesOf('postgres://u:p@h1:5501,h2/db?target_session_attrs=primary&sslmode=require'),
    ).toEqual([
      'postgres://u:p@h1:5501/db?sslmode=require',
      'postgres://u:p@h2/db?sslmode=require',
    ]);
  });

  it('gives the driver every host with its own port, and makes it look for the primary', () => {
    expect(driverAddress('postgres://u:p@h1:5501,[::1],h2/db')).toEqual({
      url: 'postgres://u:p@h1:5501/db',
      options: {
        target_session_attrs: 'primary',
        host: ['h1', '::1', 'h2'],
        port: [5501, 5432, 5432],
      },
    });
    expect(driverAddress('postgres://u:p@h1:5501/db')).toEqual({
      url: 'postgres://u:p@h1:5501/db',
      options: {},
    });
    expect(driverAddress('postgres://u:p@h1/db?target_session_attrs=primary')).toEqual({
      url: 'postgres://u:p@h1/db',
      options: { target_session_attrs: 'primary' },
    });
  });

  it('keeps everything but the login when that changes', () => {
    const address = 'postgres://u:p@h1:5501,h2/db?target_session_attrs=primary';
    expect(withLogin(address, 'app', 'a@b:c/d')).toBe(
      'postgres://app:a%40b%3Ac%2Fd@h1:5501,h2/db?target_session_attrs=primary',
    );
    expect(withLogin('postgres://h1/db', 'app', 'x')).toBe('postgres://app:x@h1/db');
  });

  it('is never a reason to throw, and what is taken has hosts that a URL can name', () => {
    const part = fc.stringMatching(/^[a-z0-9:,@/?=[\]%._-]*$/);
    fc.assert(
      fc.property(part, (rest) => {
        const address = `postgres://${rest}`;
        if (addressFault(address) !== undefined) return;
        expect(addressesOf(address).every((one) => URL.canParse(one))).toBe(true);
        expect(addressFault(withLogin(address, 'u', 'p'))).toBeUndefined();
        driverAddress(address);
      }),
    );
  });
});
