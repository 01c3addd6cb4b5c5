// The rules of this house that oxlint has not itself.

const noDefaultExport = {
  create: (context) => ({
    ExportDefaultDeclaration: (node) => context.report({ node, message: 'Use a named export.' }),
  }),
};

const noEnum = {
  create: (context) => ({
    TSEnumDeclaration: (node) => context.report({ node, message: 'Use a string union from a const array.' }),
  }),
};

/** Where the name of a value stands in a type: `typeof value`, `typeof all.value`. */
const IN_A_TYPE = new Set(['TSTypeQuery', 'TSQualifiedName']);

/** Names of which only the type is used are imported as types; not in files with decorators, which keep the classes of their parameters. */
const typeImports = {
  create(context) {
    const imports = [];
    let decorated = false;
    return {
      Decorator() { decorated = true; },
      ImportDeclaration(node) { if (node.importKind !== 'type') imports.push(node); },
      'Program:exit'() {
        for (const node of decorated ? [] : imports) {
          const names = context.sourceCode.getDeclaredVariables(node).filter(isOnlyType).map(({ name }) => name);
          if (names.length > 0) context.report({ node, message: `Only the type is used: import { type ${names.join(', type ')} }.` });
        }
      },
    };
  },
};

function isOnlyType({ defs: [definition], references }) {
  return definition.node.importKind !== 'type' && references.length > 0
    && references.every(({ identifier, isValueReference }) => !isValueReference || IN_A_TYPE.has(identifier.parent.type));
}

export default { meta: { name: 'house' }, rules: { 'no-default-export': noDefaultExport, 'no-enum': noEnum, 'type-imports': typeImports } };
