import protobuf from 'protobufjs/light.js';

const { Enum, Field, MapField, Root, Type } = protobuf;

/** Writes and reads a message of every kind of field by reflection, which makes code at run time where that is allowed. */
export default async function play() {
  const message = new Type('Message')
    .add(new Field('name', 1, 'string')).add(new Field('bytes', 2, 'bytes')).add(new Field('list', 3, 'sint32', 'repeated'))
    .add(new Field('ratio', 4, 'double')).add(new Field('kind', 5, 'Kind')).add(new MapField('map', 6, 'string',
        'int32')).add(new Field('big', 7, 'uint64'));
  new Root().define('game').add(new Enum('Kind', { NONE: 0, SOME: 1 })).add(message);
  const written = message.encode(message.create({ name: 'grüß 😀', bytes: new Uint8Array([0, 255]), list: [-1, 2],
      ratio: 0.5, kind: 1, map: { a: 7 }, big: 12345678901 })).finish();
  return JSON.stringify(message.toObject(message.decode(written), { longs: String, enums: String, bytes: Array }));
}
