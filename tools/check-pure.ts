/**
 * Keeps the pure floors pure: nothing that depends on the clock, the machine, the language of the user or the engine's
 * own elementary functions, whose last bit differs between Node 20, Node 24 and Chromium. Also: degrees are converted
 * in one file, and no module keeps state of its own.
 *
 *   node dist/tools/check-pure.js      one line per fault; exit 1 if there is one
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { isMain, sourceFiles } from './source-files.js';

const PURE = ['kernel', 'models', 'scenario', 'engine', 'studies', 'policy', 'figures', 'formats'].map((floor) => `src/${floor}`);

/** Exact by the language standard, so the same everywhere. */
const EXACT = new Set('sqrt abs min max floor ceil round trunc sign imul clz32 fround PI E LN2 LN10 SQRT2 SQRT1_2 LOG2E LOG10E'.split(' '));
const IMPURE = new Set(
  'Date Intl console performance process globalThis window document navigator fetch crypto require eval setTimeout setInterval setImmediate queueMicrotask Buffer'.split(' '),
);
const LOCALE = /^(toLocale[A-Z]\w*|localeCompare)$/;

/** Faults of one file as lines of text. `name` decides which rules hold. */
export function findImpurities(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const own = declaredNames(source);
  const faults: string[] = [];
  const report = (node: ts.Node, message: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    faults.push(`${name}:${line + 1}  ${message}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isIdentifier(node) && isValue(node) && !own.has(node.text)) {
      if (node.text === 'Math' && !isExactMember(node)) report(node, `Math.${memberOf(node)} differs between engines: use kernel/maths.ts`);
      if (IMPURE.has(node.text)) report(node, `${node.text} is not for pure floors`);
    }
    if (ts.isPropertyAccessExpression(node) && LOCALE.test(node.name.text)) report(node, `${node.name.text} depends on the user's language`);
    if (isPower(node)) report(node, '** with an exponent that is not an integer literal: use pow of kernel/maths.ts');
    if (name !== 'src/kernel/units.ts' && convertsDegrees(node)) report(node, 'degrees are converted in kernel/units.ts only');
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement) && isModuleState(statement)) report(statement, 'state at module level: let the caller or a factory own it');
  }
  return faults;
}

/** Names that the file declares itself; a parameter called `document` is no global. */
function declaredNames(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isDeclaration = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node) || ts.isImportSpecifier(node);
    if (isDeclaration && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
    if (ts.isImportClause(node) && node.name) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** Is this identifier read as a value, rather than the name of a member, field or label? */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertySignature(parent)) return parent.name !== node;
  return !ts.isPropertyDeclaration(parent) && !ts.isMethodSignature(parent) && !ts.isExportSpecifier(parent);
}

const memberOf = ({ parent }: ts.Identifier): string => (ts.isPropertyAccessExpression(parent) ? parent.name.text : '*');
const isExactMember = (node: ts.Identifier): boolean => EXACT.has(memberOf(node));

function isPower(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node)) return false;
  const operator = node.operatorToken.kind;
  if (operator !== ts.SyntaxKind.AsteriskAsteriskToken && operator !== ts.SyntaxKind.AsteriskAsteriskEqualsToken) return false;
  return !/^\(?-?\d+\)?$/.test(node.right.getText());
}

function convertsDegrees(node: ts.Node): boolean {
  if (ts.isNumericLiteral(node)) return /^57\.29|^0?\.0174/.test(node.text);
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.SlashToken) return false;
  const [left, right] = [node.left.getText(), node.right.getText()];
  const isPi = (text: string): boolean => /(^|\W)PI\)?$/.test(text);
  return (/(^|\W)180$/.test(left) && isPi(right)) || (isPi(left) && right === '180');
}

function isModuleState(statement: ts.VariableStatement): boolean {
  if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)) return false;
  const { flags, declarations } = statement.declarationList;
  if (!(flags & ts.NodeFlags.Const)) return true;
  // `new Float64Array(6)` is scratch unless its name says constant; `new Map([…])` is a table, an empty one a cache.
  return declarations.some(({ name, initializer }) => {
    if (!initializer || !ts.isNewExpression(initializer) || /^[A-Z0-9_]+$/.test(name.getText())) return false;
    const made = initializer.expression.getText();
    const isEmpty = !initializer.arguments?.some((argument) => !ts.isNumericLiteral(argument));
    return isEmpty && (made.endsWith('Array') || /^(Weak)?(Map|Set)$/.test(made));
  });
}

if (isMain(import.meta.url)) {
  const files = sourceFiles(PURE).filter((file) => !/\.test\.tsx?$/.test(file));
  const faults = files.flatMap((file) => findImpurities(file, readFileSync(file, 'utf8')));
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
