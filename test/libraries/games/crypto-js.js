import CryptoJS from 'crypto-js';

/** Hashes, signatures and ciphers with a key of the game's; a key from a passphrase needs a random source for its salt. */
export default async function play() {
  const { AES, HmacSHA256, MD5, SHA256, enc, lib } = CryptoJS;
  const [key, iv] = [enc.Hex.parse('000102030405060708090a0b0c0d0e0f'), enc.Hex.parse('101112131415161718191a1b1c1d1e1f')];
  const secret = AES.encrypt('grüß', key, { iv }).toString();
  let random = '';
  try {
    random = `${lib.WordArray.random(16).sigBytes} bytes`;
  } catch (error) {
    random = error.message;
  }
  return [MD5('a').toString(), SHA256('a').toString().slice(0, 16), HmacSHA256('a', 'b').toString(enc.Base64).slice(0,
      16), AES.decrypt(secret, key, { iv }).toString(enc.Utf8), random].join(' | ');
}
