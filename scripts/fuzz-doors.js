import { fileURLToPath } from 'node:url';
import { run } from './run.js';

// The inputs are made of the examples, which are read from the package's folder.
process.env.INIT_CWD ??= process.cwd();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await run('fuzz/doors/main.ts');
