import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { ownTables } from './scripts/lint/own-tables.mjs';
import { verbFirst } from './scripts/lint/verb-first.mjs';

/**
 * Rules of this project that no ready-made rule covers; lib/testing proves each with a planted
 * violation.
 */
const noHardCodedText = [
  {
    selector: 'JSXText[value=/\\p{L}/u]',
    message: 'Text that a person reads comes from messages.ts.',
  },
  {
    selector:
      ':matches(Literal[value=/\\p{Script=Han}/u], TemplateElement[value.raw=/\\p{Script=Han}/u])',
    message: 'Chinese text stands in messages.ts, beside its English.',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(title|aria-label|placeholder|alt|label)$/] > Literal[value=/\\p{L}/u]',
    message: 'Text that a person reads comes from messages.ts.',
  },
];
const noClock = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time is an argument, or comes from the database.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Time is an argument, or comes from the database.',
  },
];
const noRawSql = [
  {
    selector: 'CallExpression[callee.object.name="sql"][callee.property.name="raw"]',
    message: 'SQL from text invites injection; use placeholders.',
  },
];
const noEnvironment = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Settings are read and validated in server/env.ts alone.',
  },
];
/** Matches the beginnings of the portal's addresses. The public interface under api/v1 declares its own. */
const addresses =
  '^\\x2F((startup|vendor|operator|city|platform|demo|programmes|compare|notices|awards|vendors|verify|samples|developers|proof|' +
  'sign-in|sign-up|forgot-password|reset-password|invitations|register-organisation|settings|notifications|documents)' +
  '(?![\\w-])|api\\x2F(?!v1)\\w)';
const noBareAddress = [
  {
    selector: `:not(TSLiteralType) > :matches(Literal[value=/${addresses}/], TemplateLiteral[quasis.0.value.raw=/${addresses}/])`,
    message: 'Addresses are made by lib/paths.ts, which a test compares with the pages.',
  },
];
const noFetchingLink = {
  name: 'next/link',
  importNames: ['default'],
  message: 'Links come from components/ui/link.tsx, which fetches nothing ahead.',
};
const noLiteralSpread = [
  {
    selector: ':matches(SpreadElement, JSXSpreadAttribute) > ObjectExpression',
    message:
      'Write the keys out: spreading a literal means nothing, and hides how long a function is.',
  },
];
const noLogicInCatalogue = [
  {
    selector:
      ':matches(FunctionDeclaration, ForStatement, ForOfStatement, WhileStatement, SwitchStatement)',
    message: 'A catalogue holds texts. What chooses among them is a function in a file of its own.',
  },
];
/** The files whose doc comments must begin with a verb. */
const verbFirstFiles = [
  'app/**/*.{ts,tsx}',
  'components/**/*.{ts,tsx}',
  'db/**/*.{ts,tsx}',
  'demo/**/*.{ts,tsx}',
  'features/**/*.{ts,tsx}',
  'lib/**/*.{ts,tsx,mjs}',
  'scripts/**/*.{ts,tsx,mjs}',
  'server/**/*.{ts,tsx}',
];
/** One plugin for the rules of scripts/lint: a plugin of one name must be one object. */
const house = { rules: { 'own-tables': ownTables, 'verb-first': verbFirst } };
const restricted = (...lists) => ({
  'no-restricted-syntax': ['error', ...noLiteralSpread, ...lists.flat()],
});

export default tseslint.config(
  { ignores: ['.next/', '.data/', 'node_modules/', 'next-env.d.ts', 'db/migrations/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: verbFirstFiles,
    plugins: { house },
    rules: { 'house/verb-first': 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: false },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A catalogue adds the values of its codes to those of the house (lib/messages.ts).
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A React form takes an async action, which the rule does not allow for yet.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      // Masks and checks of codes need to split a text by code points.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The gate infers its refusals by `T | void` and by type parameters that are used once.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      ...restricted(noHardCodedText, noClock, noRawSql, noEnvironment, noBareAddress),
      'no-restricted-imports': ['error', { paths: [noFetchingLink] }],
    },
  },
  {
    // A rule of its own: later blocks replace what no-restricted-syntax lists.
    files: ['**/*.{ts,tsx}'],
    ignores: ['db/**', 'demo/**', 'e2e/**', '**/*.test.ts'],
    plugins: { house },
    rules: { 'house/own-tables': 'error' },
  },
  { files: ['components/ui/link.tsx'], rules: { 'no-restricted-imports': 'off' } },
  {
    // Markup is long even where it is simple.
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 130, skipBlankLines: true }] },
  },
  {
    // Formats of Chinese documents and of the calendar are rules, not texts.
    files: ['lib/*.ts', 'lib/input/*.ts'],
    rules: restricted(noClock, noRawSql, noEnvironment, noBareAddress),
  },
  {
    // The table itself, and the beginnings of addresses that search engines are to leave out.
    files: ['lib/paths.ts', 'lib/browser-paths.ts', 'features/sitemap/domain/robots.ts'],
    rules: restricted(noHardCodedText, noClock, noRawSql, noEnvironment),
  },
  {
    files: ['server/**/*.ts', 'features/jobs/**/*.ts'],
    rules: restricted(noHardCodedText, noRawSql, noEnvironment, noBareAddress),
  },
  {
    // Sessions use real time, so that the demonstration's clock never signs a user out.
    files: ['features/people/*commands.ts'],
    rules: restricted(noHardCodedText, noRawSql, noEnvironment, noBareAddress),
  },
  {
    files: ['**/messages.ts', '**/*-messages.ts'],
    ignores: ['lib/messages.ts'],
    rules: {
      'max-lines': 'off',
      ...restricted(noLogicInCatalogue, noClock, noRawSql, noEnvironment, noBareAddress),
    },
  },
  {
    files: ['server/env.ts', 'proxy.ts', 'instrumentation.ts'],
    rules: restricted(noRawSql, noBareAddress),
  },
  {
    files: ['db/schema/**/*.ts'],
    rules: restricted(noHardCodedText, noClock, noEnvironment, noBareAddress),
  },
  {
    files: [
      '**/*.test.ts',
      'db/testing/**',
      'demo/**',
      'db/migrate.ts',
      'e2e/**',
      'scripts/**',
      '*.config.*',
    ],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', ...restricted() },
  },
);
