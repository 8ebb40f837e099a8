import { create, createFileRegistry, createRegistry, fromBinary, toBinary, toJsonString } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema, StructSchema, TimestampSchema, timestampFromMs } from '@bufbuild/protobuf/wkt';

/** Writes and reads messages that come with the library, one of them by a descriptor made at run time. */
export default async function play() {
  const struct = create(StructSchema, { fields: { name: { kind: { case: 'stringValue', value: 'grüß 😀' } },
      ratio: { kind: { case: 'numberValue', value: 0.5 } } } });
  const read = fromBinary(StructSchema, toBinary(StructSchema, struct));
  const time = fromBinary(TimestampSchema, toBinary(TimestampSchema, timestampFromMs(1_700_000_000_123)));
  const file = create(FileDescriptorProtoSchema, {
    name: 'game.proto', syntax: 'proto3', package: 'game',
    messageType: [{ name: 'Score', field: [{ name: 'points', number: 1, type: 3, label: 1, jsonName: 'points' }] }],
  });
  const score = createFileRegistry(file, () => undefined).getMessage('game.Score');
  const points = fromBinary(score, toBinary(score, create(score, { points: BigInt('9007199254740993') })));
  return [toJsonString(StructSchema, read), toJsonString(TimestampSchema, time), toJsonString(score, points),
      createRegistry(score).getMessage('game.Score') === score].join(' ');
}
