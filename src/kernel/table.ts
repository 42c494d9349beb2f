/**
 * Tables of columns in one buffer: a snapshot is a copy, a hand-over to a worker a transfer, a golden check a hash.
 * The buffer describes itself in a header of six 32-bit words: magic, format version, key of the columns' names and
 * types, rows in use, capacity, and one spare that keeps eight-byte columns aligned.
 */
import { key32 } from './hash.js';

const ARRAYS = { f64: Float64Array, i32: Int32Array, u32: Uint32Array, u8: Uint8Array } as const;

export type ColumnType = keyof typeof ARRAYS;
export type Columns = Readonly<Record<string, ColumnType>>;

export type Table<C extends Columns> = { readonly [K in keyof C]: InstanceType<(typeof ARRAYS)[C[K]]> } & {
  /** Rows in use; kept in the buffer, so that it travels with it. */
  count: number;
  readonly capacity: number;
  readonly buffer: ArrayBuffer;
};

/** "CTAB" read as a little-endian word; a buffer from a machine of the other endianness is refused by it. */
const MAGIC = 0x42415443;
const VERSION = 1;
const HEADER_WORDS = 6;
const HEADER_BYTES = HEADER_WORDS * 4;
const COUNT = 3;
const RESERVED = new Set(['count', 'capacity', 'buffer']);

/** Allocates an empty table, or views one that arrived in `buffer` from a worker, a file or a snapshot. */
export function createTable<const C extends Columns>(columns: C, capacity: number, buffer?: ArrayBuffer): Table<C> {
  // Widest columns first keeps every one of them aligned.
  const entries = Object.entries(columns).sort((a, b) => width(b[1]) - width(a[1]));
  const reserved = entries.find(([name]) => RESERVED.has(name));
  if (reserved) throw new RangeError(`createTable: a column cannot be called ${reserved[0]}`);
  if (!Number.isInteger(capacity) || capacity < 0) throw new RangeError(`createTable: capacity must be a whole number, was ${capacity}`);
  const bytes = HEADER_BYTES + entries.reduce((sum, [, type]) => sum + width(type) * capacity, 0);
  const memory = buffer ?? new ArrayBuffer(bytes);
  const layout = key32(entries.map(([name, type]) => `${name}:${type}`).join(','));
  const header = openHeader(memory, bytes, layout, capacity, buffer === undefined);
  const table: Record<string, unknown> = {};
  let offset = HEADER_BYTES;
  for (const [name, type] of entries) {
    table[name] = new ARRAYS[type](memory, offset, capacity);
    offset += width(type) * capacity;
  }
  Object.defineProperties(table, {
    count: { get: () => header[COUNT], set: (rows: number) => writeCount(header, rows, capacity), enumerable: true },
    capacity: { value: capacity, enumerable: true },
    buffer: { value: memory },
  });
  return table as Table<C>;
}

/** Independent copy of a table, as it is now. */
export function copyTable<const C extends Columns>(columns: C, table: Table<C>): Table<C> {
  return createTable(columns, table.capacity, table.buffer.slice(0));
}

/** Rows that a buffer was made for; to view a table whose size the reader does not know. */
export function capacityOf(buffer: ArrayBuffer): number {
  return new Uint32Array(buffer, 0, HEADER_WORDS)[4];
}

function openHeader(memory: ArrayBuffer, bytes: number, layout: number, capacity: number, isNew: boolean): Uint32Array {
  if (memory.byteLength < bytes) throw new RangeError(`createTable: buffer holds ${memory.byteLength} bytes, ${bytes} needed`);
  const header = new Uint32Array(memory, 0, HEADER_WORDS);
  if (isNew) {
    header.set([MAGIC, VERSION, layout, 0, capacity, 0]);
    return header;
  }
  if (header[0] !== MAGIC || header[1] !== VERSION) throw new RangeError('createTable: the buffer does not hold a table of this version');
  if (header[2] !== layout) throw new RangeError('createTable: the buffer holds other columns');
  if (header[4] !== capacity) throw new RangeError(`createTable: the buffer was made for ${header[4]} rows, not ${capacity}`);
  return header;
}

function writeCount(header: Uint32Array, rows: number, capacity: number): void {
  if (!(rows >= 0 && rows <= capacity)) throw new RangeError(`table: count ${rows} is outside 0 … ${capacity}`);
  header[COUNT] = rows;
}

function width(type: ColumnType): number {
  return ARRAYS[type].BYTES_PER_ELEMENT;
}
