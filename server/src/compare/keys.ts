/**
 * What sentences with the same wording share: one object, so that equal sentences are found without comparing text. The
 * fields are scratch for one comparison at a time.
 */
export class Key {
  /** The comparison that the other fields belong to. */
  pass = 0;
  /** The next sentence of the reply with this wording, or -1. */
  quoted = -1;
  askedCount = 0;
  quotedCount = 0;
}

const keys = new Map<string, WeakRef<Key>>();
let most = 1000;

/** The key of a wording. Keys that no sentence has any more are let go. */
export function keyOf(wording: string): Key {
  const known = keys.get(wording)?.deref();
  if (known) return known;
  if (keys.size >= most) {
    for (const [text, key] of keys) if (!key.deref()) keys.delete(text);
    most = Math.max(1000, keys.size * 2);
  }
  const key = new Key();
  keys.set(wording, new WeakRef(key));
  return key;
}
