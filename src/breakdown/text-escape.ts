export { shown } from '../shown.js';
