const verb = /^[A-Z][a-z]+s$/;

/** Words that end like a verb in the third person but are no verbs, or do not say what a function does. */
const others = new Set([
  'Across',
  'Actions',
  'Always',
  'Amounts',
  'As',
  'Besides',
  'Cases',
  'Contents',
  'Days',
  'Entries',
  'Errors',
  'Fields',
  'Files',
  'Funds',
  'Has',
  'Is',
  'Its',
  'Items',
  'Less',
  'Lines',
  'Messages',
  'Others',
  'Pages',
  'Parts',
  'Perhaps',
  'Rows',
  'Sometimes',
  'Texts',
  'This',
  'Thus',
  'Times',
  'Towards',
  'Unless',
  'Users',
  'Values',
  'Various',
  'Was',
  'Words',
]);

const isFunction = (node) =>
  node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';

/** Returns the node whose first token follows a doc comment: the export statement, if the declaration is exported. */
const outermost = (node) => (node.parent.type.startsWith('Export') ? node.parent : node);

/** Returns the text of a doc comment directly above a node, without its stars, or null where there is none. */
function docComment(sourceCode, node) {
  const last = sourceCode.getCommentsBefore(node).at(-1);
  if (last?.type !== 'Block' || !last.value.startsWith('*')) return null;
  const directly = node.loc.start.line - last.loc.end.line <= 1;
  return directly ? { loc: last.loc, text: last.value.replaceAll(/^\s*\*+/gm, '').trim() } : null;
}

/**
 * Rejects a doc comment above a function, a class or a method that does not begin with a verb in the third person. A comment that
 * begins with a verb states what the function does, and can be understood at the first reading.
 */
export const verbFirst = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Doc comments of functions, classes and methods begin with a verb.' },
    messages: {
      verbFirst:
        'Begin the comment with a verb in the third person, as in "Returns the amount in fen." It begins with "{{word}}".',
    },
    schema: [],
  },
  create(context) {
    const check = (node) => {
      const comment = docComment(context.sourceCode, node);
      if (!comment || comment.text.startsWith('@')) return;
      const word = comment.text.split(/[\s,;:.]/, 1)[0];
      if (verb.test(word) && !others.has(word)) return;
      context.report({ loc: comment.loc, messageId: 'verbFirst', data: { word } });
    };
    const checkDeclaration = (node) => check(outermost(node));
    const checkMember = (node) => {
      if (isFunction(node.value)) check(node);
    };
    return {
      FunctionDeclaration: checkDeclaration,
      TSDeclareFunction: checkDeclaration,
      ClassDeclaration: checkDeclaration,
      VariableDeclaration(node) {
        if (isFunction(node.declarations[0].init)) checkDeclaration(node);
      },
      MethodDefinition: check,
      PropertyDefinition: checkMember,
      Property(node) {
        if (node.method) check(node);
      },
    };
  },
};
