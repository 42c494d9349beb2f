/**
 * Binds a plan to the models of this version: who the missiles are, which sensors look, which shooters share a layer.
 * A layer is all shooters of one kind that fire the same interceptor (GBI at two sites is one layer): they share a design,
 * so they share its common-mode failures, and the doctrine counts their shots on a missile together.
 */
import { key32 } from '../kernel/hash.js';
import { usableRounds } from '../models/command/doctrine.js';
import { bindSensor } from '../models/sensor/index.js';
import type { SensorView } from '../models/sensor/index.js';
import type { LayerPlan, Plan, SensorPlan } from '../scenario/plan.js';

export interface LinkedMissile {
  readonly name: string;
  readonly key: number;
  readonly attack: number;
  /** Which of the attack's targets it is aimed at. */
  readonly aim: number;
}

export interface LinkedSensor {
  readonly plan: SensorPlan;
  readonly key: number;
  readonly view: SensorView;
}

/** One entry of the plan's layers: a shell or a battery. */
export interface Element {
  readonly plan: LayerPlan;
  readonly group: number;
  /** Rounds that may be fired: of the battery, or of each satellite. */
  readonly usable_count: number;
}

export interface Group {
  readonly kind: 'space' | 'ground';
  readonly name: string;
  readonly key: number;
  readonly elements: readonly number[];
}

export interface Linked {
  readonly plan: Plan;
  readonly missiles: readonly LinkedMissile[];
  readonly sensors: readonly LinkedSensor[];
  readonly elements: readonly Element[];
  readonly groups: readonly Group[];
}

export function link(plan: Plan): Linked {
  const missiles = plan.attacks.flatMap((attack, a) =>
    Array.from({ length: attack.count }, (_, i): LinkedMissile => {
      const name = `${attack.key}/${i}`;
      return { name, key: key32(name), attack: a, aim: i % attack.targets.length };
    }),
  );
  const sensors = plan.sensors.map((sensor): LinkedSensor => ({ plan: sensor, key: key32(sensor.key), view: bindSensor(sensor) }));
  const names = [...new Set(plan.layers.map(groupName))];
  const groups = names.map((name): Group => {
    const elements = plan.layers.flatMap((layer, i) => (groupName(layer) === name ? [i] : []));
    const first = plan.layers[elements[0]];
    return { kind: first.kind, name: first.interceptor.name, key: key32(name), elements };
  });
  const elements = plan.layers.map((layer): Element => ({
    plan: layer,
    group: names.indexOf(groupName(layer)),
    usable_count: usableRounds(plan.command, layer.kind === 'space' ? layer.perSatellite_count : layer.magazine_count),
  }));
  return { plan, missiles, sensors, elements, groups };
}

const groupName = (layer: LayerPlan): string => `${layer.kind}:${layer.interceptor.name}`;
