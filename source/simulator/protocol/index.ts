export * from './description';
export * from './device';
export * from './messages';
export * from './module-wrapper';
export * from './report';
