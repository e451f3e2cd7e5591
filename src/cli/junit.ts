import { shown } from '../shown.js';
import type { ScenarioFailure, ScenarioResult } from '../scenario/types.js';
import { accountOf } from './test-text.js';
import type { Tested, TestedFile } from './test-run.js';

/** The results as JUnit XML: a suite for each file, a case for each scenario. There are no times: the same input gives the same bytes. */
export function junitReport({ files }: Tested): string {
  const suites = files.map(suiteXml).join('');
  const results = files.flatMap((file) => file.results);
  const broken = files.filter(({ isBroken }) => isBroken).length;
  const counts = {
    tests: results.length + broken,
    failures: failuresIn(results),
    errors: broken,
  };
  const root = element('testsuites', { name: 'reckon test', ...counts }, suites);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

function suiteXml({ path, isBroken, diagnostics, results }: TestedFile): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const brokenCase = element(
    'testcase',
    { name: 'the file has no errors', classname: path, file: path },
    errors
      .map(({ code, message, file, line, column }) =>
        element('error', { message, type: code }, escaped(`${file}:${line}:${column}`)),
      )
      .join(''),
  );
  const cases = results.map((result) => caseXml(path, result)).join('');
  const broken = isBroken ? 1 : 0;
  const counts = { tests: results.length + broken, failures: failuresIn(results), errors: broken };
  return element('testsuite', { name: path, ...counts }, (isBroken ? brokenCase : '') + cases);
}

function caseXml(path: string, result: ScenarioResult): string {
  const { title, line, failures, breakdown } = result;
  const account = breakdown === undefined ? '' : accountOf(result, breakdown, {});
  const inside = failures.map((failure) => failureXml(failure, account)).join('');
  return element('testcase', { name: title, classname: path, file: path, line }, inside);
}

/** The place, and how the price came about. */
function failureXml({ message, file, line, column }: ScenarioFailure, account: string): string {
  const lines = [`${file}:${line}:${column}`, ...account.split('\n')].map(escaped);
  return element('failure', { message, type: 'expectation' }, lines.join('\n'));
}

function failuresIn(results: readonly ScenarioResult[]): number {
  return results.filter(({ holds }) => !holds).length;
}

type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes, inside: string): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${said.join('')}>${inside === '' || inside.startsWith('<') ? `\n${inside}` : inside}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML 1.0 may not hold at all is shown as in a terminal. */
function escaped(text: string): string {
  return shown(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
