/**
 * Holds that imports only point down; docs/architecture.md says why. lib/testing proves each rule with a planted violation. A
 * rule for a folder of a feature holds at any depth, because features have rooms.
 */
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const tests = '\\.test\\.tsx?$';

/**
 * Lists the capabilities and their rooms from the bottom up. A capability imports only from lines above its own here, so no circle
 * between folders can come back. A name without a slash means the folder without the rooms that are listed apart.
 */
const order = [
  ['ledger', 'audit', 'vendors'],
  ['notifications', 'forms'],
  ['people', 'rules'],
  ['calendar', 'documents', 'notifications/centre'],
  ['organisations', 'tables'],
  ['operators'],
  ['programmes'],
  ['programmes/guide'],
  ['programmes/list'],
  ['programmes/check'],
  ['programmes/compare'],
  ['programmes/home'],
  ['programmes/editor'],
  ['programmes/form-editor'],
  ['programmes/publication'],
  ['programmes/what-if'],
  ['programmes/api'],
  ['pauses'],
  ['budget', 'redemptions'],
  ['claims'],
  ['vouchers'],
  ['letters'],
  ['recoveries', 'validity', 'pauses/register'],
  ['advances'],
  ['settlements', 'funders'],
  ['certificates'],
  ['bans'],
  ['applications', 'awards'],
  ['reviews'],
  ['caps', 'notices', 'samples', 'shares'],
  ['objections'],
  ['appeals', 'issuing', 'proof', 'sitemap'],
  ['proof/api'],
  ['developers', 'jobs'],
  ['demo'],
];

const names = order.flat();
const roomsOf = (name) =>
  names.filter((other) => other.startsWith(`${name}/`)).map((other) => other.split('/')[1]);
const folderOf = (name) => {
  const rooms = roomsOf(name);
  return `^features/${name}/${rooms.length > 0 ? `(?!(${rooms.join('|')})/)` : ''}`;
};
const inOrder = order.flatMap((group, at) =>
  group.flatMap((name) => {
    const above = order.slice(at).flat();
    const others = above.filter((other) => other !== name).map(folderOf);
    if (others.length === 0) return [];
    const comment = 'A capability imports only from those above it in the order.';
    const from = { path: folderOf(name), pathNot: tests };
    return [rule('capabilities-in-order', comment, from, { path: others })];
  }),
);

const domain = '^features/(.+)/domain(/|\\.ts$)';
/** Matches the schemas at the root of the capability, or of the room, that a domain belongs to. */
const ownSchema = '^features/$1/(schema|[^/]+-schema)\\.ts$';

module.exports = {
  forbidden: [
    rule(
      'no-circular',
      'Two files that import each other belong in one file.',
      {},
      { circular: true },
    ),
    ...inOrder,
    rule(
      'every-capability-has-a-place',
      'A new capability needs a place in the order above.',
      {},
      { path: `^features/(?!(${names.filter((name) => !name.includes('/')).join('|')})/)` },
    ),
    rule(
      'domain-is-pure',
      'Domain code imports only domain code and lib/*.ts: no package, no clock, no I/O.',
      { path: domain, pathNot: tests },
      { pathNot: [domain, '^lib/[^/]+\\.ts$', ownSchema] },
    ),
    rule(
      'domain-is-pure',
      'The types of a domain may be those that its own schema declares; nothing of the schema runs there.',
      { path: domain, pathNot: tests },
      { path: ownSchema, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'lib-is-pure',
      'lib/*.ts imports only lib/*.ts.',
      { path: '^lib/[^/]+\\.ts$', pathNot: tests },
      { pathNot: '^lib/[^/]+\\.ts$' },
    ),
    rule(
      'lib-is-ground',
      'lib imports from no other folder of the project.',
      { path: '^lib/' },
      { path: '^(app|components|db|demo|e2e|features|scripts|server)/' },
    ),
    rule(
      'components-know-no-feature',
      'Components serve every feature and import from none.',
      { path: '^components/' },
      { path: '^(features|db|demo|app|server)/' },
    ),
    rule(
      'features-meet-in-the-open',
      "Other features import only a feature's domain, commands, queries and texts.",
      { path: '^features/([^/]+)/', pathNot: '^features/.+/ui/' },
      { path: '^features/(?!$1/).+/(input|actions|ui/)' },
    ),
    rule(
      'only-the-ledger-touches-its-tables',
      'Only features/ledger moves money.',
      { pathNot: '^(features/ledger|db|demo)/' },
      { path: '^db/schema/ledger(-advances)?\\.ts$' },
    ),
    rule(
      'pages-know-no-database',
      'A page calls queries and shows components.',
      { path: '^(app|features/.+/ui)/' },
      { path: '^db/|/commands\\.ts$|-commands\\.ts$' },
    ),
    rule(
      'pages-call-no-action',
      'Actions are called by the forms of a feature; a page only shows them.',
      { path: '^(app|components)/' },
      { path: '^features/.+/actions\\.ts$' },
    ),
    rule(
      'actions-are-the-only-door',
      'Commands are called by actions, route handlers, jobs and other commands.',
      { path: '^components/' },
      { path: 'commands\\.ts$' },
    ),
    rule(
      'server-knows-no-feature',
      'The server serves every feature and imports from none.',
      { path: '^server/', pathNot: tests },
      { path: '^(features|app|components|demo)/' },
    ),
    rule(
      'database-knows-domain-only',
      'The schema imports states and types from the domain, and nothing else from a feature.',
      { path: '^db/(?!testing/)', pathNot: tests },
      { path: '^(features/(?!.+/domain)|app/|components/|demo/|e2e/)' },
    ),
    rule(
      'the-product-knows-no-demonstration',
      'The loader of the demonstration imports the product, and never the other way round.',
      { path: '^(app|components|features|lib|server)/', pathNot: tests },
      { path: '^(demo|db/testing)/' },
    ),
    rule(
      'scripts-know-no-page',
      'Scripts start, measure and load the product, and import no page.',
      { path: '^scripts/' },
      { path: '^(app|components|e2e|features/.+/ui)/' },
    ),
    rule(
      'e2e-looks-from-outside',
      'A browser test works from outside, as a user does: it imports only texts, rules and helpers of tests.',
      { path: '^e2e/' },
      { path: '^(app|components|server)/|commands\\.ts$|/ui/|^features/.+queries\\.ts$' },
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
