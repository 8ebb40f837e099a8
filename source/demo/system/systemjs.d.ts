declare module 'systemjs/dist/s.min.js';
declare module 'systemjs/dist/extras/named-register.js';
