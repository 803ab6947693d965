import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const made: WeakRef<object>[] = [];

/** Makes an object that only a weak reference names, and tells how many of those made so far in this thread are held. */
export default function holdWeakly(_input: number): number {
  made.push(new WeakRef({}));
  collect();
  return made.filter((object) => object.deref() !== undefined).length;
}
