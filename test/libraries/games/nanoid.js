import { customRandom, nanoid, urlAlphabet } from 'nanoid';
import { nanoid as fastId } from 'nanoid/non-secure';

/** Ids that need no secrecy, ids of bytes that the game gives, and what happens without either. */
export default async function play() {
  const own = customRandom(urlAlphabet, 10, (size) => new Uint8Array(size).map((_, index) => index * 7));
  let secure = '';
  try {
    secure = `${nanoid().length} characters`;
  } catch (error) {
    secure = error.name;
  }
  return [fastId().length, own(), secure].join(' | ');
}
