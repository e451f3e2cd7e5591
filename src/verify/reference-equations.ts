import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import type { Failure } from './failure.js';
import type { StepAt } from './postings.js';

/** That what is named exists. */
export const referenceEquations: readonly Equation[] = [
  {
    name: 'references',
    says: 'a line or charge that is named is one of the breakdown',
    failures: references,
  },
];

interface Named {
  readonly path: string;
  readonly line?: string;
  readonly shipping?: string;
}

function* references(audit: Audit): Generator<Failure> {
  const charges = new Set(audit.breakdown.shipping.map(({ id }) => id));
  for (const { path, line, shipping } of namedIn(audit)) {
    if (line !== undefined && !audit.lines.has(line)) {
      yield { path: `${path}.line`, expected: 'the id of a line', found: JSON.stringify(line) };
    }
    if (shipping !== undefined && !charges.has(shipping)) {
      yield { path: `${path}.shipping`, expected: 'the id of a charge', found: JSON.stringify(shipping) };
    }
  }
}

function namedIn({ steps, breakdown: { violations, unchecked, hints } }: Audit): readonly Named[] {
  return [
    ...steps.flatMap(namedInStep),
    ...at('violations', violations),
    ...at('unchecked', unchecked),
    ...at('hints', hints),
  ];
}

function namedInStep({ path, step: { allocation, parts, groups = [] } }: StepAt): readonly Named[] {
  const inGroups = groups.flatMap(({ units, qualifiers }, index) => [
    ...at(`${path}.groups[${index}].units`, units),
    ...at(`${path}.groups[${index}].qualifiers`, qualifiers),
  ]);
  return [...at(`${path}.allocation.parts`, allocation?.parts), ...at(`${path}.parts`, parts), ...inGroups];
}

function at(path: string, entries: readonly Omit<Named, 'path'>[] = []): readonly Named[] {
  return entries.map(({ line, shipping }, index) => ({
    path: `${path}[${index}]`,
    ...(line !== undefined && { line }),
    ...(shipping !== undefined && { shipping }),
  }));
}
