// Stands in for vitest where tests run once for each mutant: it collects the tests of a file, and runs none.

/** The tests collected so far: `{ name, run }`. */
export const collected = [];

let suites = [];

function suite(name, body) {
  const outer = suites;
  suites = [...outer, name];
  body();
  suites = outer;
}

function add(name, run) {
  collected.push({ name: [...suites, name].join(' > '), run });
}

/** `each` of a suite or a test: a row that is a list is a list of arguments; its number tells its name from the others'. */
function each(one) {
  return (rows) => (name, body) => {
    for (const [index, row] of rows.entries())
      one(`${name} (${index})`, () => (Array.isArray(row) ? body(...row) : body(row)));
  };
}

export const describe = Object.assign(suite, { each: each(suite) });
export const [it, test] = [add, add].map((one) => Object.assign(one, { each: each(one) }));
export const expect = globalThis.reckonExpect;
