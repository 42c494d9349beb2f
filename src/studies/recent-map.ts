/** A map that knows which entries were used last, so that a worker that sees many plans keeps the parts it still needs. */
export class RecentMap<K, V> extends Map<K, V> {
  override get(key: K): V | undefined {
    const value = super.get(key);
    // A map keeps the order in which entries were put in: taken out and put back, an entry is the latest.
    if (value !== undefined) {
      super.delete(key);
      super.set(key, value);
    }
    return value;
  }

  /** Drops what has not been used for longest until at most `most` entries are left. */
  trim(most: number): void {
    for (const key of this.keys()) {
      if (this.size <= most) return;
      super.delete(key);
    }
  }
}
