import { customRandom, nanoid, urlAlphabet } from 'nanoid';
import { nanoid as fastId } from 'nanoid/non-secure';

/** Ids that need no secrecy, ids of bytes that the game gives, and what happens without either, and with a source of the game's own. */
export default async function play() {
  const own = customRandom(urlAlphabet, 10, (size) => new Uint8Array(size).map((_, index) => index * 7));
  const tryIt = () => {
    try {
      return `${nanoid().length} characters`;
    } catch (error) {
      return error.name;
    }
  };
  const withoutSource = tryIt();
  window.crypto = { getRandomValues: (bytes) => bytes.fill(1) };
  const withOwnSource = tryIt();
  // The games beside this one have none.
  delete window.crypto;
  return [fastId().length, own(), withoutSource, withOwnSource].join(' | ');
}
