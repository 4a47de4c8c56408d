import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Rules of the house that no ready-made rule knows; planted violations prove each (lib/testing). */
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
const restricted = (...lists) => ({
  'no-restricted-syntax': ['error', ...noLiteralSpread, ...lists.flat()],
});

export default tseslint.config(
  { ignores: ['.next/', '.data/', 'node_modules/', 'next-env.d.ts', 'db/migrations/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
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
      // A React form takes an async action; the rule does not know that yet.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      // Splitting by code points is just what masks and checks of codes want.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `T | void` and one-use type parameters are how the gate infers its refusals.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      ...restricted(noHardCodedText, noClock, noRawSql, noEnvironment),
      'no-restricted-imports': ['error', { paths: [noFetchingLink] }],
    },
  },
  { files: ['components/ui/link.tsx'], rules: { 'no-restricted-imports': 'off' } },
  {
    // Markup is long without being complicated.
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 130, skipBlankLines: true }] },
  },
  {
    // Formats of Chinese documents, and the calendar, are rules and not texts.
    files: ['lib/*.ts', 'lib/input/*.ts'],
    rules: restricted(noClock, noRawSql, noEnvironment),
  },
  {
    files: ['server/**/*.ts', 'features/jobs/**/*.ts'],
    rules: restricted(noHardCodedText, noRawSql, noEnvironment),
  },
  {
    // Sessions run on real time: the demonstration clock must not sign anybody out.
    files: ['features/people/*commands.ts'],
    rules: restricted(noHardCodedText, noRawSql, noEnvironment),
  },
  {
    files: ['**/messages.ts', '**/*-messages.ts'],
    rules: { 'max-lines': 'off', ...restricted(noClock, noRawSql, noEnvironment) },
  },
  { files: ['server/env.ts', 'proxy.ts', 'instrumentation.ts'], rules: restricted(noRawSql) },
  { files: ['db/schema/**/*.ts'], rules: restricted(noHardCodedText, noClock, noEnvironment) },
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
