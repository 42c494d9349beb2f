/**
 * The air of the US Standard Atmosphere 1976 from its defining equations and constants alone: none of its tables, none of
 * the kernel's code. To 86 km the hydrostatic equation is summed up over altitude; from 86 to 1,000 km the number densities
 * of six gases are, with mixing and diffusion (equations 32 to 42, tables 5 to 7 of the standard; SI units).
 */

const G0 = 9.80665, R0 = 6356766, R = 8314.32, M0 = 28.9644, AVOGADRO = 6.022169e26, BOLTZMANN = 1.380622e-23;
/** Bases of the layers in geopotential km, and the gradient from each, K/km. */
const LAYERS = [[0, -6.5], [11, 0], [20, 1], [32, 2.8], [47, 0], [51, -2.8], [71, -2]] as const;
const STEP_M = 20, BASE_M = 86000, TOP_M = 1000000;

interface Gas {
  readonly molarMass: number;
  /** Number density at 86 km, 1/m³. */
  readonly base: number;
  /** Molecular diffusion: D = a (T/273.15)^b / N. */
  readonly a: number;
  readonly b: number;
  readonly thermal: number;
  /** Vertical transport: Q (Z − U)² exp(−W (Z − U)³), Z in km. */
  readonly transport: readonly (readonly [q: number, u: number, w: number])[];
}

const O: Gas = { molarMass: 15.9994, base: 8.6e16, a: 6.986e20, b: 0.75, thermal: 0, transport: [[-5.809644e-4, 56.90311, 2.70624e-5]] };
const O2: Gas = { molarMass: 31.9988, base: 3.030898e19, a: 4.863e20, b: 0.75, thermal: 0, transport: [[1.366212e-4, 86, 8.333333e-5]] };
const AR: Gas = { molarMass: 39.948, base: 1.3514e18, a: 4.487e20, b: 0.87, thermal: 0, transport: [[9.434079e-5, 86, 8.333333e-5]] };
const HE: Gas = { molarMass: 4.0026, base: 7.5817e14, a: 1.7e21, b: 0.691, thermal: -0.4, transport: [[-2.457369e-4, 86, 6.666667e-4]] };
const N2_MOLAR_MASS = 28.0134, N2_BASE = 1.129794e20;
/** Atomic hydrogen is given at 500 km, flows upwards at a constant rate, and counts from 150 km on. */
const H = { molarMass: 1.00797, at500: 8e10, flux: 7.2e11, a: 3.305e21, b: 0.5, thermal: -0.25 };

const gravity = (z_m: number): number => G0 * (R0 / (R0 + z_m)) ** 2;

export interface Air {
  readonly temperature_K: number;
  readonly pressure_Pa: number;
  readonly density_kgpm3: number;
}

/** To 86 km; the temperature is the molecular-scale one, which is 0.04 % above the kinetic one at the top. */
export function lowerAir(altitude_m: number): Air {
  const scaled_K = (z_m: number): number => {
    const h_km = (R0 * z_m) / (R0 + z_m) / 1000;
    return LAYERS.reduce((t, [base, gradient], i) => t + gradient * Math.max(0, Math.min(h_km, LAYERS[i + 1]?.[0] ?? Infinity) - base), 288.15);
  };
  const slope = (z_m: number): number => (gravity(z_m) * M0) / (R * scaled_K(z_m));
  const steps = Math.max(2, 2 * Math.ceil(altitude_m / STEP_M)), h = altitude_m / steps;
  let sum = slope(0) + slope(altitude_m);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * slope(i * h);
  const pressure_Pa = 101325 * Math.exp((-sum * h) / 3), temperature_K = scaled_K(altitude_m);
  return { temperature_K, pressure_Pa, density_kgpm3: (pressure_Pa * M0) / (R * temperature_K) };
}

function upperTemperature(z_m: number): { t: number; perM: number } {
  const z = z_m / 1000;
  if (z <= 91) return { t: 186.8673, perM: 0 };
  if (z <= 110) {
    const x = (z - 91) / 19.9429, root = Math.sqrt(1 - x * x);
    return { t: 263.1905 - 76.3232 * root, perM: (76.3232 * x) / (19.9429 * root) / 1000 };
  }
  if (z <= 120) return { t: 240 + 12 * (z - 110), perM: 0.012 };
  const r = R0 / 1000, falling = 640 * Math.exp((-0.01875 * (z - 120) * (r + 120)) / (r + z));
  return { t: 1000 - falling, perM: (0.01875 * falling * ((r + 120) / (r + z)) ** 2) / 1000 };
}

