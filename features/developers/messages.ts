import { messages } from '@/lib/messages';

/** The texts of the OpenAPI document other than those of fields. */
export const documentMessages = messages({
  title: { 'zh-CN': '算券开放接口', en: 'Suanquan open interface' },
  summary: {
    'zh-CN': '查询各市算力券政策，按规则测算可得金额。',
    en: 'City computing-voucher programmes: what they are, and what they give.',
  },
  description: {
    'zh-CN':
      '不需要密钥。金额一律为十进制文本（"1200000.00"），从不使用 JSON 数字。答复中可能增加新的字段；其他变更会换新的版本号（/api/v2）。',
    en: 'No key is needed. Amounts are decimal text ("1200000.00"), never JSON numbers. Answers may get new fields; any other change gets a new version (/api/v2).',
  },
  server: { 'zh-CN': '本门户。', en: 'This portal.' },
  lang: {
    'zh-CN': '答复的语言；优先于 Accept-Language。',
    en: 'The language of the answer; goes before Accept-Language.',
  },
  acceptLanguage: {
    'zh-CN': '答复的语言，按 RFC 9110；默认中文。',
    en: 'The language of the answer, as in RFC 9110; Chinese where nothing fits.',
  },
  body: { 'zh-CN': 'JSON，UTF-8 编码，最多 64 KiB。', en: 'JSON in UTF-8, at most 64 KiB.' },
  success: { 'zh-CN': '成功。', en: 'It worked.' },
  or: { 'zh-CN': '；', en: '; ' },
  headerRate: {
    'zh-CN': '剩余次数 r，与额度恢复的秒数 t。',
    en: 'Calls that are left (r), and seconds until the quota is whole again (t).',
  },
  headerPolicy: {
    'zh-CN': '额度 q 次，每 w 秒。',
    en: 'The quota: q calls in w seconds.',
  },
  headerRetry: { 'zh-CN': '几秒后可以重试。', en: 'In how many seconds to try again.' },
  headerRequest: {
    'zh-CN': '这次请求的编号；求助时请告知。',
    en: 'Names this request; quote it when you ask for help.',
  },
  headerLanguage: { 'zh-CN': '答复的语言。', en: 'The language of the answer.' },
  headerEtag: {
    'zh-CN': '内容的标记；用 If-None-Match 送回，未变则答 304。',
    en: 'Marks the content. Sent back as If-None-Match it gets a 304 while nothing has changed.',
  },
});

/** The texts of the reference page. */
export const developerMessages = messages({
  title: { 'zh-CN': '开放接口', en: 'Open interface' },
  lead: {
    'zh-CN': '供程序查询各市算力券政策，并按规则测算可得金额。不需要密钥，不保存提交的内容。',
    en: 'For programs: what each city’s programme is, and what it gives in a situation. No key is needed, and nothing that is sent is kept.',
  },
  contents: { 'zh-CN': '目录', en: 'Contents' },
  start: { 'zh-CN': '试一次', en: 'Try it' },
  startLead: {
    'zh-CN': '在终端运行。答复给出金额 25102.00 元和每一步计算。',
    en: 'Run this in a terminal. The answer is 25102.00 yuan, with every step.',
  },
  basics: { 'zh-CN': '约定', en: 'What holds everywhere' },
  base: { 'zh-CN': '地址', en: 'Address' },
  machine: { 'zh-CN': '机器可读的文档', en: 'Machine-readable reference' },
  amounts: { 'zh-CN': '金额', en: 'Amounts' },
  amountsText: {
    'zh-CN':
      '一律为十进制文本，以元为单位、精确到分："1200000.00"。政策另有单位的，见 unit。不要发送 JSON 数字：多数语言会把它读成浮点数，丢失精度，因此一律拒绝。',
    en: 'Decimal text in yuan, exact to the fen: "1200000.00". A programme with another unit says so in unit. A JSON number is refused: most languages read it as a float, which loses fen.',
  },
  times: { 'zh-CN': '日期和时刻', en: 'Dates and times' },
  timesText: {
    'zh-CN': '日期为中国日期（2026-06-30），时刻为 UTC（RFC 3339）。',
    en: 'A date is a day in China (2026-06-30); a time is in UTC (RFC 3339).',
  },
  languages: { 'zh-CN': '语言', en: 'Languages' },
  languagesText: {
    'zh-CN':
      '按 Accept-Language 或 ?lang= 选择 zh-CN、en，默认中文；Content-Language 说明所用的语言。',
    en: 'zh-CN or en, by Accept-Language or ?lang=; Chinese where nothing fits. Content-Language tells which.',
  },
  limits: { 'zh-CN': '次数', en: 'Rate limits' },
  limitsText: {
    'zh-CN': ({ reads, assessments }: { reads: number; assessments: number }) =>
      `每个网络地址每分钟可查询 ${reads} 次、测算 ${assessments} 次。余下次数见 RateLimit 标头；超出时答 429，等待 Retry-After 所示的秒数。`,
    en: ({ reads, assessments }: { reads: number; assessments: number }) =>
      `${reads} reads and ${assessments} assessments a minute for each network address. The RateLimit header tells what is left; beyond it the answer is 429, with the seconds to wait in Retry-After.`,
  },
  browsers: { 'zh-CN': '浏览器', en: 'Browsers' },
  browsersText: {
    'zh-CN': '任何网站的页面都可以调用（CORS）。不读取 Cookie。',
    en: 'A page of any site may call it (CORS). Cookies are not read.',
  },
  caching: { 'zh-CN': '缓存', en: 'Caching' },
  cachingText: {
    'zh-CN': '查询的答复带 ETag，可缓存一分钟；测算的答复不缓存。',
    en: 'Reads carry an ETag and may be kept for a minute; an assessment is never kept.',
  },
  versions: { 'zh-CN': '版本', en: 'Versions' },
  versionsText: {
    'zh-CN':
      '/api/v1 之内只增加：新的接口、可省略的参数、答复中的新字段、代码的新取值。请忽略不认识的字段。其他变更另开 /api/v2，/api/v1 在此后至少保留十二个月。',
    en: 'Within /api/v1 things are only added: operations, parameters that may be left out, fields of answers, values of codes. Pass over what you do not know. Any other change becomes /api/v2, and /api/v1 stays for at least twelve months after that.',
  },
  parameters: { 'zh-CN': '参数', en: 'Parameters' },
  body: { 'zh-CN': '请求正文', en: 'Body' },
  answer: { 'zh-CN': '答复', en: 'Answer' },
  example: { 'zh-CN': '示例', en: 'Example' },
  exampleAnswer: { 'zh-CN': '答复示例', en: 'Answer of the example' },
  problemsOf: { 'zh-CN': '可能的问题', en: 'What may go wrong' },
  inPath: { 'zh-CN': '路径', en: 'path' },
  inQuery: { 'zh-CN': '查询', en: 'query' },
  fields: { 'zh-CN': '字段', en: 'Fields' },
  fieldsLead: {
    'zh-CN': '带 ? 的可以省略。',
    en: 'What is marked ? may be left out.',
  },
  deeper: {
    'zh-CN': '各部分之内的字段见机器可读的文档。',
    en: 'The fields within each part are in the machine-readable reference.',
  },
  problems: { 'zh-CN': '问题一览', en: 'All problems' },
  problemsLead: {
    'zh-CN':
      '出错时的答复为 application/problem+json（RFC 9457）。程序请按 type 判断，不要按文字。',
    en: 'They are answered as application/problem+json (RFC 9457). Let programs go by the type, not by the words.',
  },
});
