import type { DocumentedSchemas, InterfacePart } from '@/server/api/documented';
import { generalAnswers, openApiOperation } from './schemas';

const texts: DocumentedSchemas<typeof generalAnswers> = {
  Problem: {
    about: { 'zh-CN': '出错时的答复（RFC 9457）。', en: 'What is answered instead (RFC 9457).' },
    fields: {
      type: {
        'zh-CN': '问题的种类：一个不变的地址，指向本文档。',
        en: 'The kind of problem: an address in this reference that never changes.',
      },
      title: { 'zh-CN': '问题的名称。', en: 'Its name.' },
      status: { 'zh-CN': 'HTTP 状态码。', en: 'The HTTP status.' },
      detail: { 'zh-CN': '怎样处理。', en: 'What to do about it.' },
      instance: {
        'zh-CN': '这一次的编号，与 X-Request-Id 相同；求助时请告知。',
        en: 'Names this one occurrence, as X-Request-Id does; quote it when you ask for help.',
      },
      missing: {
        'zh-CN': '缺少的情况，按字段名。仅见于 facts-missing。',
        en: 'The facts that are missing, by their names; with facts-missing only.',
      },
      errors: { 'zh-CN': '逐项的错误。', en: 'What is wrong, place by place.' },
    },
  },
  Fault: {
    about: { 'zh-CN': '一处错误。', en: 'One thing that is wrong.' },
    fields: {
      pointer: {
        'zh-CN': '在请求正文中的位置（RFC 6901）：#/contractAmount。',
        en: 'Where in the body (RFC 6901): #/contractAmount.',
      },
      parameter: { 'zh-CN': '地址中的哪个参数。', en: 'Which parameter of the address.' },
      code: { 'zh-CN': '错误的代码，供程序判断。', en: 'What is wrong, for programs.' },
      detail: { 'zh-CN': '怎样更正。', en: 'How to correct it.' },
    },
  },
  OpenApi: {
    about: { 'zh-CN': 'OpenAPI 3.1 文档。', en: 'An OpenAPI 3.1 document.' },
    fields: { openapi: { 'zh-CN': 'OpenAPI 的版本。', en: 'The version of OpenAPI.' } },
  },
};

export const generalInterface: InterfacePart = {
  tag: {
    name: 'interface',
    about: { 'zh-CN': '接口自身的说明。', en: 'What the interface says of itself.' },
  },
  operations: [
    {
      operation: openApiOperation,
      title: { 'zh-CN': '取得机器可读的文档', en: 'Get the machine-readable reference' },
      about: {
        'zh-CN': '本接口的 OpenAPI 3.1 文档，说明文字按所选语言。',
        en: 'The OpenAPI 3.1 document of this interface, described in the language asked for.',
      },
      parameters: {},
      example: {
        address: '/api/v1/openapi.json',
        answer: () => ({ openapi: '3.1.1' }),
      },
    },
  ],
  answers: generalAnswers,
  bodies: {},
  texts,
};
