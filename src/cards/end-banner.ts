import { localDateOf } from "../domain/time.ts";
import { type BannerData, banner, icon, strong } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** Says that a dialogue goes no further, and why; nothing for one that goes on. */
export function endBanner({ state, language }: View): readonly BannerData[] {
  const { views, requests } = textsOf(language);
  const stop = icon("Info", "i");
  switch (state.status) {
    case "withdrawn": {
      const day = formatsOf(language).shortDate(localDateOf(state.withdrawnAt));
      return [banner("attention", stop, [strong(views.overview.withdrawn(day))])];
    }
    case "triaged_out": {
      const form = requests.triage.types[state.triage?.result ?? "information_only"].name;
      return [banner("warning", stop, [strong(views.overview.triagedOut(form))])];
    }
    case "closed": {
      const on = state.gates.G11 ?? state.startedAt;
      const day = formatsOf(language).shortDate(localDateOf(on));
      const mark = icon("CheckmarkCircle", "✓", "Good", "Filled");
      return [banner("good", mark, [strong(textsOf(language).time.closed(day))])];
    }
    case "draft":
    case "active":
      return [];
  }
}
