/** The order of play. Sentry comes last: it patches prototypes of the browser's objects for everybody. */
export const libraryGroups: readonly (readonly string[])[] = [
    ['mqtt', 'colyseus', 'socket-io', 'axios', 'ky', 'protobufjs', 'bufbuild-protobuf', 'uuid', 'nanoid', 'crypto-js'],
    ['sentry'],
];

/** What each game of `games/` gives when its library works. */
export const expectedResults: Readonly<Record<string, string>> = {
    'mqtt': 'grüß 0,1,255',
    'colyseus': 'count 5, mine true, bytes 1,2,255, left 4000',
    'socket-io': '5 3,2,1 websocket io server disconnect; 5 3,2,1 polling io server disconnect',
    'axios': '200 | yes | {"a":[1]} | 1 | [["q","ü b"]] | application/json | true | 0,1,254,255 | 4 | AxiosError 404 /none | ECONNABORTED | ERR_CANCELED | a=b+c | application/x-www-form-urlencoded;charset=utf-8',
    'ky': '{"a":1} | [["q","x y"]] | 1 | 3 | true | 0,1,254,255 | 4 | HTTPError 404 | TimeoutError | AbortError | 2',
    'protobufjs': '{"name":"grüß 😀","bytes":[0,255],"list":[-1,2],"ratio":0.5,"kind":"SOME","map":{"a":7},"big":"12345678901"}',
    'bufbuild-protobuf': '{"name":"grüß 😀","ratio":0.5} "2023-11-14T22:13:20.123Z" {"points":"9007199254740993"} true',
    'uuid': '12d3597a-745a-5604-9d85-1f115b04d5b7 | 00010203-0405-4607-8809-0a0b0c0d0e0f | 7 | 1 | true | 16 | crypto is not defined',
    'nanoid': '21 | 9VR-soxBQ5 | ReferenceError | 21 characters',
    'crypto-js': '0cc175b9c0f1b6a831c399e269772661 | ca978112ca1bbdca | y0SLRAxCrIrQhPyK | grüß | Native crypto module could not be used to get secure random number.',
    'sentry': '4 404 told | caught by the game, thrown in a timer, rejected | 3 crumbs',
};
