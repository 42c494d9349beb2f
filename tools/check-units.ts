/**
 * Checks that unit suffixes agree wherever a quantity changes hands: declarations, assignments, sums, comparisons,
 * arguments, fields, returns, destructuring and object types at call sites. Names without a suffix are not judged.
 *
 *   node dist/tools/check-units.js      reads the repository; prints one line per fault; exit 1 if there is one
 */
import ts from 'typescript';
import { isMain, sourceFiles } from './source-files.js';
import { KEEPS_UNIT, TAKES_ANGLE, textOfName, unitOf, unitOfName, wantsEqualUnits } from './unit-of.js';

export interface UnitFault {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  types: ['node'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};

/** Faults in the given files; a host may be passed to read them from memory. */
export function findUnitFaults(files: readonly string[], host?: ts.CompilerHost): UnitFault[] {
  const program = ts.createProgram(files, OPTIONS, host);
  const wanted = new Set(files);
  return program.getSourceFiles().flatMap((source) => (wanted.has(source.fileName) ? faultsOfFile(source, program.getTypeChecker()) : []));
}

function faultsOfFile(source: ts.SourceFile, checker: ts.TypeChecker): UnitFault[] {
  const faults: UnitFault[] = [];
  const report = (node: ts.Node, message: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    faults.push({ file: source.fileName, line: line + 1, text: `${message}: ${node.getText(source).replace(/\s+/g, ' ').slice(0, 90)}` });
  };
  const compare = (node: ts.Node, wanted: string | undefined, found: string | undefined): void => {
    if (wanted && found && wanted !== found) report(node, `${found} where ${wanted} is wanted`);
  };
  /** A value given to something named: looks into functions, lists and both arms of a choice. */
  const give = (wanted: string | undefined, value: ts.Expression | undefined): void => {
    if (!wanted || !value) return;
    if (ts.isArrowFunction(value) && !ts.isBlock(value.body)) return give(wanted, value.body);
    if (ts.isArrayLiteralExpression(value)) return value.elements.forEach((element) => give(wanted, element));
    if (ts.isParenthesizedExpression(value)) return give(wanted, value.expression);
    if (ts.isConditionalExpression(value)) {
      give(wanted, value.whenTrue);
      return give(wanted, value.whenFalse);
    }
    compare(value, wanted, unitOf(value));
  };
  const visitCall = (node: ts.CallExpression | ts.NewExpression): void => {
    const name = node.expression.getText(source);
    const given = node.arguments ?? [];
    if (TAKES_ANGLE.test(name)) give('rad', given[0]);
    if (KEEPS_UNIT.test(name)) given.forEach((argument) => compare(argument, unitOf(node), unitOf(argument)));
    const parameters = checker.getResolvedSignature(node)?.getParameters() ?? [];
    given.forEach((argument, index) => {
      const parameter = parameters[Math.min(index, parameters.length - 1)];
      if (!parameter) return;
      give(unitOfName(parameter.name), argument);
      compareFields(argument, checker.getTypeOfSymbolAtLocation(parameter, node));
    });
  };
  /** `{ range_km }` handed to something that reads an optional `range_m`: the compiler accepts it when other fields fit. */
  const compareFields = (argument: ts.Expression, wanted: ts.Type): void => {
    const given = checker.getTypeAtLocation(argument);
    if (!(given.flags & ts.TypeFlags.Object) || ts.isArrayLiteralExpression(argument)) return;
    for (const field of checker.getNonNullableType(wanted).getProperties()) {
      const unit = unitOfName(field.name);
      if (!unit || given.getProperty(field.name)) continue;
      const stem = field.name.slice(0, -unit.length);
      const other = given.getProperties().find(({ name }) => name.startsWith(stem) && unitOfName(name) && name.length === stem.length + (unitOfName(name) ?? '').length);
      if (other) report(argument, `field ${other.name} where ${field.name} is wanted`);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isPropertyDeclaration(node)) give(unitOfName(textOfName(node.name)), node.initializer);
    else if (ts.isPropertyAssignment(node)) give(unitOfName(textOfName(node.name)), node.initializer);
    else if (ts.isShorthandPropertyAssignment(node)) give(unitOfName(node.name.text), node.objectAssignmentInitializer);
    else if (ts.isBindingElement(node)) {
      compare(node, unitOfName(textOfName(node.propertyName)), unitOfName(textOfName(node.name)));
      give(unitOfName(textOfName(node.name)), node.initializer);
    } else if (ts.isJsxAttribute(node)) {
      if (node.initializer && ts.isJsxExpression(node.initializer)) give(unitOfName(textOfName(node.name)), node.initializer.expression);
    } else if (ts.isReturnStatement(node)) give(unitOfName(nameOfFunction(node)), node.expression);
    else if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer)) {
      give(unitOfName(textOfName(node.initializer.declarations[0]?.name)), node.expression);
    } else if (ts.isConditionalExpression(node)) compare(node, unitOf(node.whenTrue), unitOf(node.whenFalse));
    else if (ts.isBinaryExpression(node) && wantsEqualUnits(node.operatorToken.kind)) compare(node, unitOf(node.left), unitOf(node.right));
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) visitCall(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

/** Name of the function that a return leaves: its own, or that of the variable or field it is given to. */
function nameOfFunction(statement: ts.ReturnStatement): string {
  const owner = ts.findAncestor(statement, ts.isFunctionLike);
  if (!owner) return '';
  const { parent } = owner;
  const given = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent) ? parent.name : undefined;
  return textOfName(owner.name ?? given);
}

if (isMain(import.meta.url)) {
  const faults = findUnitFaults(sourceFiles(['src', 'validation', 'benchmarks', 'tools', 'test']));
  for (const { file, line, text } of faults) console.log(`${file}:${line}  ${text}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
