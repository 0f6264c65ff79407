import type { Stream } from "../../random/stream.ts";
import type { ColumnModel, EngineId, TableModel } from "../../schema/schema-model.ts";
import type { ValueType } from "../../schema/value-type.ts";
import type { Kernel } from "../generator.ts";

/** A share of a column's rows that hold edge values, as a rule asks for it. */
export interface EdgeShare {
  /** Above 0, at most 1. */
  readonly share: number;
  /** Ids of packs; those usual for the column where absent. */
  readonly packs?: readonly string[] | undefined;
  /** Values that the column's type or a CHECK refuses are not taken out. */
  readonly invalid?: boolean | undefined;
}

/** The column that edge values are for. */
export interface EdgePlace {
  readonly engine: EngineId;
  readonly column: ColumnModel;
  readonly type: ValueType;
  /** With its CHECK constraints; absent where there is no table. */
  readonly table?: TableModel;
  readonly unique: boolean;
  /** What the column's generator declares ({@link GeneratorDeclaration.edgePacks}). */
  readonly suited?: readonly string[] | undefined;
}

/** The edge packs, as the stages know them. */
export interface EdgeCatalogue {
  readonly packs: readonly { readonly id: string; readonly label: string; readonly help: string }[];
  /** The values of the packs that the column can hold, as canonical texts, each once. */
  values(asked: EdgeShare, place: EdgePlace): readonly string[];
  /**
   * The kernel with edge values in a share of its rows, which are drawn from `stream` and nothing else; all other cells are
   * as they were. In a unique column each value comes once at the most, in one of the `rowCount` rows.
   */
  overlay(
    kernel: Kernel,
    values: readonly string[],
    draw: {
      readonly share: number;
      readonly stream: Stream;
      readonly unique: boolean;
      readonly rowCount: number;
      readonly batchRows: number;
    },
  ): Kernel;
}
