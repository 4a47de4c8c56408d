import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * Proves that the checks of this project work: small projects under its configuration, with files
 * that each break one rule, and a few that break none.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const resolve = createRequire(import.meta.url).resolve;
const tools = {
  eslint: join(dirname(resolve('eslint/package.json')), 'bin/eslint.js'),
  depcruise: join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
  tsc: join(dirname(resolve('typescript/package.json')), 'bin/tsc'),
};

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/**
 * Makes a project outside the tree, so that the planted files do not fail the lint of this project.
 */
function project(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'suanquan-planted-'));
  made.push(folder);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'scripts/lint'), { recursive: true });
  for (const config of [
    'eslint.config.mjs',
    'scripts/lint/own-tables.mjs',
    'scripts/lint/verb-first.mjs',
    '.dependency-cruiser.cjs',
    'tsconfig.json',
  ]) {
    copyFileSync(join(root, config), join(folder, config));
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Returns what a tool prints; the tool is expected to end with an error. */
const output = (tool: string, args: string[], cwd: string) =>
  new Promise<string>((done) => {
    execFile(
      process.execPath,
      [tool, ...args],
      { cwd, maxBuffer: 50_000_000 },
      (_error, stdout, stderr) => {
        done(stdout || stderr);
      },
    );
  });

describe('lint', () => {
  const lines = (count: number, line: string) => Array.from({ length: count }, () => line);
  /** File → its text, the rule it breaks, and a part of the message. */
  const plants: Record<string, [text: string, rule: string, text?: string]> = {
    'features/planted/han.ts': [
      "export const name = '算力券';\n",
      'no-restricted-syntax',
      'Chinese text stands in messages.ts',
    ],
    'features/planted/template.ts': [
      'export const name = (n: number) => `${n} 张券`;\n',
      'no-restricted-syntax',
      'Chinese text stands in messages.ts',
    ],
    'features/planted/ui/text.tsx': [
      'export const Title = () => <p>Your voucher</p>;\n',
      'no-restricted-syntax',
      'Text that a person reads',
    ],
    'features/planted/ui/attribute.tsx': [
      'export const Box = () => <input placeholder="Your name" />;\n',
      'no-restricted-syntax',
      'Text that a person reads',
    ],
    'features/planted/domain/clock.ts': [
      'export const today = () => new Date();\n',
      'no-restricted-syntax',
      'Time is an argument',
    ],
    'features/planted/queries.ts': [
      'export const moment = () => Date.now();\n',
      'no-restricted-syntax',
      'Time is an argument',
    ],
    'features/planted/commands.ts': [
      'export const secret = () => process.env.AUTH_SECRET;\n',
      'no-restricted-syntax',
      'server/env.ts',
    ],
    'lib/clock.ts': [
      'export const today = () => new Date();\n',
      'no-restricted-syntax',
      'Time is an argument',
    ],
    'features/planted/raw.ts': [
      "import { sql } from 'drizzle-orm';\nexport const order = (column: string) => sql.raw(column);\n",
      'no-restricted-syntax',
      'placeholders',
    ],
    'features/planted/ui/link.tsx': [
      'import Link from \'next/link\';\nexport const Home = () => <Link href="/" />;\n',
      'no-restricted-imports',
      'fetches nothing ahead',
    ],
    'features/planted/actions.ts': [
      "export const next = () => '/city/issues?done=proposed';\n",
      'no-restricted-syntax',
      'made by lib/paths.ts',
    ],
    'features/jobs/planted.ts': [
      'export const path = (id: string) => `/startup/vouchers/${id}`;\n',
      'no-restricted-syntax',
      'made by lib/paths.ts',
    ],
    'features/planted/ui/address.tsx': [
      'export const Health = () => <a href="/api/health">-</a>;\n',
      'no-restricted-syntax',
      'made by lib/paths.ts',
    ],
    'lib/planted.ts': [
      "export const start = '/sign-in';\n",
      'no-restricted-syntax',
      'made by lib/paths.ts',
    ],
    'features/planted/place-messages.ts': [
      "export const place = { href: '/verify' };\n",
      'no-restricted-syntax',
      'made by lib/paths.ts',
    ],
    'features/planted/choosing-messages.ts': [
      "export function choose(n: number) { return n === 1 ? '一张' : '多张'; }\n",
      'no-restricted-syntax',
      'A catalogue holds texts.',
    ],
    'features/planted/spread.ts': [
      'export const both = (a: number, b: number) => ({ ...{ a, b }, c: 1 });\n',
      'no-restricted-syntax',
      'Write the keys out',
    ],
    'features/planted/ui/spread.tsx': [
      'export const Box = (id: string) => <div {...{ id }} />;\n',
      'no-restricted-syntax',
      'Write the keys out',
    ],
    'features/planted/table-of-others.ts': [
      "import { vouchers } from '@/db/schema/vouchers';\nexport const end = (tx) => tx.update(vouchers);\n",
      'house/own-tables',
      'features/vouchers/ alone',
    ],
    'features/planted/table-renamed.ts': [
      "import { vouchers as mine } from '@/db/schema/vouchers';\nexport const end = (tx) => tx.delete(mine);\n",
      'house/own-tables',
      'features/vouchers/ alone',
    ],
    'features/planted/schema-of-others.ts': [
      "import * as all from '@/db/schema/vouchers';\nexport const end = (tx) => tx.insert(all.vouchers);\n",
      'house/own-tables',
      'features/vouchers/ alone',
    ],
    'features/planted/table-unnamed.ts': [
      'export const end = (grant, table) => grant.tx.update(table);\n',
      'house/own-tables',
      'Name the table',
    ],
    'features/planted/state-of-others.ts': [
      "import { vouchers } from '@/db/schema/vouchers';\nexport const end = (grant, row) => advance(grant, vouchers, row, {});\n",
      'house/own-tables',
      'features/vouchers/ alone',
    ],
    'features/planted/state-written.ts': [
      "import { vouchers } from '@/db/schema/vouchers';\nexport const end = (grant, row) => writeState(grant, vouchers, row, {});\n",
      'house/own-tables',
      'features/vouchers/ alone',
    ],
    'features/planted/table-in-sql.ts': [
      "import { sql } from 'drizzle-orm';\nimport { vouchers } from '@/db/schema/vouchers';\nexport const end = sql`delete from ${vouchers}`;\n",
      'house/own-tables',
      'features/vouchers/ alone',
    ],
    'server/table-of-others.ts': [
      "import { sql } from 'drizzle-orm';\nexport const end = sql`with x as (select 1) update award_rows set state = 'x'`;\n",
      'house/own-tables',
      'features/awards/ alone',
    ],
    'features/planted/loose.ts': [
      'export const first = (list: any) => String(list);\n',
      '@typescript-eslint/no-explicit-any',
    ],
    'features/planted/silenced.ts': [
      '// eslint-disable-next-line no-restricted-syntax\nexport const today = () => new Date();\n',
      'no-restricted-syntax',
      'Time is an argument',
    ],
    'features/planted/forgotten.ts': [
      'const save = () => Promise.resolve();\nexport const go = () => {\n  save();\n};\n',
      '@typescript-eslint/no-floating-promises',
    ],
    'features/planted/partial.ts': [
      "export function label(state: 'a' | 'b') {\n  switch (state) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
      '@typescript-eslint/switch-exhaustiveness-check',
    ],
    'features/planted/hook.tsx': [
      "import { useState } from 'react';\nexport function Box({ on }: { on: boolean }) {\n  if (!on) return null;\n  const [text] = useState('');\n  return <p>{text}</p>;\n}\n",
      'react-hooks/rules-of-hooks',
    ],
    'components/planted/noun.tsx': [
      '/** The mark of the portal. */\nexport function Mark() {\n  return <hr />;\n}\n',
      'house/verb-first',
      'It begins with "The"',
    ],
    'lib/planted/plural.ts': [
      '/** Rows of a list, doubled. */\nexport const twice = (rows: number) => rows * 2;\n',
      'house/verb-first',
      'It begins with "Rows"',
    ],
    'server/planted.ts': [
      'export class Counter {\n  private n = 0;\n  /** Whether it has counted. */\n  has() {\n    return this.n > 0;\n  }\n}\n',
      'house/verb-first',
      'It begins with "Whether"',
    ],
    'features/planted/long-function.ts': [
      ['export function sum(n: number) {', ...lines(70, '  n += 1;'), '  return n;', '}', ''].join(
        '\n',
      ),
      'max-lines-per-function',
    ],
    'features/planted/long-file.ts': [lines(301, 'export {};').join('\n'), 'max-lines'],
  };
  const clean: Record<string, string> = {
    'features/planted/messages.ts':
      "export const texts = { issue: { 'zh-CN': '发放', en: 'Issue' } };\n",
    'features/planted/domain/later.ts':
      'export const later = (now: Date) => new Date(now.getTime() + 1);\n',
    'components/planted/verb.ts': `/** The unit. */
export const unit = 'fen';

/** Returns twice an amount in fen. */
export const twice = (fen: number) => fen * 2;

/** Counts, from zero. */
export class Counter {
  private n = 0;

  /** @returns how often it was called */
  next(): number {
    return (this.n += 1);
  }
}
`,
    'server/env.ts':
      '/// <reference types="node" />\nexport const secret = () => process.env.AUTH_SECRET;\n',
    'features/vouchers/commands.ts':
      "import { sql } from 'drizzle-orm';\nexport const end = sql`update vouchers set state = 'expired'`;\n",
    'features/planted/locks.ts':
      "import { sql } from 'drizzle-orm';\nexport const lock = sql`select 1 from vouchers for update skip locked`;\n",
    'features/planted/ui/punctuation.tsx': 'export const Dot = () => <span>·</span>;\n',
  };

  type Result = { filePath: string; messages: { ruleId: string | null; message: string }[] };
  let results: Result[] = [];
  const of = (file: string) =>
    results.find(({ filePath }) => filePath.endsWith(`/${file}`))?.messages;

  beforeAll(async () => {
    const texts = Object.fromEntries(Object.entries(plants).map(([name, [text]]) => [name, text]));
    const folder = project({ ...texts, ...clean });
    results = JSON.parse(await output(tools.eslint, ['--format', 'json', '.'], folder)) as Result[];
  });

  it.each(Object.entries(plants))('refuses %s', (file, [, rule, text = '']) => {
    const hits = (of(file) ?? []).filter(
      ({ ruleId, message }) => ruleId === rule && message.includes(text),
    );
    expect(hits, JSON.stringify(of(file))).not.toHaveLength(0);
  });

  it.each(Object.keys(clean))('has nothing against %s', (file) => {
    expect(of(file)).toEqual([]);
  });
});

describe('boundaries', () => {
  /** Rule → a file that breaks it, and what that file imports. */
  const plants: Record<string, [file: string, imports: string][]> = {
    'capabilities-in-order': [
      ['features/budget/upwards.ts', 'features/reviews/queries'],
      ['features/programmes/upwards.ts', 'features/programmes/guide/text'],
      ['features/programmes/guide/ui/upwards.ts', 'features/programmes/editor/text'],
    ],
    'every-capability-has-a-place': [['features/reviews/unplaced.ts', 'features/nowhere/queries']],
    'no-circular': [['features/reviews/ring.ts', 'features/reviews/ring-back']],
    'domain-is-pure': [
      ['features/reviews/domain/package.ts', 'zod'],
      ['features/reviews/domain/database.ts', 'db/client'],
      ['features/reviews/domain/settings.ts', 'server/settings'],
      ['features/reviews/domain/queries-of-its-own.ts', 'features/reviews/queries'],
      ['features/reviews/domain/node.ts', 'node:fs'],
      ['features/reviews/room/domain/package.ts', 'zod'],
      ['features/reviews/domain/schema-that-runs.ts', 'features/reviews/schema'],
      ['features/reviews/domain/schema-of-others.ts', 'features/budget/schema'],
      ['features/reviews/domain/types-of-queries.ts', 'features/reviews/queries'],
    ],
    'lib-is-pure': [
      ['lib/impure.ts', 'zod'],
      ['lib/served.ts', 'server/settings'],
    ],
    'lib-is-ground': [
      ['lib/input/served.ts', 'server/settings'],
      ['lib/react/knowing.ts', 'features/reviews/queries'],
    ],
    'components-know-no-feature': [['components/ui/knowing.ts', 'features/reviews/queries']],
    'features-meet-in-the-open': [
      ['features/reviews/commands.ts', 'features/budget/ui/panel'],
      ['features/reviews/rules.ts', 'features/budget/input'],
      ['features/reviews/steps.ts', 'features/budget/actions'],
      ['features/reviews/room/steps.ts', 'features/budget/room/actions'],
      ['features/reviews/room/parts.ts', 'features/budget/room/ui/panel'],
    ],
    'only-the-ledger-touches-its-tables': [['features/reviews/balance.ts', 'db/schema/ledger']],
    'pages-know-no-database': [
      ['app/[locale]/page.ts', 'db/client'],
      ['app/[locale]/other.ts', 'features/budget/commands'],
      ['features/reviews/ui/save.ts', 'features/reviews/case-commands'],
      ['features/reviews/room/ui/save.ts', 'features/reviews/case-commands'],
    ],
    'pages-call-no-action': [
      ['app/[locale]/acting.ts', 'features/budget/actions'],
      ['app/[locale]/acting-in-a-room.ts', 'features/budget/room/actions'],
    ],
    'actions-are-the-only-door': [['components/ui/calling.ts', 'features/budget/commands']],
    'server-knows-no-feature': [['server/knowing.ts', 'features/reviews/queries']],
    'database-knows-domain-only': [
      ['db/schema/knowing.ts', 'features/reviews/queries'],
      ['db/schema/room.ts', 'features/budget/room/queries'],
      ['db/client-of-features.ts', 'features/budget/commands'],
    ],
    'the-product-knows-no-demonstration': [['features/reviews/story.ts', 'demo/life']],
    'scripts-know-no-page': [['scripts/showing.ts', 'features/budget/ui/panel']],
    'e2e-looks-from-outside': [
      ['e2e/inside.ts', 'features/budget/commands'],
      ['e2e/reading.ts', 'features/reviews/queries'],
    ],
  };
  const targets = [
    'db/client',
    'db/schema/ledger',
    'server/settings',
    'features/reviews/queries',
    'features/reviews/case-commands',
    'features/reviews/schema',
    'features/reviews/room/part-schema',
    'features/budget/schema',
    'features/budget/ui/panel',
    'features/budget/input',
    'features/budget/actions',
    'features/budget/commands',
    'features/budget/domain',
    'features/budget/room/actions',
    'features/budget/room/queries',
    'features/budget/room/ui/panel',
    'features/ledger/commands',
    'features/programmes/guide/text',
    'features/programmes/editor/text',
    'features/nowhere/queries',
    'demo/life',
  ];
  const local = (name: string) => (/^(zod|node:)/.test(name) ? name : `@/${name}`);
  const importing = (name: string) => `import * as it from '${local(name)}';\nexport { it };\n`;
  const typesOf = (name: string) => `export type * from '${local(name)}';\n`;

  type Violation = { rule: { name: string }; from: string };
  let violations: Violation[] = [];

  beforeAll(async () => {
    const folder = project({
      ...Object.fromEntries(targets.map((name) => [`${name}.ts`, 'export const value = 1;\n'])),
      ...Object.fromEntries(
        Object.values(plants).flatMap((list) =>
          list.map(([file, name]) => [file, importing(name)] as const),
        ),
      ),
      'features/reviews/ring-back.ts': importing('features/reviews/ring'),
      // Imports of types are held to the boundaries like imports of values.
      'features/reviews/domain/database.ts': typesOf('db/client'),
      'features/reviews/domain/schema-of-others.ts': typesOf('features/budget/schema'),
      'features/reviews/domain/types-of-queries.ts': typesOf('features/reviews/queries'),
      // These break nothing.
      'features/reviews/allowed.ts': importing('features/budget/commands'),
      'features/ledger/queries.ts': importing('db/schema/ledger'),
      'features/reviews/domain/allowed.ts': importing('features/budget/domain'),
      'features/reviews/domain/allowed-types.ts': typesOf('features/reviews/schema'),
      'features/reviews/room/domain/allowed-types.ts': typesOf('features/reviews/room/part-schema'),
      'features/reviews/room/ui/allowed.ts': importing('features/budget/ui/panel'),
      'features/budget/room/domain/words.ts': 'export const value = 1;\n',
      'db/schema/allowed.ts': importing('features/budget/room/domain/words'),
      'features/programmes/editor/allowed.ts': importing('features/programmes/guide/text'),
      'demo/allowed.ts': importing('features/budget/commands'),
      'proxy.ts': 'export {};\n',
    });
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
    const folders = 'app components db demo e2e features lib scripts server proxy.ts'.split(' ');
    const report = JSON.parse(await output(tools.depcruise, [...args, ...folders], folder)) as {
      summary: { violations: Violation[] };
    };
    violations = report.summary.violations;
  });

  const cases = Object.entries(plants).flatMap(([rule, list]) =>
    list.map(([file, imports]) => ({ rule, file, imports })),
  );

  it.each(cases)('$rule: refuses $file importing $imports', ({ rule, file }) => {
    // A ring is reported once, from any of its files: `ring.ts` or `ring-back.ts`.
    const start = file.replace('.ts', '');
    const found = violations.filter(
      ({ rule: { name }, from }) => name === rule && from.startsWith(start),
    );
    expect(found, JSON.stringify(violations)).not.toHaveLength(0);
  });

  it('has nothing against what the house allows', () => {
    const allowed = violations.filter(({ from }) => /allowed|ledger\/queries/.test(from));
    expect(allowed).toEqual([]);
  });

  it('has a planted violation for every rule there is', () => {
    const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
      forbidden: { name: string }[];
    };
    const names = [...new Set(config.forbidden.map(({ name }) => name))];
    expect(Object.keys(plants).sort()).toEqual(names.sort());
  });
});

