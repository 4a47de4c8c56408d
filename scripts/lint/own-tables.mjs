/**
 * The capability that owns each table (by its export name in db/schema). The rule reports every write to a table from
 * outside its owner. Other capabilities call the owner's commands, so that the state, the event and the dependent rows
 * change together. Tests, `db` and `demo` are exempt (eslint.config.mjs).
 */
export const owners = {
  advances: ['advanceRequests'],
  appeals: ['appeals'],
  applications: ['applications', 'applicationRevisions', 'corrections', 'signOffs'],
  awards: ['awardImports', 'awardRows'],
  budget: ['budgetChanges', 'budgetWarnings'],
  claims: ['claims', 'claimCosts', 'invoiceUses'],
  bans: ['bans'],
  caps: ['capDecisions'],
  calendar: ['calendarYears', 'cityCalendars', 'calendarWarnings'],
  certificates: ['signingKeys', 'signingKeySecrets', 'certificates'],
  demo: ['portalClock'],
  documents: ['documents'],
  issuing: ['issueProposals'],
  funders: ['funderBills', 'funderBillLines', 'funderReceipts'],
  ledger: [
    'pools',
    'accounts',
    'ledgerHolds',
    'rules',
    'entries',
    'settlementLines',
    'funders',
    'funderEntries',
    'advances',
    'advanceEntries',
    'interestEntries',
  ],
  letters: ['letters'],
  notices: ['notices', 'noticeItems'],
  notifications: ['notifications', 'notificationPreferences', 'digests', 'reminders', 'mails'],
  objections: ['objections'],
  operators: ['mandates', 'actingSessions'],
  organisations: [
    'organisations',
    'organisationContacts',
    'organisationParties',
    'verifications',
    'bankAccounts',
  ],
  pauses: ['pauses', 'pauseExtensions'],
  people: ['cities', 'users', 'memberships', 'invitations', 'sessions', 'passwordResets'],
  programmes: ['programmes', 'programmeVersions', 'rounds', 'programmePools'],
  proof: [
    'sealChains',
    'seals',
    'sealedRows',
    'publishedHeads',
    'proofChecks',
    'proofFindings',
    'dayEnds',
  ],
  recoveries: ['recoveries', 'recoveryCredits'],
  redemptions: ['holds', 'redemptions'],
  reviews: ['reviews', 'caseStages', 'soleDecisions'],
  samples: ['samples', 'sampleLines'],
  server: ['auditEvents', 'sendings', 'signInAttempts'],
  settlements: ['settlementBatches', 'payments', 'paymentTemplates', 'bankAnswers'],
  shares: ['shareOuts', 'shareLines'],
  validity: ['voucherChanges'],
  vendors: ['accreditations'],
  vouchers: ['vouchers'],
};

/**
 * Files that may write tables that this rule cannot see or that others own, each with the reason. New entries need a good
 * reason.
 */
export const seams = {
  'server/rows.ts':
    'It writes the table that a command names in its call of `advance` or `writeState`, and the call is judged.',
};

const ownerOf = new Map(
  Object.entries(owners).flatMap(([owner, tables]) => tables.map((table) => [table, owner])),
);

/** Returns the name of a table in the database. Tables of the ledger include their schema. */
export const sqlName = (table) => {
  if (owners.ledger.includes(table))
    return `ledger.${table === 'ledgerHolds' ? 'holds' : snake(table)}`;
  return snake(table);
};
const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const tableOfSql = new Map([...ownerOf.keys()].map((table) => [sqlName(table), table]));

const folderOf = (owner) => (owner === 'server' ? 'server/' : `features/${owner}/`);

const writes = new Set(['insert', 'update', 'delete']);
/** The functions of `server/rows.ts` that write to the table that they are given. */
const steps = new Set(['advance', 'writeState']);
/** The names of a transaction. A write through one must name its table, so that this rule can see it. */
const transaction = /(^|\.)(tx|inner)$|(^|\.)db\(\)$/;
const writingSql =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?([\w.]+|\0\d+\0)/gi;

function create(context) {
  const file = context.filename.slice(context.cwd.length + 1).replaceAll('\\', '/');
  /** Maps a name in this file to its table, or to `*` for a whole schema file. */
  const imported = new Map();
  const tableOf = (node) => {
    if (node?.type === 'Identifier') return imported.get(node.name);
    const whole = node?.type === 'MemberExpression' && imported.get(node.object.name) === '*';
    return whole ? node.property.name : undefined;
  };
  const judge = (node, table) => {
    const owner = ownerOf.get(table);
    if (!owner || file.startsWith(folderOf(owner))) return;
    context.report({ node, messageId: 'stranger', data: { table, folder: folderOf(owner) } });
  };
  return {
    ImportDeclaration({ source, specifiers }) {
      if (!/(^|\/)db\/schema\//.test(source.value)) return;
      for (const one of specifiers) imported.set(one.local.name, one.imported?.name ?? '*');
    },
    CallExpression(node) {
      const { callee } = node;
      if (steps.has(callee.name)) {
        const moved = tableOf(node.arguments[1]);
        if (moved) judge(node, moved);
        else if (!seams[file]) context.report({ node, messageId: 'unnamed' });
        return;
      }
      if (callee.type !== 'MemberExpression' || !writes.has(callee.property.name)) return;
      const table = tableOf(node.arguments[0]);
      if (table) judge(node, table);
      else if (transaction.test(context.sourceCode.getText(callee.object)) && !seams[file])
        context.report({ node, messageId: 'unnamed' });
    },
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.name !== 'sql') return;
      const text = quasi.quasis
        .map(({ value }, at) => value.cooked + (at < quasi.expressions.length ? `\0${at}\0` : ''))
        .join('');
      for (const [, name] of text.matchAll(writingSql)) {
        const at = /^\0(\d+)\0$/.exec(name)?.[1];
        const table = at ? tableOf(quasi.expressions[at]) : tableOfSql.get(name.toLowerCase());
        if (table) judge(quasi, table);
      }
    },
  };
}

export const ownTables = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      stranger: '{{table}} is written by the commands of {{folder}} alone; call one of them.',
      unnamed: 'Name the table where it is written, so that its owner can be checked.',
    },
  },
  create,
};
