/**
 * The unit that an expression carries, read from names: `range_m`, `threats.x_m[i]`, `elevation_rad(…)`.
 * Products and quotients carry none, so a conversion ends the trail; a name without a suffix is never at fault.
 */
import ts from 'typescript';

const WORDS =
  'm km mm s ms min h tick rad deg mrad radps degps mps kmps mps2 g kg t N kN Pa kPa K W kW MW J MJ Hz kHz MHz GHz ' +
  'm2 km2 m3 m2psr m3ps2 kgps kgpm2 kgpm3 dB dBsm prob count usd perS pct year';
const UNITS = new Set(WORDS.split(' '));
/** Constants are upper case: EARTH_RADIUS_M. `MIN` and `T` there mean something else. */
const UPPER_UNITS = new Map([...UNITS].filter((unit) => !['min', 't', 'mm', 'MW', 'MJ'].includes(unit)).map((unit) => [unit.toUpperCase(), unit]));

/** The unit of a name, or nothing. */
export function unitOfName(name: string): string | undefined {
  const suffix = /_([A-Za-z0-9]+)$/.exec(name)?.[1];
  if (suffix === undefined) return undefined;
  return name === name.toUpperCase() ? UPPER_UNITS.get(suffix) : UNITS.has(suffix) ? suffix : undefined;
}

/** A property's or variable's name where it is written out, quoted or not. */
export function textOfName(name: ts.Node | undefined): string {
  if (!name) return '';
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isPrivateIdentifier(name) ? name.text : '';
}

const SUMS = new Set<ts.SyntaxKind>([ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken, ts.SyntaxKind.PercentToken]);
const CHOICES = new Set<ts.SyntaxKind>([ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken]);
const ASSIGNMENTS = new Set<ts.SyntaxKind>([ts.SyntaxKind.EqualsToken, ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.MinusEqualsToken]);
const COMPARISONS = new Set<ts.SyntaxKind>([
  ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.LessThanEqualsToken, ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

/** Operators whose two sides must be of one unit. */
export function wantsEqualUnits(operator: ts.SyntaxKind): boolean {
  return SUMS.has(operator) || CHOICES.has(operator) || ASSIGNMENTS.has(operator) || COMPARISONS.has(operator);
}

/** Functions that take an angle, that give one, and that give back what they are given. */
export const TAKES_ANGLE = /^(Math\.)?(sin|cos|tan)$/;
const GIVES_ANGLE = /^(Math\.)?(asin|acos|atan|atan2)$/;
export const KEEPS_UNIT = /^(Math\.(abs|min|max|floor|ceil|round|trunc)|clamp)$/;

export function unitOf(node: ts.Expression): string | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return unitOf(node.expression);
  if (ts.isAwaitExpression(node)) return unitOf(node.expression);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return node.operator === ts.SyntaxKind.ExclamationToken ? undefined : unitOf(node.operand);
  if (ts.isIdentifier(node)) return unitOfName(node.text);
  if (ts.isPropertyAccessExpression(node)) return unitOfName(node.name.text);
  if (ts.isElementAccessExpression(node)) return ts.isStringLiteralLike(node.argumentExpression) ? unitOfName(node.argumentExpression.text) : unitOf(node.expression);
  if (ts.isConditionalExpression(node)) return unitOf(node.whenTrue) ?? unitOf(node.whenFalse);
  if (ts.isCallExpression(node)) return unitOfCall(node);
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (SUMS.has(operator) || CHOICES.has(operator) || ASSIGNMENTS.has(operator)) return unitOf(node.left) ?? unitOf(node.right);
  }
  return undefined;
}

function unitOfCall(node: ts.CallExpression): string | undefined {
  const name = node.expression.getText();
  if (GIVES_ANGLE.test(name)) return 'rad';
  if (KEEPS_UNIT.test(name)) return node.arguments.map(unitOf).find((unit) => unit !== undefined);
  return unitOf(node.expression);
}
