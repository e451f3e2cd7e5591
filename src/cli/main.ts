import { nodeIo } from './io.js';
import { run } from './run.js';

// Who reads our output may stop reading (`| head`): what is left is written nowhere, and that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// Set, not called: a pipe may still have to take what was written.
process.exitCode = await run(process.argv.slice(2), nodeIo());
