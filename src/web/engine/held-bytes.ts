/** How much memory the numbers behind a value take: its typed arrays, each counted once. Objects around them are not counted. */
export function heldBytes(value: unknown, seen = new Set<unknown>()): number {
  if (value === null || typeof value !== 'object' || seen.has(value)) return 0;
  seen.add(value);
  if (ArrayBuffer.isView(value)) {
    if (seen.has(value.buffer)) return 0;
    seen.add(value.buffer);
    return value.buffer.byteLength;
  }
  let bytes = 0;
  for (const part of value instanceof Map ? value.values() : Object.values(value)) bytes += heldBytes(part, seen);
  return bytes;
}
