/**
 * How well a position is known from lines of sight alone: the Cramér-Rao bound of one moment. A line of sight tells the two directions
 * across it to within range times angular error and nothing along it, so its Fisher information is (I − u uᵀ)/(r σ)²; those of several
 * sensors add, and the bound is the root of the trace of the inverse. Independent Gaussian errors, known sensor positions, one moment:
 * motion of the target between looks is not used. Source: Kay, Fundamentals of Statistical Signal Processing: Estimation (1993), 3.9.
 */
import { PI } from '../../kernel/maths.js';
import { angleBetween_rad, type Vector } from '../../kernel/vector.js';

/** Information of several lines of sight: xx, yy, zz, xy, xz, yz, per square metre. */
export type SightInformation = Float64Array;

export function noInformation(): SightInformation {
  return new Float64Array(6);
}

/** Adds a line of sight: the vector between sensor and target, and the error of its direction in each of two axes. */
export function addLineOfSight(information: SightInformation, dx: number, dy: number, dz: number, angularError_rad: number): void {
  const range2 = dx * dx + dy * dy + dz * dz;
  const weight = 1 / (range2 * angularError_rad * angularError_rad);
  const scale = weight / range2;
  information[0] += weight - scale * dx * dx;
  information[1] += weight - scale * dy * dy;
  information[2] += weight - scale * dz * dz;
  information[3] -= scale * dx * dy;
  information[4] -= scale * dx * dz;
  information[5] -= scale * dy * dz;
}

/** Standard deviation of the position, all three axes together; Infinity from one line of sight, or from several along one line. */
export function positionBound_m(information: SightInformation): number {
  const [xx, yy, zz, xy, xz, yz] = information;
  const minorX = yy * zz - yz * yz, minorY = xx * zz - xz * xz, minorZ = xx * yy - xy * xy;
  const determinant = xx * minorX - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz);
  const size = xx + yy + zz;
  // Rounding leaves a trace of a determinant where there is none: equal lines within about 1e-6 rad of each other tell no distance.
  if (!(determinant > 1e-14 * size * size * size)) return Infinity;
  return Math.sqrt((minorX + minorY + minorZ) / determinant);
}

/** Angle at which two lines of sight cross, in [0, π/2]: the bound of two equal ones falls all the way to a right angle. */
export function stereoAngle_rad(first: Vector, second: Vector): number {
  const angle_rad = angleBetween_rad(first, second);
  return angle_rad > PI / 2 ? PI - angle_rad : angle_rad;
}
