export * from './description';
export * from './device';
export * from './messages';
export * from './report';
