import { describe, expect, it } from 'vitest';
import { allMandateRights, may, permissions, type Permission } from './permissions';
import {
  cityRoles,
  operatorRoles,
  organisationRoles,
  roles,
  vendorRoles,
  type Role,
} from './roles';

const all = Object.keys(permissions) as Permission[];
const holders = (permission: Permission) => roles.filter((role) => may(permission, role));

describe('the table of permissions', () => {
  it('lets nobody do more than what is for anyone', () => {
    for (const permission of all) {
      expect(may(permission, undefined), permission).toBe(permissions[permission] === 'anyone');
    }
  });

  it('lets somebody without a place do what is for everybody signed in, and no more', () => {
    for (const permission of all) {
      expect(may(permission, null), permission).toBe(typeof permissions[permission] === 'string');
    }
  });

  it('gives every role something of its own to do', () => {
    for (const role of roles) {
      const own = all.filter(
        (permission) => typeof permissions[permission] !== 'string' && may(permission, role),
      );
      expect(own.length, role).toBeGreaterThan(0);
    }
  });

  it('gives no permission to both sides of a counter', () => {
    const sides: readonly (readonly Role[])[] = [
      organisationRoles,
      vendorRoles,
      operatorRoles,
      cityRoles,
      ['platform_admin'],
    ];
    const shared = [
      'organisation.read',
      'organisation.leave',
      'organisation.edit',
      'bank_account.confirm',
      'member.invite',
      'member.manage',
    ];
    for (const permission of all) {
      if (typeof permissions[permission] === 'string' || shared.includes(permission)) continue;
      const meant = sides.filter((side) => side.some((role) => may(permission, role)));
      expect(meant, permission).toHaveLength(1);
    }
  });

  it('gives under a mandate with every right nothing of the agency’s own area and nothing that decides, releases or pays', () => {
    const given = all.filter(
      (permission) =>
        typeof permissions[permission] !== 'string' && may(permission, allMandateRights),
    );
    expect(given.sort()).toEqual([
      ...['award.import', 'award.propose', 'award.read', 'case.read', 'case.review', 'case.take'],
      ...['city.read', 'claim.read', 'issue.propose', 'issue.read', 'organisation.verify'],
      ...['redemption.read', 'verification.read', 'voucher.freeze', 'voucher.oversee'],
    ]);
    expect(may('document.read', ['voucher_freezing'])).toBe(false);
    expect(may('organisation.register', allMandateRights)).toBe(false);
  });

  it.each([
    ['review and decide', 'case.review', 'case.decide'],
    ['decide and release', 'case.decide', 'issue.release'],
    ['decide and settle', 'case.decide', 'settlement.propose'],
    ['prepare a programme and publish it', 'programme.manage', 'programme.publish'],
    ['manage people and money', 'people.manage', 'settlement.release'],
    ['manage people and cases', 'people.manage', 'case.decide'],
    ['run the platform and a city', 'platform.manage', 'case.read'],
    ['submit a claim and confirm it', 'redemption.submit', 'redemption.answer'],
    ['claim and verify', 'redemption.submit', 'redemption.verify'],
  ] as const)('lets no role both %s', (_, one, other) => {
    expect(holders(one).length).toBeGreaterThan(0);
    expect(holders(one).filter((role) => may(other, role))).toEqual([]);
  });

  it('lets a viewer read, and leave, and nothing else', () => {
    const own = all.filter(
      (permission) => typeof permissions[permission] !== 'string' && may(permission, 'viewer'),
    );
    expect(own).toEqual(['startup.read', 'organisation.read', 'organisation.leave']);
  });

  it('lets an auditor read and change nothing', () => {
    const changing = all.filter(
      (permission) =>
        typeof permissions[permission] !== 'string' &&
        !permission.endsWith('.read') &&
        may(permission, 'auditor'),
    );
    // The permission to see vouchers is called "oversee".
    expect(changing).toEqual(['voucher.oversee']);
  });
});
