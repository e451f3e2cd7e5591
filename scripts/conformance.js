import { run } from './run.js';

await run('conformance/main.ts');
