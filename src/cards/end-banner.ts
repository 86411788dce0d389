import { hasInvited } from "../domain/decision-matters.ts";
import { localDateOf } from "../domain/time.ts";
import { type BannerData, banner, icon, line, run, strong } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { textsOf } from "./texts/texts.ts";
import type { Language, View } from "./view.ts";

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
    case "paused":
    case "stopped":
    case "closed":
      return [restBanner(state, language)];
    case "draft":
    case "active":
      return [];
  }
}

type Resting = Extract<View["state"], { readonly status: "paused" | "stopped" | "closed" }>;

/** Since when nothing goes on, and what that means. Reasons are not for everybody in the channel to read here (decisions.md §3.1). */
function restBanner(state: Resting, language: Language): BannerData {
  const { lifecycle } = textsOf(language);
  const day = (at: string) => formatsOf(language).shortDate(localDateOf(at));
  const pause = icon("Pause", "‖", "Warning");
  const stop = icon("Warning", "!", "Attention");
  const done = icon("CheckmarkCircle", "✓", "Good", "Filled");
  switch (state.status) {
    case "paused":
      return banner(
        "warning",
        pause,
        [strong(lifecycle.pausedBanner(day(state.pausedAt)))],
        [line(run(lifecycle.pausedText))],
      );
    case "stopped": {
      const tell = hasInvited(state) ? [line(run(lifecycle.stoppedTell))] : [];
      return banner(
        "attention",
        stop,
        [strong(lifecycle.stoppedBanner(day(state.stoppedAt)))],
        [line(run(lifecycle.stoppedText)), ...tell],
      );
    }
    case "closed":
      return banner(
        "good",
        done,
        [strong(lifecycle.closedBanner(day(state.closedAt)))],
        [line(run(lifecycle.closedText))],
      );
  }
}
