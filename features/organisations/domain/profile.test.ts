import { describe, expect, it } from 'vitest';
import { divisionOf, profileAnswers, sharesExceed, type Profile } from './profile';
import { changedFields, registrationOf } from './lifecycle';

const profile: Profile = {
  creditCode: '91621000MA00000019',
  name: '甲公司',
  nameEn: null,
  applicantType: 'enterprise',
  region: '甘肃省庆阳市',
  address: '科技路 1 号',
  registeredOn: '2020-01-15',
  legalRepresentative: '王建国',
  size: 'small',
  sector: null,
  onePerson: false,
  contacts: [
    { id: '1', name: '甲', post: '', phone: '13800138000', email: '', isMain: false },
    {
      id: '2',
      name: '乙',
      post: '财务',
      phone: '13900139000',
      email: 'b@example.cn',
      isMain: true,
    },
  ],
  parties: [],
  bank: null,
};

describe('the answers that a profile gives', () => {
  it('contain the main contact, and leave out what is not known', () => {
    expect(profileAnswers(profile)).toEqual({
      organisationName: '甲公司',
      creditCode: '91621000MA00000019',
      applicantType: 'enterprise',
      region: '621000',
      registeredIn: '甘肃省庆阳市',
      address: '科技路 1 号',
      registeredOn: '2020-01-15',
      legalRepresentative: '王建国',
      size: 'small',
      onePerson: 'no',
      contactName: '乙',
      contactPost: '财务',
      contactPhone: '13900139000',
      contactEmail: 'b@example.cn',
    });
  });

  it('leave out the unanswered questions of a firm, and contain its bank account where it has one', () => {
    const bank = {
      accountName: '甲公司',
      accountNumber: '62220000',
      bankName: '行',
      cnapsCode: '1',
    };
    const answers = profileAnswers({ ...profile, onePerson: null, contacts: [], bank });
    expect(answers).not.toHaveProperty('onePerson');
    expect(answers).not.toHaveProperty('contactName');
    expect(answers).toMatchObject(bank);
  });

  it.each([
    ['91621000MA00000019', '621000'],
    ['91110108MA00000019', '110108'],
    ['91100000MA00000019', ''],
    ['9135010AMA00000019', ''],
  ])('contain the division of %s as “%s”', (code, division) => {
    expect(divisionOf(code)).toBe(division);
  });
});

describe('shares', () => {
  it('may be the whole, and not one hundredth of a percent more', () => {
    expect(sharesExceed([6_000, 4_000])).toBe(false);
    expect(sharesExceed([6_000, 4_001])).toBe(true);
    expect(sharesExceed([])).toBe(false);
  });
});

it('registrations differ in the fields that are on the licence', () => {
  const before = registrationOf(profile);
  expect(
    changedFields(before, registrationOf({ ...profile, nameEn: 'A', size: 'large' } as Profile)),
  ).toEqual([]);
  expect(
    changedFields(before, registrationOf({ ...profile, address: '别处', name: '乙公司' })),
  ).toEqual(['name', 'address']);
});
