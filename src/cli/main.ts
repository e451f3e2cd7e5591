import { nodeIo } from './io.js';
import { run } from './run.js';
import { EXIT } from './stop.js';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Who reads our output may stop reading (`| head`): what is left is written nowhere, and that is no fault.
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout) console.error(`error: the output cannot be written: ${error.code}`);
    process.exit(EXIT.usage);
  });
}

// Set, not called: a pipe may still have to take what was written.
process.exitCode = await run(process.argv.slice(2), nodeIo(new URL('./worker.js', import.meta.url)));
