/** `cupola orbit --svg`: altitude against life and make-up as a file that stands by itself. */
import { parseHTML } from 'linkedom';
import { citationLine, type Provenance } from '../../figures/sentences/citation.js';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { significantText } from '../../figures/numbers.js';
import { orbitLifeFigure } from '../../figures/pictures/orbit-life-figure.js';
import { fromSi } from '../../kernel/units.js';
import type { SolarActivity } from '../../models/constellation/solar-activity.js';
import type { LifePoint, OrbitLifeInputs } from '../../studies/orbit/orbit-life.js';

export interface OrbitLifeAnswer {
  readonly inputs: OrbitLifeInputs;
  readonly activity: SolarActivity;
  readonly curve: readonly LifePoint[];
  readonly warnings: readonly string[];
  readonly provenance: Provenance;
}

/** On white, in dark text: a file does not know the page it will stand on. */
export function orbitLifeSvg({ inputs, curve, warnings, provenance }: OrbitLifeAnswer): string {
  const { document } = parseHTML('<html></html>');
  const figure = orbitLifeFigure(
    {
      title: 'Life in a low orbit',
      subtitle: `Mass over area ${significantText(inputs.massToArea_kgpm2)} kg/m2, drag coefficient ${significantText(inputs.dragCoefficient)}; asked for ${significantText(fromSi(inputs.life_s, 'y'), 3)} years at ${significantText(fromSi(inputs.altitude_m, 'km'))} km`,
      curve, altitude_m: inputs.altitude_m, wanted_s: inputs.life_s,
      notes: [...warnings, 'Mean activity: table posted at space.stackexchange.com/questions/48256; factors of a quiet and an active Sun are assumed: cupola show defaults orbit-life.', citationLine(provenance)],
    },
    document as unknown as FigureDocument,
  );
  figure.setAttribute('style', 'background: #ffffff; color: #111820');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${figure.outerHTML}\n`;
}
