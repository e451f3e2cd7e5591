import { readFileSync } from 'node:fs';
import {
  choiceTable,
  LEXICAL,
  nameTable,
  type Production,
  rules,
  ruleText,
} from '../../../src/syntax/grammar.js';
import { diagramOf, wordsDiagram } from './diagrams.js';

/** A heading of the page and the entries under it. */
interface Section {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly name: string;
  /** HTML. */
  readonly body: string;
}

/** The grammar as one HTML page of railroad diagrams, with style and script inside and nothing loaded from elsewhere. */
export function railroadPage(): string {
  const sections = [
    { id: 'rules', title: 'Rules', entries: ruleEntries(rules()) },
    { id: 'choices', title: 'Choices of words', entries: choiceEntries() },
    { id: 'names', title: 'Kinds of names', entries: nameEntries() },
    { id: 'literals', title: 'Names and literals', entries: lexicalEntries() },
  ];
  return frame('frame.html')
    .replace('/* style */', () => frame('style.css').trimEnd())
    .replace('/* script */', () => frame('script.js').trimEnd())
    .replace('<!-- contents -->', () => sections.map(contents).join('\n'))
    .replace('<!-- sections -->', () => sections.map(section).join('\n'));
}

function frame(name: string): string {
  return readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8');
}

function ruleEntries(all: readonly Production[]): readonly Entry[] {
  return all.map((rule) => {
    const users = all.filter((other) => uses(other, rule.name)).map(({ name = '' }) => name);
    const used = users.length === 0 ? '' : `<p class="used">in ${users.map(link).join(', ')}</p>`;
    const text = `<details><summary>as text</summary><pre>${escaped(ruleText(rule))}</pre></details>`;
    return { name: rule.name ?? '', body: `<div class="diagram">${diagramOf(rule)}</div>${used}${text}` };
  });
}

function uses({ definition = [] }: Production, name: string | undefined): boolean {
  return definition.some((each) => each.name === name || uses(each, name));
}

function choiceEntries(): readonly Entry[] {
  return choiceTable().map(([name, images]) => ({
    name,
    body: `<div class="diagram">${wordsDiagram(images)}</div>`,
  }));
}

function nameEntries(): readonly Entry[] {
  return nameTable().map(([name, excluded]) => {
    const any = `Any ${link('Name')}`;
    const words = excluded.map((word) => `<code>${escaped(word)}</code>`).join(' ');
    return { name, body: `<p>${excluded.length === 0 ? `${any}.` : `${any} but ${words}`}</p>` };
  });
}

function lexicalEntries(): readonly Entry[] {
  return Array.from(LEXICAL.matchAll(/^(\w+) ::= (.*)$/gm), ([, name = '', text = '']) => ({
    name,
    body: `<pre>${escaped(text)}</pre>`,
  }));
}

function contents({ entries, id, title }: Section): string {
  const names = entries.map(({ name }) => `<li>${link(name)}</li>`).join('');
  return `<details open><summary><a href="#${id}">${title}</a></summary><ul>${names}</ul></details>`;
}

function section({ entries, id, title }: Section): string {
  const articles = entries.map(
    ({ body, name }) =>
      `<article id="${name}">\n<h3><a href="#${name}">${name}</a></h3>\n${body}\n</article>`,
  );
  return `<section id="${id}">\n<h2>${title}</h2>\n${articles.join('\n')}\n</section>`;
}

function link(name: string): string {
  return `<a href="#${name}">${name}</a>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
