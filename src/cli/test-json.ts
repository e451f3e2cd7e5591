import { type Coverage, type CoveragePoint, coverageShare } from '../scenario/coverage.js';
import type { ScenarioResult } from '../scenario/types.js';
import { byFile } from './coverage-text.js';
import type { Tested, TestedFile } from './test-run.js';

/** The results as `--json` prints them, and as `docs/command.md` describes them. */
export function testJson({ files }: Tested, coverage: Coverage | undefined): object {
  const results = files.flatMap((file) => file.results);
  const passed = results.filter(({ holds }) => holds).length;
  return {
    passed,
    failed: results.length - passed,
    broken: files.filter(({ isBroken }) => isBroken).length,
    files: files.map(fileJson),
    ...(coverage !== undefined && { coverage: coverageJson(coverage) }),
  };
}

function fileJson({ path, diagnostics, results }: TestedFile): object {
  return { file: path, diagnostics, scenarios: results.map(scenarioJson) };
}

/** Of a scenario that failed its breakdown stands there too, for the steps that led to its price. */
function scenarioJson({ title, holds, line, failures, breakdown }: ScenarioResult): object {
  return {
    title,
    line,
    ok: holds,
    ...(breakdown !== undefined && { total: breakdown.total }),
    ...(!holds && { failures, ...(breakdown !== undefined && { breakdown }) }),
  };
}

function coverageJson(coverage: Coverage): object {
  return {
    ...coverageShare(coverage),
    files: byFile(coverage).map(([file, points]) => ({
      file,
      ...coverageShare({ points }),
      missed: points.filter(({ reached }) => !reached).map(missedJson),
    })),
  };
}

function missedJson({ kind, wanted, text, promotion, line, column }: CoveragePoint): object {
  return { kind, wanted, text, ...(promotion !== undefined && { promotion }), line, column };
}
