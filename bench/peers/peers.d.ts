// What the benchmark uses of the peers, so that it is type-checked where they are not installed.

declare module '@gorules/zen-engine' {
  export function evaluateExpressionSync(expression: string, context: object): unknown;
  export class ZenDecisionContent {
    constructor(content: object);
    toBuffer(): Uint8Array;
  }
  export interface ZenDecision {
    evaluate(context: object): Promise<{ readonly result: unknown }>;
  }
  export class ZenEngine {
    createDecision(content: ZenDecisionContent): ZenDecision;
  }
}

declare module '@marcbachmann/cel-js' {
  export class Environment {
    registerVariable(name: string, type: string): this;
    parse(expression: string): (context: object) => unknown;
  }
}

declare module 'json-logic-js' {
  export type RulesLogic = object;
  const jsonLogic: { apply(rule: RulesLogic, data: unknown): unknown };
  export default jsonLogic;
}

declare module 'json-rules-engine' {
  export interface RuleProperties {
    readonly conditions: { readonly all: readonly object[] };
    readonly event: { readonly type: string; readonly params: Readonly<Record<string, number>> };
  }
  export interface EngineResult {
    readonly events: readonly {
      readonly type: string;
      readonly params?: Readonly<Record<string, number>>;
    }[];
  }
  export class Engine {
    constructor(rules: readonly RuleProperties[]);
    addOperator(name: string, test: (found: readonly string[], wanted: readonly string[]) => boolean): void;
    run(facts: object): Promise<EngineResult>;
  }
}
