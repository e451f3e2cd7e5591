/** Mistakes of form, found by the parser: RK0001 to RK0999. */
export const syntaxMessages = {
  // What stands where something else is due ---------------------------------------------------------------------------
  RK0001: { severity: 'error', message: 'expected {expected}, found {found}', help: '{help}' },
  RK0002: { severity: 'error', message: 'unknown word `{found}`', help: 'did you mean `{word}`?' },
  RK0003: {
    severity: 'error',
    message: '{found} begins no statement',
    help: 'a statement begins with {words}',
  },
  RK0004: {
    severity: 'error',
    message: '{found} {fault}',
    help: '{help}',
  },
  RK0005: {
    severity: 'error',
    message: '`{clause}` stands outside a promotion',
    help: 'begin a promotion above it: `promotion NAME` or `coupon NAME`',
  },
  RK0006: {
    severity: 'error',
    message: '`{word}` cannot be {what}: it is a word of the language',
    help: '{help}',
  },
  RK0007: {
    severity: 'error',
    message: 'a name stands without quotes, found {found}',
    help: 'write {right}',
  },
  RK0008: {
    severity: 'error',
    message: 'a name begins with a letter, found `{found}`',
    help: 'write `{right}`',
  },
  RK0009: {
    severity: 'error',
    message: 'a name has two parts at most, found `{found}`',
    help: 'write `{right}`',
  },
  RK0010: {
    severity: 'error',
    message: 'more than {limit} parts inside one another: parentheses, `not` or `% of`',
    help: 'give the inner part a name with `let`, and write the name here',
  },
  RK0011: {
    severity: 'error',
    message: 'more than {limit} operators in one statement or clause',
    help: 'name parts of it with `let`, or test many values at once with `in`',
  },
  RK0012: {
    severity: 'error',
    message: 'more than {limit} mistakes; the rest of the file is not read',
    help: 'mend the mistakes above, then check the file again',
  },

  RK0013: {
    severity: 'error',
    message: 'the file has more than {most} characters, and is not read',
    help: 'no rule file does: check which file this is, or divide it and `import` the parts',
  },
  RK0014: {
    severity: 'error',
    message: 'a name of {length} characters: it may have {most}',
    help: 'shorten it',
  },
  RK0015: {
    severity: 'error',
    message: 'a text of {length} characters: it may have {most}',
    help: 'shorten it, or put the closing quote where the text ends',
  },

  // Texts, names and signs --------------------------------------------------------------------------------------------
  RK0020: {
    severity: 'error',
    message: 'the closing quote of this text is missing',
    help: 'end the text with `"` on the same line',
  },
  RK0021: {
    severity: 'error',
    message: 'a text stands in straight double quotes, found {found}',
    help: 'write {right}',
  },
  RK0022: {
    severity: 'error',
    message: 'unknown escape `{found}` in a text',
    help: 'escapes are `\\"`, `\\\\`, `\\n`, `\\t`, and `\\u` with a code in braces; a backslash alone is `\\\\`',
  },
  RK0023: {
    severity: 'error',
    message: 'hidden character {character}',
    help: '{help}',
  },
  RK0024: {
    severity: 'error',
    message: 'a name in backticks is {fault}',
    help: 'write a name between two backticks on one line',
  },
  RK0025: {
    severity: 'error',
    message: '{found} has no meaning in a rule file',
    help: 'leave it out, or put it into a text in double quotes',
  },
  RK0026: {
    severity: 'error',
    message: 'full-width `{found}`',
    help: 'write `{right}`',
  },
  RK0027: {
    severity: 'error',
    message: '`{found}` is no sign of the language',
    help: 'write `{right}`',
  },
  RK0028: {
    severity: 'error',
    message: '`{found}` has no use here',
    help: '{help}',
  },
  RK0029: {
    severity: 'error',
    message: 'a comment begins with `#`, found `{found}`',
    help: 'write `# …` to the end of the line',
  },

  // Numbers, dates and times ------------------------------------------------------------------------------------------
  RK0030: {
    severity: 'error',
    message: 'a decimal comma in `{found}`',
    help: 'write `{right}`: decimals stand after a point',
  },
  RK0031: {
    severity: 'error',
    message: 'separated thousands in `{found}`',
    help: 'write `{right}`: digits stand without separators',
  },
  RK0032: {
    severity: 'error',
    message: 'an amount stands without its currency, found `{found}`',
    help: 'write the number alone: `currency` sets the currency of the whole file',
  },
  RK0033: {
    severity: 'error',
    message: '`{found}` is not written as a number',
    help: 'write `{right}`',
  },
  RK0034: {
    severity: 'error',
    message: '`%` stands apart from its number',
    help: 'write `{right}`',
  },
  RK0035: {
    severity: 'error',
    message: 'a percentage is written with `%`, found `{found}`',
    help: 'write `{right}`',
  },
  RK0036: {
    severity: 'error',
    message: '`{found}` is not written as a date',
    help: 'write {right}: year, month and day, with two digits each for month and day',
  },
  RK0037: {
    severity: 'error',
    message: 'there is no day `{found}`',
    help: 'months go from 01 to 12, days from 01 to 31: `2026-11-30`',
  },
  RK0038: {
    severity: 'error',
    message: '`{found}` is not written as a time of day',
    help: 'write {right}',
  },
  RK0039: {
    severity: 'error',
    message: '`{found}` is not written as a date and a time',
    help: 'write `{right}`; `timezone` sets the time zone of the whole file',
  },
  RK0040: {
    severity: 'error',
    message: 'a number below zero',
    help: 'write the number without `-`, or subtract it from something: `left - 5.00`',
  },
  RK0041: {
    severity: 'error',
    message: '{what} is a whole number, found `{found}`',
    help: '{help}',
  },

  // Expressions -------------------------------------------------------------------------------------------------------
  RK0042: {
    severity: 'error',
    message: 'comparisons do not chain',
    help: 'join two of them with `and`: `list >= 100 and list < 200`',
  },
  RK0043: {
    severity: 'error',
    message: 'after `of lines where` stands one test of a name, such as `price >= 100`',
    help: 'put anything else into parentheses: `count of lines where (clearance) >= 3`',
  },
  RK0044: {
    severity: 'error',
    message: 'a list stands without {signs}',
    help: 'write the values with commas between them: `in "a", "b"`',
  },
  RK0045: {
    severity: 'error',
    message: '`{found}` is said with `{right}` alone',
    help: 'write `{right}`',
  },

  // Clauses and offers ------------------------------------------------------------------------------------------------
  RK0050: {
    severity: 'error',
    message: '`until` needs a time of day',
    help: 'write {through} to include that day, or `until {date} 00:00`',
  },
  RK0051: {
    severity: 'error',
    message: '`through` includes a whole day and takes no time',
    help: 'write `until {date} {clock}` to end at that time, or `through {date}`',
  },
  RK0052: {
    severity: 'error',
    message: 'a limit before its offer',
    help: 'write the limit directly after the offer: `take 20.00 off {limit} …`',
  },
  RK0053: {
    severity: 'error',
    message: '`make free` does not say which units',
    help: 'write `make the cheapest 1 free`, or `take 100% off` for all of them',
  },
  RK0054: {
    severity: 'error',
    message: '`the {which}` does not say how many',
    help: 'write `the {which} 1`',
  },
  RK0055: {
    severity: 'error',
    message: '`every … units` counts in a whole number, a name or `row.x`',
    help: 'give the calculation a name with `let`, and write the name here',
  },
  RK0056: {
    severity: 'error',
    message: 'two offers side by side',
    help: 'join them with `also`',
  },
  RK0057: {
    severity: 'error',
    message: '`pay` says what is left to pay, and `off` what is taken away',
    help: 'write `take {amount} off`{instead}',
  },
  RK0058: {
    severity: 'error',
    message: '`{threshold}` stands behind its offer',
    help: 'write the threshold first: `{threshold} {offer}`',
  },
} as const;
