/** What both servers answer: the real one on loopback, and the model's network. */
export const answers = {
    'text': { status: 200, headers: { 'content-type': 'text/plain' }, body: 'some text' },
    'json': { status: 200, headers: { 'content-type': 'application/json' }, body: '{"a":[1,2]}' },
    'bad-json': { status: 200, headers: { 'content-type': 'application/json' }, body: '{"a":' },
    'missing': { status: 404, headers: { 'content-type': 'text/html' }, body: '<p>none</p>' },
    'empty': { status: 204, headers: {}, body: '' },
    'nothing': { status: 200, headers: { 'content-type': 'text/plain' }, body: '' },
    'slow': { status: 200, headers: { 'content-type': 'text/plain' }, body: 'late', delayMs: 1500 },
} as const;