function eddyDiffusion(z_m: number): number {
  const above95_km = z_m / 1000 - 95;
  if (above95_km <= 0) return 120;
  return above95_km < 20 ? 120 * Math.exp(1 - 400 / (400 - above95_km * above95_km)) : 0;
}

/** From 86 to 1,000 km in steps of 20 m; the answer looks altitudes up. */
export function upperAir(): (altitude_m: number) => Air {
  const z = Float64Array.from({ length: (TOP_M - BASE_M) / STEP_M + 1 }, (_, i) => BASE_M + i * STEP_M);
  const t = z.map((at) => upperTemperature(at).t), perM = z.map((at) => upperTemperature(at).perM), g = z.map(gravity), k = z.map(eddyDiffusion);
  const integral = (f: (i: number) => number): Float64Array => {
    const out = new Float64Array(z.length);
    for (let i = 1; i < z.length; i++) out[i] = out[i - 1]! + ((f(i - 1) + f(i)) / 2) * STEP_M;
    return out;
  };
  // Air is mixed to 100 km, and its mean mass counts there; above it is that of what has been summed up before.
  const isMixed = (i: number): boolean => z[i]! <= 100000;
  const n2Sum = integral((i) => (g[i]! * (isMixed(i) ? M0 : N2_MOLAR_MASS)) / (R * t[i]!));
  const n2 = n2Sum.map((sum, i) => ((N2_BASE * t[0]!) / t[i]!) * Math.exp(-sum));
  const densityOf = (gas: Gas, all: Float64Array, meanMass: (i: number) => number): Float64Array => {
    const sum = integral((i) => {
      const d = (gas.a * (t[i]! / 273.15) ** gas.b) / all[i]!, mass = isMixed(i) ? M0 : meanMass(i), z_km = z[i]! / 1000;
      let flow = gas.transport.reduce((total, [q, u, w]) => total + q * (z_km - u) ** 2 * Math.exp(-w * (z_km - u) ** 3), 0);
      if (gas === O && z_km < 97) flow += -3.416248e-3 * (97 - z_km) ** 2 * Math.exp(-5.008765e-4 * (97 - z_km) ** 3);
      return (g[i]! / (R * t[i]!)) * (d / (d + k[i]!)) * (gas.molarMass + (mass * k[i]!) / d + ((gas.thermal * R) / g[i]!) * perM[i]!) + flow / 1000;
    });
    return sum.map((s, i) => ((gas.base * t[0]!) / t[i]!) * Math.exp(-s));
  };
  const o = densityOf(O, n2, () => N2_MOLAR_MASS), o2 = densityOf(O2, n2, () => N2_MOLAR_MASS);
  const three = n2.map((n, i) => n + o[i]! + o2[i]!);
  const massOfThree = (i: number): number => (n2[i]! * N2_MOLAR_MASS + o[i]! * O.molarMass + o2[i]! * O2.molarMass) / three[i]!;
  const ar = densityOf(AR, three, massOfThree), he = densityOf(HE, three, massOfThree);
  const five = three.map((n, i) => n + ar[i]! + he[i]!);

  const at500 = (500000 - BASE_M) / STEP_M, weight = integral((i) => (g[i]! * H.molarMass) / (R * t[i]!));
  const tau = weight.map((w) => w - weight[at500]!);
  const flow = integral((i) => (H.flux * five[i]! * (t[i]! / t[at500]!) ** (1 + H.thermal) * Math.exp(tau[i]!)) / (H.a * (t[i]! / 273.15) ** H.b));
  const h = tau.map((depth, i) => (z[i]! < 150000 ? 0 : (H.at500 - flow[i]! + flow[at500]!) * (t[at500]! / t[i]!) ** (1 + H.thermal) * Math.exp(-depth)));

  return (altitude_m) => {
    const i = Math.round((altitude_m - BASE_M) / STEP_M);
    const mass = n2[i]! * N2_MOLAR_MASS + o[i]! * O.molarMass + o2[i]! * O2.molarMass + ar[i]! * AR.molarMass + he[i]! * HE.molarMass + h[i]! * H.molarMass;
    return { temperature_K: t[i]!, pressure_Pa: (five[i]! + h[i]!) * BOLTZMANN * t[i]!, density_kgpm3: mass / AVOGADRO };
  };
}
