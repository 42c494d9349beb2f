/** A table that may be read and not written: what a handler gets of tables that are not its own. */
export type Reads<T> = {
  readonly [K in keyof T]: T[K] extends Float64Array | Int32Array | Uint32Array | Uint8Array | Uint16Array ? ReadsColumn : T[K];
};

export interface ReadsColumn {
  readonly [row: number]: number;
  readonly length: number;
}
