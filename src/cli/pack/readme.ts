/** The page that lies on top in a pack: what it answers, what is in it, and how to rerun it with nothing but Node. */
import { countText } from '../../figures/numbers.js';
import { PACK_FILES, type PackManifest } from '../../store/pack/manifest.js';

const CONTENT: Readonly<Record<keyof typeof PACK_FILES, string>> = {
  readme: 'this page',
  scenario: 'the question, with every change made on the command line',
  cards: 'every number that the answer uses: value, range, source, standing',
  plan: 'the same as the engine reads it, in SI units with every default filled in',
  answer: 'the answer, as `cupola run --json` prints it',
  attacks: 'how many got through in each simulated attack',
  catalogue: 'all public data of that version',
  dataLicence: 'licence of the data (CC BY 4.0)',
  engine: 'the engine in one file, without packages beside it',
  licence: 'licence of the engine (Apache 2.0)',
  thirdParty: 'what the engine has inside it, with licences',
};

export function readmeText({ title, version, engineVersion, dataHash, planHash, recordHash, runId, runs, seed, command, asOf }: Omit<PackManifest, 'files'>, sentence: string): string {
  return `# ${title}

${sentence}

Run ${runId}, Cupola ${version}; ${countText(runs)} simulated attacks, seed ${seed}. Cards dated ${asOf.oldest || 'nowhere'} to ${asOf.newest || 'nowhere'}. Made by

    ${command}

A notional shield from public numbers; nobody's design and no forecast.

## What is in it

| File | What it is |
|---|---|
${(Object.keys(PACK_FILES) as (keyof typeof PACK_FILES)[]).map((key) => `| \`${PACK_FILES[key]}\` | ${CONTENT[key]} |`).join('\n')}
| \`manifest.json\` | versions, and the SHA-256 of every file |

## Run it again, without a network

With Node 20.19 or later, in this folder:

    node ${PACK_FILES.engine}

It checks every file against the manifest, runs the same attacks with the same luck and says whether the record of all of them has the same hash:

| | |
|---|---|
| record | \`${recordHash}\` |
| plan | \`${planHash}\` |
| engine | \`${engineVersion}\` |
| data | \`${dataHash}\` |

With a later Cupola, \`cupola verify\` and this pack's name say whether its answer is still the same, and if not which cards or numbers changed.
`;
}
