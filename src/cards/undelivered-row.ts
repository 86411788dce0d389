import { openButton } from "./actions.ts";
import { icon, line, type RowData, row, strong, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** Something has not arrived: among what waits for whoever looks after it. */
export function undeliveredRows({ language, state, undelivered = 0 }: View): readonly RowData[] {
  if (undelivered === 0) return [];
  const words = textsOf(language).reach.undelivered;
  return [
    row({
      icon: icon("Warning", "!", "Attention"),
      runs: [strong(words.open)],
      lines: [
        line(
          subtle(words.openText(formatsOf(language).counted(undelivered, words.one, words.other))),
        ),
      ],
      open: openButton(words.open, { verb: "openUndelivered", dialogueId: state.id }),
      leadsOn: true,
    }),
  ];
}
