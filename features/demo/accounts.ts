import type { Role } from '@/lib/roles';

/** The accounts that the demonstration bar offers. The full list is printed at start. */
export const demoAccounts: readonly { email: string; role: Role }[] = [
  { email: 'owner@startup.demo', role: 'owner' },
  { email: 'member@startup.demo', role: 'member' },
  { email: 'viewer@startup.demo', role: 'viewer' },
  { email: 'manager@qingyang.demo', role: 'manager' },
  { email: 'reviewer@qingyang.demo', role: 'reviewer' },
  { email: 'approver@qingyang.demo', role: 'approver' },
  { email: 'approver2@qingyang.demo', role: 'approver' },
  { email: 'finance1@qingyang.demo', role: 'finance' },
  { email: 'finance2@qingyang.demo', role: 'finance' },
  { email: 'admin@qingyang.demo', role: 'city_admin' },
  { email: 'admin2@qingyang.demo', role: 'city_admin' },
  { email: 'auditor@qingyang.demo', role: 'auditor' },
  { email: 'operator1@agency.demo', role: 'operator_staff' },
  { email: 'admin@agency.demo', role: 'operator_admin' },
  { email: 'finance1@shenzhen.demo', role: 'finance' },
  { email: 'finance2@shenzhen.demo', role: 'finance' },
  { email: 'operator@vendor.demo', role: 'vendor_operator' },
  { email: 'finance@vendor.demo', role: 'vendor_finance' },
  { email: 'platform@suanquan.demo', role: 'platform_admin' },
  { email: 'platform2@suanquan.demo', role: 'platform_admin' },
];
