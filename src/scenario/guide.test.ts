import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue, ROOT } from '../../test/load.js';
import { compileText } from './compile/compile.js';
import { checkReach } from './meaning/reach.js';

it.each(['writing-a-raid', 'writing-sensors', 'writing-command-and-allies'])('every example of %s can be run', { timeout: 60_000 }, (name) => {
  const guide = readFileSync(new URL(`docs/guide/${name}.md`, ROOT), 'utf8');
  const examples = [...guide.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text);
  expect(examples.length).toBeGreaterThan(3);
  for (const text of examples) {
    const result = compileText(text, 'guide.yaml', catalogue());
    expect(result.ok ? checkReach(result.compiled.plan, 'guide.yaml', result.compiled.targetPlaces) : result.problems, text).toEqual([]);
  }
});
