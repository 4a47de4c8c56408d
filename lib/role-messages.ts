import { messages } from './messages';

/** The names of the roles. */
export const roleNames = messages({
  owner: { 'zh-CN': '单位负责人', en: 'owner' },
  member: { 'zh-CN': '单位成员', en: 'member' },
  viewer: { 'zh-CN': '查看员', en: 'viewer' },
  vendor_operator: { 'zh-CN': '服务商经办', en: 'vendor operator' },
  vendor_finance: { 'zh-CN': '服务商财务', en: 'vendor finance' },
  operator_admin: { 'zh-CN': '机构负责人', en: 'agency head' },
  operator_staff: { 'zh-CN': '机构经办', en: 'agency officer' },
  manager: { 'zh-CN': '项目主管', en: 'programme manager' },
  reviewer: { 'zh-CN': '初审员', en: 'first reviewer' },
  approver: { 'zh-CN': '复审员', en: 'final reviewer' },
  finance: { 'zh-CN': '财务', en: 'finance officer' },
  city_admin: { 'zh-CN': '市级管理员', en: 'city administrator' },
  auditor: { 'zh-CN': '审计员', en: 'auditor' },
  platform_admin: { 'zh-CN': '平台管理员', en: 'platform administrator' },
});
