/**
 * Imports only point down; docs/architecture.md says why. lib/testing proves each rule with a planted violation. A rule for a folder
 * of a feature holds at any depth: features have rooms.
 */
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    rule('no-circular', 'Two files that need each other are one file.', {}, { circular: true }),
    rule(
      'domain-is-pure',
      'Domain code knows domain code and lib/*.ts: no package, no clock, no I/O.',
      { path: '^features/.+/domain(/|\\.ts$)', pathNot: '\\.test\\.ts$' },
      { pathNot: '^(features/.+/domain(/|\\.ts$)|lib/[^/]+\\.ts$)' },
    ),
    rule(
      'lib-is-pure',
      'lib/*.ts knows lib/*.ts alone.',
      { path: '^lib/[^/]+\\.ts$', pathNot: '\\.test\\.ts$' },
      { pathNot: '^lib/[^/]+\\.ts$' },
    ),
    rule(
      'components-know-no-feature',
      'Components are the vocabulary; features speak it.',
      { path: '^components/' },
      { path: '^(features|db|app|lib/server)/' },
    ),
    rule(
      'features-meet-in-the-open',
      'A feature is reached through its domain, commands, queries and texts, not its insides.',
      { path: '^features/([^/]+)/', pathNot: '^features/.+/ui/' },
      { path: '^features/(?!$1/).+/(input|actions|ui/)' },
    ),
    rule(
      'only-the-ledger-touches-its-tables',
      'Money moves through features/ledger alone.',
      { pathNot: '^(features/ledger|db)/' },
      { path: '^db/schema/ledger\\.ts$' },
    ),
    rule(
      'pages-know-no-database',
      'A page asks queries and shows components.',
      { path: '^(app|features/.+/ui)/' },
      { path: '^db/|/commands\\.ts$|-commands\\.ts$' },
    ),
    rule(
      'actions-are-the-only-door',
      'Commands are called by actions, route handlers, jobs and other commands; never by pages.',
      { path: '^components/' },
      { path: 'commands\\.ts$' },
    ),
    rule(
      'server-knows-no-feature',
      'The gate serves every feature and knows none.',
      { path: '^lib/' },
      { path: '^(features|app|components)/' },
    ),
    rule(
      'database-knows-domain-only',
      'The schema takes states and types from the domain, and nothing else from above.',
      { path: '^db/(schema|client)' },
      { path: '^(features/(?!.+/domain)|app/|components/)' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|\\.data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
