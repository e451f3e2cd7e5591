import { decimal, Random } from './random.js';
import type { World } from './world.js';

/** Choices for one world. */
export class Draw extends Random {
  readonly world: World;

  constructor(seed: number, world: World) {
    super(seed);
    this.world = world;
  }

  /** An amount of so many minor units of the plain world, as a rule file or a cart writes it. */
  amount(units: number): string {
    const { digits, scale } = this.world;
    return decimal(units * scale, digits);
  }
}
