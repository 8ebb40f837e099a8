export { createFailure } from './failure';