describe('types', () => {
  const action = (permission: string, code: string) => `
import { z } from 'zod';
import { done, refused, type Outcome } from '@/lib/result';
import { messages } from '@/lib/messages';
import { action } from '@/server/action';
import type { Grant } from '@/server/gate';
const run = (_grant: Grant<'case.take'>, input: { id: string }): Promise<Outcome<string, 'case_taken'>> =>
  Promise.resolve(input.id ? done(input.id) : refused('case_taken'));
const refusals = messages({ ${code}: { 'zh-CN': '-', en: '-' } });
export const takeCaseAction = action({ permission: '${permission}', input: z.object({ id: z.string() }), run, refusals });
`;
  const parameter = (name: string, more: string) => `
import { whenParts } from '@/features/rules/domain/declared/situation-messages';
import type { PartsOf, Documented } from '@/features/rules/domain/parameters';
import type { When } from '@/features/rules/domain/rules';
const text = { 'zh-CN': '-', en: '-' };
export const parts: PartsOf<When, Documented> = { ...whenParts, ${name}: { ${more} } };
`;
  /** Writes a catalogue whose text needs a value, and code that follows it. */
  const needing = (code: string, rest: string) => `
import { z } from 'zod';
import { fault, refused, type Outcome } from '@/lib/result';
import { messages, type ValuesOf } from '@/lib/messages';
import { action } from '@/server/action';
export const texts = messages({
  ${code}: { 'zh-CN': ({ who }: { who: string }) => who, en: ({ who }: { who: string }) => who },
});
export { action, fault, refused, z, type Outcome, type ValuesOf };
${rest}`;
  const declared =
    "declare module '@/lib/messages' {\n  interface CodeValues extends ValuesOf<typeof texts> {}\n}\n";
  const acting = (code: string, rest: string) =>
    needing(
      code,
      `const run = (): Promise<Outcome<string, '${code}'>> => Promise.reject(new Error());
export const act = action({ permission: 'case.take', input: z.object({}), run, refusals: texts${rest} });
`,
    );
  const mailing = (values: string) => `
import { notify } from '@/features/notifications/commands';
type Tx = Parameters<typeof notify>[0];
export const send = (tx: Tx) =>
  notify(tx, { platform: true, roles: ['platform_admin'] }, 'correction_requested', ${values});
`;
  const writing = (facts: string) => `
import { writeLetter } from '@/features/letters/commands';
type Given = Parameters<typeof writeLetter>;
export const write = (grant: Given[0], row: Given[1]) => writeLetter(grant, row, ${facts});
`;
  const reasoning = (reason: string) => `
import { refuse, type Sheet } from '@/features/rules/domain/sheet';
export const no = (sheet: Sheet) => { refuse(sheet, ${reason}); };
`;
  const stepping = (values: string) => `
import type { Sheet } from '@/features/rules/domain/sheet';
type Step = Sheet['steps'][number];
export const tax = (amount: Step['beforeFen']): Step =>
  ({ code: 'tax', clause: '1.1', values: ${values}, beforeFen: amount, afterFen: amount });
`;
  const recording = (name: string, kind: string) => `
import type { auditActions } from '@/features/audit/messages';
import type { AuditEntry } from '@/server/audit';
export type Names = keyof ReturnType<typeof auditActions>;
export const entry: AuditEntry = { action: '${name}', subject: { kind: '${kind}', id: '1' } };
`;
  /** File → its text and the compiler's error; a file without an error must compile. */
  const plants: Record<string, [text: string, error?: string]> = {
    'action.ts': [action('case.take', 'case_taken')],
    'wrong-permission.ts': [action('case.read', 'case_taken'), 'TS2322'],
    'unknown-permission.ts': [action('case.steal', 'case_taken'), 'TS2322'],
    'refusal-without-text.ts': [action('case.take', 'other_code'), 'TS2322'],
    'refusal.ts': [
      needing(
        'planted_a',
        `${declared}export const no = refused('planted_a', { who: '' }, 'id');\n`,
      ),
    ],
    'refusal-without-values.ts': [
      needing('planted_b', `${declared}export const no = refused('planted_b');\n`),
      'TS2554',
    ],
    'refusal-with-other-values.ts': [
      needing('planted_c', `${declared}export const no = refused('planted_c', { when: '' });\n`),
      'TS2353',
    ],
    'fault-without-values.ts': [
      needing('planted_d', `${declared}export const no = fault('planted_d');\n`),
      'TS2554',
    ],
    'undeclared-values.ts': [acting('planted_e', ''), 'TS2322'],
    'declared-values.ts': [acting('planted_f', '') + declared],
    'constraint-without-values.ts': [
      acting('planted_g', ", constraints: { x: 'planted_g' }") + declared,
      'TS2322',
    ],
    'mail.ts': [mailing("{ reference: '', due: '', path: '' }")],
    'mail-without-a-value.ts': [mailing("{ reference: '', path: '' }"), 'TS2345'],
    'letter.ts': [writing("{ kind: 'withdrawal', reason: '', by: '' }")],
    'letter-without-a-value.ts': [writing("{ kind: 'withdrawal', by: '' }"), 'TS2345'],
    'reason.ts': [reasoning("'programme_ended', '1.1', { date: '' }")],
    'reason-without-a-value.ts': [reasoning("'programme_ended', '1.1', {}"), 'TS2345'],
    'reason-without-values.ts': [reasoning("'programme_ended', '1.1'"), 'TS2554'],
    'step.ts': [stepping('{ off: 1n }')],
    'step-without-a-value.ts': [stepping('{}'), 'TS2322'],
    'event.ts': [recording('application.submitted', 'application')],
    'event-of-no-name.ts': [recording('nothing.at_all', 'application'), 'TS2322'],
    'event-about-nothing.ts': [recording('application.submitted', 'nothing'), 'TS2322'],
    'forged-actor.ts': [
      `import type { Actor } from '@/server/actor';
export const me: Actor<'case.read'> = { userId: '1', cityId: null, organisationId: null, platform: false, portal: false, name: '', role: 'reviewer' };
`,
      'TS2322',
    ],
    'other-actor.ts': [
      `import type { Actor } from '@/server/actor';
export const widen = (actor: Actor<'public.read'>): Actor<'case.read'> => actor;
`,
      'TS2322',
    ],
    'one-language.ts': [
      "import { messages } from '@/lib/messages';\nexport const texts = messages({ issue: { en: 'Issue' } });\n",
      'TS2322',
    ],
    'float-money.ts': [
      "import { formatFen } from '@/lib/money';\nexport const text = formatFen(12.5);\n",
      'TS2345',
    ],
    'plain-bigint-money.ts': [
      "import { formatFen } from '@/lib/money';\nexport const text = formatFen(12n);\n",
      'TS2345',
    ],
    'unknown-state.ts': [
      `import { lifecycle } from '@/lib/lifecycle';
export const life = lifecycle({ name: 'x', states: ['a', 'b'], initial: 'a', transitions: { go: { from: ['a'], to: 'c', by: ['owner'] } } });
`,
      'TS2322',
    ],
    'unknown-transition.ts': [
      `import { voucherLifecycle } from '@/features/vouchers/domain/lifecycle';
export const next = voucherLifecycle.next('active', 'explode');
`,
      'TS2345',
    ],
    'parameter.ts': [
      parameter(
        'sizes',
        "kind: 'choices', values: ['micro'], optional: true, label: text, meaning: text",
      ),
    ],
    'parameter-without-label.ts': [
      parameter('sizes', "kind: 'choices', values: ['micro'], optional: true, meaning: text"),
      'TS2322',
    ],
    'parameter-without-meaning.ts': [
      parameter('sizes', "kind: 'choices', values: ['micro'], optional: true, label: text"),
      'TS2322',
    ],
    'parameter-of-another-kind.ts': [
      parameter('sizes', "kind: 'yesNo', optional: true, label: text, meaning: text"),
      'TS2322',
    ],
    'parameter-with-unknown-choice.ts': [
      parameter(
        'sizes',
        "kind: 'choices', values: ['giant'], optional: true, label: text, meaning: text",
      ),
      'TS2322',
    ],
    'parameter-wrongly-required.ts': [
      parameter('sizes', "kind: 'choices', values: ['micro'], label: text, meaning: text"),
      'TS2322',
    ],
    'unknown-parameter.ts': [
      parameter('colour', "kind: 'yesNo', optional: true, label: text, meaning: text"),
      'TS2353',
    ],
    'forgotten-parameter.ts': [
      `import { who } from '@/features/rules/domain/declared/who-messages';
import type { ProgrammeParts } from '@/features/rules/domain/parameters';
export const parts: ProgrammeParts = who;
`,
      'TS2322',
    ],
    'forgotten-fact.ts': [
      `import { facts } from '@/features/rules/domain/declared/questions';
const { region, ...others } = facts;
export const forgotten: typeof facts = others;
export { region };
`,
      'TS2741',
    ],
    'unchecked-index.ts': [
      'export const first = (list: readonly string[]): string => list[0];\n',
      'TS2322',
    ],
  };
  let errors: string[] = [];

  beforeAll(async () => {
    const texts = Object.fromEntries(Object.entries(plants).map(([name, [text]]) => [name, text]));
    const folder = project({
      ...texts,
      'tsconfig.planted.json': JSON.stringify({
        extends: join(root, 'tsconfig.json'),
        compilerOptions: { incremental: false, paths: { '@/*': [join(root, '*')] } },
        include: ['*.ts'],
        exclude: [],
      }),
    });
    const args = ['-p', 'tsconfig.planted.json', '--pretty', 'false'];
    errors = (await output(tools.tsc, args, folder)).split('\n');
  });

  it.each(Object.entries(plants))('%s', (file, [, error]) => {
    const mine = errors.filter((line) => line.startsWith(`${file}(`));
    if (error === undefined) expect(mine).toEqual([]);
    else expect(mine.join('\n')).toContain(`error ${error}`);
  });
});
