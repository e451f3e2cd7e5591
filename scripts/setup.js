// Installs what the lock file names unless it stands already; then it asks no network, so the scripts that call it
// work offline and start at once. A folder may be named; the project's own is meant otherwise.
import { spawnSync } from 'node:child_process';

function npm(args, output) {
  const { status } = spawnSync('npm', args, {
    stdio: ['ignore', output, output],
    shell: process.platform === 'win32',
    cwd: process.argv[2] ?? '.',
  });
  return status === 0;
}

const INSTALL = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];

if (!npm(['ls', '--include=dev'], 'ignore') && !npm(INSTALL, process.stderr)) process.exitCode = 1;
