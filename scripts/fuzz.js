import { run } from './run.js';

await run('fuzz/main.ts');
