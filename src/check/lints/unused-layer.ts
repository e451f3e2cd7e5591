import { declaredHere } from './declared.js';
import type { Lint } from './lint.js';
import { withoutItem } from './removal.js';

/** RK2205: a layer that no promotion is in and that no amount looks back to. */
export const unusedLayer: Lint = (subject) => {
  const { uses } = subject;
  for (const { layers } of declaredHere(subject, 'layers')) {
    for (const layer of layers) {
      if (layers.length < 2 || uses.layers.has(layer.name.text)) continue;
      const fix = { title: 'remove it', safe: true, edits: withoutItem(layers, layer) };
      subject.findings.add('RK2205', layer.name.span, { name: layer.name.text }, fix);
    }
  }
};
