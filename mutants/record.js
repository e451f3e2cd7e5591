// Runs the tests that price carts, and writes down what each cart costs: the mutants of an evaluator are found by these prices.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundled } from './bundle.js';
import { prepareExpect } from './expect.js';
import { RECORDED, testsOf } from './tests.js';

/** A test that takes more of a processor than this, in microseconds, would take too much for thousands of mutants. */
const MOST = 100_000;

const recorded = (globalThis.reckonRecorded = {});

/** Runs a test; what it recorded is dropped where it took too much. */
async function run(test) {
  const before = new Set(Object.keys(recorded));
  const start = process.cpuUsage();
  await test.run();
  const { system, user } = process.cpuUsage(start);
  const added = Object.keys(recorded).filter((plan) => !before.has(plan));
  if (system + user > MOST) for (const plan of added) delete recorded[plan];
}

prepareExpect();
const files = testsOf('recorded');
const modules = (await bundled(files))();
for (const file of files) {
  await modules.loaders[file]();
  for (const test of modules.collected.splice(0)) await run(test);
}
mkdirSync(dirname(RECORDED), { recursive: true });
writeFileSync(RECORDED, JSON.stringify(recorded));
const prices = Object.values(recorded).reduce((sum, one) => sum + one.prices.length, 0);
console.log(`recorded ${prices} prices by ${Object.keys(recorded).length} rule files`);
