import { expect, test } from "vitest";
import { encode } from "uqr";

test("the poster's QR code is square, with its three corners where a camera looks for them, and no border of its own", () => {
  const { data } = encode("https://dialog.granasa.se/u/84h3jg7426vm5vns45c48b4i35", {
    ecc: "M",
    border: 0,
  });
  const rows = data.map((row) => row.map((dark) => (dark ? "#" : ".")).join(""));
  expect(rows.every(({ length }) => length === rows.length)).toBe(true);
  const corner = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];
  const size = rows.length;
  const at = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));
  expect([at(0, 0), at(size - 7, 0), at(0, size - 7)]).toEqual([corner, corner, corner]);
});
