import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { qrCode } from "../../src/public/qr-code.ts";

const drawn = (text: string) =>
  qrCode(text).map((row) => row.map((dark) => (dark ? "#" : ".")).join(""));
const hashOf = (text: string) =>
  createHash("sha256").update(drawn(text).join("\n")).digest("hex").slice(0, 16);

test("a QR code is square, with its three corners where a camera looks for them", () => {
  const rows = drawn("https://dialog.granasa.se/u/84h3jg7426vm5vns45c48b4i35");
  expect(rows.every(({ length }) => length === rows.length)).toBe(true);
  const corner = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];
  const size = rows.length;
  const at = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));
  expect([at(0, 0), at(size - 7, 0), at(0, size - 7)]).toEqual([corner, corner, corner]);
  expect(rows[6]?.slice(7, -7)).toBe(".#".repeat((size - 15) / 2) + ".");
});

test("codes of several sizes are those an independent encoder made", () => {
  expect(
    [1, 40, 100, 150, 213].map((length) => hashOf("a1-/".repeat(60).slice(0, length))),
  ).toEqual(EXPECTED);
});

test("an address that no code of ours holds is refused", () => {
  expect(() => qrCode("x".repeat(214))).toThrow("214 bytes");
});

/** Compared bit by bit with uqr 0.1.3 for the same text, level and mask, at every length up to 213. */
const EXPECTED: readonly string[] = [
  "0b2a5ded825360b8",
  "bc9b11ce080db16d",
  "1baa9ac0f64ea1af",
  "0fe6fd4bd6fcc2b1",
  "1b0aee393485edf8",
];
