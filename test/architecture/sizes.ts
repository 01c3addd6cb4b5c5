import ts from 'typescript';
import { type SourceFile } from './source-files.js';

const MOST_PARAMETERS = 6;
const MOST_ROUTES = 7;
const ROUTE_DECORATORS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Head', 'Options']);

/** Classes that ask for too much: constructors with too many parameters, controllers with too many routes. */
export function sizeFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => classesIn(path, text).flatMap((found) => {
    const where = `${path} ${found.name?.text ?? 'class'}`;
    const parameters = Math.max(0, ...found.members.filter(ts.isConstructorDeclaration).map((constructor) => constructor.parameters.length));
    const routes = found.members.filter(isRoute).length;
    return [
      ...(parameters > MOST_PARAMETERS ? [`${where} is constructed from ${parameters} things; the most is ${MOST_PARAMETERS}`] : []),
      ...(routes > MOST_ROUTES ? [`${where} has ${routes} routes; the most is ${MOST_ROUTES}`] : []),
    ];
  }));
}

function classesIn(path: string, text: string): ts.ClassLikeDeclaration[] {
  const found: ts.ClassLikeDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}

function isRoute(member: ts.ClassElement): boolean {
  if (!ts.isMethodDeclaration(member)) return false;
  return (ts.getDecorators(member) ?? []).some(({ expression }) =>
    ts.isCallExpression(expression) && ts.isIdentifier(expression.expression) && ROUTE_DECORATORS.has(expression.expression.text));
}
