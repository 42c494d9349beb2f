/**
 * The last stage after burn-out, which coasts, turns and sets bodies free. It flies as the body it has pushed last does.
 * Pushes are sudden and exact, and its own mass does not matter: what it can give is a velocity in all.
 */
import type { Ephemeris } from '../../../kernel/flight/ephemeris.js';
import { ephemerisUntil, joinEphemerides } from '../../../kernel/flight/ephemeris-join.js';
import type { Fall, Flight, Flyer } from '../../../kernel/flight/flight.js';
import { invariant } from '../../../kernel/invariant.js';
import { cos, PI, sin } from '../../../kernel/maths.js';
import { cross, normalise } from '../../../kernel/vector.js';
import type { GeodeticPlace } from '../place.js';
import type { BallisticMissile } from './ballistic.js';
import { push, type Pushed, pushToPlace } from './push.js';

/** Turn from one direction to the next on a spiral that covers the sphere evenly. */
const GOLDEN_TURN_RAD = 2.399963229728653;

export class BusFlight {
  /** Inertial state at `t_s`, and what it can still give. */
  readonly state_eci = new Float64Array(6);
  t_s: number;
  left_mps: number;
  flights = 0;
  rightHandSides = 0;
  private table: Ephemeris;
  /** Where what it carries would come down now. */
  private impact: Fall['impact'];

  /** `flight` is the missile's own, with its table; the bus starts with it at burn-out. */
  constructor(
    private readonly flyer: Flyer,
    private readonly missile: BallisticMissile,
    flight: Flight,
  ) {
    invariant(flight.ephemeris !== undefined, 'BusFlight: the flight has no table');
    this.state_eci.set(flight.burnout.state_eci);
    this.t_s = flight.burnTime_s;
    this.left_mps = missile.bus.deltaV_mps;
    this.table = ephemerisUntil(flight.ephemeris, flight.burnTime_s);
    this.impact = flight.impact;
  }

  /** Coasts to the next release; false when it meets the air before. */
  coast(): boolean {
    const { interval_s } = this.missile.bus;
    if (!(interval_s > 0)) return true;
    const fall = this.flyer.fall(this.state_eci, this.t_s, this.missile.ballisticCoefficient_kgpm2, { withEphemeris: true, until_s: this.t_s + interval_s });
    this.count(fall, 1);
    if (fall.status !== 'aloft' || fall.entry_s !== undefined) return false;
    this.flyer.lastState(this.state_eci);
    this.t_s += interval_s;
    this.table = this.withOwn(fall);
    return true;
  }

  /** Changes its course for a place and takes it; what the push found, with the flight of the body let go there. */
  turnTo(place: GeodeticPlace): Pushed {
    const { flyer, state_eci, t_s, missile } = this;
    const pushed = pushToPlace(flyer, { state_eci, t_s, ballisticCoefficient_kgpm2: missile.ballisticCoefficient_kgpm2 }, this.impact, place, this.left_mps);
    this.count(pushed, pushed.flights);
    if (!pushed.isHit) return pushed;
    push(state_eci, pushed.velocity_mps, state_eci);
    this.left_mps -= pushed.size_mps;
    this.impact = pushed.fall.impact;
    return pushed;
  }

  /** Lets the `index`-th of some decoys go; their directions cover the sphere evenly. */
  drop(index: number, count: number): Fall {
    const { missile, flyer, t_s } = this;
    const { separation_mps, ballisticCoefficient_kgpm2 } = missile.decoys;
    invariant(ballisticCoefficient_kgpm2 > 0, `BusFlight: decoys need a ballistic coefficient, was ${ballisticCoefficient_kgpm2} kg/m²`);
    const state = new Float64Array(6);
    push(this.state_eci, this.direction(index, count, separation_mps), state);
    const fall = flyer.fall(state, t_s, ballisticCoefficient_kgpm2, { withEphemeris: true });
    this.count(fall, 1);
    return fall;
  }

  /** Table from launch on of a body set free here. */
  withOwn(fall: Fall): Ephemeris {
    invariant(fall.ephemeris !== undefined, 'BusFlight: the fall has no table');
    return joinEphemerides(this.table, fall.ephemeris);
  }

  /** Of a given length, in axes along the velocity, across the plane of the orbit, and square to both. */
  private direction(index: number, count: number, length: number): readonly [number, number, number] {
    const along = this.state_eci.slice(3);
    const across = new Float64Array(3);
    const third = new Float64Array(3);
    normalise(along, along);
    cross(this.state_eci, along, across);
    normalise(across, across);
    cross(along, across, third);
    const rise = 1 - (2 * index + 1) / count;
    const width = Math.sqrt(1 - rise * rise);
    const a = length * rise;
    const b = length * width * cos((index * GOLDEN_TURN_RAD) % (2 * PI));
    const c = length * width * sin((index * GOLDEN_TURN_RAD) % (2 * PI));
    return [
      a * along[0] + b * across[0] + c * third[0], a * along[1] + b * across[1] + c * third[1], a * along[2] + b * across[2] + c * third[2],
    ];
  }

  private count({ rightHandSides }: { readonly rightHandSides: number }, flights: number): void {
    this.flights += flights;
    this.rightHandSides += rightHandSides;
  }
}
