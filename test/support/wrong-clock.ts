import { readFileSync } from "node:fs";

/**
 * Loaded before a program (NODE_OPTIONS=--import …), it makes the clock on the wall wrong by the milliseconds that stand in
 * the file WRONG_CLOCK names, as somebody who sets a machine's clock does. The clock that only counts is left alone.
 */
const file = process.env["WRONG_CLOCK"] ?? "";
const right = Date.now;
const wrong = () => right() + Number(readFileSync(file, "utf8"));

class WrongDate extends Date {
  constructor(...given: readonly unknown[]) {
    // Whatever a program gives Date is handed on; only "now" is another.
    super(...((given.length === 0 ? [wrong()] : given) as [number]));
  }
  static override now(): number {
    return wrong();
  }
}
globalThis.Date = WrongDate as DateConstructor;
