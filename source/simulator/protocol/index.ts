export * from './description';
export * from './messages';
export * from './report';
