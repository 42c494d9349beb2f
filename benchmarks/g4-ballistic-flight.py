"""The fixed flight of benchmark G4 with scipy's DOP853, as benchmark-flight.ts flies it.

Reads commands from standard input, one a line, and answers each with one line:
  rate FIRST COUNT   fly COUNT flights from index FIRST on; answers "done"
  impact INDEX       answers geocentric latitude, Earth-fixed longitude (rad) and time (s)
Plain floats in the right-hand side: for six numbers they beat numpy arrays.
"""
import sys
from math import asin, atan2, cos, exp, pi, sin, sqrt

from scipy.integrate import solve_ivp

MU, RE, F, J2, W = 3.986004418e14, 6378137.0, 1 / 298.257223563, 1.08262668e-3, 7.292115e-5
STAGES = ((792e3, 61.0, 20780.0, 2300.0), (270e3, 66.0, 6240.0, 795.0), (153e3, 61.0, 3310.0, 400.0))
PAYLOAD = 1000.0
J2_FACTOR = 1.5 * J2 * RE * RE


def height(t, y):
    x, py, z = y[0], y[1], y[2]
    r2 = x * x + py * py + z * z
    return sqrt(r2) - RE * (1 - F * z * z / r2)


height.terminal = True
height.direction = -1


def pull(x, py, z):
    r2 = x * x + py * py + z * z
    central = -MU / (r2 * sqrt(r2))
    oblate = J2_FACTOR / r2
    five = 5 * z * z / r2
    flat = central * (1 + oblate * (1 - five))
    return flat * x, flat * py, central * (1 + oblate * (3 - five)) * z, r2


def flight(index):
    lat, lon, azimuth = 0.7 + 0.001 * (index % 100), 0.5, (index % 360) * pi / 180
    final_pitch = 1.15 + 0.0005 * (index % 200)
    ux, uy, uz = cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)
    dx = sin(azimuth) * -sin(lon) + cos(azimuth) * -sin(lat) * cos(lon)
    dy = sin(azimuth) * cos(lon) + cos(azimuth) * -sin(lat) * sin(lon)
    dz = cos(azimuth) * cos(lat)
    r = RE * (1 - F * uz * uz)
    y = [r * ux, r * uy, r * uz, -W * r * uy, W * r * ux, 0.0]
    t = 0.0
    mass0 = PAYLOAD + sum(stage[2] + stage[3] for stage in STAGES)
    for thrust, burn, propellant, dry in STAGES:
        start, first, flow = t, mass0, propellant / burn

        def powered(t, y):
            x, py, z, vx, vy, vz = y.tolist()
            fx, fy, fz, r2 = pull(x, py, z)
            mass = first - flow * (t - start)
            h = sqrt(r2) - RE * (1 - F * z * z / r2)
            if h < 200e3:
                ax, ay = vx + W * py, vy - W * x
                drag = -0.5 * 1.225 * exp(-h / 7200) * sqrt(ax * ax + ay * ay + vz * vz) * 0.5 / mass
                fx += drag * ax
                fy += drag * ay
                fz += drag * vz
            pitch = 0.0 if t < 10 else final_pitch * (1 - exp(-(t - 10) / 45))
            rise, run = thrust / mass * cos(pitch), thrust / mass * sin(pitch)
            return vx, vy, vz, fx + rise * ux + run * dx, fy + rise * uy + run * dy, fz + rise * uz + run * dz

        end = t + burn
        for stop in (10.0, end) if t < 10 else (end,):
            y = solve_ivp(powered, (t, stop), y, method="DOP853", rtol=1e-9, atol=1e-3).y[:, -1]
            t = stop
        mass0 -= propellant + dry

    def coast(t, y):
        x, py, z, vx, vy, vz = y.tolist()
        fx, fy, fz, r2 = pull(x, py, z)
        h = sqrt(r2) - RE * (1 - F * z * z / r2)
        if h < 200e3:
            ax, ay = vx + W * py, vy - W * x
            drag = -0.5 * 1.225 * exp(-h / 7200) * sqrt(ax * ax + ay * ay + vz * vz) / 6000
            fx += drag * ax
            fy += drag * ay
            fz += drag * vz
        return vx, vy, vz, fx, fy, fz

    end = solve_ivp(coast, (t, 10000.0), y, method="DOP853", rtol=1e-9, atol=1e-3, events=height)
    t = float(end.t_events[0][0])
    x, py, z = end.y_events[0][0][:3].tolist()
    lon = atan2(py, x) - W * t
    return asin(z / sqrt(x * x + py * py + z * z)), (lon + pi) % (2 * pi) - pi, t


for line in sys.stdin:
    words = line.split()
    if not words:
        continue
    if words[0] == "rate":
        for index in range(int(words[1]), int(words[1]) + int(words[2])):
            flight(index)
        print("done", flush=True)
    else:
        print(*flight(int(words[1])), flush=True)
